// Goes past blanks, line ends and comments, and keeps where the code before the last of them ends: X3 has often gone
// past them when a rule is done. Private to this folder.
#pragma once
#include <cstdint>
#include <string_view>

namespace casus::grammar {

class code_ends {
 public:
  explicit code_ends(std::string_view content) : content_(content) {}

  [[nodiscard]] static bool is_blank(char at) {
    return at == ' ' || at == '\n' || at == '#' || at == '\t' || at == '\r';
  }
  // From the first of them to what follows. Many rules begin at one place, each with the blanks before it.
  [[nodiscard]] char const* skip(char const* first) {
    if (offset_of(first) != last_.begin || last_.begin == last_.end) look_from(offset_of(first));
    return content_.data() + last_.end;
  }

  // The end of the code before the offset.
  [[nodiscard]] std::uint32_t before(std::uint32_t offset) const;
  [[nodiscard]] std::uint32_t offset_of(char const* at) const {
    return static_cast<std::uint32_t>(at - content_.data());
  }

 private:
  void look_from(std::uint32_t begin);

  struct range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  std::string_view content_;
  range last_;      // the blanks gone past last
  range furthest_;  // and those with the largest offsets: where what was read without going back ends
};

}  // namespace casus::grammar
