#include "compile.hpp"

#include "engine/source/overloaded.hpp"

namespace casus::evaluate {
namespace {

using check::resolution;
using model::expression_id;

class node_compiler {
 public:
  explicit node_compiler(plan& into) : plan_(into), program_(*into.program) {}

  // What is compiled next belongs to this scope.
  void enter(check::scope const& scope) { scope_ = &scope; }
  [[nodiscard]] node_index position() const { return static_cast<node_index>(plan_.nodes.size()); }

  node_index compile(expression_id id) {
    auto const& known = plan_.node_of[id.index];
    if (known != none) return known;
    auto const made = std::visit(
        source::overloaded{
            [&](model::boolean_literal const& e) { return constant(id, facts::of_boolean(e.value)); },
            [&](model::integer_literal const& e) { return constant(id, facts::of_integer(e.value)); },
            [&](model::text_literal const& e) { return text(id, e.value); },
            [&](model::date_literal const& e) { return constant(id, facts::of_date(e.value)); },
            [&](model::duration_literal const& e) { return constant(id, facts::of_duration(e.value)); },
            [&](model::today const&) { return add(id, op::today, {}); },
            [&](model::reference const&) { return reference(id); },
            [&](model::field_access const& e) { return field(id, e); },
            [&](model::application const& e) { return application(id, e); },
            [&](model::comparison const& e) { return comparison(id, e); },
            [&](model::arithmetic const& e) {
              auto const what = e.op == model::arithmetic_operator::plus ? op::plus : op::minus;
              return add(id, what, {compile(e.left), compile(e.right)});
            },
            [&](model::junction const& e) { return junction(id, e); },
            [&](model::negation const& e) { return add(id, op::negation, {condition(e.operand)}); },
            [&](model::in_set const& e) { return in_set(id, e); },
            [&](model::in_kind const& e) { return in_kind(id, e); },
            [&](model::quantifier const& e) { return quantifier(id, e); },
            [&](model::count const& e) { return binder(id, op::count, {e.body ? condition(*e.body) : none}); },
            [&](model::selection const& e) { return selection(id, e); },
            [&](model::at_date const& e) {
              return add(id, op::at, {condition(e.condition), compile(e.date)});
            },
            [&](model::before_date const& e) {
              return add(id, op::before, {condition(e.condition), compile(e.date)});
            },
            [&](model::provision_status const& e) { return status(id, e); },
            [&](model::is_given const& e) { return add(id, op::given, {compile(e.term)}); },
            [&](model::labelled const& e) { return condition(e.condition); },
            [&](model::extreme_date const& e) {
              auto const what = e.which == model::extreme::later ? op::later : op::earlier;
              return add(id, what, {compile(e.left), compile(e.right)});
            },
        },
        program_.rules[id].node);
    plan_.node_of[id.index] = made;
    return made;
  }

  // An expression where a condition stands: a term of type Bool is asked whether it is true.
  node_index condition(expression_id id) {
    auto const compiled = compile(id);
    if (!is_term(plan_.nodes[compiled].what)) return compiled;
    return add(id, op::truth_of_term, {compiled});
  }

 private:
  static bool is_term(op what) { return what < op::truth_of_term; }

  node_index add(expression_id id, op what, std::vector<node_index> operands) {
    node& made = plan_.nodes.emplace_back();
    made.what = what;
    made.operands = std::move(operands);
    made.origin = id;
    made.type = program_.types[id];
    return static_cast<node_index>(plan_.nodes.size() - 1);
  }

  node_index constant(expression_id id, facts::value value) {
    auto const made = add(id, op::constant, {});
    plan_.nodes[made].constant = value;
    return made;
  }

  node_index text(expression_id id, std::string const& value) {
    auto const made = add(id, op::text_constant, {});
    plan_.nodes[made].index = static_cast<std::uint32_t>(plan_.text_literals.size());
    plan_.text_literals.push_back(value);
    return made;
  }

  node_index reference(expression_id id) {
    auto const& means = program_.resolved[id];
    auto const& type = program_.types[id];
    if (means.of == resolution::kind::individual) {
      return constant(id, facts::of_entity(program_.individuals[means.index].kind, means.index));
    }
    if (means.of == resolution::kind::enumerator) return constant(id, facts::of_enumerator(type.index, means.index));
    auto const what = means.of == resolution::kind::interpretation ? op::reading : op::slot;
    auto const made = add(id, what, {});
    plan_.nodes[made].index = means.index;
    return made;
  }

  node_index field(expression_id id, model::field_access const& e) {
    auto const object = compile(e.object);
    auto const& means = program_.resolved[id];
    auto what = op::entity_field;
    if (means.of == resolution::kind::event_date) what = op::event_date;
    if (means.of == resolution::kind::event_effective) what = op::event_effective;
    if (means.of == resolution::kind::event_known) what = op::event_known;
    if (means.of == resolution::kind::event_declared_field) what = op::event_field;
    auto const made = add(id, what, {object});
    plan_.nodes[made].index = means.index;
    return made;
  }

  node_index application(expression_id id, model::application const& e) {
    std::vector<node_index> arguments;
    for (auto const argument : e.arguments) arguments.push_back(compile(argument));
    auto const relation = program_.resolved[id].index;
    auto const made = add(id, program_.relations[relation].value ? op::fact_value : op::relation, std::move(arguments));
    plan_.nodes[made].index = relation;
    return made;
  }

  node_index comparison(expression_id id, model::comparison const& e) {
    auto const made = add(id, op::compare, {compile(e.left), compile(e.right)});
    plan_.nodes[made].compare = e.op;
    return made;
  }

  node_index junction(expression_id id, model::junction const& e) {
    std::vector<node_index> operands;
    for (auto const operand : e.operands) operands.push_back(condition(operand));
    return add(id, e.op == model::connective::conjunction ? op::conjunction : op::disjunction, std::move(operands));
  }

  node_index in_set(expression_id id, model::in_set const& e) {
    std::vector<node_index> operands{compile(e.element)};
    for (auto const member : e.members) operands.push_back(compile(member));
    return add(id, op::in_set, std::move(operands));
  }

  node_index in_kind(expression_id id, model::in_kind const& e) {
    auto const made = add(id, op::in_kind, {compile(e.element)});
    plan_.nodes[made].index = program_.bound[id].at(0);
    return made;
  }

  node_index binder(expression_id id, op what, std::vector<node_index> operands) {
    auto const made = add(id, what, std::move(operands));
    plan_.nodes[made].index = static_cast<std::uint32_t>(plan_.quantifieds.size());
    quantified entry;
    for (auto const slot : program_.bound[id]) {
      entry.variables.push_back({slot, program_.variables[scope_->variables[slot]].type, role::quantified});
    }
    plan_.quantifieds.push_back(std::move(entry));
    return made;
  }

  node_index quantifier(expression_id id, model::quantifier const& e) {
    auto const body = e.body ? condition(*e.body) : none;
    if (e.kind == model::quantity::every) {
      return binder(id, op::every, {body, e.satisfies ? condition(*e.satisfies) : none});
    }
    auto const some = binder(id, op::some, {body});
    return e.kind == model::quantity::some ? some : add(id, op::negation, {some});
  }

  node_index selection(expression_id id, model::selection const& e) {
    auto const key = compile(e.key);
    auto const body = e.body ? condition(*e.body) : none;
    auto const after = e.after ? compile(*e.after) : none;
    auto const made = binder(id, op::choose, {key, body, after});
    plan_.nodes[made].choice = e.kind;
    return made;
  }

  node_index status(expression_id id, model::provision_status const& e) {
    std::vector<node_index> values;
    for (auto const& binding : e.bindings) values.push_back(compile(binding.value));
    auto const made = add(id, e.what == model::verdict::violated ? op::violated : op::breached, std::move(values));
    plan_.nodes[made].index = program_.resolved[id].index;
    plan_.nodes[made].bindings = program_.status_slots[id];
    return made;
  }

  plan& plan_;
  check::program const& program_;
  check::scope const* scope_ = nullptr;
};

node_index optional_term(node_compiler& compiler, std::optional<expression_id> const& id) {
  return id ? compiler.compile(*id) : none;
}

provision_plan::effect compile_effect(node_compiler& compiler, model::consequence const& of) {
  provision_plan::effect made;
  auto const ending = [&](std::optional<model::ending> const& until) {
    if (!until) return;
    made.until = compiler.compile(until->date);
    made.until_inclusive = until->inclusive;
  };
  std::visit(source::overloaded{[&](model::establishment const& e) {
                                  for (auto const a : e.arguments) made.arguments.push_back(compiler.compile(a));
                                  made.from = optional_term(compiler, e.from);
                                  ending(e.until);
                                },
                                [&](model::norm const& e) {
                                  made.actor = compiler.compile(e.actor);
                                  for (auto const a : e.arguments) made.arguments.push_back(compiler.compile(a));
                                  made.from = optional_term(compiler, e.from);
                                  made.by = optional_term(compiler, e.by);
                                  made.within = optional_term(compiler, e.within);
                                  ending(e.until);
                                }},
             of.effect);
  return made;
}

provision_plan compile_provision(node_compiler& compiler, model::provision const& text) {
  provision_plan made;
  made.when = text.when ? compiler.condition(*text.when) : none;
  made.judged_at = optional_term(compiler, text.judged_at);
  for (auto const& clause : text.exceptions) made.exceptions.push_back(compiler.condition(clause.condition));
  for (auto const& clause : text.requirements) made.requirements.push_back(compiler.condition(clause.condition));
  for (auto const& consequence : text.consequences) {
    made.effects.push_back(compile_effect(compiler, consequence));
    auto const* norm = std::get_if<model::norm>(&consequence.effect);
    if (norm != nullptr && norm->mode == model::modality::may && !text.overrides.empty()) made.only_permits = true;
  }
  for (auto const& clause : text.overrides) {
    provision_plan::override_interval interval;
    interval.from = optional_term(compiler, clause.from);
    if (clause.until) {
      interval.until = compiler.compile(clause.until->date);
      interval.inclusive = clause.until->inclusive;
    }
    made.overrides.push_back(interval);
  }
  return made;
}

}  // namespace

void compile_nodes(plan& into) {
  auto const& program = *into.program;
  into.node_of.assign(program.rules.expressions.size(), none);
  into.nodes.reserve(program.rules.expressions.size());
  into.provisions.reserve(program.provisions.size());
  node_compiler compiler(into);
  for (auto const& relation : program.relations) {
    auto const begin = compiler.position();
    into.first_definition.push_back(static_cast<std::uint32_t>(into.definition_body.size()));
    for (auto const& definition : relation.definitions) {
      compiler.enter(definition.scope);
      into.definition_body.push_back(compiler.condition(definition.body));
    }
    into.nodes_of_relation.push_back({begin, compiler.position()});
  }
  for (auto const& provision : program.provisions) {
    auto const begin = compiler.position();
    compiler.enter(provision.scope);
    auto& made = into.provisions.emplace_back(compile_provision(compiler, program.text_of(provision)));
    for (std::uint32_t slot = 0; slot < provision.scope.parameters; ++slot)
      if (program.variables[provision.scope.variables[slot]].type.base == check::base_type::event)
        made.events.push_back(slot);
    into.nodes_of_provision.push_back({begin, compiler.position()});
  }
  for (auto const& question : program.questions) {
    auto const begin = compiler.position();
    compiler.enter(question.scope);
    auto const& text = program.text_of(question);
    into.questions.push_back({text.arises ? compiler.condition(*text.arises) : none, 0});
    into.nodes_of_question.push_back({begin, compiler.position()});
  }
}

}  // namespace casus::evaluate
