// Typed indices into the arenas of a rule set, and side tables: what a phase learns about a node, keyed by its id.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

namespace casus::model {

template <class Tag>
struct id {
  std::uint32_t index = 0;
  auto operator<=>(id const&) const = default;
};

using expression_id = id<struct expression_tag>;

// One value of T for each id of an arena.
template <class Id, class T>
class side_table {
 public:
  side_table() = default;
  explicit side_table(std::size_t size, T const& value = T{}) : values_(size, value) {}
  [[nodiscard]] T const& operator[](Id key) const { return values_[key.index]; }
  [[nodiscard]] T& operator[](Id key) { return values_[key.index]; }
  [[nodiscard]] std::size_t size() const { return values_.size(); }
  void resize(std::size_t size) { values_.resize(size); }

 private:
  std::vector<T> values_;
};

}  // namespace casus::model

template <class Tag>
struct std::hash<casus::model::id<Tag>> {
  std::size_t operator()(casus::model::id<Tag> const& key) const noexcept { return key.index; }
};
