#include "asp.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace casus::clingo {

std::string tuple(std::vector<std::string> const& of) {
  return of.empty() ? "v" : fmt::format("v({})", fmt::join(of, ","));
}

std::vector<std::uint32_t> ranks(facts::base const& facts) {
  std::vector<std::uint32_t> order(facts.texts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return facts.texts[a] < facts.texts[b]; });
  std::vector<std::uint32_t> found(order.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) found[order[place]] = place;
  return found;
}

std::string constant(facts::value const& of, std::vector<std::uint32_t> const& rank_of_text) {
  switch (of.tag) {
    case facts::tag::boolean: return fmt::format("b({})", of.payload);
    case facts::tag::integer:
    case facts::tag::date: return std::to_string(of.payload);
    case facts::tag::text: return fmt::format("t({})", rank_of_text[facts::index_of(of)]);
    case facts::tag::enumerator: return fmt::format("m({},{})", of.extra, facts::index_of(of));
    case facts::tag::entity: return fmt::format("e({})", facts::index_of(of));
    case facts::tag::event: return fmt::format("v({})", facts::index_of(of));
    case facts::tag::unknown:
    case facts::tag::absent:
    case facts::tag::duration:
    case facts::tag::unnamed: break;
  }
  throw not_translated{"a value that is not known"};
}

std::string answer_set_program(input const& of) { return writer(of).write(); }

std::string writer::write() {
  domains();
  dates();
  events();
  statements();
  relations();
  for (check::provision_index index = 0; index < rules_.provisions.size(); ++index) provision(index);
  answers();
  return std::move(text_);
}

void writer::rule(std::string const& head, std::vector<std::string> const& body) {
  text_ += body.empty() ? head + ".\n" : fmt::format("{} :- {}.\n", head, fmt::join(body, ", "));
}

std::string writer::atom(std::string const& name, std::vector<std::string> arguments) const {
  return fmt::format("p{}_{}({})", of_.number, name, fmt::join(arguments, ","));
}

std::string writer::over(std::string const& name, slots const& around, std::string const& context,
                         std::string const& prefix) const {
  std::vector<std::string> arguments;
  for (std::uint32_t const slot : around) arguments.push_back(prefix + std::to_string(slot));
  arguments.push_back(context);
  return atom(name, std::move(arguments));
}

std::string writer::valued(std::string const& name, slots const& around, std::string const& value,
                           std::string const& context, std::string const& prefix) const {
  return over(name, around, context + "," + value, prefix);
}

std::string writer::within(check::type const& type, std::string const& variable) const {
  switch (type.base) {
    case check::base_type::boolean: return atom("boolean", {variable});
    case check::base_type::enumeration: return atom("enumeration", {std::to_string(type.index), variable});
    case check::base_type::entity: return atom("kind", {std::to_string(type.index), variable});
    case check::base_type::event: return atom("event", {std::to_string(type.index), variable});
    case check::base_type::unknown:
    case check::base_type::integer:
    case check::base_type::text:
    case check::base_type::date:
    case check::base_type::duration: break;
  }
  throw not_translated{"a variable of a type without end"};
}

std::vector<std::string> writer::safe(slots const& around) const {
  std::vector<std::string> found{atom("context", {"C"})};
  for (std::uint32_t const slot : around) found.push_back(within(type_of(slot), "S" + std::to_string(slot)));
  return found;
}

void writer::enter(check::scope const& scope) {
  types_.clear();
  for (check::variable_index const each : scope.variables) {
    types_[rules_.variables[each].slot] = rules_.variables[each].type;
  }
}

writer::slots writer::parameters(check::scope const& scope) const {
  slots found(scope.parameters);
  std::iota(found.begin(), found.end(), 0U);
  return found;
}

}  // namespace casus::clingo
