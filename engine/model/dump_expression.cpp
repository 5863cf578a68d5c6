#include "engine/model/dump_expression.hpp"
#include "engine/model/print.hpp"
#include "engine/source/overloaded.hpp"

namespace casus::model {
namespace {

class dumper {
 public:
  explicit dumper(rule_set const& rules) : rules_(rules) {}

  std::string write(expression_id id) const;

 private:
  std::string write(std::optional<expression_id> const& id) const { return id ? write(*id) : "_"; }
  std::string list(std::vector<expression_id> const& ids, std::string_view separator) const {
    std::string text;
    for (std::size_t i = 0; i < ids.size(); ++i) text += (i == 0 ? "" : std::string(separator)) + write(ids[i]);
    return text;
  }
  std::string node(std::string_view head, expression_id left, expression_id right) const {
    return '(' + std::string(head) + ' ' + write(left) + ' ' + write(right) + ')';
  }
  std::string bindings(provision_status const& of) const {
    std::string text;
    for (shared_variable const& each : of.bindings) {
      text += (text.empty() ? "" : ", ") + each.variable.text + " = " + write(each.value);
    }
    return text;
  }

  rule_set const& rules_;
};

std::string bound(std::vector<variable> const& variables) { return '[' + print(variables) + ']'; }

std::string head(std::string_view word) { return '(' + std::string(word) + ' '; }

std::string dumper::write(expression_id id) const {
  return std::visit(
      source::overloaded{
          [](boolean_literal const& it) { return std::string(it.value ? "true" : "false"); },
          [](integer_literal const& it) { return std::to_string(it.value); },
          [](text_literal const& it) { return quoted(it.value); },
          [](date_literal const& it) { return source::to_iso(it.value); },
          [](duration_literal const& it) {
            return "(duration " + std::to_string(it.value.months) + ' ' + std::to_string(it.value.days) + ')';
          },
          [](today const&) { return std::string("now"); },
          [](reference const& it) { return it.id.text; },
          [&](field_access const& it) { return "(field " + write(it.object) + ' ' + it.field.text + ')'; },
          [&](application const& it) { return it.callee.text + '(' + list(it.arguments, ", ") + ')'; },
          [&](comparison const& it) { return node(word_of(it.op), it.left, it.right); },
          [&](arithmetic const& it) { return node(word_of(it.op), it.left, it.right); },
          [&](junction const& it) { return head(word_of(it.op)) + list(it.operands, " ") + ')'; },
          [&](negation const& it) { return "(not " + write(it.operand) + ')'; },
          [&](in_set const& it) { return "(in " + write(it.element) + " {" + list(it.members, ", ") + "})"; },
          [&](in_kind const& it) { return "(kind " + write(it.element) + ' ' + print(it.kind) + ')'; },
          [&](quantifier const& it) {
            std::string const text = head(word_of(it.kind)) + bound(it.variables) + ' ' + write(it.body);
            return text + (it.satisfies ? ' ' + write(*it.satisfies) : "") + ')';
          },
          [&](count const& it) { return "(count " + bound(it.variables) + ' ' + write(it.body) + ')'; },
          [&](selection const& it) {
            return head(word_of(it.kind)) + bound({it.element}) + ' ' + write(it.after) + ' ' + write(it.key) + ' ' +
                   write(it.body) + ')';
          },
          [&](at_date const& it) { return node("at", it.condition, it.date); },
          [&](before_date const& it) { return node("before", it.condition, it.date); },
          [&](provision_status const& it) {
            return head(word_of(it.what)) + it.provision.text + " [" + bindings(it) + "])";
          },
          [&](is_given const& it) { return "(given " + write(it.term) + ')'; },
          [&](labelled const& it) { return "(as " + quoted(it.words) + ' ' + write(it.condition) + ')'; },
          [&](extreme_date const& it) { return node(word_of(it.which), it.left, it.right); },
      },
      rules_[id].node);
}

}  // namespace

std::string dump(rule_set const& rules, expression_id id) { return dumper(rules).write(id); }

}  // namespace casus::model
