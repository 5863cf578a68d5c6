#include "engine/check/natural_order.hpp"

#include <algorithm>
#include <cstddef>

namespace casus::check {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits at the front, without the zeros before them.
std::string_view number_in(std::string_view text) {
  text = text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
  return text;
}

// A dot ends a step of the path, so it comes before whatever could still belong to the step.
int rank(char c) {
  if (c == '.') return 0;
  return is_digit(c) ? 1 : 2;
}

// What is the same in both, but for the digits that a number in which they differ begins with.
std::size_t shared_by(std::string_view a, std::string_view b) {
  auto const [at, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  auto shared = static_cast<std::size_t>(at - a.begin());
  while (shared > 0 && is_digit(a[shared - 1])) --shared;
  return shared;
}

}  // namespace

bool comes_before(std::string_view a, std::string_view b) {
  while (true) {
    auto const shared = shared_by(a, b);
    auto const left = a.substr(shared);
    auto const right = b.substr(shared);
    if (left.empty() || right.empty()) return left.size() < right.size();
    int const ranks = rank(left.front()) - rank(right.front());
    if (ranks != 0) return ranks < 0;
    if (!is_digit(left.front())) return left < right;
    auto const number = number_in(left);
    auto const other = number_in(right);
    if (number.size() != other.size()) return number.size() < other.size();
    if (number != other) return number < other;
    // The same number with other zeros: what follows it decides, and then the zeros.
    auto const rest = left.substr(static_cast<std::size_t>(number.end() - left.begin()));
    auto const others_rest = right.substr(static_cast<std::size_t>(other.end() - right.begin()));
    if (rest == others_rest) return left < right;
    a = rest;
    b = others_rest;
  }
}

}  // namespace casus::check
