#include "diagnostics.hpp"
#include "document.hpp"
#include "expectations.hpp"
#include "reading.hpp"
#include "text.hpp"

#include <fmt/format.h>

namespace casus::report {
namespace {

constexpr auto escaped = escaped_for_markdown;

std::string cell_of(passage const& said) {
  std::string text = escaped(said.sentence);
  if (!said.state.empty()) text += " *(" + escaped(said.state) + ")*";
  for (auto const& one : said.remarks) text += (text.empty() ? "" : "<br>") + escaped(words(one));
  return text;
}

std::string table(instrument_section const& section) {
  std::string text = "| provision | status | |\n| --- | --- | --- |\n";
  for (auto const& article : section.articles) {
    bool is_first = true;
    for (auto const& said : article.passages) {
      auto label = is_first ? article.label : std::string{};
      if (is_first && !article.version.empty()) label += ", " + article.version;
      text += fmt::format("| {} | {} | {} |\n", escaped(label), evaluate::words(said.status), cell_of(said));
      is_first = false;
    }
  }
  return text;
}

class markdown_writer : public document {
 public:
  explicit markdown_writer(sink write) : write_(std::move(write)) {}

  void account(told_account const& one, selection const& shown) override {
    auto const sheet = headed_sheet(one, shown);
    auto text = markdown(sheet.head, last_ == &one.told ? level::account : level::scenario);
    last_ = &one.told;
    for (auto const& section : sheet.instruments) {
      if (!section.title.empty()) text += "### " + escaped(section.title) + "\n\n";
      text += table(section) + '\n';
    }
    if (sheet.instruments.empty() && sheet.background.empty()) text += "Nothing applies.\n\n";
    write_(text + questions(sheet) + conflicts(sheet) + background(sheet));
  }

  void end_scenario(facts::scenario const& told, std::vector<suite::result> const& results,
                    source::files const& files) override {
    last_ = nullptr;
    if (results.empty()) return;
    auto const wrong = failed(results);
    std::string text = "## Expectations\n\n" + fmt::format("{} met, {} failed.\n\n", results.size() - wrong, wrong);
    for (auto const& line : failures(results, told, files)) text += "- " + escaped(line) + '\n';
    write_(text + (wrong > 0 ? "\n" : ""));
  }

  void end(totals const& sum, std::vector<source::diagnostic> const&, source::files const&) override {
    write_(words(sum) + ".\n");
  }

 private:
  [[nodiscard]] static std::string questions(sheet const& shown) {
    if (shown.questions.empty()) return {};
    std::string text = "### Questions\n\n";
    for (auto const& one : shown.questions) {
      text += fmt::format("- {}: {}", evaluate::words(one.status), escaped(one.text));
      if (!one.note.empty()) text += " *(" + escaped(one.note) + ")*";
      text += '\n';
    }
    return text + '\n';
  }

  [[nodiscard]] static std::string conflicts(sheet const& shown) {
    if (shown.conflicts.empty()) return {};
    std::string text = "### Conflicts\n\n";
    for (auto const& one : shown.conflicts) text += "- " + escaped(one) + '\n';
    return text + '\n';
  }

  [[nodiscard]] static std::string background(sheet const& shown) {
    if (shown.background.empty()) return {};
    std::string text = "### From the background alone\n\n";
    for (auto const& one : shown.background) {
      text += fmt::format("- {}: {}\n", evaluate::words(one.status), escaped(joined(one.citations)));
    }
    return text + '\n';
  }

  sink write_;
  facts::scenario const* last_ = nullptr;
};

}  // namespace

std::unique_ptr<document> markdown_document(sink write) { return std::make_unique<markdown_writer>(std::move(write)); }

}  // namespace casus::report
