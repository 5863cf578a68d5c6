// Parse tree → model, and what only shows once a whole declaration is read: days that do not exist, `and` beside
// `or`, clauses out of order. Private to this folder.
#pragma once
#include "grammar/lowering.hpp"

namespace casus::grammar {

void lower(lowering& to, surface::declaration const& declaration);

}  // namespace casus::grammar
