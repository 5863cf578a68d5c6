#include "engine/check/checks.hpp"
#include "engine/check/types.hpp"

#include <fmt/format.h>

namespace casus::check {

diagnostics check_acts(program const& checked) {
  diagnostics said;
  for (event_kind const& each : checked.event_kinds) {
    if (!each.is_act) continue;
    auto const& written = std::get<model::event_kind>(checked.rules.declarations[each.declaration]);
    if (each.fields.empty()) {
      said.push_back(source::report("not-an-actor", written.id.where,
                                    fmt::format("the act `{}` has no actor", each.name),
                                    "its first field is who acts: `by: State`"));
      continue;
    }
    field const& actor = each.fields.front();
    if (actor.type.base == base_type::unknown || actor.type.base == base_type::entity) continue;
    said.push_back(source::report("not-an-actor", written.fields.front().type.where,
                                  fmt::format("the first field of the act `{}` is who acts, and `{}` cannot act",
                                              each.name, name_of(checked, actor.type)),
                                  "put a field first that is of an entity kind"));
  }
  return said;
}

}  // namespace casus::check
