// The statements of a world's facts that are known on its date of knowledge, by relation. Private to this folder.
#pragma once
#include "engine/evaluate/world.hpp"
#include <span>

namespace casus::explain {

class known_statements {
 public:
  explicit known_statements(evaluate::world const& world);
  // Indices into the facts' statements, ascending.
  [[nodiscard]] std::span<std::uint32_t const> of(check::relation_index relation) const;

 private:
  std::vector<check::relation_index> relations_;  // by statement, ascending
  std::vector<std::uint32_t> statements_;
};

}  // namespace casus::explain
