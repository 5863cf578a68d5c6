#include "engine/scenario/problems.hpp"

#include "engine/source/catalogue.hpp"
#include "engine/source/nearest.hpp"

#include <algorithm>
#include <utility>

namespace casus::scenario {
namespace {

constexpr std::size_t most_problems = 1'000;
constexpr std::size_t most_comparisons = 1'000'000;

// What is quoted from a scenario may have several lines; what is said of it has one.
void on_one_line(std::string& words) { std::replace(words.begin(), words.end(), '\n', ' '); }

}  // namespace

void problems::add(source::diagnostic problem) {
  if (said_.size() >= most_problems) return;
  on_one_line(problem.message);
  on_one_line(problem.help);
  for (source::note& each : problem.notes) on_one_line(each.message);
  said_.push_back(std::move(problem));
}

void problems::add(std::string_view code, source::span where, std::string message, std::string help) {
  add(source::report(code, where, std::move(message), std::move(help)));
}

void problems::add(std::string_view code, source::span where, std::string message, source::note other,
                   std::string help) {
  auto problem = source::report(code, where, std::move(message), std::move(help));
  problem.notes.push_back(std::move(other));
  add(std::move(problem));
}

std::optional<std::string> problems::nearest(std::string_view word, std::span<std::string const> candidates) {
  if (!can_compare(candidates.size())) return std::nullopt;
  compared_ += candidates.size();
  return source::nearest(word, candidates);
}

std::string problems::suggest(std::string_view word, std::span<std::string const> candidates) {
  return source::did_you_mean(nearest(word, candidates));
}

std::string problems::suggest_or_list(std::string_view word, std::span<std::string const> candidates,
                                      std::string_view what_they_are) {
  if (!can_compare(candidates.size())) return {};
  compared_ += candidates.size();
  return source::did_you_mean_or_one_of(word, candidates, what_they_are);
}

bool problems::can_compare(std::size_t names) const {
  return said_.size() < most_problems && compared_ + names <= most_comparisons;
}

}  // namespace casus::scenario
