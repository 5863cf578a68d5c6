// What turns an answer, on random rule sets: a set of changes turns it for certain and no part of it does; and where
// everything was tried, whatever change of one fact turns it is found, and of every third rule set also of two.
// CASUS_PROPERTY_CASES and CASUS_PROPERTY_SEED choose how many rule sets and which.
#include "engine/explain/flip.hpp"
#include "engine/explain/open_facts.hpp"
#include "tests/property/evaluate/compare.hpp"
#include "tests/property/evaluate/draw.hpp"
#include "tests/property/evaluate/settings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

namespace casus::oracle {
namespace {

using explain::change;
using explain::changes;
using facts::truth;
using kind = change::kind;

struct counts {
  std::size_t rule_sets = 0, answers = 0, flips = 0, pairs = 0, singles_tried = 0, pairs_tried = 0, cut_off = 0,
              partial = 0;
};

// What the article comes to with some facts changed, found without the search.
class answers {
 public:
  answers(evaluate::world& world, evaluate::compiled const& rules, check::provision_index provision, source::date date)
      : world_(world), rules_(rules), provision_(provision), date_(date) {}

  [[nodiscard]] truth with(changes const& made) const {
    auto facts = world_.facts();
    for (auto const& one : made) explain::make(facts, one);
    evaluate::world changed(rules_, facts, world_.how());
    auto strongest = truth::no;
    auto const found = changed.at(date_);
    for (auto const& one : found.provisions[provision_].instances) strongest = facts::either(strongest, one.applies);
    return strongest;
  }

 private:
  evaluate::world& world_;
  evaluate::compiled const& rules_;
  check::provision_index provision_;
  source::date date_;
};

bool is_writable(evaluate::world const& world, facts::value const& value) {
  return value.tag != facts::tag::unnamed &&
         (value.tag != facts::tag::event || !world.facts().events[facts::index_of(value)].id.empty());
}

void add_events(evaluate::world& world, std::vector<change>& into) {
  auto const& facts = world.facts();
  for (std::uint32_t e = 0; e < facts.events.size(); ++e) {
    auto const& event = facts.events[e];
    for (bool const took_place : {true, false}) {
      auto const now = took_place ? truth::yes : truth::no;
      if (event.holds != now) into.push_back({kind::presence, e, 0, {}, {facts::of_boolean(took_place)}});
    }
    auto const& fields = world.program().event_kinds[event.kind].fields;
    for (std::uint32_t f = 0; f < fields.size(); ++f) {
      for (auto const& value : explain::values_of(world, fields[f].type)) {
        if (value == event.fields[f] || !is_writable(world, value)) continue;
        into.push_back({kind::field, e, f, {}, {value}});
      }
    }
  }
}

void add_tuples(evaluate::world& world, source::date date, std::vector<change>& into) {
  auto const& relations = world.program().relations;
  for (check::relation_index r = 0; r < relations.size(); ++r) {
    if (!relations[r].is_fact) continue;
    std::vector<std::vector<facts::value>> tuples{{}};
    for (auto const& parameter : relations[r].parameters) {
      std::vector<std::vector<facts::value>> longer;
      for (auto const& start : tuples) {
        for (auto const& value : world.range_of(parameter, {date})) {
          longer.push_back(start);
          longer.back().push_back(value);
        }
      }
      tuples = std::move(longer);
    }
    for (auto const& tuple : tuples) {
      if (relations[r].value) {
        for (auto const& value : explain::values_of(world, *relations[r].value))
          if (is_writable(world, value)) into.push_back({kind::value, r, 0, tuple, {value}});
      } else {
        for (bool const holds : {true, false}) into.push_back({kind::tuple, r, 0, tuple, {facts::of_boolean(holds)}});
      }
    }
  }
}

// One event more of each kind, on the date, with every combination of values.
std::vector<change> all_additions(evaluate::world& world, source::date date) {
  constexpr std::size_t most = 60;  // of a kind
  std::vector<change> all;
  auto const& kinds = world.program().event_kinds;
  for (check::event_kind_index k = 0; k < kinds.size(); ++k) {
    std::vector<change> made{{kind::addition, k, 0, {}, {facts::of_boolean(true), facts::of_date(date)}}};
    for (auto const& field : kinds[k].fields) {
      std::vector<change> longer;
      for (auto const& start : made) {
        for (auto const& value : explain::values_of(world, field.type)) {
          if (!is_writable(world, value)) continue;
          longer.push_back(start);
          longer.back().to.push_back(value);
        }
      }
      made = std::move(longer);
    }
    if (made.size() <= most) all.insert(all.end(), made.begin(), made.end());
  }
  return all;
}

// Every change of one fact but numbers, dates and texts.
std::vector<change> all_changes(evaluate::world& world, source::date date) {
  std::vector<change> all;
  add_events(world, all);
  add_tuples(world, date, all);
  return all;
}

class flip_check {
 public:
  flip_check(evaluate::world& world, evaluate::compiled const& rules, check::provision_index provision,
             source::date date, counts& into)
      : world_(world),
        answers_(world, rules, provision, date),
        found_(explain::find_flips(world, rules, {{{provision, {}}}, date}, {.size = 2, .tried = 3'000})),
        date_(date),
        counts_(into) {}

  [[nodiscard]] std::string run(bool with_pairs) {
    ++counts_.answers;
    if (found_.now != answers_.with({})) return "the answer is another to begin with";
    for (auto const& flip : found_.found)
      if (auto wrong = is_smallest(flip); !wrong.empty()) return wrong;
    if (!found_.every_set_tried) ++counts_.cut_off;
    if (!found_.every_fact_read) ++counts_.partial;
    if (!found_.every_set_tried || !found_.every_fact_read) return {};
    return missing(with_pairs);
  }

 private:
  [[nodiscard]] std::string is_smallest(explain::flip const& flip) {
    ++counts_.flips;
    if (flip.made.size() == 2) ++counts_.pairs;
    if (flip.to == found_.now) return "it is no flip";
    if (answers_.with(flip.made) != flip.to) return "a set does not turn it";
    for (std::size_t subset = 0; subset + 1 < (std::size_t{1} << flip.made.size()); ++subset) {
      changes part;
      for (std::size_t i = 0; i < flip.made.size(); ++i)
        if ((subset >> i & 1) != 0) part.push_back(flip.made[i]);
      if (answers_.with(part) == flip.to) return "a part of a set turns it";
    }
    return {};
  }

  [[nodiscard]] bool is_found(truth to, changes const& made) const {
    return std::any_of(found_.found.begin(), found_.found.end(), [&](explain::flip const& flip) {
      return flip.to == to && std::is_permutation(flip.made.begin(), flip.made.end(), made.begin(), made.end());
    });
  }

  // Of an event more, one set is enough that has no more said of it than is needed.
  [[nodiscard]] bool is_found_added(truth to, change const& one) const {
    return std::any_of(found_.found.begin(), found_.found.end(), [&](explain::flip const& flip) {
      return flip.to == to && flip.made.size() == 1 && explain::same_fact(flip.made.front(), one);
    });
  }

  [[nodiscard]] static std::string words(change const& one) {
    return fmt::format("change {} of {}, {} to {}", static_cast<int>(one.of), one.subject, one.field,
                       one.to.front().payload);
  }

  [[nodiscard]] std::string missing(bool with_pairs) {
    auto const all = all_changes(world_, date_);
    std::vector<truth> alone;
    for (auto const& one : all) {
      ++counts_.singles_tried;
      alone.push_back(answers_.with({one}));
      if (alone.back() != truth::open && alone.back() != found_.now && !is_found(alone.back(), {one})) {
        return words(one) + " turns it, and was not found";
      }
    }
    for (auto const& one : all_additions(world_, date_)) {
      ++counts_.singles_tried;
      auto const found = answers_.with({one});
      if (found != truth::open && found != found_.now && !is_found_added(found, one)) {
        return words(one) + " is enough, and was not found";
      }
    }
    if (!with_pairs || all.size() > 100) return {};
    for (std::size_t a = 0; a < all.size(); ++a) {
      for (std::size_t b = a + 1; b < all.size(); ++b) {
        if (explain::same_fact(all[a], all[b])) continue;
        ++counts_.pairs_tried;
        auto const both = answers_.with({all[a], all[b]});
        if (both == truth::open || both == found_.now || alone[a] == both || alone[b] == both) continue;
        if (!is_found(both, {all[a], all[b]})) {
          return words(all[a]) + " and " + words(all[b]) + " turn it, and were not found";
        }
      }
    }
    return {};
  }

  evaluate::world& world_;
  answers answers_;
  explain::flips found_;
  source::date date_;
  counts& counts_;
};

// What is wrong with the flips of a scenario, or nothing.
std::string wrong_with(sketch const& of, bool with_pairs, counts& into) {
  std::string said;
  auto const program = program_of(of, said);
  if (!program) return {};
  ++into.rule_sets;
  auto const facts = facts_of(of, *program);
  evaluate::compiled const rules(*program);
  auto const dates = drawn_dates();
  auto const day = source::parse_date(dates[dates.size() / 2]).value_or(source::date{});
  try {
    evaluate::world world(rules, facts, options_of(of, *program));
    for (check::provision_index p = 0; p < program->provisions.size(); ++p) {
      if (auto wrong = flip_check(world, rules, p, day, into).run(with_pairs); !wrong.empty()) {
        return fmt::format("{} on {}: {}", program->provisions[p].id, source::to_iso(day), wrong);
      }
    }
  } catch (evaluate::failure const&) { return {}; }
  return {};
}

TEST_CASE("what turns an answer turns it, and is all there") {
  std::uint64_t const cases = setting("CASUS_PROPERTY_CASES", usual_transformed / 20);
  std::uint64_t const first = setting("CASUS_PROPERTY_SEED", 1);
  counts all;
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    sketch const drawn = draw(seed);
    bool const with_pairs = seed % 3 == 0;
    if (wrong_with(drawn, with_pairs, all).empty()) continue;
    sketch const least = smallest(drawn, [&](sketch const& one) {
      counts none;
      return !wrong_with(one, with_pairs, none).empty();
    });
    FAIL(fmt::format("seed {}: {}\n{}", seed, wrong_with(least, with_pairs, all), print(least)));
  }
  MESSAGE(fmt::format(
      "{} rule sets, {} answers, {} flips, {} of two changes; {} changes and {} pairs tried besides; "
      "{} cut off, {} partial",
      all.rule_sets, all.answers, all.flips, all.pairs, all.singles_tried, all.pairs_tried, all.cut_off, all.partial));
}

}  // namespace
}  // namespace casus::oracle
