// A sweep, on random rule sets with some of their facts varied, against an evaluation of each combination by itself in
// a new world; and the folding of random functions. CASUS_PROPERTY_CASES and CASUS_PROPERTY_SEED choose how many,
// which.
#include "engine/explain/sweep.hpp"
#include "engine/explain/decision_table.hpp"
#include "tests/property/evaluate/compare.hpp"
#include "tests/property/evaluate/draw.hpp"
#include "tests/property/evaluate/settings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::oracle {
namespace {

using evaluate::varied_place;
using explain::fact_choice;
using explain::varied_fact;

struct counts {
  std::size_t rule_sets = 0, combinations = 0, evaluations = 0, answers = 0;
};

std::string words(std::vector<evaluate::provision_account> const& versions) {
  std::string text;
  for (auto const& version : versions) {
    std::set<std::string> lines;
    for (auto const& one : version.found.instances) {
      std::string line{evaluate::words(one.status)};
      for (auto const& value : one.binding) line += fmt::format(" {}", value.payload);
      for (auto const n : one.norms) line += fmt::format(" {}", evaluate::words(version.norms[n].state));
      lines.insert(line);
    }
    text += std::string{evaluate::words(version.found.status)} + '\n';
    for (auto const& line : lines) text += line + '\n';
  }
  return text;
}

constexpr auto answer_words = [](explain::swept_subject const& of, evaluate::changing_world::answer const& found) {
  return of.is_question ? std::string{evaluate::words(found.status)} : words(found.versions);
};

std::vector<fact_choice> choices_of(check::program const& program, facts::base const& facts, check::type const& type) {
  std::vector<fact_choice> made{{facts::unknown}};
  if (type.base == check::base_type::boolean)
    made.push_back({facts::of_boolean(false)}), made.push_back({facts::of_boolean(true)});
  if (type.base == check::base_type::enumeration) {
    auto const values = program.enumerations[type.index].values.size();
    for (std::uint32_t v = 0; v < values && v < 3; ++v) made.push_back({facts::of_enumerator(type.index, v)});
  }
  if (type.base == check::base_type::entity) {
    auto const& family = program.kinds[type.index].family;
    for (std::uint32_t e = 0; e < facts.entities.size() && made.size() < 4; ++e) {
      auto const kind = facts.entities[e].kind;
      if (std::find(family.begin(), family.end(), kind) != family.end()) made.push_back({facts::of_entity(kind, e)});
    }
  }
  return made;
}

// Everything that can be varied.
std::vector<varied_fact> all_varied(check::program const& program, facts::base const& facts) {
  std::vector<varied_fact> all;
  auto const add = [&](varied_place place, std::vector<fact_choice> choices, bool is_date = false) {
    if (choices.size() > 1) all.push_back({std::move(place), is_date, std::move(choices)});
  };
  std::vector<fact_choice> const whether{{facts::of_boolean(true)}, {facts::of_boolean(false)}};
  for (std::uint32_t e = 0; e < facts.events.size(); ++e) {
    auto const& event = facts.events[e];
    add({varied_place::kind::event, e, 0, {}}, whether);
    std::vector<fact_choice> days;
    for (auto const& date : drawn_dates())
      days.push_back({facts::of_date(source::parse_date(date).value_or(source::date{}))});
    days.resize(3);
    add({varied_place::kind::event, e, 0, {}}, days, true);
    for (std::uint32_t f = 0; f < event.fields.size(); ++f)
      add({varied_place::kind::field, e, f, {}},
          choices_of(program, facts, program.event_kinds[event.kind].fields[f].type));
  }
  for (std::uint32_t s = 0; s < facts.statements.size(); ++s) {
    std::vector<std::uint32_t> about;
    for (std::uint32_t t = 0; t < facts.statements.size(); ++t) {
      auto const &a = facts.statements[s], &b = facts.statements[t];
      if (a.relation == b.relation && a.arguments == b.arguments) about.push_back(t);
    }
    if (about.front() != s || program.relations[facts.statements[s].relation].value) continue;
    add({varied_place::kind::tuple, facts.statements[s].relation, 0, about},
        {{facts::of_boolean(true), true}, {facts::of_boolean(false)}, {facts::of_boolean(true)}});
  }
  for (std::uint32_t i = 0; i < program.interpretations.size(); ++i) {
    std::vector<fact_choice> readings{{facts::unknown}};
    auto const point = program.interpretations[i].values;
    for (std::uint32_t v = 0; v < program.enumerations[point].values.size(); ++v)
      readings.push_back({facts::of_enumerator(point, v)});
    add({varied_place::kind::reading, i, 0, {}}, readings);
  }
  return all;
}

// The same combination told in facts of its own.
std::string alone(evaluate::compiled const& rules, facts::base const& facts, evaluate::options how,
                  std::vector<varied_fact> const& varied, std::vector<std::size_t> const& chosen,
                  explain::swept_subject const& subject, source::date day) {
  evaluate::changing_world told(rules, facts, how, {});
  for (std::size_t f = 0; f < varied.size(); ++f) {
    auto const& choice = varied[f].choices[chosen[f]];
    explain::suppose(told, facts, varied[f], choice);
    if (varied[f].place.of != varied_place::kind::reading) continue;
    how.readings[varied[f].place.subject] =
        choice.value.is_known() ? std::optional(facts::index_of(choice.value)) : std::nullopt;
  }
  auto const base = told.facts();
  evaluate::world world(rules, base, how);
  auto const found = world.at(day);
  if (subject.is_question) return std::string{evaluate::words(found.questions[subject.index].status)};
  std::vector<evaluate::provision_account> versions;
  for (auto const version : rules.program().articles[subject.index].versions)
    versions.push_back(world.account_of(version, {day}));
  return words(versions);
}

std::string wrong_with(sketch const& of, std::uint64_t seed, counts& into) {
  std::string said;
  auto const program = program_of(of, said);
  if (!program) return {};
  auto const facts = facts_of(of, *program);
  evaluate::compiled const rules(*program);
  auto const how = options_of(of, *program);
  dice with(seed);
  auto all = all_varied(*program, facts);
  std::vector<varied_fact> varied;
  for (std::size_t wanted = 4; wanted > 0 && !all.empty(); --wanted) {
    auto const i = static_cast<std::ptrdiff_t>(with.below(all.size()));
    varied.push_back(all[static_cast<std::size_t>(i)]);
    all.erase(all.begin() + i);
  }
  auto const day = source::parse_date(with.among(drawn_dates())).value_or(source::date{});
  std::vector<explain::swept_subject> subjects;
  for (std::uint32_t a = 0; a < program->articles.size(); ++a) subjects.push_back({false, a});
  for (std::uint32_t q = 0; q < program->questions.size(); ++q) subjects.push_back({true, q});
  try {
    auto const found = explain::sweep(rules, facts, how, day, varied, subjects, answer_words,
                                      [](std::size_t, std::size_t) { return true; });
    for (auto const& one : found) {
      into.evaluations += one.evaluations;
      into.answers += one.answers.size();
      for (std::size_t i = 0; i < one.of.size(); ++i) {
        std::vector<std::size_t> chosen(varied.size());
        auto rest = i;
        for (std::size_t f = varied.size(); f-- > 0;) {
          chosen[f] = rest % varied[f].choices.size();
          rest /= varied[f].choices.size();
        }
        ++into.combinations;
        auto const is = alone(rules, facts, how, varied, chosen, one.subject, day);
        if (one.answers[one.of[i]] != is)
          return fmt::format("combination {} of {} {}, {}: swept\n{}alone\n{}", i,
                             one.subject.is_question ? "question" : "article", one.subject.index, source::to_iso(day),
                             one.answers[one.of[i]], is);
      }
    }
  } catch (evaluate::failure const&) { return {}; }
  ++into.rule_sets;
  return {};
}

TEST_CASE("a sweep says of every combination what an evaluation of it alone says") {
  std::uint64_t const cases = setting("CASUS_PROPERTY_CASES", usual_transformed / 4);
  std::uint64_t const first = setting("CASUS_PROPERTY_SEED", 1);
  counts all;
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    sketch const drawn = draw(seed);
    auto const wrong = wrong_with(drawn, seed, all);
    if (!wrong.empty()) FAIL(fmt::format("seed {}: {}\n{}", seed, wrong, print(drawn)));
  }
  MESSAGE(fmt::format("{} rule sets, {} combinations, {} evaluations, {} answers", all.rule_sets, all.combinations,
                      all.evaluations, all.answers));
}

bool holds_of(explain::decision_row const& row, std::vector<std::size_t> const& values, std::size_t i) {
  for (std::size_t f = values.size(); f-- > 0; i /= values[f])
    if ((row.values[f] >> (i % values[f]) & 1) == 0) return false;
  return true;
}

// The fewest rows of one answer, by trying every set of all rows that could be said of it, the smallest first.
std::size_t fewest(std::vector<std::size_t> const& values, std::vector<std::uint16_t> const& answers,
                   std::uint16_t answer) {
  std::vector<std::uint64_t> rows;  // as sets of combinations
  std::uint64_t wanted = 0;
  for (std::size_t i = 0; i < answers.size(); ++i)
    if (answers[i] == answer) wanted |= std::uint64_t{1} << i;
  std::vector<std::uint64_t> masks(values.size(), 1);
  for (bool is_more = true; is_more;) {
    std::uint64_t held = 0;
    for (std::size_t i = 0; i < answers.size(); ++i)
      if (holds_of({masks, 0, 0}, values, i)) held |= std::uint64_t{1} << i;
    if ((held & ~wanted) == 0) rows.push_back(held);
    is_more = false;
    for (std::size_t f = 0; f < values.size() && !is_more; ++f) {
      is_more = ++masks[f] < std::uint64_t{1} << values[f];
      if (!is_more) masks[f] = 1;
    }
  }
  std::set<std::uint64_t> reached{0};
  for (std::size_t size = 0;; ++size) {
    if (reached.count(wanted) > 0) return size;
    std::set<std::uint64_t> next;
    for (auto const one : reached)
      for (auto const row : rows) next.insert(one | row);
    reached = std::move(next);
  }
}

TEST_CASE("a decision table says the same as the function, in the fewest rows") {
  dice with(7);
  for (std::uint64_t n = 0; n < usual_transformed / 6; ++n) {
    std::vector<std::size_t> values;
    std::size_t all = 1;
    while (all < 9) values.push_back(1 + with.below(3)), all *= values.back();
    std::vector<std::uint16_t> answers;
    for (std::size_t i = 0; i < all; ++i) answers.push_back(static_cast<std::uint16_t>(with.below(2)));
    auto const table = explain::folded(values, answers);
    CHECK(table.is_smallest);
    for (std::size_t i = 0; i < all; ++i) {
      std::size_t held = 0;
      for (auto const& row : table.rows) {
        if (!holds_of(row, values, i)) continue;
        ++held;
        CHECK(row.answer == answers[i]);
      }
      CHECK(held > 0);
    }
    for (auto const answer : std::set<std::uint16_t>(answers.begin(), answers.end())) {
      auto const rows =
          std::count_if(table.rows.begin(), table.rows.end(), [&](auto const& r) { return r.answer == answer; });
      CHECK(static_cast<std::size_t>(rows) == fewest(values, answers, answer));
    }
  }
}

TEST_CASE("a table too large for every row to be looked at says the same, too") {
  dice with(11);
  std::vector<std::size_t> const values(13, 2);
  std::vector<std::uint16_t> answers(std::size_t{1} << 13U);
  for (std::size_t i = 0; i < answers.size(); ++i)
    answers[i] = static_cast<std::uint16_t>(__builtin_popcountll(i) > 7 ? 1 : with.in(1, 4) ? 2 : 0);
  auto const table = explain::folded(values, answers);
  CHECK_FALSE(table.is_smallest);
  std::vector<int> held(answers.size(), 0);
  std::size_t wrong = 0;
  for (auto const& row : table.rows) {
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (!holds_of(row, values, i)) continue;
      ++held[i];
      if (row.answer != answers[i]) ++wrong;
    }
  }
  CHECK(wrong == 0);
  CHECK(*std::min_element(held.begin(), held.end()) > 0);
}

}  // namespace
}  // namespace casus::oracle
