// The spans of a timeline, on random rule sets, against an evaluation of every single day: a state holds on exactly the
// days that its span says. CASUS_PROPERTY_CASES and CASUS_PROPERTY_SEED choose how many rule sets and which.
#include "engine/explain/turning.hpp"
#include "tests/property/evaluate/compare.hpp"
#include "tests/property/evaluate/draw.hpp"
#include "tests/property/evaluate/settings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace casus::oracle {
namespace {

using explain::lane;
using explain::lane_state;

struct counts {
  std::size_t rule_sets = 0, days = 0, lanes = 0, spans = 0, because_of_facts = 0, dates = 0;
};

std::string words(lane_state const& state) {
  if (auto const* of = std::get_if<evaluate::status>(&state)) return std::string{evaluate::words(*of)};
  if (auto const* of = std::get_if<evaluate::norm_state>(&state)) return std::string{evaluate::words(*of)};
  if (auto const* of = std::get_if<evaluate::question_status>(&state)) return std::string{evaluate::words(*of)};
  return "nothing";
}

// What the timeline says of a day; nothing of a norm that is not there yet.
lane_state told(lane const& of, source::date day) {
  for (auto const& one : of.spans) {
    if ((!one.begin || *one.begin <= day) && (!one.end || day < *one.end)) return one.state;
  }
  return std::monostate{};
}

bool is_of(lane const& one, evaluate::norm const& norm) {
  std::vector parties{norm.actor};
  parties.insert(parties.end(), norm.arguments.begin(), norm.arguments.end());
  return one.consequence == norm.consequence && one.parties == parties;
}

// What the day itself says; nothing of a norm that is not there.
lane_state found(lane const& of, evaluate::findings const& all, evaluate::world& world) {
  if (of.of == lane::kind::question) {
    for (auto const& one : all.questions[of.subject].instances)
      if (one.binding == of.binding) return one.status;
    return evaluate::question_status::does_not_arise;
  }
  auto const& provision = all.provisions[of.subject];
  if (of.of == lane::kind::provision) return provision.status;
  for (auto const& one : provision.instances) {
    if (one.binding != of.binding) continue;
    if (of.of == lane::kind::instance) return one.status;
    for (auto const n : one.norms)
      if (is_of(of, all.norms[n])) return all.norms[n].state;
    if (one.status == evaluate::status::displaced) continue;
    for (auto const& fact : evaluate::established_by(world, of.subject, one, all.date))
      if (fact.consequence == of.consequence && fact.arguments == of.parties)
        return evaluate::state_of(fact, one, all.date);
  }
  if (of.of == lane::kind::norm || of.of == lane::kind::fact) return std::monostate{};
  return provision.in_force ? evaluate::status::does_not_apply : evaluate::status::not_in_force;
}

std::size_t listed(evaluate::findings const& all, evaluate::world& world) {
  auto sum = all.provisions.size() + all.norms.size();
  for (auto const& of : all.provisions) {
    sum += of.instances.size();
    for (auto const& one : of.instances) {
      if (one.status == evaluate::status::displaced) continue;
      auto const facts = evaluate::established_by(world, of.provision, one, all.date);
      sum += facts.size();
    }
  }
  for (auto const& one : all.questions) sum += one.instances.size();
  return sum;
}

std::string differs(explain::timeline const& shown, evaluate::world& world, source::date day,
                    check::program const& program) {
  auto const all = world.at(day);
  std::size_t there = 0;
  for (auto const& one : shown.lanes) {
    auto const said = told(one, day);
    auto const is = found(one, all, world);
    if (said != is) {
      auto const& name =
          one.of == lane::kind::question ? program.questions[one.subject].id : program.provisions[one.subject].id;
      return fmt::format("{} on {}: the timeline says {}, the day {}", name, source::to_iso(day), words(said),
                         words(is));
    }
    bool const is_listed = one.of == lane::kind::provision || said != lane_state{};
    there += is_listed ? 1 : 0;
  }
  if (there < listed(all, world))
    return fmt::format("on {}, {} things found, {} shown", source::to_iso(day), listed(all, world), there);
  return {};
}

// Neighbouring spans differ and meet; what began one is dated on the day or no fact of the scenario could be it.
std::string misshapen(lane const& of, counts& into) {
  for (std::size_t i = 0; i < of.spans.size(); ++i) {
    ++into.spans;
    auto const& one = of.spans[i];
    if (one.begin && one.end && *one.end <= *one.begin) return "an empty span";
    if (i > 0 && (of.spans[i - 1].end != one.begin || of.spans[i - 1].state == one.state))
      return "spans that do not meet";
    if (one.begin && one.because.empty()) return "a change without a cause on " + source::to_iso(*one.begin);
    into.because_of_facts +=
        static_cast<std::size_t>(std::count_if(one.because.begin(), one.because.end(), [](auto const& why) {
          return why.of <= evaluate::turn::kind::fact_ends;
        }));
  }
  return {};
}

constexpr source::date first_day{10896};  // 1999-11-01
constexpr int days = 180;

std::string wrong_with(sketch const& of, counts& into) {
  std::string said;
  auto const program = program_of(of, said);
  if (!program) return {};
  auto const facts = facts_of(of, *program);
  evaluate::compiled const rules(*program);
  auto const how = options_of(of, *program);
  try {
    auto shown = explain::timeline_of(rules, facts, how, {});
    evaluate::world world(rules, facts, how);
    for (int i = 0; i < days; ++i) {
      if (auto wrong = differs(shown, world, {first_day.days + i}, *program); !wrong.empty()) return wrong;
      ++into.days;
    }
    std::vector<std::size_t> all(shown.lanes.size());
    std::iota(all.begin(), all.end(), 0U);
    explain::find_causes(shown, all, rules, facts, how);
    for (auto const& one : shown.lanes) {
      ++into.lanes;
      if (auto wrong = misshapen(one, into); !wrong.empty()) return wrong;
    }
    into.dates += shown.dates;
  } catch (evaluate::failure const&) { return {}; }
  ++into.rule_sets;
  return {};
}

bool is_wrong(sketch const& one) {
  counts none;
  return !wrong_with(one, none).empty();
}

TEST_CASE("a timeline says of every day what an evaluation of the day says") {
  std::uint64_t const cases = setting("CASUS_PROPERTY_CASES", usual_transformed / 2);
  std::uint64_t const first = setting("CASUS_PROPERTY_SEED", 1);
  counts all;
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    sketch const drawn = draw(seed);
    if (wrong_with(drawn, all).empty()) continue;
    sketch const least = smallest(drawn, is_wrong);
    FAIL(fmt::format("seed {}: {}\n{}", seed, wrong_with(least, all), print(least)));
  }
  MESSAGE(fmt::format("{} rule sets, {} days, {} dates worked out, {} lanes, {} spans, {} begun by facts",
                      all.rule_sets, all.days, all.dates, all.lanes, all.spans, all.because_of_facts));
}

}  // namespace
}  // namespace casus::oracle
