#include "nearest.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace casus::source {
namespace {

// Costs are in halves of a letter, so that a difference in case can count less than one.
constexpr std::size_t letter = 2;
constexpr std::size_t case_only = 1;

// Longer words are not names that someone mistyped, and comparing them would cost more than the advice is worth.
constexpr std::size_t longest_word = 64;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t replacing(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? case_only : letter;
}

// Restricted Damerau-Levenshtein distance: insertions, deletions, replacements and swaps of neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j * letter;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i * letter;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      current[j] = std::min({last[j] + letter, current[j - 1] + letter, last[j - 1] + replacing(a[i - 1], b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before_last[j - 2] + letter);
      }
    }
    std::swap(before_last, last);
    std::swap(last, current);
  }
  return last[b.size()];
}

std::size_t difference(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<std::string const> candidates) {
  std::optional<std::string> found;
  std::size_t least = 0;
  if (word.size() > longest_word) return found;
  for (std::string const& candidate : candidates) {
    if (candidate.size() > longest_word) continue;
    std::size_t const allowed = std::max(word.size(), candidate.size()) * letter / 3;
    if (difference(word.size(), candidate.size()) * letter > allowed) continue;
    std::size_t const far = distance(word, candidate);
    if (far > allowed || (found && far >= least)) continue;
    found = candidate;
    least = far;
  }
  return found;
}

std::string did_you_mean(std::string_view word, std::span<std::string const> candidates) {
  return did_you_mean(nearest(word, candidates));
}

std::string did_you_mean(std::optional<std::string> const& found) {
  return found ? "did you mean `" + *found + "`?" : std::string{};
}

std::string did_you_mean_or_one_of(std::string_view word, std::span<std::string const> candidates,
                                   std::string_view what_they_are) {
  constexpr std::size_t most_listed = 10;
  if (auto const found = nearest(word, candidates)) return did_you_mean(found);
  if (candidates.empty()) return {};
  auto const listed = std::min(candidates.size(), most_listed);
  std::string text{what_they_are};
  for (std::size_t i = 0; i < listed; ++i) text += (i == 0 ? " " : ", ") + candidates[i];
  if (candidates.size() > listed) text += " and " + std::to_string(candidates.size() - listed) + " more";
  return text;
}

}  // namespace casus::source
