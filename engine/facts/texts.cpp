#include "engine/facts/base.hpp"

namespace casus::facts {

std::uint32_t texts::intern(std::string_view text) {
  auto const [found, is_new] = index_.emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
  if (is_new) texts_.push_back(found->first);
  return found->second;
}

std::optional<std::uint32_t> texts::find(std::string_view text) const {
  auto const found = index_.find(std::string(text));
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

}  // namespace casus::facts
