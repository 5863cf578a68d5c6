#include "document.hpp"
#include "expectations.hpp"
#include "text.hpp"

#include <fmt/format.h>

namespace casus::report {
namespace {

std::string counted(std::size_t count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

class text_writer : public document {
 public:
  text_writer(sink write, painter paint) : write_(std::move(write)), paint_(paint) {}

  void account(told_account const& one, selection const& shown) override {
    auto sheet = headed_sheet(one, shown);
    // What the scenario says about itself is said once, under its first heading.
    if (last_ == &one.told) sheet.head.documentation.clear();
    last_ = &one.told;
    write_(text(sheet, paint_) + '\n');
  }

  void end_scenario(facts::scenario const& told, std::vector<suite::result> const& results,
                    source::files const& files) override {
    last_ = nullptr;
    auto const said = text(results, told, files, paint_);
    if (!said.empty()) write_(said + '\n');
  }

  void end(totals const& sum, std::vector<source::diagnostic> const&, source::files const&) override {
    write_(paint_(sum.failed > 0 ? tone::bad : tone::strong, words(sum)) + '\n');
  }

 private:
  sink write_;
  painter paint_;
  facts::scenario const* last_ = nullptr;
};

}  // namespace

std::string words(totals const& sum) {
  auto text = counted(sum.scenarios, "scenario") + " checked: ";
  if (sum.met + sum.failed == 0) {
    text += "no expectations";
  } else {
    text += counted(sum.met, "expectation") + " met";
    if (sum.failed > 0) text += fmt::format(", {} failed", sum.failed);
  }
  if (sum.errors > 0) text += "; " + counted(sum.errors, "error") + " in the input";
  if (sum.passed_over > 0) {
    text += fmt::format("; {} passed over, which {} not know a name that was asked for",
                        counted(sum.passed_over, "scenario"), sum.passed_over == 1 ? "does" : "do");
  }
  return text;
}

sheet headed_sheet(told_account const& one, selection const& shown) {
  auto made = build_sheet(one.about, shown, foreground_of(one.told));
  made.head = heading_of(one);
  return made;
}

heading heading_of(told_account const& one) {
  return {.title = one.told.title.empty() ? one.told.file : one.told.title,
          .documentation = one.told.documentation,
          .account = one.account.view ? one.told.views[*one.account.view].says : "",
          .conditions = condition_words(one.about.rules.program(), one.told, one.account, one.on)};
}

std::unique_ptr<document> text_document(sink write, painter paint) {
  return std::make_unique<text_writer>(std::move(write), paint);
}

}  // namespace casus::report
