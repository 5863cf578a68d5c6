#include "text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

namespace casus::source {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::vector<std::uint32_t> begins_of_lines(std::string_view content) {
  std::vector<std::uint32_t> begins{0};
  for (std::size_t at = content.find('\n'); at != std::string_view::npos; at = content.find('\n', at + 1)) {
    begins.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return begins;
}

// One well-formed sequence: its first byte lies in [first_low, first_high], its second in [second_low, second_high],
// the others are continuations. This is table 3-7 of the Unicode standard, which leaves out surrogates, overlong
// forms and what lies beyond U+10FFFF.
struct sequence_form {
  unsigned char first_low;
  unsigned char first_high;
  unsigned char second_low;
  unsigned char second_high;
  std::size_t length;
};

constexpr sequence_form forms[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

// The length of the well-formed sequence at the start of `rest`, or nothing.
std::size_t well_formed_length(std::string_view rest) {
  auto const first = static_cast<unsigned char>(rest[0]);
  if (first < 0x80) return 1;
  for (sequence_form const& form : forms) {
    if (first < form.first_low || first > form.first_high) continue;
    if (rest.size() < form.length) return 0;
    auto const second = static_cast<unsigned char>(rest[1]);
    if (second < form.second_low || second > form.second_high) return 0;
    for (std::size_t i = 2; i < form.length; ++i) {
      if (!is_continuation(rest[i])) return 0;
    }
    return form.length;
  }
  return 0;
}

// So many bytes are looked at together.
using block = std::array<std::uint64_t, 4>;

// Whether the next block is characters of one byte each.
bool begins_with_ascii(std::string_view rest) {
  block bytes{};
  if (rest.size() < sizeof bytes) return false;
  std::memcpy(bytes.data(), rest.data(), sizeof bytes);
  return ((bytes[0] | bytes[1] | bytes[2] | bytes[3]) & 0x8080808080808080U) == 0;
}

}  // namespace

text::text(std::string name, std::string content)
    : name_(std::move(name)), content_(std::move(content)), line_begins_(begins_of_lines(content_)) {}

position text::position_of(std::uint32_t offset) const {
  auto const within = std::min(offset, static_cast<std::uint32_t>(content_.size()));
  auto const after = std::upper_bound(line_begins_.begin(), line_begins_.end(), within);
  auto const number = static_cast<std::uint32_t>(after - line_begins_.begin());
  // A byte that belongs to no well-formed sequence takes a column of its own.
  std::uint32_t column = 1;
  for (std::size_t at = line_begins_[number - 1]; at < within; ++column) {
    at += std::max<std::size_t>(well_formed_length(content().substr(at)), 1);
  }
  return {number, column};
}

std::string_view text::line(std::uint32_t number) const {
  if (number == 0 || number > line_begins_.size()) return {};
  auto const begin = line_begins_[number - 1];
  auto const end = content_.find('\n', begin);
  auto whole = content().substr(begin, end == std::string::npos ? end : end - begin);
  if (!whole.empty() && whole.back() == '\r') whole.remove_suffix(1);
  return whole;
}

std::uint32_t text::line_begin(std::uint32_t number) const {
  if (number == 0) return 0;
  if (number > line_begins_.size()) return static_cast<std::uint32_t>(content_.size());
  return line_begins_[number - 1];
}

file_id files::add(std::string name, std::string content) {
  texts_.emplace_back(std::move(name), std::move(content));
  return {static_cast<std::uint32_t>(texts_.size() - 1)};
}

std::size_t first_malformed_utf8(std::string_view content) {
  std::size_t at = 0;
  while (at < content.size()) {
    if (begins_with_ascii(content.substr(at))) {
      at += sizeof(block);
      continue;
    }
    auto const length = well_formed_length(content.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

}  // namespace casus::source
