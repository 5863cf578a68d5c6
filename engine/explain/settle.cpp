#include "settle.hpp"

#include "open_facts.hpp"
#include "supposition.hpp"

#include <set>

namespace casus::explain {
namespace {

using facts::truth;

constexpr std::size_t most_completions = 4'096;
constexpr std::size_t most_tried = 4'096;  // suppositions, in the search for settling sets
constexpr std::size_t most_facts = 3;      // in a settling set

// An open fact and one of its values.
struct choice {
  std::size_t fact = 0;
  supposed what;
};

class settler {
 public:
  settler(settlement& into, suppositions& under, std::vector<std::vector<facts::value>> candidates)
      : into_(into), under_(under), candidates_(std::move(candidates)) {
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      for (auto const& value : candidates_[i]) choices_.push_back({i, {into_.open[i], value}});
  }

  void find_sets() {
    for (std::size_t size = 1; size <= most_facts && into_.every_set_tried; ++size) extend(size);
  }

  // What the instance comes to in every completion, where there are few enough.
  void try_completions() {
    std::size_t number = 1;
    for (auto const& values : candidates_) {
      if (values.empty()) continue;  // stays open: what is certain without it is certain with it
      number *= values.size();
      if (number > most_completions) return;
    }
    into_.completions_tried = true;
    if (!into_.applies.empty() && !into_.not_applies.empty()) return;  // it comes out both ways
    auto const found = complete(0, {});
    if (found != truth::open) into_.in_every_completion = found == truth::yes;
  }

 private:
  using numbers = std::vector<std::size_t>;  // of choices, ascending

  // Every set of that size that begins as `set_` does and of which no part settles it: a larger one than a settling set
  // is not the smallest, and cannot settle it the other way.
  void extend(std::size_t size) {
    auto const begun = set_.size();
    for (auto i = begun == 0 ? 0 : set_.back() + 1; i < choices_.size() && into_.every_set_tried; ++i) {
      if (begun > 0 && choices_[i].fact == choices_[set_.back()].fact) continue;
      set_.push_back(i);
      if (!has_settling_part()) {
        if (set_.size() < size) {
          extend(size);
        } else if (under_.tried() < most_tried) {
          try_set();
        } else {
          into_.every_set_tried = false;
        }
      }
      set_.pop_back();
    }
  }

  // Parts of one size less are enough: theirs were asked about before.
  [[nodiscard]] bool has_settling_part() {
    if (settling_.empty()) return false;
    for (std::size_t subset = 1; subset < (std::size_t{1} << set_.size()); ++subset) {
      part_.clear();
      for (std::size_t i = 0; i < set_.size(); ++i)
        if ((subset >> i & 1) != 0) part_.push_back(set_[i]);
      if (settling_.count(part_) != 0) return true;
    }
    return false;
  }

  void try_set() {
    std::vector<supposed> what;
    for (auto const i : set_) what.push_back(choices_[i].what);
    auto const found = under_.under(what);
    if (found.applies == truth::open) return;
    settling_.insert(set_);
    if (found.is_displaced) into_.displaced.push_back(what);
    (found.applies == truth::yes ? into_.applies : into_.not_applies).push_back(std::move(what));
  }

  // What all completions of the facts from this one on agree on, the others being supposed already. What is settled
  // before all are supposed is settled however the others come out; with nothing supposed it is open.
  [[nodiscard]] truth complete(std::size_t fact, std::vector<supposed> const& what) {
    while (fact < candidates_.size() && candidates_[fact].empty()) ++fact;
    auto const so_far = what.empty() ? truth::open : under_.applies(what);
    if (so_far != truth::open || fact == candidates_.size()) return so_far;
    std::optional<truth> agreed;
    for (auto const& value : candidates_[fact]) {
      auto more = what;
      more.push_back({into_.open[fact], value});
      auto const found = complete(fact + 1, more);
      if (found == truth::open || (agreed && *agreed != found)) return truth::open;
      agreed = found;
    }
    return agreed.value_or(truth::open);
  }

  settlement& into_;
  suppositions& under_;
  std::vector<std::vector<facts::value>> candidates_;  // by open fact
  std::vector<choice> choices_;
  numbers set_;   // that is being extended
  numbers part_;  // of it
  std::set<numbers> settling_;
};

}  // namespace

settlement settle(evaluate::world& world, evaluate::compiled const& rules, check::provision_index provision,
                  evaluate::binding const& values, source::date date, supposed_worlds* shared) {
  settlement found;
  found.open = open_facts(world, provision, values, date);
  std::vector<std::vector<facts::value>> candidates;
  for (auto const& fact : found.open) candidates.push_back(candidates_for(world, fact));
  suppositions under(world, rules, provision, values, date, shared);
  settler search(found, under, std::move(candidates));
  search.find_sets();
  search.try_completions();
  return found;
}

}  // namespace casus::explain
