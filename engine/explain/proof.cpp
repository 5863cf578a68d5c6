#include "proof.hpp"

#include "prover.hpp"

#include <algorithm>
#include <limits>

namespace casus::explain {
namespace {

constexpr std::uint64_t no_proof = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t circular = 1'000'000;  // the size of what is only so because nothing else supports it

// Chooses for each step the way that makes the smallest proof, counts the proofs, and keeps what is needed.
class chooser {
 public:
  explicit chooser(std::vector<provable> steps)
      : steps_(std::move(steps)),
        size_(steps_.size(), no_proof),
        chosen_(steps_.size(), 0),
        count_(steps_.size(), 0),
        state_(steps_.size(), state::untouched) {}

  [[nodiscard]] proof take() {
    measure();
    proof made;
    made.number = count(0);
    made.is_number_lower_bound = is_lower_bound_;
    keep(made);
    return made;
  }

 private:
  enum class state : std::uint8_t { untouched, open, done };

  // A step is one larger than what it rests on together. Sizes only shrink, so the smallest are found by going on until
  // nothing changes; what holds by leading back to itself alone never gets one. That something does not hold may lead
  // back to itself.
  void measure() {
    relax();
    bool has_circles = false;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (size_[i] != no_proof) continue;
      size_[i] = circular;
      has_circles = true;
    }
    if (has_circles) relax();
  }

  void relax() {
    for (bool changes = true; changes;) {
      changes = false;
      for (std::size_t i = steps_.size(); i-- > 0;)
        for (std::size_t w = 0; w < steps_[i].ways.size(); ++w) changes = improve(i, w) || changes;
    }
  }

  bool improve(std::size_t step, std::size_t way) {
    std::uint64_t size = 1;
    for (auto const& one : steps_[step].ways[way]) size = std::min(no_proof, size + size_[one.step]);
    if (size >= size_[step]) return false;
    size_[step] = size;
    chosen_[step] = way;
    return true;
  }

  std::uint64_t count(std::size_t step) {
    if (state_[step] == state::done) return count_[step];
    if (state_[step] == state::open) {
      is_lower_bound_ = true;
      return steps_[step].what.truth == facts::truth::yes ? 0 : 1;
    }
    state_[step] = state::open;
    std::uint64_t all = 0;
    for (auto const& way : steps_[step].ways) {
      std::uint64_t product = 1;
      for (auto const& one : way) product = std::min(most_counted, product * count(one.step));
      all = std::min(most_counted, all + product);
    }
    is_lower_bound_ = is_lower_bound_ || all == most_counted;
    state_[step] = state::done;
    return count_[step] = std::max<std::uint64_t>(all, 1);
  }

  // In the order of a reader who goes down first.
  void keep(proof& made) {
    std::vector<std::size_t> order{};
    std::vector<step_index> renumbered(steps_.size(), std::numeric_limits<step_index>::max());
    std::vector<std::size_t> waiting{0};
    while (!waiting.empty()) {
      auto const next = waiting.back();
      waiting.pop_back();
      if (renumbered[next] != std::numeric_limits<step_index>::max()) continue;
      renumbered[next] = static_cast<step_index>(order.size());
      order.push_back(next);
      auto const on = way_of(next);
      for (auto one = on.rbegin(); one != on.rend(); ++one) waiting.push_back(one->step);
    }
    for (auto const index : order) {
      auto& kept = made.steps.emplace_back(std::move(steps_[index].what));
      kept.ways = std::max<std::uint64_t>(1, steps_[index].ways.size());
      kept.rests_on = way_of(index);
      for (auto& one : kept.rests_on) one.step = renumbered[one.step];
    }
  }

  [[nodiscard]] supports way_of(std::size_t step) const {
    if (steps_[step].ways.empty()) return {};
    supports unique;
    for (auto const& one : steps_[step].ways[chosen_[step]]) {
      bool const is_known = std::any_of(unique.begin(), unique.end(), [&](support const& other) {
        return other.step == one.step && other.is_denied == one.is_denied && other.as == one.as;
      });
      if (!is_known) unique.push_back(one);
    }
    return unique;
  }

  std::vector<provable> steps_;
  std::vector<std::uint64_t> size_;
  std::vector<std::size_t> chosen_;
  std::vector<std::uint64_t> count_;
  std::vector<state> state_;
  bool is_lower_bound_ = false;
};

}  // namespace

namespace {

proof smallest_of(prover& all) {
  bool const is_partial = all.is_partial();
  auto made = chooser(all.take()).take();
  made.is_partial = is_partial;
  return made;
}

}  // namespace

proof prove(evaluate::world& world, check::provision_index provision, evaluate::binding const& values,
            source::date date, open_parts of_open) {
  prover all(world, of_open);
  all.instance_in_full(provision, values, date);
  return smallest_of(all);
}

proof prove_none(evaluate::world& world, std::vector<asked_version> const& asked, source::date date,
                 open_parts of_open) {
  prover all(world, of_open);
  all.none_applies(asked, date);
  return smallest_of(all);
}

}  // namespace casus::explain
