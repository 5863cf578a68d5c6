#include "decision_table.hpp"

#include "smallest_cover.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <set>

namespace casus::explain {
namespace {

// A row in the making: by fact, a bit for each value.
using cube = std::vector<std::uint64_t>;

constexpr std::size_t most_cubes = std::size_t{1} << 20U;
constexpr std::uint16_t mixed = 0xfffe;

// A function over combinations of values.
struct function {
  std::vector<std::size_t> values;
  std::vector<std::uint16_t> answers;

  [[nodiscard]] std::vector<std::size_t> strides() const {
    std::vector<std::size_t> made(values.size(), 1);
    for (std::size_t f = values.size(); f-- > 1;) made[f - 1] = made[f] * values[f];
    return made;
  }
};

// Of each value of a fact, the first that always has the same answer.
std::vector<std::size_t> alike(function const& of, std::size_t fact, std::size_t stride) {
  std::vector<std::size_t> first(of.values[fact]);
  std::iota(first.begin(), first.end(), std::size_t{0});
  auto const same = [&](std::size_t a, std::size_t b) {
    for (auto block = of.answers.begin(); block != of.answers.end();) {
      auto const at = [&](std::size_t v) { return block + static_cast<std::ptrdiff_t>(v * stride); };
      if (!std::equal(at(a), at(a + 1), at(b))) return false;
      block = at(of.values[fact]);
    }
    return true;
  };
  for (std::size_t b = 1; b < first.size(); ++b)
    for (std::size_t a = 0; a < b; ++a)
      if (first[a] == a && same(a, b)) {
        first[b] = a;
        break;
      }
  return first;
}

// The same function where values that are alike are one; `classes` by fact: the values that each stands for.
function without_alike(function const& of, std::vector<std::vector<std::uint64_t>>& classes) {
  auto const strides = of.strides();
  std::vector<std::vector<std::size_t>> kept;
  function made;
  for (std::size_t f = 0; f < of.values.size(); ++f) {
    auto const first = alike(of, f, strides[f]);
    kept.emplace_back();
    classes.emplace_back();
    for (std::size_t v = 0; v < first.size(); ++v) {
      if (first[v] == v) kept[f].push_back(v), classes[f].push_back(0);
      auto const at = std::find(kept[f].begin(), kept[f].end(), first[v]) - kept[f].begin();
      classes[f][static_cast<std::size_t>(at)] |= std::uint64_t{1} << v;
    }
    made.values.push_back(kept[f].size());
  }
  auto const all = std::accumulate(made.values.begin(), made.values.end(), std::size_t{1}, std::multiplies<>{});
  auto const inner = made.strides();
  for (std::size_t i = 0; i < all; ++i) {
    std::size_t at = 0;
    for (std::size_t f = 0; f < kept.size(); ++f) at += kept[f][i / inner[f] % made.values[f]] * strides[f];
    made.answers.push_back(of.answers[at]);
  }
  return made;
}

// Every cube that cannot be widened, for a function with so few values that all cubes can be looked at.
class all_primes {
 public:
  explicit all_primes(function const& of) : of_(of), strides_(of.strides()) {
    std::size_t all = 1;
    for (std::size_t f = of.values.size(); f-- > 0;) {
      steps_.insert(steps_.begin(), all);
      all *= (std::size_t{1} << of.values[f]) - 1;
    }
    answers_.resize(all);
    for (std::size_t c = 0; c < all; ++c) answers_[c] = answer_of(c);
  }

  [[nodiscard]] std::vector<cube> of_answer(std::uint16_t answer) const {
    std::vector<cube> found;
    for (std::size_t c = 0; c < answers_.size(); ++c)
      if (answers_[c] == answer && !can_widen(c)) found.push_back(cube_of(c));
    return found;
  }

 private:
  [[nodiscard]] std::uint64_t mask(std::size_t c, std::size_t f) const {
    return c / steps_[f] % ((std::uint64_t{1} << of_.values[f]) - 1) + 1;
  }

  [[nodiscard]] cube cube_of(std::size_t c) const {
    cube made;
    for (std::size_t f = 0; f < of_.values.size(); ++f) made.push_back(mask(c, f));
    return made;
  }

  // Of a cube with two values in some fact: what its halves have in common, which come before it.
  [[nodiscard]] std::uint16_t answer_of(std::size_t c) const {
    std::size_t at = 0;
    for (std::size_t f = 0; f < of_.values.size(); ++f) {
      auto const m = mask(c, f);
      auto const low = m & (~m + 1);
      if (m != low) {
        auto const one = answers_[c - (m - low) * steps_[f]];
        return one == answers_[c - low * steps_[f]] ? one : mixed;
      }
      at += static_cast<std::size_t>(__builtin_ctzll(m)) * strides_[f];
    }
    return of_.answers[at];
  }

  [[nodiscard]] bool can_widen(std::size_t c) const {
    for (std::size_t f = 0; f < of_.values.size(); ++f) {
      auto const m = mask(c, f);
      for (std::size_t v = 0; v < of_.values[f]; ++v) {
        auto const bit = std::uint64_t{1} << v;
        if ((m & bit) == 0 && answers_[c + bit * steps_[f]] == answers_[c]) return true;
      }
    }
    return false;
  }

  function const& of_;
  std::vector<std::size_t> strides_, steps_;
  std::vector<std::uint16_t> answers_;  // by cube
};

template <class Visit>
bool each_point(function const& of, std::vector<std::size_t> const& strides, cube const& in, std::size_t fact,
                std::size_t at, Visit const& visit) {
  if (fact == in.size()) return visit(at);
  for (std::size_t v = 0; v < of.values[fact]; ++v) {
    if ((in[fact] >> v & 1) != 0 && !each_point(of, strides, in, fact + 1, at + v * strides[fact], visit)) return false;
  }
  return true;
}

// Some cubes that cannot be widened, enough to hold every combination: from each that is not held yet, as wide as it
// gets, fact by fact.
class some_primes {
 public:
  explicit some_primes(function const& of) : of_(of), strides_(of.strides()), is_held_(of.answers.size()) {}

  [[nodiscard]] std::vector<cube> of_answer(std::uint16_t answer) {
    std::vector<cube> found;
    for (std::size_t i = 0; i < of_.answers.size(); ++i) {
      if (of_.answers[i] != answer || is_held_[i]) continue;
      found.push_back(widened(i));
      (void)each_point(of_, strides_, found.back(), 0, 0, [&](std::size_t at) { return is_held_[at] = true; });
    }
    return found;
  }

 private:
  [[nodiscard]] cube widened(std::size_t point) const {
    cube made;
    for (std::size_t f = 0; f < of_.values.size(); ++f) {
      made.push_back(std::uint64_t{1} << (point / strides_[f] % of_.values[f]));
    }
    auto const has_answer = [&](std::size_t at) { return of_.answers[at] == of_.answers[point]; };
    for (std::size_t f = 0; f < of_.values.size(); ++f) {
      for (std::size_t v = 0; v < of_.values[f]; ++v) {
        if ((made[f] >> v & 1) != 0) continue;
        auto more = made;
        more[f] = std::uint64_t{1} << v;
        if (each_point(of_, strides_, more, 0, 0, has_answer)) made[f] |= more[f];
      }
    }
    return made;
  }

  function const& of_;
  std::vector<std::size_t> strides_;
  std::vector<bool> is_held_;
};

bool has_few_cubes(function const& of) {
  std::size_t all = 1;
  for (auto const values : of.values) {
    if (values > 20) return false;
    all *= (std::size_t{1} << values) - 1;
    if (all > most_cubes) return false;
  }
  return true;
}

// The fewest of the cubes that hold every combination with the answer.
cover chosen_of(function const& of, std::vector<cube> const& cubes, std::uint16_t answer) {
  std::vector<std::uint32_t> number(of.answers.size());
  std::uint32_t points = 0;
  for (std::size_t i = 0; i < of.answers.size(); ++i)
    if (of.answers[i] == answer) number[i] = points++;
  std::vector<std::vector<std::uint32_t>> sets;
  auto const strides = of.strides();
  for (auto const& one : cubes) {
    sets.emplace_back();
    (void)each_point(of, strides, one, 0, 0, [&](std::size_t at) {
      sets.back().push_back(number[at]);
      return true;
    });
  }
  return smallest_cover(points, sets);
}

}  // namespace

decision_table folded(std::vector<std::size_t> const& values, std::vector<std::uint16_t> const& answers) {
  decision_table made;
  std::vector<std::vector<std::uint64_t>> classes;
  auto const of = without_alike({values, answers}, classes);
  for (auto const each : of.values) made.matters.push_back(each > 1);
  auto const different = std::set<std::uint16_t>(of.answers.begin(), of.answers.end());
  bool const looks_at_all = has_few_cubes(of);
  auto const every = looks_at_all ? std::optional<all_primes>(of) : std::nullopt;
  some_primes some(of);
  for (auto const answer : different) {
    auto const cubes = every ? every->of_answer(answer) : some.of_answer(answer);
    auto const chosen = chosen_of(of, cubes, answer);
    made.is_smallest = made.is_smallest && looks_at_all && chosen.is_smallest;
    auto const first = made.rows.size();
    for (auto const index : chosen.sets) {
      decision_row row{.values = {}, .answer = answer, .combinations = 1};
      for (std::size_t f = 0; f < values.size(); ++f) {
        std::uint64_t mask = 0;
        for (std::size_t c = 0; c < of.values[f]; ++c)
          if ((cubes[index][f] >> c & 1) != 0) mask |= classes[f][c];
        row.values.push_back(mask);
        row.combinations *= static_cast<std::size_t>(__builtin_popcountll(mask));
      }
      made.rows.push_back(std::move(row));
    }
    std::stable_sort(made.rows.begin() + static_cast<std::ptrdiff_t>(first), made.rows.end(),
                     [](auto const& a, auto const& b) { return a.combinations > b.combinations; });
  }
  return made;
}

}  // namespace casus::explain
