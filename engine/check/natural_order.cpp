#include "engine/check/natural_order.hpp"

#include <algorithm>
#include <cstddef>

namespace casus::check {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The run of digits, or the one other character, at the front; taken off the text.
std::string_view take(std::string_view& text) {
  std::size_t length = 1;
  if (is_digit(text.front())) {
    while (length < text.size() && is_digit(text[length])) ++length;
  }
  std::string_view const run = text.substr(0, length);
  text.remove_prefix(length);
  return run;
}

std::string_view without_zeros(std::string_view digits) {
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  return digits;
}

// A dot ends a step of the path, so it comes before whatever could still belong to the step.
int rank(char c) {
  if (c == '.') return 0;
  return is_digit(c) ? 1 : 2;
}

int compare(std::string_view a, std::string_view b) {
  int const ranks = rank(a.front()) - rank(b.front());
  if (ranks != 0) return ranks;
  if (!is_digit(a.front())) return a.compare(b);
  std::string_view const number_a = without_zeros(a);
  std::string_view const number_b = without_zeros(b);
  if (number_a.size() != number_b.size()) return number_a.size() < number_b.size() ? -1 : 1;
  return number_a.compare(number_b);
}

}  // namespace

bool comes_before(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    int const order = compare(take(a), take(b));
    if (order != 0) return order < 0;
  }
  return a.empty() && !b.empty();
}

}  // namespace casus::check
