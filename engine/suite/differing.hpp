// What two findings differ in, where both are of the same facts under rules whose declarations are the same in number
// and order: a slice of the rules with and without a mistake, say.
#pragma once
#include "engine/evaluate/world.hpp"

namespace casus::suite {

struct subject {
  facts::expected_subject::kind of = facts::expected_subject::kind::provision;
  std::uint32_t index = 0;  // article, question or relation
  auto operator<=>(subject const&) const = default;
};

// What a declaration is, where something can be expected of it.
[[nodiscard]] std::optional<subject> subject_of(check::program const& program, std::uint32_t declaration);

struct found_in {
  evaluate::world& world;
  evaluate::findings const& found;
};
// In the order of the declarations: provisions, each with the relations that it establishes something of, and
// questions.
[[nodiscard]] std::vector<subject> differing(found_in const& a, found_in const& b);
[[nodiscard]] bool conflicts_differ(evaluate::findings const& a, evaluate::findings const& b);

}  // namespace casus::suite
