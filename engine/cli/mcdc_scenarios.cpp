#include "mcdc_scenarios.hpp"

#include "made_scenarios.hpp"

#include "engine/session/scenario_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

using suite::missing_side;

// The scenarios under one rule set.
struct book_of_cases {
  session::rule_book const* rules = nullptr;
  std::vector<covered_case const*> all;
  std::vector<suite::test_case> cases;
  std::vector<suite::reach> reaches;
};

std::vector<book_of_cases> by_rules(std::vector<covered_case> const& cases) {
  std::vector<book_of_cases> books;
  for (auto const& one : cases) {
    auto book = std::find_if(books.begin(), books.end(), [&](auto const& other) { return other.rules == one.rules; });
    if (book == books.end())
      book = books.insert(books.end(), {.rules = one.rules, .all = {}, .cases = {}, .reaches = {}});
    book->all.push_back(&one);
    book->cases.push_back({&one.told, &*one.rules->compiled, one.date});
    book->reaches.push_back(one.reach);
  }
  return books;
}

suite::search_result::made_scenario written(suite::showing found, suite::point const& condition,
                                            missing_side const& side, covered_case const& from,
                                            source::files const& files) {
  bool const is_true = side.what == suite::goal::decides_true;
  found.alone.title = fmt::format("{}: `{}` decides while {}", condition.owner, condition.text, is_true);
  auto comment = fmt::format("Shows the condition `{}` of {} ({}) to decide while {}.", condition.text, condition.owner,
                             files[condition.where.file].name(), is_true);
  auto text = session::scenario_text(found.alone, *from.rules->program,
                                     {.rules = from.named_rules, .comment = {std::move(comment)}});
  return {from.number, std::move(found.changes), std::move(text), {}};
}

std::size_t usual_tries(std::size_t sides) {
  constexpr std::size_t most = 1'000;
  constexpr std::size_t in_all = 50'000;
  return std::min(most, in_all / std::max<std::size_t>(sides, 1));
}

// What is missing and not found yet.
std::vector<missing_side> still_missing(suite::coverage_sum const& of) {
  auto all = of.missing_sides();
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](missing_side const& one) {
                             auto const* const known = of.searched(one.condition, one.what);
                             return known != nullptr && (known->scenario || known->also);
                           }),
            all.end());
  return all;
}

// The same names whatever else is missing: by the condition, and the side of it.
void name_files(std::map<source::span, suite::point> const& conditions, suite::coverage_sum& of) {
  scenario_names names;
  for (auto const& [where, one] : conditions) {
    for (auto const what : one.goals) {
      auto name = names.file_for(fmt::format("{} {} {}", one.owner, one.text, what == suite::goal::decides_true));
      auto const* const found = of.searched(where, what);
      if (found == nullptr || !found->scenario) continue;
      auto named = *found;
      named.scenario->file = std::move(name);
      of.add({where, what}, std::move(named));
    }
  }
}

}  // namespace

void search_missing(std::vector<covered_case> const& cases, source::files const& files, mcdc_search const& asked,
                    suite::mcdc_search_options how, suite::coverage_sum& into) {
  std::map<source::span, suite::point> conditions;
  for (auto& one : into.conditions()) conditions.emplace(one.where, std::move(one));
  how.tries = asked.tries.value_or(usual_tries(into.missing_sides().size()));
  for (auto const& book : by_rules(cases)) {
    auto const sides = still_missing(into);
    auto found = suite::find_showings(*book.rules->program, files, sides, book.cases, book.reaches, how);
    for (std::size_t i = 0; i < sides.size(); ++i) {
      auto const* const known = into.searched(sides[i].condition, sides[i].what);
      suite::search_result made{
          .tried = found[i].tried + (known == nullptr ? 0 : known->tried), .scenario = {}, .also = {}};
      if (auto& one = found[i].scenario) {
        auto const& from = *book.all[one->by];
        made.scenario = written(std::move(*one), conditions.at(sides[i].condition), sides[i], from, files);
      }
      if (found[i].also) made.also = sides[*found[i].also];
      into.add(sides[i], std::move(made));
    }
  }
  name_files(conditions, into);
  if (how.is_over()) into.note_interruption();
}

std::vector<session::new_file> found_scenarios(suite::coverage_sum const& of) {
  std::vector<session::new_file> files;
  for (auto const& one : of.missing_sides()) {
    auto const* const found = of.searched(one.condition, one.what);
    if (found != nullptr && found->scenario) files.push_back({found->scenario->file, found->scenario->text});
  }
  return files;
}

}  // namespace casus::cli
