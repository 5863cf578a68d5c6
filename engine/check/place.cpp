#include "engine/check/place.hpp"

#include "engine/source/overloaded.hpp"

namespace casus::check {

source::span name_place(model::declaration const& of) {
  return std::visit(source::overloaded{[](model::use_file const& it) { return it.path_where; },
                                       [](auto const& it) { return it.id.where; }},
                    of);
}

}  // namespace casus::check
