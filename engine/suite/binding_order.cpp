#include "binding_order.hpp"

#include "conditions.hpp"

#include <algorithm>

namespace casus::suite {

binding_order order_of(check::program const& program, std::vector<std::uint32_t> slots,
                       std::optional<model::expression_id> condition, std::size_t earliest) {
  binding_order made{std::move(slots), {}};
  made.due.resize(made.slots.size() + 1);
  if (!condition) return made;
  for (auto const conjunct : conjuncts_of(program.rules, *condition)) {
    auto level = earliest;
    for (auto const slot : slots_in(program, conjunct)) {
      auto const at = std::find(made.slots.begin(), made.slots.end(), slot) - made.slots.begin();
      if (static_cast<std::size_t>(at) < made.slots.size()) level = std::max(level, static_cast<std::size_t>(at) + 1);
    }
    made.due[level].push_back(conjunct);
  }
  return made;
}

}  // namespace casus::suite
