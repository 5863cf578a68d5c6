// Numbers, lengths of time, dates and texts from their spelling. Private to this folder.
#pragma once
#include "grammar/lowering.hpp"

namespace casus::grammar {

[[nodiscard]] model::expression_node literal_of(lowering& to, surface::literal const& literal);
[[nodiscard]] source::date date_of(lowering& to, surface::literal const& literal);

}  // namespace casus::grammar
