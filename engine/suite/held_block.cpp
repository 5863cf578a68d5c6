#include "held_block.hpp"

namespace casus::suite {

held_block::found_provision held_block::provision(check::provision_index version) const {
  if (day_.has_findings()) return {everything().provisions[version], everything().norms};
  auto const& alone = world().account_of(version, {date()});
  return {alone.found, alone.norms};
}

evaluate::question_findings held_block::question(check::question_index index) const {
  return day_.has_findings() ? everything().questions[index] : world().question_at(index, date());
}

}  // namespace casus::suite
