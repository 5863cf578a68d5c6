#include "completions.hpp"

#include "open_facts.hpp"
#include "supposition.hpp"

#include <algorithm>

namespace casus::explain {
namespace {

using facts::truth;
using weight = completions::weight;

class table {
 public:
  table(completions& into, suppositions& under, std::vector<open_fact> const& open,
        std::vector<std::vector<facts::value>> candidates)
      : into_(into), under_(under), open_(open), candidates_(std::move(candidates)) {}

  void fill() {
    std::uint64_t number = 1;
    for (auto const& values : candidates_) {
      if (values.empty()) continue;
      number *= values.size();
      if (number > most_completions) return;
    }
    outcomes_.resize(number, truth::open);
    into_.tried = complete(0, 0, number, {});
    if (!into_.tried) return;
    for (auto const outcome : outcomes_) {
      ++(outcome == truth::yes ? into_.applies : outcome == truth::no ? into_.not_applies : into_.open);
    }
    weigh();
  }

 private:
  // The completions of the facts from this one on, which lie side by side. What is settled before all are supposed is
  // settled however the others come out.
  bool complete(std::size_t fact, std::uint64_t begin, std::uint64_t end, std::vector<supposed> const& what) {
    while (fact < candidates_.size() && candidates_[fact].empty()) ++fact;
    if (under_.tried() >= most_evaluations) return false;
    auto const so_far = under_.applies(what);
    if (so_far != truth::open || fact == candidates_.size()) {
      std::fill(outcomes_.begin() + static_cast<std::ptrdiff_t>(begin),
                outcomes_.begin() + static_cast<std::ptrdiff_t>(end), so_far);
      return true;
    }
    auto const each = (end - begin) / candidates_[fact].size();
    for (auto const& value : candidates_[fact]) {
      auto more = what;
      more.push_back({open_[fact], value});
      if (!complete(fact + 1, begin, begin + each, more)) return false;
      begin += each;
    }
    return true;
  }

  // A fact matters where two completions that differ in it alone come out differently; where both stay open, something
  // else is still missing, and there is no saying.
  void weigh() {
    std::uint64_t stride = outcomes_.size();
    for (std::size_t fact = 0; fact < candidates_.size(); ++fact) {
      if (candidates_[fact].empty()) continue;
      auto const values = candidates_[fact].size();
      stride /= values;
      bool matters = false, is_known = true;
      for (std::uint64_t i = 0; i < outcomes_.size() && !matters; ++i) {
        if (i / stride % values != 0) continue;
        is_known = is_known && outcomes_[i] != truth::open;
        for (std::uint64_t v = 1; v < values; ++v) matters = matters || outcomes_[i + v * stride] != outcomes_[i];
      }
      into_.weights[fact] = matters ? weight::matters : is_known ? weight::never_matters : weight::not_tried;
    }
  }

  completions& into_;
  suppositions& under_;
  std::vector<open_fact> const& open_;
  std::vector<std::vector<facts::value>> candidates_;
  std::vector<truth> outcomes_;
};

}  // namespace

completions complete(evaluate::world& world, evaluate::compiled const& rules, check::provision_index provision,
                     evaluate::binding const& values, source::date date, std::vector<open_fact> const& open) {
  completions found;
  found.weights.resize(open.size(), weight::not_tried);
  if (open.size() > most_open_facts) return found;
  std::vector<std::vector<facts::value>> candidates;
  for (auto const& fact : open) candidates.push_back(candidates_for(world, fact));
  suppositions under(world, rules, provision, values, date);
  table(found, under, open, std::move(candidates)).fill();
  return found;
}

told_otherwise supposing(evaluate::world const& world, std::vector<supposed> const& what) {
  told_otherwise told{world.facts(), world.how()};
  for (auto const& one : what) suppose(told.facts, told.how, one);
  return told;
}

std::vector<facts::value> values_to_try(evaluate::world const& world, open_fact const& fact) {
  return candidates_for(world, fact);
}

std::optional<open_fact> fact_to_ask(evaluate::world const& world, settlement const& found,
                                     std::vector<open_fact> const& passed_over) {
  std::optional<open_fact> best;
  std::pair<double, std::size_t> best_score{-1, 0};
  auto const count = [&](auto const& wanted) {
    std::size_t sets = 0;
    for (auto const* const way : {&found.applies, &found.not_applies})
      sets += static_cast<std::size_t>(std::count_if(way->begin(), way->end(), wanted));
    return sets;
  };
  for (auto const& fact : found.open) {
    if (std::find(passed_over.begin(), passed_over.end(), fact) != passed_over.end()) continue;
    auto const values = candidates_for(world, fact).size();
    if (values == 0) continue;
    auto const is_of_it = [&](supposed const& one) { return one.fact == fact; };
    auto const alone = count([&](auto const& set) { return set.size() == 1 && is_of_it(set.front()); });
    auto const among = count([&](auto const& set) { return std::any_of(set.begin(), set.end(), is_of_it); });
    std::pair const score{static_cast<double>(alone) / static_cast<double>(values), among};
    if (score > best_score) best_score = score, best = fact;
  }
  return best;
}

}  // namespace casus::explain
