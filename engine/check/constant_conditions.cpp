#include "engine/check/checks.hpp"
#include "engine/check/equal.hpp"
#include "engine/check/types.hpp"
#include "engine/check/walk.hpp"
#include "engine/model/print.hpp"

#include <fmt/format.h>

namespace casus::check {
namespace {

class inspector {
 public:
  explicit inspector(program const& checked) : checked_(checked), rules_(checked.rules) {}

  void check(model::expression_id id) {
    model::expression_node const& node = rules_[id].node;
    if (auto const* const comparison = std::get_if<model::comparison>(&node)) return check_comparison(id, *comparison);
    if (auto const* const in_kind = std::get_if<model::in_kind>(&node)) return check_kind(id, *in_kind);
    if (auto const* const given = std::get_if<model::is_given>(&node)) return check_given(id, *given);
    bool const joins = std::holds_alternative<model::junction>(node) || std::holds_alternative<model::negation>(node) ||
                       std::holds_alternative<model::labelled>(node);
    if (joins) model::visit_children(node, [&](model::expression_id child) { check_literal(child); });
  }

  void check_literal(model::expression_id id) {
    if (!std::holds_alternative<model::boolean_literal>(rules_[id].node)) return;
    add(id, fmt::format("this is always {}", model::print(rules_, id)), "a condition should depend on the facts");
  }

  diagnostics take() { return std::move(said_); }

 private:
  [[nodiscard]] bool is_fixed(model::expression_id id) const {
    model::expression_node const& node = rules_[id].node;
    if (std::holds_alternative<model::reference>(node)) {
      return checked_.resolved[id].of == resolution::kind::enumerator;
    }
    return std::holds_alternative<model::boolean_literal>(node) ||
           std::holds_alternative<model::integer_literal>(node) || std::holds_alternative<model::text_literal>(node) ||
           std::holds_alternative<model::date_literal>(node) || std::holds_alternative<model::duration_literal>(node);
  }

  void check_comparison(model::expression_id id, model::comparison const& of) {
    if (is_fixed(of.left) && is_fixed(of.right)) {
      add(id, "this compares two fixed values, so the facts make no difference to it");
    } else if (is_alike(rules_, of.left, of.right)) {
      add(id, "both sides of this are the same, so the facts make no difference to it");
    }
  }

  void check_kind(model::expression_id id, model::in_kind const& of) {
    type const element = checked_.types[of.element];
    if (element.base != base_type::entity || element.optional || checked_.bound[id].empty()) return;
    kind_index const kind = checked_.bound[id].front();
    std::string const name = checked_.kinds[element.index].name;
    if (is_within(checked_, element.index, kind)) {
      add(id, element.index == kind
                  ? fmt::format("this is always true: it is declared to be of kind `{}`", name)
                  : fmt::format("this is always true: every `{}` is of kind `{}`", name, checked_.kinds[kind].name));
    }
  }

  void check_given(model::expression_id id, model::is_given const& of) {
    type const term = checked_.types[of.term];
    if (term.base == base_type::unknown || term.optional) return;
    add(id, "this is always given: it is not declared as optional", "an optional field has a `?` after its type");
  }

  void add(model::expression_id id, std::string message, std::string help = {}) {
    said_.push_back(source::report("constant-condition", rules_[id].where, std::move(message), std::move(help)));
  }

  program const& checked_;
  model::rule_set const& rules_;
  diagnostics said_;
};

}  // namespace

diagnostics check_constants(program const& checked) {
  inspector look(checked);
  for (std::uint32_t index = 0; index < checked.rules.expressions.size(); ++index) look.check({index});
  for (relation const& each : checked.relations) {
    for (definition const& alternative : each.definitions) look.check_literal(alternative.body);
  }
  for (provision const& each : checked.provisions) {
    model::provision const& written = checked.text_of(each);
    if (written.when) look.check_literal(*written.when);
    for (model::clause const& clause : written.exceptions) look.check_literal(clause.condition);
    for (model::clause const& clause : written.requirements) look.check_literal(clause.condition);
  }
  return look.take();
}

}  // namespace casus::check
