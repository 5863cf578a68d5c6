#include "compile.hpp"

namespace casus::evaluate {
namespace {

block_index add_block(plan& into, block_request request) {
  auto made = make_block(into, std::move(request));
  into.blocks.push_back(std::move(made));
  return static_cast<block_index>(into.blocks.size() - 1);
}

check::type type_in(plan const& of, check::scope const& scope, std::uint32_t slot) {
  return of.program->variables[scope.variables[slot]].type;
}

block_index plan_definition(plan& into, std::uint32_t relation, std::uint32_t index, std::uint64_t bound) {
  auto const& scope = into.program->relations[relation].definitions[index].scope;
  block_request request;
  request.roots = {into.definition_body[into.first_definition[relation] + index]};
  for (std::uint32_t slot = 0; slot < scope.parameters; ++slot) {
    if (slot < 64 && (bound >> slot & 1) != 0)
      request.bound.add(slot);
    else
      request.variables.push_back({slot, type_in(into, scope, slot), role::parameter});
  }
  return add_block(into, std::move(request));
}

block_request request_for_provision(plan const& of, check::provision_index p) {
  auto const& scope = of.program->provisions[p].scope;
  auto const& planned = of.provisions[p];
  block_request request;
  if (planned.when != none) request.roots = {planned.when};
  request.judged_at = planned.judged_at;
  auto const as = planned.judged_at == none ? role::quantified : role::of_instance;
  for (std::uint32_t slot = 0; slot < scope.parameters; ++slot) {
    request.variables.push_back({slot, type_in(of, scope, slot), as});
  }
  return request;
}

// The provision enumerated with the given slots bound beforehand.
// One that is judged on a day of its own is looked up in its ledger instead, which is enumerated whole.
block_index plan_provision(plan& into, check::provision_index p, std::vector<std::uint32_t> const& slots) {
  if (into.provisions[p].judged_at != none && !slots.empty()) return plan_provision(into, p, {});
  auto& known = into.provisions[p].blocks;
  if (auto const found = known.find(slots); found != known.end()) return found->second;
  auto request = request_for_provision(into, p);
  for (auto const slot : slots) request.bound.add(slot);
  std::vector<bound_variable> free;
  for (auto const& variable : request.variables) {
    if (!request.bound.has(variable.slot)) free.push_back(variable);
  }
  request.variables = std::move(free);
  auto const made = add_block(into, std::move(request));
  into.provisions[p].blocks[slots] = made;
  return made;
}

// An establishment with the bound parameters that are plain variables of the provision bound beforehand.
block_index plan_establishment(plan& into, check::provision_index p, std::uint32_t consequence, std::uint64_t bound) {
  std::vector<std::uint32_t> slots;
  auto const& arguments = into.provisions[p].effects[consequence].arguments;
  auto const parameters = into.program->provisions[p].scope.parameters;
  for (std::size_t i = 0; i < arguments.size() && i < 64; ++i) {
    auto const& term = into.nodes[arguments[i]];
    if ((bound >> i & 1) != 0 && term.what == op::slot && term.index < parameters) slots.push_back(term.index);
  }
  std::vector<std::uint32_t> sorted;
  for (std::uint32_t slot = 0; slot < parameters; ++slot) {
    for (auto const s : slots) {
      if (s == slot && (sorted.empty() || sorted.back() != slot)) sorted.push_back(slot);
    }
  }
  return plan_provision(into, p, sorted);
}

void plan_quantifieds(plan& into) {
  for (node_index n = 0; n < into.nodes.size(); ++n) {
    auto const what = into.nodes[n].what;
    if (what != op::some && what != op::every && what != op::count && what != op::choose) continue;
    auto const index = into.nodes[n].index;
    block_request request;
    auto const body = into.nodes[n].operands[what == op::choose ? 1 : 0];
    if (body != none) request.roots = {body};
    request.asked_by = n;
    request.variables = into.quantifieds[index].variables;
    request.bound = into.nodes[n].slots;  // everything else that it names is bound before
    into.quantifieds[index].block = add_block(into, std::move(request));
  }
}

std::vector<std::uint32_t> sorted_slots(std::vector<std::uint32_t> slots) {
  std::vector<bool> present;
  for (auto const slot : slots) {
    if (slot >= present.size()) present.resize(slot + 1, false);
    present[slot] = true;
  }
  slots.clear();
  for (std::uint32_t slot = 0; slot < present.size(); ++slot)
    if (present[slot]) slots.push_back(slot);
  return slots;
}

// Others look provisions up by the variables that they share: overriding, `is violated`, answers.
void plan_lookups(plan& into) {
  for (check::provision_index p = 0; p < into.program->provisions.size(); ++p) {
    for (auto const& clause : into.program->provisions[p].overrides) {
      for (auto const& pairs : clause.shared) {
        std::vector<std::uint32_t> own;
        for (auto const& pair : pairs) own.push_back(pair.own);
        (void)plan_provision(into, p, sorted_slots(own));
      }
      if (clause.all) (void)plan_provision(into, p, {});
    }
  }
  for (auto const& question : into.program->questions) {
    for (auto const& answer : question.answers) {
      auto const& versions = into.program->articles[answer.article].versions;
      for (std::size_t v = 0; v < versions.size(); ++v) {
        std::vector<std::uint32_t> other;
        for (auto const& pair : answer.shared[v]) other.push_back(pair.other);
        (void)plan_provision(into, versions[v], sorted_slots(other));
      }
    }
  }
  for (node_index n = 0; n < into.nodes.size(); ++n) {
    if (into.nodes[n].what != op::violated && into.nodes[n].what != op::breached) continue;
    auto const& versions = into.program->articles[into.nodes[n].index].versions;
    for (std::size_t v = 0; v < versions.size(); ++v) {
      (void)plan_provision(into, versions[v], sorted_slots(into.nodes[n].bindings[v]));
    }
  }
}

void plan_questions(plan& into) {
  for (check::question_index q = 0; q < into.questions.size(); ++q) {
    auto const& scope = into.program->questions[q].scope;
    block_request request;
    if (into.questions[q].arises != none) request.roots = {into.questions[q].arises};
    for (std::uint32_t slot = 0; slot < scope.parameters; ++slot) {
      request.variables.push_back({slot, type_in(into, scope, slot), role::quantified});
    }
    into.questions[q].block = add_block(into, std::move(request));
  }
}

// Bodies ask for further variants, which come last: however long a chain of relations is, none is planned within
// another.
void plan_variants(plan& into) {
  for (variant_index v = 0; v < into.variants.size(); ++v) {
    auto made = into.variants[v];
    auto const& of = into.program->relations[made.relation];
    for (std::uint32_t d = 0; d < of.definitions.size(); ++d) {
      made.definitions.push_back(plan_definition(into, made.relation, d, made.bound));
    }
    for (auto const& [provision, consequence] : of.established_by) {
      if (into.provisions[provision].judged_at != none)
        made.establishments.push_back(none);
      else
        made.establishments.push_back(plan_establishment(into, provision, consequence, made.bound));
    }
    into.variants[v] = std::move(made);
  }
}

}  // namespace

variant_index request_variant(plan& into, std::uint32_t relation, std::uint64_t bound) {
  auto const [known, is_new] =
      into.variant_of.try_emplace({relation, bound}, static_cast<variant_index>(into.variants.size()));
  if (is_new) into.variants.push_back({.relation = relation, .bound = bound, .definitions = {}, .establishments = {}});
  return known->second;
}

void plan_blocks(plan& into) {
  plan_quantifieds(into);
  for (check::provision_index p = 0; p < into.provisions.size(); ++p) {
    into.provisions[p].all = plan_provision(into, p, {});
  }
  plan_lookups(into);
  plan_questions(into);
  // Whole relations, for those who ask for all tuples, and facts as their truth is asked for tuple by tuple.
  for (std::uint32_t r = 0; r < into.program->relations.size(); ++r) {
    if (into.circle_of_relation[r] != none || into.program->relations[r].value) continue;
    auto const arity = into.program->relations[r].parameters.size();
    if (arity > 64) continue;
    if (into.program->relations[r].is_fact) {
      (void)request_variant(into, r, arity == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << arity) - 1);
    }
    bool enumerable = true;
    for (auto const& type : into.program->relations[r].parameters)
      enumerable = enumerable && check::is_enumerable(type);
    if (enumerable) (void)request_variant(into, r, 0);
  }
  plan_variants(into);
}

plan make_plan(check::program const& program) {
  plan made;
  made.program = &program;
  compile_nodes(made);
  auto const graph = check::dependencies(program);
  auto const order = check::strongly_connected(program, graph, check::edges::all);
  analyse_nodes(made, order);
  find_circles(made, graph, order);
  plan_circles(made);
  plan_blocks(made);
  return made;
}

}  // namespace casus::evaluate
