// Gives every expression of one owner (a provision, a define, a question, a constant) its type, every name in it its
// meaning and every variable its slot. One resolver an owner. Private to the checker.
#pragma once
#include "engine/check/tables.hpp"
#include <optional>
#include <string_view>
#include <unordered_map>

namespace casus::check {

// A place that takes a term of some type, and who says so: "`from`", or argument `s` of `member`.
struct place {
  type wanted;
  std::string_view word;
  std::string_view part;
  std::string_view whole;
  std::optional<source::span> declared;
};

class resolver {
 public:
  // The variables that the scope has already are in force everywhere.
  resolver(tables& all, scope& of);

  void condition(model::expression_id id);
  type term(model::expression_id id, place const& where);
  // A variable of the owner, by name; an error if there is none.
  std::optional<std::uint32_t> own_variable(model::name const& id);
  void arguments(std::vector<model::expression_id> const& given, relation const& of, model::name const& called);

 private:
  // What the place says about the type: nothing, or a type; `unknown` where an error was reported already, so that
  // nothing more is to be said about it.
  using expectation = std::optional<type>;

  type type_of(model::expression_id id, expectation const& expected);
  type value_of(model::expression_id id, expectation const& expected);  // refuses conditions
  void check_place(model::expression_id id, place const& where, type const& found);

  type reference_type(model::expression_id id, model::reference const& node, expectation const& expected);
  type variable_type(model::expression_id id, model::reference const& node, variable_index found,
                     expectation const& expected);
  std::optional<type> lone_value(model::expression_id id, model::reference const& node, expectation const& expected);
  void unknown_reference(model::reference const& node, expectation const& expected);
  void unbound_reference(model::reference const& node, source::span bound);
  type field_type(model::expression_id id, model::field_access const& node);
  type entity_field(model::expression_id id, model::field_access const& node, type const& object);
  type event_field(model::expression_id id, model::field_access const& node, type const& object);
  void unknown_entity_field(model::field_access const& node, type const& object);
  type application_type(model::expression_id id, model::application const& node);
  void unknown_relation(model::name const& callee);

  type comparison_type(model::comparison const& node);
  void check_comparison(model::comparison const& node, type const& left, type const& right);
  type arithmetic_type(model::expression_id id, model::arithmetic const& node);
  type in_set_type(model::in_set const& node);
  type in_kind_type(model::expression_id id, model::in_kind const& node);
  type dated_type(model::expression_id condition, model::expression_id date, std::string_view word);
  type status_type(model::expression_id id, model::provision_status const& node);
  void status_bindings(model::expression_id id, model::provision_status const& node, article const& of);
  type given_type(model::is_given const& node);
  type extreme_type(model::extreme_date const& node);

  type quantifier_type(model::expression_id id, model::quantifier const& node);
  type count_type(model::expression_id id, model::count const& node);
  type selection_type(model::expression_id id, model::selection const& node);
  std::vector<std::uint32_t> bind(std::vector<model::variable> const& variables);
  std::uint32_t bind(model::variable const& written);
  void release(std::vector<model::variable> const& variables);

  [[nodiscard]] bool is_condition(model::expression_id id) const;
  [[nodiscard]] bool is_bare_value(model::expression_id id) const;
  [[nodiscard]] std::string name_of(type const& of) const;
  [[nodiscard]] model::rule_set const& rules() const { return all_.checked.rules; }
  void resolve(model::expression_id id, resolution::kind of, std::uint32_t index) {
    all_.checked.resolved[id] = {of, index};
  }
  source::diagnostic& mismatch(source::span where, std::string message, std::string help = {});

  tables& all_;
  scope& scope_;
  std::unordered_map<std::string_view, variable_index> in_force_;
  std::unordered_map<variable_index, variable_index> hidden_;  // under a variable of the same name: an error
  std::unordered_map<std::string_view, source::span> ended_;   // variables of clauses that are over
};

// Adds a variable to an owner.
variable_index add_variable(tables& all, scope& to, model::variable const& written, type const& of);

}  // namespace casus::check
