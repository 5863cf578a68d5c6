// A YAML document as plain values: scalars with their quotes remembered, lists, mappings, each with its place. What an
// alias repeats is one node with several parents. Nothing here knows what the words mean.
#pragma once
#include "engine/source/span.hpp"
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casus::scenario {

using node_id = std::uint32_t;

// `quoted` also stands for what is text by its form: block scalars and `!!str`.
enum class shape : std::uint8_t { nothing, plain, quoted, list, mapping };

struct entry {
  node_id key = 0;  // a scalar; no two of a mapping are equal
  node_id value = 0;
};

struct node {
  shape form = shape::nothing;
  std::string text;            // of a scalar
  std::vector<node_id> items;  // of a list
  std::vector<entry> entries;  // of a mapping
  source::span where;
};

struct tree {
  std::vector<node> nodes;
  node_id root = 0;
};

// A node in its tree: what the code that reads documents passes around. The tree outlives it.
class element {
 public:
  element(tree const& in, node_id id) : in_(&in), id_(id) {}
  [[nodiscard]] shape form() const { return self().form; }
  [[nodiscard]] bool is_nothing() const { return form() == shape::nothing; }
  [[nodiscard]] bool is_list() const { return form() == shape::list; }
  [[nodiscard]] bool is_mapping() const { return form() == shape::mapping; }
  [[nodiscard]] bool is_scalar() const { return form() == shape::plain || form() == shape::quoted; }
  // Whether it is that word without quotes.
  [[nodiscard]] bool is_plain(std::string_view word) const { return form() == shape::plain && text() == word; }
  [[nodiscard]] std::string const& text() const { return self().text; }
  [[nodiscard]] source::span where() const { return self().where; }
  // Of a list its items, of a mapping its entries, else none.
  [[nodiscard]] std::size_t size() const { return is_mapping() ? self().entries.size() : self().items.size(); }
  [[nodiscard]] element item(std::size_t at) const { return {*in_, self().items[at]}; }
  [[nodiscard]] element key(std::size_t at) const { return {*in_, self().entries[at].key}; }
  [[nodiscard]] element value(std::size_t at) const { return {*in_, self().entries[at].value}; }

 private:
  [[nodiscard]] node const& self() const { return in_->nodes[id_]; }
  tree const* in_;
  node_id id_;
};

}  // namespace casus::scenario
