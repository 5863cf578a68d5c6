// A proof re-derives its conclusion, on random rule sets: with everything that it does not cite unknown, the instance
// comes out the same. And what is shown to be so never rests on itself. CASUS_PROPERTY_CASES and CASUS_PROPERTY_SEED
// choose how many rule sets and which.
#include "engine/explain/proof.hpp"
#include "tests/property/evaluate/compare.hpp"
#include "tests/property/evaluate/draw.hpp"
#include "tests/property/evaluate/settings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

namespace casus::oracle {
namespace {

using explain::cited_fact;
using facts::truth;

struct counts {
  std::size_t rule_sets = 0, proofs = 0, steps = 0, erased = 0, partial = 0;
};

class cited {
 public:
  explicit cited(explain::proof const& of) {
    for (auto const& step : of.steps)
      for (auto const& fact : step.cites) known_.emplace(fact.of, fact.subject, fact.field);
  }
  [[nodiscard]] bool has(cited_fact::kind of, std::size_t subject, std::size_t field = 0) const {
    return known_.count({of, subject, field}) > 0;
  }

 private:
  std::set<std::tuple<cited_fact::kind, std::size_t, std::size_t>> known_;
};

// The facts with everything unknown that is not cited.
facts::base erased(facts::base facts, cited const& kept, counts& into) {
  using kind = cited_fact::kind;
  for (std::size_t e = 0; e < facts.events.size(); ++e) {
    auto& event = facts.events[e];
    for (std::size_t f = 0; f < event.fields.size(); ++f) {
      if (!kept.has(kind::event_field, e, f)) event.fields[f] = facts::unknown, ++into.erased;
    }
    if (event.holds == truth::yes && !kept.has(kind::event, e)) event.holds = truth::open, ++into.erased;
  }
  for (std::size_t e = 0; e < facts.entities.size(); ++e) {
    for (std::size_t f = 0; f < facts.entities[e].fields.size(); ++f) {
      if (!kept.has(kind::entity_field, e, f)) facts.entities[e].fields[f] = facts::unknown, ++into.erased;
    }
  }
  for (std::size_t s = 0; s < facts.statements.size(); ++s) {
    if (kept.has(kind::statement, s)) continue;
    facts.statements[s].holds = truth::open;
    facts.statements[s].held = facts::unknown;
    ++into.erased;
  }
  return facts;
}

evaluate::options erased(evaluate::options how, check::program const& program, cited const& kept) {
  for (check::interpretation_index i = 0; i < program.interpretations.size(); ++i)
    if (!kept.has(cited_fact::kind::reading, i)) how.readings[i] = std::nullopt;
  return how;
}

bool has_circle(explain::proof const& of, explain::step_index at, std::vector<int>& state) {
  if (of.steps[at].truth != truth::yes || state[at] == 2) return false;
  if (state[at] == 1) return true;
  state[at] = 1;
  for (auto const& one : of.steps[at].rests_on)
    if (has_circle(of, one.step, state)) return true;
  state[at] = 2;
  return false;
}

std::string wrong_with(evaluate::world& world, evaluate::compiled const& rules, check::provision_index provision,
                       evaluate::binding const& values, source::date date, counts& into) {
  auto const proof = explain::prove(world, provision, values, date);
  auto const expected = world.instance_of(provision, values, date).applies;
  ++into.proofs;
  into.steps += proof.steps.size();
  if (proof.steps.front().truth != expected) return "the conclusion is another";
  std::vector<int> state(proof.steps.size(), 0);
  if (has_circle(proof, 0, state)) return "it rests on itself";
  if (proof.is_partial) ++into.partial;
  if (proof.is_partial || expected == truth::open) return {};
  cited const kept(proof);
  auto const less = erased(world.facts(), kept, into);
  evaluate::world weaker(rules, less, erased(world.how(), rules.program(), kept));
  return weaker.instance_of(provision, values, date).applies == expected ? "" : "it does not follow from what is cited";
}

// What is wrong with the proofs about a scenario, or nothing.
std::string wrong_with(sketch const& of, counts& into) {
  std::string said;
  auto const program = program_of(of, said);
  if (!program) return {};
  ++into.rule_sets;
  auto const facts = facts_of(of, *program);
  evaluate::compiled const rules(*program);
  constexpr std::size_t most_instances = 4;  // of a provision
  try {
    evaluate::world world(rules, facts, options_of(of, *program));
    for (auto const& date : drawn_dates()) {
      auto const day = source::parse_date(date).value_or(source::date{});
      for (auto const& provision : world.at(day).provisions) {
        for (std::size_t i = 0; i < provision.instances.size() && i < most_instances; ++i) {
          auto const wrong = wrong_with(world, rules, provision.provision, provision.instances[i].binding, day, into);
          if (wrong.empty()) continue;
          return fmt::format("{} on {}, instance {}: {}", program->provisions[provision.provision].id, date, i, wrong);
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

TEST_CASE("a proof re-derives its conclusion from what it cites") {
  std::uint64_t const cases = setting("CASUS_PROPERTY_CASES", 300);
  std::uint64_t const first = setting("CASUS_PROPERTY_SEED", 1);
  counts all;
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    sketch const drawn = draw(seed);
    if (wrong_with(drawn, all).empty()) continue;
    sketch const least = smallest(drawn, is_wrong);
    FAIL(fmt::format("seed {}: {}\n{}", seed, wrong_with(least, all), print(least)));
  }
  MESSAGE(fmt::format("{} rule sets, {} proofs of {} steps, {} things erased, {} partial", all.rule_sets, all.proofs,
                      all.steps, all.erased, all.partial));
}

}  // namespace
}  // namespace casus::oracle
