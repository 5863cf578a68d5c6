#include "engine/check/checks.hpp"
#include "engine/check/types.hpp"
#include "engine/check/walk.hpp"
#include "engine/model/print.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace casus::check {
namespace {

// What a condition asks of one term: to be of a kind, to have a fixed value, not to have it.
struct demand {
  std::optional<kind_index> kind;
  std::optional<std::string> value;
  bool is_denied = false;
  source::span where;
};

// Whose condition it is: "the condition of" and its name, or "this".
struct owner {
  std::string_view words;
  std::string_view name;
  [[nodiscard]] std::string text() const {
    return name.empty() ? std::string{words} : fmt::format("{}`{}`", words, name);
  }
};

// The conditions that must hold together, and what they ask of each term.
class conjunction {
 public:
  conjunction(program const& checked, std::string_view code, owner const& whose)
      : checked_(checked), rules_(checked.rules), code_(code), whose_(whose) {}

  void add(model::expression_id id) {
    model::expression const& here = rules_[id];
    std::visit(source::overloaded{
                   [](model::boolean_literal const&) {},
                   [](model::integer_literal const&) {},
                   [](model::text_literal const&) {},
                   [](model::date_literal const&) {},
                   [](model::duration_literal const&) {},
                   [](model::today const&) {},
                   [](model::reference const&) {},
                   [](model::field_access const&) {},
                   [&](model::application const& it) { add_application(id, it); },
                   [&](model::comparison const& it) { add_comparison(it, here.where); },
                   [](model::arithmetic const&) {},
                   [&](model::junction const& it) {
                     if (it.op == model::connective::conjunction) each_of(it.operands, [&](auto each) { add(each); });
                   },
                   [](model::negation const&) {},
                   [](model::in_set const&) {},
                   [&](model::in_kind const& it) { add_kind(id, it); },
                   [](model::quantifier const&) {},
                   [](model::count const&) {},
                   [](model::selection const&) {},
                   [&](model::at_date const& it) { add(it.condition); },
                   [&](model::before_date const& it) { add(it.condition); },
                   [](model::provision_status const&) {},
                   [](model::is_given const&) {},
                   [&](model::labelled const& it) { add(it.condition); },
                   [](model::extreme_date const&) {},
               },
               here.node);
  }

  diagnostics take() { return std::move(said_); }

 private:
  void add_kind(model::expression_id id, model::in_kind const& it) {
    if (checked_.bound[id].empty()) return;
    kind_index const kind = checked_.bound[id].front();
    type const element = checked_.types[it.element];
    if (element.base == base_type::entity && !is_related(checked_, element.index, kind)) {
      said_.push_back(source::report(code_, rules_[id].where,
                                     fmt::format("{} can never hold: no `{}` is of kind `{}`", whose_.text(),
                                                 checked_.kinds[element.index].name, checked_.kinds[kind].name)));
      return;
    }
    demand_kind(it.element, kind, rules_[id].where);
  }

  void add_application(model::expression_id id, model::application const& it) {
    resolution const meant = checked_.resolved[id];
    if (meant.of != resolution::kind::relation) return;
    std::vector<type> const& parameters = checked_.relations[meant.index].parameters;
    for (std::size_t index = 0; index < it.arguments.size() && index < parameters.size(); ++index) {
      if (parameters[index].base != base_type::entity) continue;
      demand_kind(it.arguments[index], parameters[index].index, rules_[it.arguments[index]].where);
    }
  }

  void add_comparison(model::comparison const& it, source::span where) {
    bool const is_equal = it.op == model::comparison_operator::equal;
    if (!is_equal && it.op != model::comparison_operator::not_equal) return;
    if (is_equal && checked_.types[it.left].base == base_type::entity &&
        checked_.types[it.right].base == base_type::entity) {
      demand_kind(it.left, checked_.types[it.right].index, where);
      demand_kind(it.right, checked_.types[it.left].index, where);
    }
    if (auto value = fixed(it.right)) demand_value(it.left, std::move(*value), is_equal, where);
    if (auto value = fixed(it.left)) demand_value(it.right, std::move(*value), is_equal, where);
  }

  // The value of a literal, an individual or a value of an enumeration, as text: equal texts are equal values.
  [[nodiscard]] std::optional<std::string> fixed(model::expression_id id) const {
    model::expression_node const& node = rules_[id].node;
    using kind = resolution::kind;
    kind const meant = checked_.resolved[id].of;
    bool const is_literal =
        std::holds_alternative<model::boolean_literal>(node) || std::holds_alternative<model::integer_literal>(node) ||
        std::holds_alternative<model::text_literal>(node) || std::holds_alternative<model::date_literal>(node);
    if (!is_literal && meant != kind::enumerator && meant != kind::individual) return std::nullopt;
    return model::print(rules_, id);
  }

  // Only names and their fields: what a relation yields may differ from date to date.
  [[nodiscard]] bool is_steady(model::expression_id id) const {
    model::expression_node const& node = rules_[id].node;
    if (auto const* const field = std::get_if<model::field_access>(&node)) return is_steady(field->object);
    resolution::kind const meant = checked_.resolved[id].of;
    return std::holds_alternative<model::reference>(node) &&
           (meant == resolution::kind::variable || meant == resolution::kind::interpretation);
  }

  void demand_kind(model::expression_id term, kind_index kind, source::span where) {
    if (!is_steady(term)) return;
    std::string const name = model::print(rules_, term);
    std::vector<demand>& others = demands_[name];
    for (demand const& other : others) {
      if (!other.kind || is_related(checked_, *other.kind, kind)) continue;
      return report(fmt::format("`{}` would have to be of kind `{}` and of kind `{}`", name,
                                checked_.kinds[*other.kind].name, checked_.kinds[kind].name),
                    where, other.where);
    }
    if (others.size() < most_demands) others.push_back({kind, std::nullopt, false, where});
  }

  void demand_value(model::expression_id term, std::string value, bool is_equal, source::span where) {
    if (!is_steady(term)) return;
    std::string const name = model::print(rules_, term);
    std::vector<demand>& others = demands_[name];
    for (demand const& other : others) {
      if (!other.value || (!is_equal && other.is_denied)) continue;
      bool const is_one_denied = !is_equal || other.is_denied;
      if ((*other.value == value) != is_one_denied) continue;
      return report(is_one_denied ? fmt::format("`{}` would have to be `{}` and not to be it", name, value)
                                  : fmt::format("`{}` would have to be `{}` and `{}`", name, *other.value, value),
                    where, other.where);
    }
    if (others.size() < most_demands) others.push_back({std::nullopt, std::move(value), !is_equal, where});
  }

  void report(std::string why, source::span where, source::span other) {
    said_.push_back(source::report(code_, where, fmt::format("{} can never hold: {}", whose_.text(), why)));
    said_.back().notes.push_back({"the other condition", other});
  }

  static constexpr std::size_t most_demands = 32;  // of one term; more are not held against one another

  program const& checked_;
  model::rule_set const& rules_;
  std::string_view code_;
  owner whose_;
  std::unordered_map<std::string, std::vector<demand>> demands_;
  diagnostics said_;
};

class inspector {
 public:
  explicit inspector(program const& checked) : checked_(checked), is_done_(checked.rules.expressions.size(), false) {}

  void check(model::expression_id id, std::string_view code, owner const& whose) {
    conjunction all(checked_, code, whose);
    all.add(id);
    mark(id);
    diagnostics found = all.take();
    said_.insert(said_.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }

  // What stands inside something else. A parent's id is greater, so what is inside another comes later here.
  void check_inner() {
    for (std::size_t index = checked_.rules.expressions.size(); index-- > 0;) {
      model::expression_node const& node = checked_.rules.expressions[index].node;
      auto const* const joined = std::get_if<model::junction>(&node);
      bool const is_meant = (joined != nullptr && joined->op == model::connective::conjunction) ||
                            std::holds_alternative<model::in_kind>(node);
      if (is_meant && !is_done_[index]) check({static_cast<std::uint32_t>(index)}, "constant-condition", {"this", {}});
    }
  }

  diagnostics take() { return std::move(said_); }

 private:
  // What `conjunction` has gone through.
  void mark(model::expression_id id) {
    is_done_[id.index] = true;
    model::expression_node const& node = checked_.rules[id].node;
    auto const* const joined = std::get_if<model::junction>(&node);
    bool const goes_on = (joined != nullptr && joined->op == model::connective::conjunction) ||
                         std::holds_alternative<model::labelled>(node) ||
                         std::holds_alternative<model::at_date>(node) ||
                         std::holds_alternative<model::before_date>(node);
    if (goes_on) model::visit_children(node, [&](model::expression_id child) { mark(child); });
  }

  program const& checked_;
  std::vector<bool> is_done_;
  diagnostics said_;
};

}  // namespace

diagnostics check_contradictions(program const& checked) {
  inspector look(checked);
  for (provision const& each : checked.provisions) {
    auto const& when = checked.text_of(each).when;
    if (when) look.check(*when, "impossible-provision", {"the condition of ", each.id});
  }
  for (relation const& each : checked.relations) {
    for (definition const& alternative : each.definitions) {
      look.check(alternative.body, "impossible-provision", {"", each.name});
    }
  }
  look.check_inner();
  return look.take();
}

}  // namespace casus::check
