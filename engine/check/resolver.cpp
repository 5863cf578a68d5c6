#include "engine/check/resolver.hpp"

#include "engine/check/types.hpp"
#include "engine/source/overloaded.hpp"

#include <fmt/format.h>

#include <utility>

namespace casus::check {

resolver::resolver(tables& all, scope& of) : all_(all), scope_(of) {
  for (variable_index const index : of.variables) { in_force_.try_emplace(all.variable_names[index], index); }
}

type resolver::type_of(model::expression_id id, expectation const& expected) {
  type const found =
      std::visit(source::overloaded{
                     [](model::boolean_literal const&) { return boolean_type; },
                     [](model::integer_literal const&) { return integer_type; },
                     [](model::text_literal const&) { return text_type; },
                     [](model::date_literal const&) { return date_type; },
                     [](model::duration_literal const&) { return duration_type; },
                     [](model::today const&) { return date_type; },
                     [&](model::reference const& it) { return reference_type(id, it, expected); },
                     [&](model::field_access const& it) { return field_type(id, it); },
                     [&](model::application const& it) { return application_type(id, it); },
                     [&](model::comparison const& it) { return comparison_type(it); },
                     [&](model::arithmetic const& it) { return arithmetic_type(id, it); },
                     [&](model::junction const& it) {
                       for (model::expression_id const operand : it.operands) condition(operand);
                       return boolean_type;
                     },
                     [&](model::negation const& it) { return condition(it.operand), boolean_type; },
                     [&](model::in_set const& it) { return in_set_type(it); },
                     [&](model::in_kind const& it) { return in_kind_type(id, it); },
                     [&](model::quantifier const& it) { return quantifier_type(id, it); },
                     [&](model::count const& it) { return count_type(id, it); },
                     [&](model::selection const& it) { return selection_type(id, it); },
                     [&](model::at_date const& it) { return dated_type(it.condition, it.date, "at"); },
                     [&](model::before_date const& it) { return dated_type(it.condition, it.date, "before"); },
                     [&](model::provision_status const& it) { return status_type(id, it); },
                     [&](model::is_given const& it) { return given_type(it); },
                     [&](model::labelled const& it) { return condition(it.condition), boolean_type; },
                     [&](model::extreme_date const& it) { return extreme_type(it); },
                 },
                 rules()[id].node);
  all_.checked.types[id] = found;
  return found;
}

// What holds or does not hold, as against what has a value. Of an application only the checker knows.
bool resolver::is_condition(model::expression_id id) const {
  resolution const meant = all_.checked.resolved[id];
  auto const without_value = [&] {
    return meant.of == resolution::kind::relation && !all_.checked.relations[meant.index].value;
  };
  return std::visit(source::overloaded{
                        [](model::boolean_literal const&) { return false; },
                        [](model::integer_literal const&) { return false; },
                        [](model::text_literal const&) { return false; },
                        [](model::date_literal const&) { return false; },
                        [](model::duration_literal const&) { return false; },
                        [](model::today const&) { return false; },
                        [](model::reference const&) { return false; },
                        [](model::field_access const&) { return false; },
                        [&](model::application const&) { return without_value(); },
                        [](model::comparison const&) { return true; },
                        [](model::arithmetic const&) { return false; },
                        [](model::junction const&) { return true; },
                        [](model::negation const&) { return true; },
                        [](model::in_set const&) { return true; },
                        [](model::in_kind const&) { return true; },
                        [](model::quantifier const&) { return true; },
                        [](model::count const&) { return false; },
                        [](model::selection const&) { return false; },
                        [](model::at_date const&) { return true; },
                        [](model::before_date const&) { return true; },
                        [](model::provision_status const&) { return true; },
                        [](model::is_given const&) { return true; },
                        [](model::labelled const&) { return true; },
                        [](model::extreme_date const&) { return false; },
                    },
                    rules()[id].node);
}

void resolver::condition(model::expression_id id) {
  type const found = type_of(id, boolean_type);
  if (found.base == base_type::boolean || found.base == base_type::unknown) return;
  mismatch(rules()[id].where, fmt::format("a condition must stand here, not a term of type `{}`", name_of(found)));
}

type resolver::value_of(model::expression_id id, expectation const& expected) {
  type const found = type_of(id, expected);
  if (!is_condition(id)) return found;
  mismatch(rules()[id].where, "a term must stand here, not a condition");
  return {};
}

type resolver::term(model::expression_id id, place const& where) {
  type const found = value_of(id, where.wanted);
  if (!fits(all_.checked, where.wanted, found)) check_place(id, where, found);
  return found;
}

void resolver::check_place(model::expression_id id, place const& where, type const& found) {
  std::string const wanted = name_of(where.wanted);
  std::string const given = name_of(found);
  std::string const who = where.part.empty() ? fmt::format("`{}`", where.word)
                                             : fmt::format("{} `{}` of `{}`", where.word, where.part, where.whole);
  source::diagnostic& said = mismatch(rules()[id].where, fmt::format("{} takes `{}`, not `{}`", who, wanted, given));
  if (where.word == "by" && found.base == base_type::duration) {
    said.help = "`by` names the last day; a length of time stands behind `within`: `from 2014-06-15 within 60 days`";
  } else if (where.word == "within" && found.base == base_type::date) {
    said.help = "`within` takes a length of time; the last day stands behind `by`: `by 2014-06-15`";
  }
  if (where.declared) said.notes.push_back({fmt::format("`{}` is declared here", where.part), *where.declared});
}

std::string resolver::name_of(type const& of) const { return check::name_of(all_.checked, of); }

source::diagnostic& resolver::mismatch(source::span where, std::string message, std::string help) {
  return all_.said.add("type-mismatch", where, std::move(message), std::move(help));
}

}  // namespace casus::check
