#include "engine/facts/print.hpp"

#include "engine/model/print.hpp"

#include <fmt/format.h>

namespace casus::facts {
namespace {

std::string or_number(std::string const& id, std::uint32_t index) {
  return id.empty() ? fmt::format("#{}", index) : id;
}

std::string print_event(value const& what, base const& known) {
  auto const index = index_of(what);
  return or_number(index < known.events.size() ? known.events[index].id : std::string{}, index);
}

}  // namespace

std::string print(value const& what, check::program const& rules, base const& known) {
  switch (what.tag) {
    case tag::unknown: return "unknown";
    case tag::absent: return "absent";
    case tag::boolean: return what.payload != 0 ? "true" : "false";
    case tag::integer: return fmt::format("{}", what.payload);
    case tag::text: return model::quoted(known.texts[index_of(what)]);
    case tag::date: return source::to_iso(date_of(what));
    case tag::duration: return model::print(duration_of(what));
    case tag::enumerator: return rules.enumerations[what.extra].values[index_of(what)];
    case tag::entity: return known.entities[index_of(what)].id;
    case tag::event: return print_event(what, known);
    case tag::unnamed: return "one that is not named";
  }
  return {};
}

std::string print_tuple(statement const& said, check::program const& rules, base const& known) {
  std::string words = rules.relations[said.relation].name + '(';
  for (std::size_t i = 0; i < said.arguments.size(); ++i) {
    if (i > 0) words += ", ";
    words += print(said.arguments[i], rules, known);
  }
  return words + ')';
}

}  // namespace casus::facts
