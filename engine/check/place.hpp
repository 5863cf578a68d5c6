// Where a declaration stands, for the notes of diagnostics.
#pragma once
#include "engine/model/declaration.hpp"

namespace casus::check {

// Its name; of a `use`, the path.
[[nodiscard]] source::span name_place(model::declaration const& of);

}  // namespace casus::check
