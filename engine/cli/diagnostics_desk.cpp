#include "diagnostics_desk.hpp"

#include "engine/report/diagnostics.hpp"
#include "engine/source/catalogue.hpp"
#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

constexpr std::string_view every_warning = "all";

bool names(std::vector<std::string> const& codes, std::string_view code) {
  return std::any_of(codes.begin(), codes.end(),
                     [&](std::string const& one) { return one == code || one == every_warning; });
}

std::string unknown_code(std::string const& code) {
  std::vector<std::string> known{std::string{every_warning}};
  for (auto const& entry : source::catalogue()) {
    if (entry.severity == source::severity::warning) known.emplace_back(entry.code);
  }
  auto const help = source::did_you_mean(code, known);
  return fmt::format("no warning has the code `{}`{}", code, help.empty() ? "" : "; " + help);
}

}  // namespace

std::string problem_with(message_choice const& choice) {
  for (auto const* codes : {&choice.allow, &choice.deny}) {
    for (auto const& code : *codes) {
      if (code == every_warning) continue;
      auto const* const entry = source::find_code(code);
      if (entry == nullptr) return unknown_code(code);
      if (entry->severity == source::severity::error) return fmt::format("`{}` is always an error", code);
    }
  }
  return {};
}

diagnostics_desk::diagnostics_desk(message_choice choice, std::function<void(std::string_view)> write,
                                   report::painter paint, std::size_t most_shown)
    : choice_(std::move(choice)), write_(std::move(write)), paint_(paint), most_shown_(most_shown) {}

bool diagnostics_desk::take(std::vector<source::diagnostic> said, source::files const& texts) {
  source::sort(said);
  bool any_errors = false;
  for (auto& one : said) {
    if (one.severity == source::severity::warning) {
      if (names(choice_.deny, one.code)) {
        one.severity = source::severity::error;
      } else if (names(choice_.allow, one.code)) {
        continue;
      }
    }
    bool const is_error = one.severity == source::severity::error;
    any_errors = any_errors || is_error;
    if (!seen_.insert({one.code, one.where, one.message}).second) continue;
    auto const shown = errors_ + warnings_;
    is_error ? ++errors_ : ++warnings_;
    if (shown < most_shown_) write_(written(one, texts));
    all_.push_back(std::move(one));
  }
  return any_errors;
}

std::string diagnostics_desk::written(source::diagnostic const& said, source::files const& texts) const {
  return (choice_.form == "line" ? report::diagnostic_line(said, texts) : report::diagnostic(said, texts, paint_)) +
         '\n';
}

void diagnostics_desk::close() {
  auto const total = errors_ + warnings_;
  if (total <= most_shown_) return;
  write_(fmt::format("{} more are not shown: at most {} are shown in one run (`--limit diagnostics=NUMBER`)\n",
                     total - most_shown_, most_shown_));
}

}  // namespace casus::cli
