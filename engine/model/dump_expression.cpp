#include "engine/model/dump_expression.hpp"
#include "engine/model/print.hpp"

namespace casus::model {
namespace {

std::string bound(std::vector<variable> const& variables) { return '[' + print(variables) + ']'; }

std::string head(std::string_view word) { return '(' + std::string(word) + ' '; }

// One overload a kind of node.
struct dumper {
  rule_set const& rules;

  std::string write(expression_id id) const { return std::visit(*this, rules[id].node); }
  std::string write(std::optional<expression_id> const& id) const { return id ? write(*id) : "_"; }
  std::string list(std::vector<expression_id> const& ids, std::string_view separator) const {
    std::string text;
    for (std::size_t i = 0; i < ids.size(); ++i) text += (i == 0 ? "" : std::string(separator)) + write(ids[i]);
    return text;
  }
  std::string pair(std::string_view word, expression_id left, expression_id right) const {
    return head(word) + write(left) + ' ' + write(right) + ')';
  }

  std::string operator()(boolean_literal const& it) const { return it.value ? "true" : "false"; }
  std::string operator()(integer_literal const& it) const { return std::to_string(it.value); }
  std::string operator()(text_literal const& it) const { return quoted(it.value); }
  std::string operator()(date_literal const& it) const { return source::to_iso(it.value); }
  std::string operator()(duration_literal const& it) const {
    return "(duration " + std::to_string(it.value.months) + ' ' + std::to_string(it.value.days) + ')';
  }
  std::string operator()(today const&) const { return "now"; }
  std::string operator()(reference const& it) const { return it.id.text; }
  std::string operator()(field_access const& it) const {
    return "(field " + write(it.object) + ' ' + it.field.text + ')';
  }
  std::string operator()(application const& it) const { return it.callee.text + '(' + list(it.arguments, ", ") + ')'; }
  std::string operator()(comparison const& it) const { return pair(word_of(it.op), it.left, it.right); }
  std::string operator()(arithmetic const& it) const { return pair(word_of(it.op), it.left, it.right); }
  std::string operator()(junction const& it) const { return head(word_of(it.op)) + list(it.operands, " ") + ')'; }
  std::string operator()(negation const& it) const { return "(not " + write(it.operand) + ')'; }
  std::string operator()(in_set const& it) const {
    return "(in " + write(it.element) + " {" + list(it.members, ", ") + "})";
  }
  std::string operator()(in_kind const& it) const { return "(kind " + write(it.element) + ' ' + print(it.kind) + ')'; }
  std::string operator()(quantifier const& it) const {
    std::string const text = head(word_of(it.kind)) + bound(it.variables) + ' ' + write(it.body);
    return text + (it.satisfies ? ' ' + write(*it.satisfies) : "") + ')';
  }
  std::string operator()(count const& it) const { return "(count " + bound(it.variables) + ' ' + write(it.body) + ')'; }
  std::string operator()(selection const& it) const {
    return head(word_of(it.kind)) + bound({it.element}) + ' ' + write(it.after) + ' ' + write(it.key) + ' ' +
           write(it.body) + ')';
  }
  std::string operator()(at_date const& it) const { return pair("at", it.condition, it.date); }
  std::string operator()(before_date const& it) const { return pair("before", it.condition, it.date); }
  std::string operator()(provision_status const& it) const {
    std::string text;
    for (shared_variable const& each : it.bindings) {
      text += (text.empty() ? "" : ", ") + each.variable.text + " = " + write(each.value);
    }
    return head(word_of(it.what)) + it.provision.text + " [" + text + "])";
  }
  std::string operator()(is_given const& it) const { return "(given " + write(it.term) + ')'; }
  std::string operator()(labelled const& it) const {
    return "(as " + quoted(it.words) + ' ' + write(it.condition) + ')';
  }
  std::string operator()(extreme_date const& it) const { return pair(word_of(it.which), it.left, it.right); }
};

}  // namespace

std::string dump(rule_set const& rules, expression_id id) { return dumper{rules}.write(id); }

}  // namespace casus::model
