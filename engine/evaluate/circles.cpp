#include "compile.hpp"

namespace casus::evaluate {
namespace {

// Which provisions run in a circle through `before`: their instances are judged in the order of time.
void mark_circles_in_time(plan& into, check::components const& all) {
  for (check::provision_index p = 0; p < into.provisions.size(); ++p) {
    auto const component = all.of_provision[p];
    if (into.provisions[p].judged_at == none || !all.is_recursive[component]) continue;
    into.provisions[p].circular_in_time = true;
    into.provisions[p].circle = component;
  }
}

constexpr std::size_t most_alternatives = 64;

// A condition as alternatives, each a conjunction with the variables that it binds: `or` split up, so that every
// literal of a circle stands on its own. Empty where there would be too many.
struct alternative {
  std::vector<node_index> conjuncts;
  std::vector<bound_variable> variables;
};
using alternatives = std::vector<alternative>;

void append(alternative& to, alternative const& more) {
  to.conjuncts.insert(to.conjuncts.end(), more.conjuncts.begin(), more.conjuncts.end());
  to.variables.insert(to.variables.end(), more.variables.begin(), more.variables.end());
}

std::optional<alternatives> split(plan const& of, std::vector<node_index> const& conjuncts) {
  alternatives made{{}};
  for (auto const conjunct : conjuncts) {
    std::vector<node_index> flat;
    std::vector<bound_variable> variables;
    flatten(of, conjunct, flat, variables);
    for (auto& each : made) append(each, {{}, variables});
    for (auto const n : flat) {
      if (of.nodes[n].what != op::disjunction) {
        for (auto& each : made) each.conjuncts.push_back(n);
        continue;
      }
      alternatives more;
      for (auto const operand : of.nodes[n].operands) {
        auto const branches = split(of, {operand});
        if (!branches || made.size() * branches->size() + more.size() > most_alternatives) return std::nullopt;
        for (auto const& left : made) {
          for (auto const& right : *branches) {
            more.push_back(left);
            append(more.back(), right);
          }
        }
      }
      made = std::move(more);
    }
  }
  return made;
}

bool is_otherwise(check::program const& program, check::provision_index provision, std::uint32_t consequence) {
  return program.text_of(program.provisions[provision]).consequences[consequence].on == model::branch::otherwise;
}

class circle_builder {
 public:
  circle_builder(plan& into, circle& made) : plan_(into), made_(made) {}

  void add_definition(std::uint32_t relation, std::uint32_t index) {
    auto const& definition = plan_.program->relations[relation].definitions[index];
    recursive_rule rule;
    rule.relation = relation;
    rule.slots = static_cast<std::uint32_t>(definition.scope.variables.size());
    std::vector<bound_variable> variables;
    for (std::uint32_t slot = 0; slot < definition.scope.parameters; ++slot) {
      auto const& type = plan_.program->variables[definition.scope.variables[slot]].type;
      variables.push_back({slot, type, role::parameter});
    }
    add(rule, {plan_.definition_body[plan_.first_definition[relation] + index]}, variables);
  }

  void add_establishment(std::uint32_t relation, check::provision_index provision, std::uint32_t consequence) {
    auto const& scope = plan_.program->provisions[provision].scope;
    auto const& planned = plan_.provisions[provision];
    recursive_rule rule;
    rule.relation = relation;
    rule.slots = static_cast<std::uint32_t>(scope.variables.size());
    rule.head = planned.effects[consequence].arguments;
    rule.provision = provision;
    rule.consequence = consequence;
    std::vector<bound_variable> variables;
    for (std::uint32_t slot = 0; slot < scope.parameters; ++slot) {
      variables.push_back({slot, plan_.program->variables[scope.variables[slot]].type, role::quantified});
    }
    std::vector<node_index> roots;
    if (planned.when != none) roots.push_back(planned.when);
    rule.otherwise = is_otherwise(*plan_.program, provision, consequence);
    if (!rule.otherwise) roots.insert(roots.end(), planned.requirements.begin(), planned.requirements.end());
    add(rule, roots, variables);
  }

 private:
  void add(recursive_rule const& rule, std::vector<node_index> const& roots, std::vector<bound_variable> const& heads) {
    auto const branches = split(plan_, roots);
    if (!branches) return add_branch(rule, {roots, heads});
    for (auto const& branch : *branches) {
      alternative whole{{}, heads};
      append(whole, branch);
      add_branch(rule, whole);
    }
  }

  void add_branch(recursive_rule rule, alternative const& of) {
    block_request request;
    request.roots = of.conjuncts;
    request.variables = of.variables;
    rule.full = add_block(request);
    bool covered = true;
    for (auto const n : of.conjuncts) {
      auto const& at = plan_.nodes[n];
      if (at.what == op::relation && plan_.circle_of_relation[at.index] == current()) {
        request.first = n;
        rule.incremental.push_back(add_block(request));
      } else if (mentions_circle(n)) {
        covered = false;
      }
    }
    // A literal that stands deeper than a conjunct cannot be told what is new: the rule is then run in full again.
    if (!covered) rule.incremental = {rule.full};
    made_.rules.push_back(std::move(rule));
  }

  [[nodiscard]] std::uint32_t current() const { return static_cast<std::uint32_t>(&made_ - plan_.circles.data()); }

  [[nodiscard]] bool mentions_circle(node_index root) const {
    std::vector<node_index> open{root};
    while (!open.empty()) {
      auto const& at = plan_.nodes[open.back()];
      open.pop_back();
      if (at.what == op::relation && plan_.circle_of_relation[at.index] == current()) return true;
      if (at.what == op::before) continue;
      for (auto const operand : at.operands)
        if (operand != none) open.push_back(operand);
    }
    return false;
  }

  block_index add_block(block_request const& request) {
    auto made = make_block(plan_, request);
    plan_.blocks.push_back(std::move(made));
    return static_cast<block_index>(plan_.blocks.size() - 1);
  }

  plan& plan_;
  circle& made_;
};

void build_circle(plan& into, std::uint32_t index) {
  circle_builder builder(into, into.circles[index]);
  auto const relations = into.circles[index].relations;
  for (auto const r : relations) {
    auto const& relation = into.program->relations[r];
    for (std::uint32_t d = 0; d < relation.definitions.size(); ++d) builder.add_definition(r, d);
    for (auto const& [provision, consequence] : relation.established_by) {
      if (into.provisions[provision].judged_at == none) builder.add_establishment(r, provision, consequence);
    }
  }
}

}  // namespace

void find_circles(plan& into, std::vector<check::dependency> const& graph, check::components const& order) {
  mark_circles_in_time(into, order);
  auto const within = check::strongly_connected(*into.program, graph, check::edges::within_a_date);
  into.circle_of_relation.assign(into.program->relations.size(), none);
  for (std::uint32_t c = 0; c < within.size(); ++c) {
    if (!within.is_recursive[c]) continue;
    circle made;
    for (auto const& member : within.members(c)) {
      if (member.of != check::node::kind::relation) continue;
      into.circle_of_relation[member.index] = static_cast<std::uint32_t>(into.circles.size());
      made.relations.push_back(member.index);
      made.dated = made.dated || into.relation_dated[member.index];
      made.ranges.merge(into.relation_ranges[member.index]);
    }
    if (!made.relations.empty()) into.circles.push_back(std::move(made));
  }
}

void plan_circles(plan& into) {
  for (std::uint32_t c = 0; c < into.circles.size(); ++c) build_circle(into, c);
}

}  // namespace casus::evaluate
