// A second evaluator, to hold the engine against: the language's meaning as plainly as it can be written. One instance
// at a time, nested loops over whole ranges, no plans and no sharing with engine/evaluate but its options. Slow by
// design: for universes of a few things.
#pragma once
#include "engine/check/program.hpp"
#include "engine/evaluate/findings.hpp"
#include "engine/evaluate/world.hpp"
#include "engine/facts/base.hpp"
#include "tests/property/evaluate/needs.hpp"
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace casus::oracle {

using facts::truth;
using facts::value;
using values = std::vector<value>;

// A date, and the events that count as visible on it besides those that are. The date may not be known.
struct moment {
  source::date date;
  std::vector<std::uint32_t> visible;
  bool is_unknown = false;
  auto operator<=>(moment const&) const = default;
};

// Recursion through `before` that does not go back in time.
struct no_way_back {};
// More conditions and bindings than the limit on steps allows. The engine's steps are other ones, and fewer.
struct out_of_steps {};

// A term's value; of a number that is counted, the range in which it certainly lies.
struct number_range {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
struct term {
  facts::value what;
  std::optional<number_range> range;
};
[[nodiscard]] std::optional<number_range> range_of(term const& of);

struct verdict {
  evaluate::status status = evaluate::status::does_not_apply;
  bool exists = false;  // whether there is such an instance at all
  std::optional<source::date> judged_on;
  moment at;  // where it is judged
  truth when = truth::no;
  truth displaced = truth::no;
  std::vector<evaluate::displacement> by;  // all that displace it as surely as it is displaced
  truth applies = truth::no;
  truth outcome = truth::yes;
  std::vector<std::uint32_t> failing;
  std::vector<std::uint32_t> open;
};

struct norm {
  check::provision_index provision = 0;
  values binding;
  std::uint32_t consequence = 0;
  value actor;
  values arguments;
  std::optional<value> from, by, until;  // none: not written
  check::event_kind_index act = 0;
  model::modality mode{};
  truth follows = truth::no;
  evaluate::norm_state state{};
  truth breached = truth::no;
};

struct conflict {  // each a provision with its binding and a number among its consequences
  std::tuple<check::provision_index, values, std::uint32_t> must, must_not;
  auto operator<=>(conflict const&) const = default;
};

class evaluator {
 public:
  evaluator(check::program const& rules, facts::base const& facts, evaluate::options const& how);

  [[nodiscard]] std::vector<values> bindings(check::scope const& of) const;
  [[nodiscard]] std::vector<value> range(check::type const& of) const;
  [[nodiscard]] truth holds(check::relation_index relation, values const& arguments, moment const& on);
  [[nodiscard]] verdict judge(check::provision_index provision, values const& binding, moment const& on);
  [[nodiscard]] evaluate::question_status ask(check::question_index question, values const& binding, source::date on);
  [[nodiscard]] truth in_force(check::provision_index provision, moment const& on) const;
  // Those of one instance that possibly bind.
  [[nodiscard]] std::vector<norm> norms(check::provision_index provision, values const& binding, moment const& on);
  // Of all norms on a day.
  [[nodiscard]] std::vector<conflict> conflicts(source::date on);

 private:
  void step() const {
    if (++steps_ > how_.limits.steps) throw out_of_steps{};
  }

  // Values and ranges.
  [[nodiscard]] std::vector<value> candidates(check::type const& of) const;
  [[nodiscard]] truth within(value const& element, check::kind_index kind) const;
  [[nodiscard]] truth may_be_within(check::type const& of, check::kind_index kind) const;
  [[nodiscard]] truth compare(model::comparison_operator op, term const& a, term const& b) const;
  [[nodiscard]] truth ordered(model::comparison_operator op, value const& a, value const& b) const;
  [[nodiscard]] std::optional<std::strong_ordering> order(value const& a, value const& b) const;
  [[nodiscard]] truth equal(value const& a, value const& b) const;
  [[nodiscard]] truth visible(value const& event, moment const& on) const;
  [[nodiscard]] bool hidden(facts::event const& event) const;

  // Terms.
  [[nodiscard]] term evaluate(model::expression_id id, values& slots, moment const& on);
  [[nodiscard]] value single(model::expression_id id, values& slots, moment const& on);
  [[nodiscard]] value reference(model::expression_id id) const;
  [[nodiscard]] value field(model::expression_id id, value const& object) const;
  [[nodiscard]] term sum(model::arithmetic const& node, values& slots, moment const& on);
  [[nodiscard]] term count(model::expression_id id, model::count const& node, values& slots, moment const& on);
  [[nodiscard]] value select(model::expression_id id, model::selection const& node, values& slots, moment const& on);
  [[nodiscard]] value extreme(model::extreme_date const& node, values& slots, moment const& on);

  // Conditions.
  [[nodiscard]] truth condition(model::expression_id id, values& slots, moment const& on);
  [[nodiscard]] truth junction(model::junction const& node, values& slots, moment const& on);
  [[nodiscard]] truth quantifier(model::expression_id id, model::quantifier const& node, values& slots,
                                 moment const& on);
  [[nodiscard]] truth elsewhere(model::expression_id inner, model::expression_id date, int days, values& slots,
                                moment const& on);
  [[nodiscard]] truth status(model::expression_id id, model::provision_status const& node, values& slots,
                             moment const& on);
  [[nodiscard]] truth applied(model::expression_id id, model::application const& node, values& slots, moment const& on);
  // Calls `each` with the truth of all bound events being visible, for every choice of values for the slots.
  template <class Each>
  void each_choice(std::vector<check::type> const& types, std::vector<std::uint32_t> const& bound, std::size_t from,
                   truth so_far, values& slots, moment const& on, Each const& each);
  [[nodiscard]] std::vector<check::type> types_of(std::vector<model::variable> const& variables) const;
  [[nodiscard]] check::type type_named(model::type_name const& written) const;

  // Relations.
  [[nodiscard]] truth over_candidates(check::relation_index relation, values arguments,
                                      std::vector<check::type> const& types, moment const& on);
  [[nodiscard]] truth tuple(check::relation_index relation, values const& arguments, moment const& on);
  [[nodiscard]] truth work_out(check::relation_index relation, values const& arguments, moment const& on);
  [[nodiscard]] truth stated(check::relation_index relation, values const& arguments, moment const& on) const;
  [[nodiscard]] value stated_value(check::relation_index relation, values const& arguments, moment const& on) const;
  [[nodiscard]] truth established(check::relation_index relation, values const& arguments, moment const& on);
  [[nodiscard]] truth established_by(check::provision_index provision, std::uint32_t consequence,
                                     values const& arguments, values const& binding, moment const& on);
  void solve(std::uint32_t component, moment const& on);
  [[nodiscard]] std::vector<values> tuples(check::relation_index relation) const;

  // Provisions.
  [[nodiscard]] verdict judge_afresh(check::provision_index provision, values const& binding, moment const& on);
  void decide(verdict& of, check::provision_index provision, values& slots);
  struct displacing {
    evaluate::displacement by;
    truth holds = truth::no;
  };
  [[nodiscard]] std::vector<displacing> displacements(check::provision_index provision, values& slots,
                                                      moment const& judged);
  [[nodiscard]] truth overrides(check::provision_index by, check::overriding const& clause, values const& binding,
                                check::provision_index target, values const& other, moment const& judged);
  [[nodiscard]] values slots_for(check::scope const& of, values const& binding) const;

  // Norms.
  [[nodiscard]] truth was_breached(check::provision_index provision, values const& binding, moment const& on);
  [[nodiscard]] bool lifts_only(check::provision_index provision) const;
  void settle(norm& of, verdict const& judged, moment const& on);
  [[nodiscard]] std::set<evaluate::norm_state> duty_states(norm const& of, moment const& on);
  [[nodiscard]] std::set<evaluate::norm_state> ban_states(norm const& of, verdict const& judged, moment const& on);
  [[nodiscard]] truth stood_on(norm const& of, verdict const& judged, source::date day);
  // Of all that a prohibition speaks of, or of one act.
  [[nodiscard]] truth lifted_on(norm const& of, source::date day, std::optional<std::uint32_t> event);
  // Whether an act matches, and what day it counts from (unknown where that is).
  struct deed {
    truth matches = truth::no;
    value day;
    source::date earliest = source::first_date;  // of an unknown day
    std::uint32_t event = 0;
  };
  [[nodiscard]] std::vector<deed> deeds(norm const& of, moment const& on) const;
  // Those of everybody whom the duty binds jointly.
  [[nodiscard]] std::vector<deed> joint_deeds(norm const& of, moment const& on);
  [[nodiscard]] truth same_day(std::optional<value> const& a, std::optional<value> const& b) const;
  [[nodiscard]] truth same_arguments(norm const& a, norm const& b) const;
  [[nodiscard]] std::vector<norm> unsettled_norms(check::provision_index provision, values const& binding,
                                                  verdict const& judged, moment const& on);

  check::program const& rules_;
  facts::base const& facts_;
  evaluate::options const& how_;
  needs graph_;
  facts::texts texts_;  // those of the facts, and of the rules' literals
  std::map<std::tuple<std::uint32_t, moment, values>, truth> known_;
  std::map<std::tuple<std::uint32_t, moment, values>, verdict> judged_;
  std::map<std::tuple<std::uint32_t, moment>, std::map<values, truth>> tables_;  // of recursive relations
  std::set<std::tuple<std::uint32_t, moment>> solved_;
  mutable std::uint64_t steps_ = 0;
};

// Whether a day lies between two dates of the rules; either may be left out, absent or unknown.
[[nodiscard]] truth between(std::optional<value> const& from, std::optional<value> const& until, moment const& day);
// An ending's first day on which it is over.
[[nodiscard]] value day_after(value date, bool inclusive);

}  // namespace casus::oracle
