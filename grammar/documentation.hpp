// The documentation comments of a file, `## words`, and what each belongs to. Private to this folder.
#pragma once
#include "grammar/scanner.hpp"
#include "grammar/surface.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace casus::grammar {

class documentation {
 public:
  explicit documentation(std::string_view content);

  // The comment above the node and the one beside it: at the end of a field or of the first line of a declaration. Each
  // comment is taken once, so fields ask before their declaration does.
  enum class documented { field, declaration };
  [[nodiscard]] std::string of(surface::node const& node, documented what);
  // The comments that nothing took.
  [[nodiscard]] std::vector<token> strays() const;

 private:
  struct comment {
    token text;
    std::uint32_t line;  // where its line begins
    bool leads;          // whether only blanks stand before it there
    bool is_taken;
  };

  void add(std::uint32_t line);
  [[nodiscard]] std::size_t next_after(std::uint32_t offset) const;
  [[nodiscard]] bool is_beside(comment const& candidate, surface::node const& node, documented what) const;
  [[nodiscard]] std::string words_of(comment& of);

  std::string_view content_;
  std::vector<comment> comments_;  // in their order
};

}  // namespace casus::grammar
