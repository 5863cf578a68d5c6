#include "engine/model/print.hpp"
#include "engine/source/overloaded.hpp"

namespace casus::model {
namespace {

// How tightly a construct binds, as the ladder of grammar/expression.cpp has it.
enum class binding { clause, junction, operand, dated, relation, sum, primary };

// Whether anything can follow the construct inside its clause or parenthesis. The body of a quantifier runs to the end
// of both, so it needs parentheses of its own wherever something follows.
enum class place { last, inner };

class printer {
 public:
  explicit printer(rule_set const& rules) : rules_(rules) {}

  std::string write(expression_id id, binding least, place where) const {
    expression_node const& node = rules_[id].node;
    bool const fits = binding_of(node) >= least && (where == place::last || !runs_on(node));
    if (fits) return text_of(node, where);
    return '(' + text_of(node, place::last) + ')';
  }

 private:
  static binding binding_of(expression_node const& node);
  static bool runs_on(expression_node const& node);
  std::string text_of(expression_node const& node, place where) const;
  std::string infix(expression_id left, std::string_view word, expression_id right, place where) const;
  std::string joined(junction const& of, place where) const;
  std::string list(std::vector<expression_id> const& ids) const;
  std::string where_clause(std::optional<expression_id> const& body, place where) const;
  std::string text_of(quantifier const& of, place where) const;
  std::string text_of(selection const& of, place where) const;
  std::string text_of(provision_status const& of) const;

  rule_set const& rules_;
};

binding printer::binding_of(expression_node const& node) {
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

bool printer::runs_on(expression_node const& node) {
  return std::holds_alternative<quantifier>(node) || std::holds_alternative<selection>(node) ||
         std::holds_alternative<extreme_date>(node);
}

std::string printer::infix(expression_id left, std::string_view word, expression_id right, place where) const {
  return write(left, binding::sum, place::inner) + ' ' + std::string(word) + ' ' + write(right, binding::sum, where);
}

std::string printer::joined(junction const& of, place where) const {
  std::string text;
  for (std::size_t i = 0; i < of.operands.size(); ++i) {
    bool const last = i + 1 == of.operands.size();
    if (i != 0) text += ' ' + std::string(word_of(of.op)) + ' ';
    text += write(of.operands[i], binding::operand, last ? where : place::inner);
  }
  return text;
}

std::string printer::list(std::vector<expression_id> const& ids) const {
  std::string text;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    bool const last = i + 1 == ids.size();
    text += (i == 0 ? "" : ", ") + write(ids[i], binding::sum, last ? place::last : place::inner);
  }
  return text;
}

std::string printer::where_clause(std::optional<expression_id> const& body, place where) const {
  return body ? " where " + write(*body, binding::junction, where) : std::string{};
}

std::string printer::text_of(quantifier const& of, place where) const {
  std::string text = std::string(word_of(of.kind)) + ' ' + print(of.variables);
  text += where_clause(of.body, of.satisfies ? place::inner : where);
  if (of.satisfies) text += " satisfies " + write(*of.satisfies, binding::junction, where);
  return text;
}

std::string printer::text_of(selection const& of, place where) const {
  std::string text = std::string(word_of(of.kind)) + ' ' + print(std::vector{of.element});
  if (of.after) text += " after " + write(*of.after, binding::sum, place::inner);
  text += " by " + write(of.key, binding::sum, of.body ? place::inner : where);
  return text + where_clause(of.body, where);
}

std::string printer::text_of(provision_status const& of) const {
  std::string text = of.provision.text + " is " + std::string(word_of(of.what));
  for (std::size_t i = 0; i < of.bindings.size(); ++i) {
    text += i == 0 ? " for " : ", ";
    text += of.bindings[i].variable.text + " = " + write(of.bindings[i].value, binding::sum, place::inner);
  }
  return text;
}

std::string printer::text_of(expression_node const& node, place where) const {
  auto const dated = [&](expression_id condition, std::string_view word, expression_id date) {
    return write(condition, binding::relation, place::inner) + std::string(word) + write(date, binding::sum, where);
  };
  return std::visit(
      source::overloaded{
          [](boolean_literal const& it) { return std::string(it.value ? "true" : "false"); },
          [](integer_literal const& it) { return std::to_string(it.value); },
          [](text_literal const& it) { return quoted(it.value); },
          [](date_literal const& it) { return source::to_iso(it.value); },
          [](duration_literal const& it) { return print(it.value); },
          [](today const&) { return std::string("now"); },
          [](reference const& it) { return it.id.text; },
          [&](field_access const& it) {
            return write(it.object, binding::primary, place::inner) + '.' + it.field.text;
          },
          [&](application const& it) { return it.callee.text + '(' + list(it.arguments) + ')'; },
          [&](comparison const& it) { return infix(it.left, word_of(it.op), it.right, where); },
          [&](arithmetic const& it) {
            return write(it.left, binding::sum, place::inner) + ' ' + std::string(word_of(it.op)) + ' ' +
                   write(it.right, binding::primary, where);
          },
          [&](junction const& it) { return joined(it, where); },
          [&](negation const& it) { return "not " + write(it.operand, binding::operand, where); },
          [&](in_set const& it) {
            return write(it.element, binding::sum, place::inner) + " in {" + list(it.members) + '}';
          },
          [&](in_kind const& it) { return write(it.element, binding::sum, place::inner) + " in " + print(it.kind); },
          [&](quantifier const& it) { return text_of(it, where); },
          [&](count const& it) { return "count(" + print(it.variables) + where_clause(it.body, place::last) + ')'; },
          [&](selection const& it) { return text_of(it, where); },
          [&](at_date const& it) { return dated(it.condition, " at ", it.date); },
          [&](before_date const& it) { return dated(it.condition, " before ", it.date); },
          [&](provision_status const& it) { return text_of(it); },
          [&](is_given const& it) { return write(it.term, binding::sum, place::inner) + " is given"; },
          [&](labelled const& it) {
            return write(it.condition, binding::junction, place::last) + " as " + quoted(it.words);
          },
          [&](extreme_date const& it) {
            return "the " + std::string(word_of(it.which)) + " of " + write(it.left, binding::sum, place::inner) +
                   " and " + write(it.right, binding::sum, where);
          },
      },
      node);
}

}  // namespace

std::string print(rule_set const& rules, expression_id id) {
  return printer(rules).write(id, binding::clause, place::last);
}

}  // namespace casus::model
