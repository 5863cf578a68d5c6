#include "engine/model/print.hpp"
#include "engine/source/overloaded.hpp"

namespace casus::model {
namespace {

// How tightly a construct binds, as the ladder of grammar/expression.cpp has it.
enum class binding { clause, junction, operand, dated, relation, sum, primary };

// Whether anything can follow the construct inside its clause or parenthesis. The body of a quantifier runs to the end
// of both, so it needs parentheses of its own wherever something follows.
enum class place { last, inner };

binding binding_of(expression_node const& node);
bool runs_on(expression_node const& node);

// One overload a kind of node.
struct printer {
  rule_set const& rules;
  place where;

  std::string operator()(boolean_literal const& it) const { return it.value ? "true" : "false"; }
  std::string operator()(integer_literal const& it) const { return std::to_string(it.value); }
  std::string operator()(text_literal const& it) const { return quoted(it.value); }
  std::string operator()(date_literal const& it) const { return source::to_iso(it.value); }
  std::string operator()(duration_literal const& it) const { return print(it.value); }
  std::string operator()(today const&) const { return "now"; }
  std::string operator()(reference const& it) const { return it.id.text; }
  std::string operator()(field_access const& it) const {
    return inner(it.object, binding::primary) + '.' + it.field.text;
  }
  std::string operator()(application const& it) const { return it.callee.text + '(' + list(it.arguments) + ')'; }
  std::string operator()(comparison const& it) const {
    return inner(it.left, binding::sum) + spaced(word_of(it.op)) + outer(it.right, binding::sum);
  }
  std::string operator()(arithmetic const& it) const {
    return inner(it.left, binding::sum) + spaced(word_of(it.op)) + outer(it.right, binding::primary);
  }
  std::string operator()(junction const& it) const;
  std::string operator()(negation const& it) const { return "not " + outer(it.operand, binding::operand); }
  std::string operator()(in_set const& it) const {
    return inner(it.element, binding::sum) + " in {" + list(it.members) + '}';
  }
  std::string operator()(in_kind const& it) const { return inner(it.element, binding::sum) + " in " + print(it.kind); }
  std::string operator()(quantifier const& it) const;
  std::string operator()(count const& it) const {
    std::string const body = it.body ? " where " + last(*it.body, binding::junction) : std::string{};
    return "count(" + print(it.variables) + body + ')';
  }
  std::string operator()(selection const& it) const;
  std::string operator()(at_date const& it) const {
    return inner(it.condition, binding::relation) + " at " + outer(it.date, binding::sum);
  }
  std::string operator()(before_date const& it) const {
    return inner(it.condition, binding::relation) + " before " + outer(it.date, binding::sum);
  }
  std::string operator()(provision_status const& it) const;
  std::string operator()(is_given const& it) const { return inner(it.term, binding::sum) + " is given"; }
  std::string operator()(labelled const& it) const {
    return last(it.condition, binding::junction) + " as " + quoted(it.words);
  }
  std::string operator()(extreme_date const& it) const {
    return "the " + std::string(word_of(it.which)) + " of " + inner(it.left, binding::sum) + " and " +
           outer(it.right, binding::sum);
  }

  std::string write(expression_id id, binding least, place stands) const {
    expression_node const& node = rules[id].node;
    bool const fits = binding_of(node) >= least && (stands == place::last || !runs_on(node));
    if (fits) return std::visit(printer{rules, stands}, node);
    return '(' + std::visit(printer{rules, place::last}, node) + ')';
  }
  std::string inner(expression_id id, binding least) const { return write(id, least, place::inner); }
  std::string last(expression_id id, binding least) const { return write(id, least, place::last); }
  // At the end of this node: last where the node is.
  std::string outer(expression_id id, binding least) const { return write(id, least, where); }
  static std::string spaced(std::string_view word) { return ' ' + std::string(word) + ' '; }
  std::string list(std::vector<expression_id> const& ids) const {
    std::string text;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      bool const is_last = i + 1 == ids.size();
      text += (i == 0 ? "" : ", ") + write(ids[i], binding::sum, is_last ? place::last : place::inner);
    }
    return text;
  }
};

binding binding_of(expression_node const& node) {
  using b = binding;
  return std::visit(
      source::overloaded{
          [](boolean_literal const&) { return b::primary; },
          [](integer_literal const&) { return b::primary; },
          [](text_literal const&) { return b::primary; },
          [](date_literal const&) { return b::primary; },
          [](duration_literal const& it) { return it.value.months != 0 && it.value.days != 0 ? b::sum : b::primary; },
          [](today const&) { return b::primary; },
          [](reference const&) { return b::primary; },
          [](field_access const&) { return b::primary; },
          [](application const&) { return b::primary; },
          [](comparison const&) { return b::relation; },
          [](arithmetic const&) { return b::sum; },
          [](junction const&) { return b::junction; },
          [](negation const&) { return b::operand; },
          [](in_set const&) { return b::relation; },
          [](in_kind const&) { return b::relation; },
          [](quantifier const&) { return b::operand; },
          [](count const&) { return b::primary; },
          [](selection const&) { return b::sum; },
          [](at_date const&) { return b::dated; },
          [](before_date const&) { return b::dated; },
          [](provision_status const&) { return b::relation; },
          [](is_given const&) { return b::relation; },
          [](labelled const&) { return b::clause; },
          [](extreme_date const&) { return b::sum; },
      },
      node);
}

bool runs_on(expression_node const& node) {
  return std::holds_alternative<quantifier>(node) || std::holds_alternative<selection>(node) ||
         std::holds_alternative<extreme_date>(node);
}

std::string printer::operator()(junction const& it) const {
  std::string text;
  for (std::size_t i = 0; i < it.operands.size(); ++i) {
    bool const is_last = i + 1 == it.operands.size();
    if (i != 0) text += spaced(word_of(it.op));
    text += is_last ? outer(it.operands[i], binding::operand) : inner(it.operands[i], binding::operand);
  }
  return text;
}

std::string printer::operator()(quantifier const& it) const {
  std::string text = std::string(word_of(it.kind)) + ' ' + print(it.variables);
  if (it.body) text += " where " + write(*it.body, binding::junction, it.satisfies ? place::inner : where);
  if (it.satisfies) text += " satisfies " + outer(*it.satisfies, binding::junction);
  return text;
}

std::string printer::operator()(selection const& it) const {
  std::string text = std::string(word_of(it.kind)) + ' ' + print(std::vector{it.element});
  if (it.after) text += " after " + inner(*it.after, binding::sum);
  text += " by " + write(it.key, binding::sum, it.body ? place::inner : where);
  if (it.body) text += " where " + outer(*it.body, binding::junction);
  return text;
}

std::string printer::operator()(provision_status const& it) const {
  std::string text = it.provision.text + " is " + std::string(word_of(it.what));
  for (std::size_t i = 0; i < it.bindings.size(); ++i) {
    text += i == 0 ? " for " : ", ";
    text += it.bindings[i].variable.text + " = " + inner(it.bindings[i].value, binding::sum);
  }
  return text;
}

}  // namespace

std::string print(rule_set const& rules, expression_id id) {
  return printer{rules, place::last}.last(id, binding::clause);
}

}  // namespace casus::model
