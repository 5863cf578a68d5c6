// The texts of all files of one run, by id. A text keeps its bytes for as long as the spans into it are used.
// Lines and columns count from one; columns count code points, so that a caret stands under the right letter.
#pragma once
#include "span.hpp"
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace casus::source {

struct position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  auto operator<=>(position const&) const = default;
};

class text {
 public:
  text(std::string name, std::string content);
  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] std::string_view content() const { return content_; }
  [[nodiscard]] position position_of(std::uint32_t offset) const;
  // The line without its line end; empty beyond the last.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t line_begin(std::uint32_t number) const;

 private:
  std::string name_;
  std::string content_;
  std::vector<std::uint32_t> line_begins_;
};

class files {
 public:
  file_id add(std::string name, std::string content);
  [[nodiscard]] text const& operator[](file_id id) const { return texts_[id.index]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  std::deque<text> texts_;  // a deque: views into a text stay valid while files are added
};

// The offset of the first byte that is not well-formed UTF-8, or npos.
[[nodiscard]] std::size_t first_malformed_utf8(std::string_view content);

}  // namespace casus::source
