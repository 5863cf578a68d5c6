// Builds the tree of one document from what a YAML parser reads, in order. It keeps the bounds, follows aliases without
// copying what they repeat, and reports keys given twice, keys that are no words, and tags that casus does not know.
#pragma once
#include "engine/scenario/node.hpp"
#include "engine/scenario/problems.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace casus::scenario {

// Thrown where a document cannot be read on; caught in yaml_reader.cpp.
struct cannot_read {
  source::diagnostic why;
};

// Where a value begins and what stands before it: its tag as resolved ("?" or "!" where none is written, as the parser
// has it) and its anchor (0: none).
struct opening {
  std::uint32_t begin = 0;
  std::string_view tag;
  std::size_t anchor = 0;
};

class tree_builder {
 public:
  // `repeated_before` is what the aliases of the documents before this one count against the bound.
  tree_builder(std::string_view content, source::file_id file, std::uint32_t repeated_before)
      : content_(content), file_(file), repeated_(repeated_before) {}

  void nothing(opening at);
  void scalar(opening at, std::string_view text);
  void alias(opening at);
  enum class style : std::uint8_t { block, brackets };
  void begin_list(opening at, style written) { open(at, written, shape::list); }
  void begin_mapping(opening at, style written) { open(at, written, shape::mapping); }
  void end();  // of the list or mapping that was begun last

  // The bracket or brace that begins the list or mapping being read, if one does.
  [[nodiscard]] std::optional<source::span> open_bracket() const;
  // Whether there is anything in the document.
  [[nodiscard]] bool is_empty() const;
  [[nodiscard]] std::uint32_t repeated() const { return repeated_; }
  [[nodiscard]] tree take() { return std::move(tree_); }
  [[nodiscard]] std::vector<source::diagnostic> take_diagnostics() { return said_.take(); }

 private:
  struct open_node {
    node_id id = 0;
    style written = style::block;
    std::optional<node_id> key;  // of a mapping: read, and its value not yet
    bool key_is_dropped = false;
    std::uint32_t end = 0;  // of the last element
  };
  // What a node stands for with aliases followed.
  struct extent {
    std::uint32_t values = 1;
    std::uint32_t depth = 0;
  };

  node_id add(opening at, node made);
  void open(opening at, style written, shape form);
  void attach(node_id id, std::uint32_t end);
  void attach_to_mapping(open_node& parent, node_id id);
  [[nodiscard]] bool becomes_key(node_id id);
  [[nodiscard]] extent extent_of(node_id id) const;
  void check_tag(opening at, shape form);
  // Within the text, whatever the parser's marks say.
  [[nodiscard]] source::span span_of(std::uint32_t begin, std::uint32_t end) const;

  std::string_view content_;
  source::file_id file_;
  std::uint32_t values_ = 0;    // written in this document
  std::uint32_t repeated_ = 0;  // that aliases stand for
  tree tree_;
  std::vector<extent> extents_;  // by node
  std::vector<open_node> open_;
  std::unordered_map<std::size_t, node_id> anchors_;
  problems said_;
};

}  // namespace casus::scenario
