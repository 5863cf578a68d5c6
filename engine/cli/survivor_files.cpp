#include "survivor_files.hpp"

#include "engine/session/scenario_text.hpp"
#include "engine/session/session.hpp"

#include <fmt/format.h>

#include <map>

namespace casus::cli {
namespace {

// "define member: until/through exchanged" → "define-member-until-through-exchanged".
std::string as_file_name(std::string_view words) {
  std::string made;
  for (char const c : words) {
    bool const is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    if (is_plain) made += c;
    if (!is_plain && !made.empty() && made.back() != '-') made += '-';
  }
  return made;
}

}  // namespace

void name_files(std::vector<report::told_mutant>& mutants) {
  std::map<std::string, std::size_t> known;
  for (auto& one : mutants) {
    auto name = as_file_name(fmt::format("{} {}", one.owner, suite::words(one.mutant.what)));
    if (auto const number = ++known[name]; number > 1) name += fmt::format("-{}", number);
    one.file = name + std::string{session::scenario_ending};
  }
}

void write_texts(report::told_mutant& of, facts::scenario const& told, check::program const& program,
                 std::vector<std::string> const& rules, source::files const& files) {
  auto const& found = *of.outcome.killer.scenario;
  if (found.expected) of.expectation = session::expectation_text(*found.expected, told, program);
  if (!found.alone) return;
  std::vector<std::string> comment{fmt::format("Tells {} ({}) from what it would be with a mistake, {}:", of.owner,
                                               files[of.mutant.where.file].name(), suite::words(of.mutant.what))};
  comment.insert(comment.end(), of.rule.begin(), of.rule.end());
  auto alone = *found.alone;
  alone.title = fmt::format("{}: {}", of.owner, suite::words(of.mutant.what));
  of.scenario = session::scenario_text(alone, program, {.rules = rules, .comment = std::move(comment)});
}

}  // namespace casus::cli
