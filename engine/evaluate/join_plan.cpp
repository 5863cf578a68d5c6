// The order of a join, chosen greedily: filters as soon as their variables are bound, then the cheapest generator.
#include "compile.hpp"
#include "join_progress.hpp"

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
  planner(plan& into, block_request request)
      : plan_(into),
        request_(std::move(request)),
        block_(flattened(into, request_)),
        so_far_(into, block_, request_.bound, request_.judged_at) {
    block_.steps.reserve(block_.conjuncts.size() + 1);
  }

  block run() {
    if (request_.first != none) start_from(request_.first);
    do {
      judge_when_possible();
      filter_when_possible();
    } while (generate());
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
  static block flattened(plan const& of, block_request& request) {
    block made;
    made.variables = std::move(request.variables);
    for (auto const root : request.roots) flatten(of, root, made.conjuncts, made.variables);
    auto const asked_by = request.asked_by != none || request.roots.empty() ? request.asked_by : request.roots.front();
    if (asked_by != none) made.asked_by = of.nodes[asked_by].origin;
    return made;
  }

  [[nodiscard]] bool can_be_read(node_index n) const { return so_far_.is_bound(n) && so_far_.is_readable(n); }

  void judge_when_possible() {
    if (so_far_.is_judged() || !so_far_.is_bound(request_.judged_at)) return;
    step made;
    made.what = step_kind::judge;
    made.node = request_.judged_at;
    for (std::uint32_t v = 0; v < block_.variables.size(); ++v) {
      if (so_far_.is_bound_slot(block_.variables[v].slot)) made.binds.push_back(v);
    }
    block_.steps.push_back(std::move(made));
    so_far_.judge();
  }

  // All that can be read, the cheapest first.
  void filter_when_possible() {
    auto ready = so_far_.take_readable();
    std::stable_sort(ready.begin(), ready.end(), [&](std::size_t a, std::size_t b) {
      return cost_of_filter(plan_, block_.conjuncts[a]) < cost_of_filter(plan_, block_.conjuncts[b]);
    });
    for (auto const i : ready) {
      step made;
      made.what = step_kind::filter;
      made.node = block_.conjuncts[i];
      block_.steps.push_back(std::move(made));
    }
  }

  void offer(candidate& best, candidate next) const {
    if (next.cost < best.cost) best = std::move(next);
  }

  void offer_assignments(candidate& best, std::size_t i, node const& equality) const {
    for (int side = 0; side < 2; ++side) {
      auto const& variable = at(equality.operands[static_cast<std::size_t>(side)]);
      auto const other = equality.operands[static_cast<std::size_t>(1 - side)];
      if (!can_be_read(other)) continue;
      if (variable.what == op::slot) {
        auto const v = so_far_.unbound_variable(variable.index);
        if (v == none || !so_far_.may_bind(v)) continue;
        step made;
        made.what = step_kind::assign;
        made.node = other;
        made.variable = v;
        offer(best, {cost_of_assignment, std::move(made), i, true});
      } else if (variable.what == op::event_field && at(variable.operands[0]).what == op::slot) {
        auto const v = so_far_.unbound_variable(at(variable.operands[0]).index);
        if (v == none || !so_far_.may_bind(v)) continue;
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
      if (can_be_read(operand)) {
        made.arguments.push_back({operand, none});
        made.mask |= std::uint64_t{1} << i;
        continue;
      }
      if (at(operand).what != op::slot) return false;
      auto const v = so_far_.unbound_variable(at(operand).index);
      if (v == none || !so_far_.may_bind(v)) return false;
      made.arguments.push_back({none, at(operand).index});
      if (std::find(made.binds.begin(), made.binds.end(), v) == made.binds.end()) made.binds.push_back(v);
    }
    return !made.binds.empty();
  }

  void offer_match(candidate& best, std::size_t i, node_index n) const {
    auto const& relation = plan_.program->relations[at(n).index];
    if (relation.open || !so_far_.is_readable(n)) return;  // open: everything unstated is possible, a scan does as well
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
      if (so_far_.is_bound_slot(variable.slot) || !so_far_.may_bind(v)) continue;
      int cost = cost_of_entity_scan;
      if (variable.type.base == check::base_type::event) cost = cost_of_event_scan;
      if (variable.type.base == check::base_type::enumeration || variable.type.base == check::base_type::boolean) {
        cost = cost_of_small_domain;
      }
      if (!so_far_.is_mentioned(variable.slot)) cost += 2 * cost_of_entity_scan;
      // What the day of judgment hangs on comes first.
      if (!so_far_.is_judged() && at(request_.judged_at).slots.has(variable.slot)) cost -= cost_of_event_scan / 2;
      if (cost >= best.cost) continue;
      best = {cost, {}, 0, false};
      best.made.what = step_kind::scan;
      best.made.variable = v;
    }
  }

  bool generate() {
    candidate best;
    for (auto const i : so_far_.left()) {
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
    if (chosen.uses_conjunct) so_far_.use(chosen.conjunct);
    if (chosen.made.what == step_kind::match) {
      so_far_.bind(chosen.made.binds);
      choose_variant(chosen.made);
    } else {
      so_far_.bind({chosen.made.variable});
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
    so_far_.use(static_cast<std::size_t>(found - block_.conjuncts.begin()));
    so_far_.bind(made.binds);
    block_.steps.push_back(std::move(made));
  }

  plan& plan_;
  block_request request_;
  block block_;
  join_progress so_far_;
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
