#include "smallest_cover.hpp"

#include <algorithm>

namespace casus::explain {
namespace {

constexpr std::size_t most_work = 100'000'000;
constexpr std::size_t most_turns = 50'000;

class search {
 public:
  search(std::size_t points, std::vector<std::vector<std::uint32_t>> const& sets) : sets_(sets), held_(points, 0) {
    with_.resize(points);
    for (std::size_t s = 0; s < sets.size(); ++s)
      for (auto const p : sets[s]) with_[p].push_back(static_cast<std::uint32_t>(s));
    std::size_t each = points + 1;  // what one turn looks at, about
    for (auto const& one : sets) each += one.size();
    most_turns_ = std::clamp<std::size_t>(most_work / each, 1, most_turns);
    best_ = greedy();
  }

  [[nodiscard]] cover run() {
    chosen_.clear();
    std::fill(held_.begin(), held_.end(), 0U);
    try_from();
    std::sort(best_.begin(), best_.end());
    return {best_, turns_ < most_turns_};
  }

 private:
  // The set that holds most of what is not held yet, again and again; then without those that the others make needless.
  [[nodiscard]] std::vector<std::size_t> greedy() {
    std::vector<std::size_t> picked;
    std::vector<std::size_t> gain(sets_.size());
    for (std::size_t s = 0; s < sets_.size(); ++s) gain[s] = sets_[s].size();
    for (auto left = held_.size(); left > 0;) {
      auto const best = static_cast<std::size_t>(std::max_element(gain.begin(), gain.end()) - gain.begin());
      picked.push_back(best);
      for (auto const p : sets_[best]) {
        if (held_[p]++ > 0) continue;
        --left;
        for (auto const s : with_[p]) --gain[s];
      }
    }
    for (std::size_t i = picked.size(); i-- > 0;) {
      auto const& points = sets_[picked[i]];
      if (!std::all_of(points.begin(), points.end(), [&](auto p) { return held_[p] > 1; })) continue;
      for (auto const p : points) --held_[p];
      picked.erase(picked.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return picked;
  }

  // Points of which no set holds two need a set each.
  [[nodiscard]] std::size_t at_least() const {
    std::vector<bool> is_used(sets_.size());
    std::size_t needed = 0;
    for (std::size_t p = 0; p < held_.size(); ++p) {
      if (held_[p] > 0 || std::any_of(with_[p].begin(), with_[p].end(), [&](auto s) { return is_used[s]; })) continue;
      ++needed;
      for (auto const s : with_[p]) is_used[s] = true;
    }
    return needed;
  }

  void try_from() {
    if (turns_ >= most_turns_) return;
    ++turns_;
    if (chosen_.size() + at_least() >= best_.size() && !is_covered()) return;
    auto const next = hardest();
    if (next == held_.size()) {
      if (chosen_.size() < best_.size()) best_ = chosen_;
      return;
    }
    for (auto const s : with_[next]) {
      chosen_.push_back(s);
      for (auto const p : sets_[s]) ++held_[p];
      try_from();
      for (auto const p : sets_[s]) --held_[p];
      chosen_.pop_back();
    }
  }

  [[nodiscard]] bool is_covered() const {
    return std::all_of(held_.begin(), held_.end(), [](auto h) { return h > 0; });
  }

  // The point that the fewest sets hold.
  [[nodiscard]] std::size_t hardest() const {
    auto best = held_.size();
    for (std::size_t p = 0; p < held_.size(); ++p)
      if (held_[p] == 0 && (best == held_.size() || with_[p].size() < with_[best].size())) best = p;
    return best;
  }

  std::vector<std::vector<std::uint32_t>> const& sets_;
  std::vector<std::vector<std::uint32_t>> with_;  // by point
  std::vector<std::uint32_t> held_;               // by point: by how many of the chosen
  std::vector<std::size_t> chosen_, best_;
  std::size_t turns_ = 0, most_turns_ = most_turns;
};

}  // namespace

cover smallest_cover(std::size_t points, std::vector<std::vector<std::uint32_t>> const& sets) {
  return search(points, sets).run();
}

}  // namespace casus::explain
