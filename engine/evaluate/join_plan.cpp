// The order of a join, chosen greedily: filters as soon as their variables are bound, then the cheapest generator.
#include "compile.hpp"

#include <algorithm>

namespace casus::evaluate {
namespace {

// Relative costs of running a step; only their order matters.
constexpr int cost_of_assignment = 1;
constexpr int cost_of_keyed_probe = 10;
constexpr int cost_of_keyed_match = 12;
constexpr int cost_of_keyed_derived = 15;
constexpr int cost_of_small_domain = 20;
constexpr int cost_of_coarse_probe = 40;
constexpr int cost_of_event_scan = 50;
constexpr int cost_of_match = 60;
constexpr int cost_of_derived = 80;
constexpr int cost_of_entity_scan = 120;
constexpr int impossible = 1'000'000;

int cost_of_filter(plan const& of, node_index n) {
  switch (of.nodes[n].what) {
    case op::compare:
    case op::in_kind:
    case op::in_set:
    case op::truth_of_term:
    case op::given: return 1;
    case op::conjunction:
    case op::disjunction: return 2;
    case op::relation: return of.program->relations[of.nodes[n].index].is_fact ? 3 : 5;
    case op::negation: return 6;
    default: return 8;
  }
}

class planner {
 public:
  planner(plan& into, block_request request) : plan_(into), request_(std::move(request)), bound_(request_.bound) {
    block_.variables = std::move(request_.variables);
    for (auto const root : request_.roots) flatten(plan_, root, block_.conjuncts, block_.variables);
    block_.steps.reserve(block_.conjuncts.size() + 1);
    used_.assign(block_.conjuncts.size(), false);
    judged_ = request_.judged_at == none;
  }

  block run() {
    if (request_.first != none) start_from(request_.first);
    while (true) {
      judge_when_possible();
      if (filter_when_possible()) continue;
      if (!generate()) break;
    }
    return std::move(block_);
  }

 private:
  struct candidate {
    int cost = impossible;
    step made;
    std::size_t conjunct = 0;
    bool uses_conjunct = false;
  };

  [[nodiscard]] node const& at(node_index n) const { return plan_.nodes[n]; }
  [[nodiscard]] bool is_bound(node_index n) const { return at(n).slots.within(bound_); }

  // Whether a condition may be read yet: on the day of judgment, with every event that it might see being bound.
  [[nodiscard]] bool is_readable(node_index n) const {
    if (!at(n).dated) return true;
    return judged_ && std::none_of(block_.variables.begin(), block_.variables.end(), [&](auto const& variable) {
             return is_unbound_event(variable) && at(n).ranges.has(variable.type.index);
           });
  }

  // An event of the instance that is not bound yet: it will count as visible.
  [[nodiscard]] bool is_unbound_event(bound_variable const& variable) const {
    return variable.role == role::of_instance && variable.type.base == check::base_type::event &&
           !bound_.has(variable.slot);
  }

  void judge_when_possible() {
    if (judged_ || !is_bound(request_.judged_at)) return;
    step made;
    made.what = step_kind::judge;
    made.node = request_.judged_at;
    for (std::uint32_t v = 0; v < block_.variables.size(); ++v) {
      if (bound_.has(block_.variables[v].slot)) made.binds.push_back(v);
    }
    block_.steps.push_back(std::move(made));
    judged_ = true;
  }

  bool filter_when_possible() {
    auto best = block_.conjuncts.size();
    for (std::size_t i = 0; i < block_.conjuncts.size(); ++i) {
      auto const n = block_.conjuncts[i];
      if (used_[i] || !is_bound(n) || !is_readable(n)) continue;
      if (best == block_.conjuncts.size() || cost_of_filter(plan_, n) < cost_of_filter(plan_, block_.conjuncts[best])) {
        best = i;
      }
    }
    if (best == block_.conjuncts.size()) return false;
    used_[best] = true;
    step made;
    made.what = step_kind::filter;
    made.node = block_.conjuncts[best];
    block_.steps.push_back(std::move(made));
    return true;
  }

  [[nodiscard]] std::uint32_t unbound_variable(std::uint32_t slot) const {
    for (std::uint32_t v = 0; v < block_.variables.size(); ++v) {
      if (block_.variables[v].slot == slot && !bound_.has(slot)) return v;
    }
    return none;
  }

  // Before the day of judgment and the events of the instance are known, an event may only be bound where its
  // visibility does not matter.
  [[nodiscard]] bool may_bind(std::uint32_t v) const {
    auto const& variable = block_.variables[v];
    if (variable.role != role::quantified || variable.type.base != check::base_type::event) return true;
    return judged_ && std::none_of(block_.variables.begin(), block_.variables.end(), [&](auto const& other) {
             return is_unbound_event(other) && other.type.index == variable.type.index;
           });
  }

  void offer(candidate& best, candidate next) const {
    if (next.cost < best.cost) best = std::move(next);
  }

  void offer_assignments(candidate& best, std::size_t i, node const& equality) const {
    for (int side = 0; side < 2; ++side) {
      auto const& variable = at(equality.operands[static_cast<std::size_t>(side)]);
      auto const other = equality.operands[static_cast<std::size_t>(1 - side)];
      if (!is_bound(other) || !is_readable(other)) continue;
      if (variable.what == op::slot) {
        auto const v = unbound_variable(variable.index);
        if (v == none || !may_bind(v)) continue;
        step made;
        made.what = step_kind::assign;
        made.node = other;
        made.variable = v;
        offer(best, {cost_of_assignment, std::move(made), i, true});
      } else if (variable.what == op::event_field && at(variable.operands[0]).what == op::slot) {
        auto const v = unbound_variable(at(variable.operands[0]).index);
        if (v == none || !may_bind(v)) continue;
        step made;
        made.what = step_kind::probe;
        made.node = other;
        made.variable = v;
        made.field = variable.index;
        auto const base = variable.type.base;
        bool const coarse = base == check::base_type::enumeration || base == check::base_type::boolean;
        offer(best, {coarse ? cost_of_coarse_probe : cost_of_keyed_probe, std::move(made), i, true});
      }
    }
  }

  // The literal as a generator: false where an argument is neither bound nor a variable of this block.
  [[nodiscard]] bool as_match(node_index n, step& made) const {
    auto const& literal = at(n);
    made.what = step_kind::match;
    made.node = n;
    made.relation = literal.index;
    if (literal.operands.size() > 64) return false;
    for (std::size_t i = 0; i < literal.operands.size(); ++i) {
      auto const operand = literal.operands[i];
      if (is_bound(operand) && is_readable(operand)) {
        made.arguments.push_back({operand, none});
        made.mask |= std::uint64_t{1} << i;
        continue;
      }
      if (at(operand).what != op::slot) return false;
      auto const v = unbound_variable(at(operand).index);
      if (v == none || !may_bind(v)) return false;
      made.arguments.push_back({none, at(operand).index});
      if (std::find(made.binds.begin(), made.binds.end(), v) == made.binds.end()) made.binds.push_back(v);
    }
    return !made.binds.empty();
  }

  void offer_match(candidate& best, std::size_t i, node_index n) const {
    auto const& relation = plan_.program->relations[at(n).index];
    if (relation.open || !is_readable(n)) return;  // open: everything unstated is possible, a scan does as well
    bool const derived = !relation.is_fact;
    if (best.cost <= (derived ? cost_of_keyed_derived : cost_of_keyed_match)) return;
    step made;
    if (!as_match(n, made)) return;
    bool const keyed = made.mask != 0;
    int const cost =
        keyed ? (derived ? cost_of_keyed_derived : cost_of_keyed_match) : (derived ? cost_of_derived : cost_of_match);
    offer(best, {cost, std::move(made), i, true});
  }

  void offer_scans(candidate& best) const {
    for (std::uint32_t v = 0; v < block_.variables.size(); ++v) {
      auto const& variable = block_.variables[v];
      if (bound_.has(variable.slot) || !may_bind(v)) continue;
      int cost = cost_of_entity_scan;
      if (variable.type.base == check::base_type::event) cost = cost_of_event_scan;
      if (variable.type.base == check::base_type::enumeration || variable.type.base == check::base_type::boolean) {
        cost = cost_of_small_domain;
      }
      if (!is_mentioned(variable.slot)) cost += 2 * cost_of_entity_scan;
      // What the day of judgment hangs on comes first.
      if (!judged_ && at(request_.judged_at).slots.has(variable.slot)) cost -= cost_of_event_scan / 2;
      if (cost >= best.cost) continue;
      best = {cost, {}, 0, false};
      best.made.what = step_kind::scan;
      best.made.variable = v;
    }
  }

  [[nodiscard]] bool is_mentioned(std::uint32_t slot) const {
    for (std::size_t i = 0; i < block_.conjuncts.size(); ++i) {
      if (!used_[i] && at(block_.conjuncts[i]).slots.has(slot)) return true;
    }
    return false;
  }

  bool generate() {
    candidate best;
    for (std::size_t i = 0; i < block_.conjuncts.size(); ++i) {
      if (used_[i]) continue;
      auto const n = block_.conjuncts[i];
      auto const& conjunct = at(n);
      if (conjunct.what == op::compare && conjunct.compare == model::comparison_operator::equal) {
        offer_assignments(best, i, conjunct);
      }
      if (conjunct.what == op::relation) offer_match(best, i, n);
    }
    offer_scans(best);
    if (best.cost == impossible) return false;
    take(std::move(best));
    return true;
  }

  void take(candidate chosen) {
    if (chosen.uses_conjunct) used_[chosen.conjunct] = true;
    if (chosen.made.what == step_kind::match) {
      for (auto const v : chosen.made.binds) bound_.add(block_.variables[v].slot);
      choose_variant(chosen.made);
    } else {
      bound_.add(block_.variables[chosen.made.variable].slot);
    }
    block_.steps.push_back(std::move(chosen.made));
  }

  void choose_variant(step& made) {
    auto const relation = made.relation;
    if (plan_.circle_of_relation[relation] != none) return;  // read from its least fixed point
    made.variant = request_variant(plan_, relation, made.mask);
  }

  void start_from(node_index literal) {
    step made;
    if (!as_match(literal, made)) {  // nothing to bind, or arguments that need other variables first
      made = {};
      made.what = step_kind::filter;
      made.node = literal;
    }
    made.only_new = made.what == step_kind::match;
    auto const found = std::find(block_.conjuncts.begin(), block_.conjuncts.end(), literal);
    if (!made.only_new) return;
    used_[static_cast<std::size_t>(found - block_.conjuncts.begin())] = true;
    for (auto const v : made.binds) bound_.add(block_.variables[v].slot);
    block_.steps.push_back(std::move(made));
  }

  plan& plan_;
  block_request request_;
  slot_set bound_;
  block block_;
  std::vector<bool> used_;
  bool judged_ = false;
};

}  // namespace

void flatten(plan const& of, node_index condition, std::vector<node_index>& conjuncts,
             std::vector<bound_variable>& variables) {
  auto const& at = of.nodes[condition];
  if (at.what == op::conjunction) {
    for (auto const operand : at.operands) flatten(of, operand, conjuncts, variables);
    return;
  }
  if (at.what != op::some) {
    conjuncts.push_back(condition);
    return;
  }
  auto const& more = of.quantifieds[at.index].variables;
  variables.insert(variables.end(), more.begin(), more.end());
  if (at.operands[0] != none) flatten(of, at.operands[0], conjuncts, variables);
}

block make_block(plan& into, block_request request) { return planner(into, std::move(request)).run(); }

}  // namespace casus::evaluate
