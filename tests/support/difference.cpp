#include "difference.hpp"

#include <algorithm>
#include <cstddef>

namespace casus::test {
namespace {

using lines = std::vector<std::string>;

// Above so many pairs of lines the table of common subsequences is not worth its memory.
constexpr std::size_t most_pairs = 4'000'000;
constexpr std::size_t lines_of_context = 3;

struct changed_part {
  std::size_t begin = 0;         // the lines before it are equal in both
  std::size_t expected_end = 0;  // and so are those after it
  std::size_t actual_end = 0;
};

changed_part changed(lines const& expected, lines const& actual) {
  changed_part part{.begin = 0, .expected_end = expected.size(), .actual_end = actual.size()};
  while (part.begin < part.expected_end && part.begin < part.actual_end && expected[part.begin] == actual[part.begin]) {
    ++part.begin;
  }
  while (part.expected_end > part.begin && part.actual_end > part.begin &&
         expected[part.expected_end - 1] == actual[part.actual_end - 1]) {
    --part.expected_end;
    --part.actual_end;
  }
  return part;
}

// common[i][j]: the length of the longest common subsequence of what follows line i of one and line j of the other.
std::vector<std::vector<std::size_t>> common_lengths(lines const& a, lines const& b) {
  std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}

std::string marked(char mark, std::string const& line) { return mark + line + '\n'; }

std::string all_of(lines const& a, lines const& b) {
  std::string text;
  for (std::string const& line : a) text += marked('-', line);
  for (std::string const& line : b) text += marked('+', line);
  return text;
}

std::string compared(lines const& a, lines const& b) {
  if (a.size() * b.size() > most_pairs) return all_of(a, b);
  auto const common = common_lengths(a, b);
  std::string text;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      text += marked(' ', a[i]);
      ++i;
      ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      text += marked('-', a[i++]);
    } else {
      text += marked('+', b[j++]);
    }
  }
  return text;
}

lines slice(lines const& whole, std::size_t begin, std::size_t end) {
  return {whole.begin() + static_cast<std::ptrdiff_t>(begin), whole.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace

std::string difference(lines const& expected, lines const& actual) {
  changed_part const part = changed(expected, actual);
  std::string text;
  std::size_t const first = part.begin - std::min(part.begin, lines_of_context);
  for (std::size_t i = first; i < part.begin; ++i) text += marked(' ', expected[i]);
  text += compared(slice(expected, part.begin, part.expected_end), slice(actual, part.begin, part.actual_end));
  std::size_t const last = std::min(expected.size(), part.expected_end + lines_of_context);
  for (std::size_t i = part.expected_end; i < last; ++i) text += marked(' ', expected[i]);
  return text;
}

}  // namespace casus::test
