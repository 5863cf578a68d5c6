// The passes that build the program, in the order in which they run; each relies on those before it. What a pass finds
// wrong it reports in the tables, and goes on as well as it can. Private to the checker.
#pragma once
#include "engine/check/tables.hpp"

namespace casus::check {

// Every declaration in its table, with its name; nothing inside it is looked at.
[[nodiscard]] tables collect(model::rule_set rules);
// Instruments, provisions in their order, versions together.
void arrange_provisions(tables& all);
// Kinds below kinds, and the types of fields and parameters.
void resolve_signatures(tables& all);
// The variables that stand at the head of defines, provisions and questions.
void bind_heads(tables& all);
// Every expression: names, types, slots.
void resolve_constants(tables& all);
void resolve_bodies(tables& all);
// What provisions and questions say about one another: overrides and answers.
void link(tables& all);

}  // namespace casus::check
