// What settles an instance, on random rule sets: no open fact that decides anything is left out, and what is said of
// those that are named is so. CASUS_PROPERTY_CASES and CASUS_PROPERTY_SEED choose how many rule sets and which.
#include "engine/explain/open_facts.hpp"
#include "engine/explain/supposition.hpp"
#include "tests/property/evaluate/compare.hpp"
#include "tests/property/evaluate/draw.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace casus::oracle {
namespace {

using explain::open_fact;
using explain::supposed;
using facts::truth;
using kind = open_fact::kind;

std::uint64_t setting(char const* name, std::uint64_t otherwise) {
  char const* const found = std::getenv(name);
  return found == nullptr ? otherwise : std::strtoull(found, nullptr, 10);
}

// The tuples of the relation that are nowhere stated, on a date.
void add_unstated(evaluate::world& world, check::relation_index relation, source::date date,
                  std::vector<open_fact>& into) {
  auto const& meant = world.program().relations[relation];
  std::vector<std::vector<facts::value>> tuples{{}};
  for (auto const& parameter : meant.parameters) {
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
    bool const is_stated =
        std::any_of(world.facts().statements.begin(), world.facts().statements.end(),
                    [&](auto const& said) { return said.relation == relation && said.arguments == tuple; });
    if (is_stated) continue;
    open_fact made;
    made.of = meant.value ? kind::fact_value : kind::unstated_tuple;
    made.subject = relation;
    made.arguments = tuple;
    made.date = date;
    if (!explain::candidates_for(world, made).empty()) into.push_back(made);
  }
}

// Everything in a scenario that is not known and has candidates.
std::vector<open_fact> all_open(evaluate::world& world) {
  std::vector<open_fact> all;
  auto const& facts = world.facts();
  auto const add = [&](kind of, std::uint32_t subject, std::uint32_t field = 0) {
    open_fact made;
    made.of = of;
    made.subject = subject;
    made.field = field;
    if (!explain::candidates_for(world, made).empty()) all.push_back(made);
  };
  for (std::uint32_t e = 0; e < facts.events.size(); ++e) {
    if (facts.events[e].holds == truth::open) add(kind::event_holds, e);
    for (std::uint32_t f = 0; f < facts.events[e].fields.size(); ++f)
      if (!facts.events[e].fields[f].is_known()) add(kind::event_field, e, f);
  }
  for (std::uint32_t e = 0; e < facts.entities.size(); ++e) {
    for (std::uint32_t f = 0; f < facts.entities[e].fields.size(); ++f)
      if (!facts.entities[e].fields[f].is_known()) add(kind::entity_field, e, f);
  }
  for (std::uint32_t s = 0; s < facts.statements.size(); ++s)
    if (facts.statements[s].holds == truth::open) add(kind::statement, s);
  for (auto const& [interpretation, reading] : world.how().readings)
    if (!reading) add(kind::reading, interpretation);
  for (check::relation_index r = 0; r < world.program().relations.size(); ++r) {
    auto const& relation = world.program().relations[r];
    if (!relation.is_fact || (!relation.open && !relation.value)) continue;
    for (auto const& date : drawn_dates()) {
      if (auto const day = source::parse_date(date)) add_unstated(world, r, *day, all);
    }
  }
  return all;
}

struct counts {
  std::size_t rule_sets = 0, instances = 0, facts = 0, sets = 0, decided = 0;
};

class settlement_check {
 public:
  settlement_check(evaluate::world& world, evaluate::compiled const& rules, check::provision_index provision,
                   evaluate::binding const& values, source::date date, counts& into)
      : world_(world),
        found_(explain::settle(world, rules, provision, values, date)),
        under_(world, rules, provision, values, date),
        counts_(into) {}

  // What is wrong, or nothing.
  [[nodiscard]] std::string run() {
    ++counts_.instances;
    counts_.facts += found_.open.size();
    if (auto wrong = left_out(); !wrong.empty()) return wrong;
    for (auto const& set : found_.applies)
      if (auto wrong = is_smallest(set, truth::yes); !wrong.empty()) return wrong;
    for (auto const& set : found_.not_applies)
      if (auto wrong = is_smallest(set, truth::no); !wrong.empty()) return wrong;
    return completions();
  }

 private:
  [[nodiscard]] std::string left_out() {
    for (auto const& fact : all_open(world_)) {
      if (std::find(found_.open.begin(), found_.open.end(), fact) != found_.open.end()) continue;
      for (auto const& value : explain::candidates_for(world_, fact)) {
        if (under_.applies({{fact, value}}) == truth::open) continue;
        return fmt::format("open fact {} of {}, {} is left out, and settles it", static_cast<int>(fact.of),
                           fact.subject, fact.field);
      }
    }
    return {};
  }

  [[nodiscard]] std::string is_smallest(std::vector<supposed> const& set, truth way) {
    ++counts_.sets;
    if (under_.applies(set) != way) return "a set does not settle it";
    for (std::size_t subset = 0; subset + 1 < (std::size_t{1} << set.size()); ++subset) {
      std::vector<supposed> part;
      for (std::size_t i = 0; i < set.size(); ++i)
        if ((subset >> i & 1) != 0) part.push_back(set[i]);
      if (under_.applies(part) != truth::open) return "a part of a set settles it";
    }
    return {};
  }

  [[nodiscard]] std::string completions() {
    if (!found_.completions_tried) return {};
    std::size_t number = 1;
    for (auto const& fact : found_.open) {
      candidates_.push_back(explain::candidates_for(world_, fact));
      number *= std::max<std::size_t>(1, candidates_.back().size());
    }
    if (number > 200) return {};
    std::vector<supposed> what;
    complete(what);
    auto const agreed = outcomes_.size() == 1 && outcomes_[0] != truth::open;
    if (agreed) ++counts_.decided;
    if (agreed != found_.in_every_completion.has_value()) return "the completions say otherwise";
    return !agreed || *found_.in_every_completion == (outcomes_[0] == truth::yes) ? ""
                                                                                  : "the completions say the opposite";
  }

  void complete(std::vector<supposed>& what) {
    if (next_ == found_.open.size()) {
      auto const found = under_.applies(what);
      if (std::find(outcomes_.begin(), outcomes_.end(), found) == outcomes_.end()) outcomes_.push_back(found);
      return;
    }
    auto const fact = next_++;
    if (candidates_[fact].empty()) complete(what);
    for (auto const& value : candidates_[fact]) {
      what.push_back({found_.open[fact], value});
      complete(what);
      what.pop_back();
    }
    next_ = fact;
  }

  evaluate::world& world_;
  explain::settlement found_;
  explain::suppositions under_;
  counts& counts_;
  std::vector<std::vector<facts::value>> candidates_;
  std::vector<truth> outcomes_;
  std::size_t next_ = 0;
};

// What is wrong with the settlements of a scenario, or nothing.
std::string wrong_with(sketch const& of, counts& into) {
  std::string said;
  auto const program = program_of(of, said);
  if (!program) return {};
  ++into.rule_sets;
  auto const facts = facts_of(of, *program);
  evaluate::compiled const rules(*program);
  constexpr std::size_t most_instances = 3;  // of a provision
  try {
    evaluate::world world(rules, facts, options_of(of, *program));
    for (auto const& date : drawn_dates()) {
      auto const day = source::parse_date(date).value_or(source::date{});
      for (auto const& provision : world.at(day).provisions) {
        std::size_t seen = 0;
        for (auto const& one : provision.instances) {
          if (one.status != evaluate::status::undetermined || ++seen > most_instances) continue;
          settlement_check check(world, rules, provision.provision, one.binding, day, into);
          if (auto wrong = check.run(); !wrong.empty()) {
            return fmt::format("{} on {}: {}", program->provisions[provision.provision].id, date, wrong);
          }
        }
      }
    }
  } catch (evaluate::failure const&) { return {}; }
  return {};
}

bool is_wrong(sketch const& one) {
  counts none;
  return !wrong_with(one, none).empty();
}

TEST_CASE("what settles an instance is all there, and settles it") {
  std::uint64_t const cases = setting("CASUS_PROPERTY_CASES", 300);
  std::uint64_t const first = setting("CASUS_PROPERTY_SEED", 1);
  counts all;
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    sketch const drawn = draw(seed);
    if (wrong_with(drawn, all).empty()) continue;
    sketch const least = smallest(drawn, is_wrong);
    FAIL(fmt::format("seed {}: {}\n{}", seed, wrong_with(least, all), print(least)));
  }
  MESSAGE(fmt::format("{} rule sets, {} instances, {} open facts, {} settling sets, {} the same in every completion",
                      all.rule_sets, all.instances, all.facts, all.sets, all.decided));
}

}  // namespace
}  // namespace casus::oracle
