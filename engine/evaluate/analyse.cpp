#include "compile.hpp"

#include <algorithm>

namespace casus::evaluate {
namespace {

// What the evaluation of a provision may see besides its own day: the kinds of the events that its instances bind, and
// (unless it is judged on a day of its own) whatever its clauses range over.
slot_set ranges_of_provision(plan const& of, check::provision_index index) {
  auto const& provision = of.program->provisions[index];
  auto const& planned = of.provisions[index];
  slot_set ranges;
  for (std::uint32_t slot = 0; slot < provision.scope.parameters; ++slot) {
    auto const& type = of.program->variables[provision.scope.variables[slot]].type;
    if (type.base == check::base_type::event) ranges.add(type.index);
  }
  auto const merge = [&](node_index n) {
    if (n != none) ranges.merge(of.nodes[n].ranges);
  };
  for (auto const& effect : planned.effects) merge(effect.until);
  for (auto const& [other, clause] : planned.overridden_by) {
    (void)clause;
    merge(of.provisions[other].when);
  }
  if (planned.judged_at != none) return ranges;
  merge(planned.when);
  for (auto const n : planned.exceptions) merge(n);
  for (auto const n : planned.requirements) merge(n);
  return ranges;
}

bool binds_variables(op what) {
  return what == op::some || what == op::every || what == op::count || what == op::choose;
}

void analyse_slots(plan& into, node& of) {
  if (of.what == op::slot) of.slots.add(of.index);
  for (auto const operand : of.operands)
    if (operand != none) of.slots.merge(into.nodes[operand].slots);
  if (!binds_variables(of.what)) return;
  // No variable hides another, so that a name bound here is never one of the outside as well.
  for (auto const& variable : into.quantifieds[of.index].variables) of.slots.remove(variable.slot);
}

void analyse_binder(plan& into, node& of) {
  for (auto const& variable : into.quantifieds[of.index].variables) {
    if (variable.type.base != check::base_type::event) continue;
    of.dated = true;
    of.ranges.add(variable.type.index);
  }
}

void analyse_dates(plan& into, node& of) {
  if (of.what == op::slot || of.what == op::constant) return;  // the most, and they need no date
  of.dated = of.what == op::today || of.what == op::fact_value || of.what == op::violated || of.what == op::breached;
  of.ranges = {};
  for (auto const operand : of.operands) {
    if (operand == none) continue;
    of.dated = of.dated || into.nodes[operand].dated;
    of.ranges.merge(into.nodes[operand].ranges);
  }
  if (of.what == op::relation || of.what == op::fact_value) {
    of.dated = of.dated || into.relation_dated[of.index];
    of.ranges.merge(into.relation_ranges[of.index]);
  }
  if (of.what == op::at || of.what == op::before) {  // only the date itself is read here and now
    of.dated = into.nodes[of.operands[1]].dated || of.leads_back;
    of.ranges = into.nodes[of.operands[1]].ranges;
  }
  if (of.what == op::violated || of.what == op::breached) {
    for (auto const version : into.program->articles[of.index].versions) {
      of.ranges.merge(ranges_of_provision(into, version));
    }
  }
  if (binds_variables(of.what)) analyse_binder(into, of);
}

void analyse_range(plan& into, node_range range) {
  for (auto n = range.begin; n < range.end; ++n) analyse_dates(into, into.nodes[n]);
}

bool analyse_relation(plan& into, std::uint32_t r) {
  auto const& relation = into.program->relations[r];
  analyse_range(into, into.nodes_of_relation[r]);
  bool dated = relation.is_fact;
  slot_set ranges = into.relation_ranges[r];
  for (std::uint32_t d = 0; d < relation.definitions.size(); ++d) {
    auto const& body = into.nodes[into.definition_body[into.first_definition[r] + d]];
    dated = dated || body.dated;
    ranges.merge(body.ranges);
  }
  for (auto const& [provision, consequence] : relation.established_by) {
    (void)consequence;
    ranges.merge(ranges_of_provision(into, provision));
  }
  bool const changed = dated != into.relation_dated[r] || !ranges.within(into.relation_ranges[r]);
  into.relation_dated[r] = dated;
  into.relation_ranges[r] = std::move(ranges);
  return changed;
}

// One circle of needs, until nothing changes: what it needs from outside is known already. What does not need itself is
// known after one look.
void analyse_component(plan& into, check::components const& all, std::uint32_t component) {
  for (bool changed = true; changed;) {
    changed = false;
    for (auto const& member : all.members(component)) {
      switch (member.of) {
        case check::node::kind::relation: changed = analyse_relation(into, member.index) || changed; break;
        case check::node::kind::provision: analyse_range(into, into.nodes_of_provision[member.index]); break;
        case check::node::kind::question: analyse_range(into, into.nodes_of_question[member.index]); break;
      }
    }
    changed = changed && all.is_recursive[component];
  }
}

// Marks each `before` of an owner that names something in the owner's own circle: it must go back in time.
void mark_ways_back(plan& into, node_range range, std::uint32_t component, check::components const& all) {
  auto const is_in_circle = [&](node const& at) {
    if (at.what == op::relation) return all.of_relation[at.index] == component;
    if (at.what != op::violated && at.what != op::breached) return false;
    auto const& versions = into.program->articles[at.index].versions;
    return std::any_of(versions.begin(), versions.end(),
                       [&](check::provision_index p) { return all.of_provision[p] == component; });
  };
  for (auto n = range.begin; n < range.end; ++n) {
    if (into.nodes[n].what != op::before) continue;
    std::vector<node_index> open{into.nodes[n].operands[0]};
    while (!open.empty() && !into.nodes[n].leads_back) {
      auto const& at = into.nodes[open.back()];
      open.pop_back();
      into.nodes[n].leads_back = is_in_circle(at);
      for (auto const operand : at.operands)
        if (operand != none) open.push_back(operand);
    }
  }
}

void mark_all_ways_back(plan& into, check::components const& all) {
  for (std::uint32_t c = 0; c < all.size(); ++c) {
    if (!all.is_recursive[c]) continue;
    for (auto const& member : all.members(c)) {
      if (member.of == check::node::kind::question) continue;
      bool const is_relation = member.of == check::node::kind::relation;
      auto const& ranges = is_relation ? into.nodes_of_relation : into.nodes_of_provision;
      mark_ways_back(into, ranges[member.index], c, all);
    }
  }
}

bool is_heavy(plan const& of, node_index root) {
  std::vector<node_index> open{root};
  while (!open.empty()) {
    auto const& at = of.nodes[open.back()];
    open.pop_back();
    if (binds_variables(at.what) || at.what == op::violated || at.what == op::breached) return true;
    if (at.what == op::relation && !of.program->relations[at.index].is_fact) return true;
    for (auto const operand : at.operands)
      if (operand != none) open.push_back(operand);
  }
  return false;
}

}  // namespace

void analyse_nodes(plan& into, check::components const& order) {
  auto const& kinds = into.program->kinds;
  into.ancestors.resize(kinds.size());
  for (check::kind_index k = 0; k < kinds.size(); ++k) {
    for (std::optional<check::kind_index> at = k; at; at = kinds[*at].parent) into.ancestors[k].add(*at);
  }
  for (auto const& node : into.nodes) into.reads_breaches = into.reads_breaches || node.what == op::breached;
  auto const count = into.program->relations.size();
  into.relation_dated.assign(count, false);
  into.relation_ranges.assign(count, {});
  into.relation_is_heavy.assign(count, false);
  for (check::provision_index p = 0; p < into.program->provisions.size(); ++p) {
    auto const& overrides = into.program->provisions[p].overrides;
    for (std::uint32_t clause = 0; clause < overrides.size(); ++clause) {
      for (auto const version : into.program->articles[overrides[clause].target].versions) {
        into.provisions[version].overridden_by.emplace_back(p, clause);
      }
    }
  }
  for (auto& of : into.nodes) analyse_slots(into, of);
  mark_all_ways_back(into, order);
  for (std::uint32_t c = 0; c < order.size(); ++c) analyse_component(into, order, c);
  for (std::uint32_t r = 0; r < count; ++r) {
    for (std::uint32_t d = 0; d < into.program->relations[r].definitions.size(); ++d) {
      if (is_heavy(into, into.definition_body[into.first_definition[r] + d])) into.relation_is_heavy[r] = true;
    }
  }
}

}  // namespace casus::evaluate
