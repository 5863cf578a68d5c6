// Entity kinds below one another, and fields. Private to the checker.
#pragma once
#include "engine/check/tables.hpp"

namespace casus::check {

// Parents, families and fields of all kinds; circles are reported and cut.
void resolve_kinds(tables& all);
[[nodiscard]] std::vector<field> resolve_fields(tables& all, std::vector<model::field> const& written,
                                                source::span where);

}  // namespace casus::check
