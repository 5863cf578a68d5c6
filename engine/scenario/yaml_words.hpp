// A complaint of the YAML parser in the reader's words.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casus::scenario {

// What it is about: the place that the parser gives, or the bracket that is open there.
enum class subject : std::uint8_t { place, bracket };

struct extent {  // in bytes
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct complaint {
  std::string message;
  std::string help;
  subject about = subject::place;
  std::optional<extent> at_fault = {};  // what is, where the parser stumbles only over what comes after it
};

// `said` is the parser's message, `begin` the offset that it gives.
[[nodiscard]] complaint in_words(std::string_view said, std::string_view content, std::uint32_t begin);

}  // namespace casus::scenario
