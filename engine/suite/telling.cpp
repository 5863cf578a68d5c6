#include "telling.hpp"

#include "described.hpp"

#include <algorithm>
#include <set>

namespace casus::suite {
namespace {

using facts::expectation;
using facts::expected_subject;

// One day of one account under both rule sets.
class told_day {
 public:
  told_day(accounts& met, accounts& missed, source::files const& files, std::optional<std::size_t> view,
           source::date date)
      : program_(met.rules().program()),
        met_(block(met, files, view, date)),
        missed_(block(missed, files, view, date)) {}

  [[nodiscard]] std::vector<subject> subjects(std::optional<subject> const& first, otherwise else_of) const {
    auto found = differing(program_, met_.found, missed_.found);
    if (!first) return found;
    auto const place = std::find(found.begin(), found.end(), *first);
    if (place != found.end()) std::rotate(found.begin(), place, std::next(place));
    bool const has_first = place != found.end();
    if (else_of == otherwise::nothing) found.resize(has_first ? 1 : 0);
    return found;
  }

  [[nodiscard]] std::optional<expected_subject> telling(subject const& what) const {
    for (auto const& all : {describing(met_, what), denying(missed_, what)})
      for (auto const& one : all)
        if (hold_subject(met_, one).empty() && !hold_subject(missed_, one).empty()) return one;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::vector<facts::expected_conflict>> telling_conflicts() const {
    if (!conflicts_differ(met_.found, missed_.found)) return std::nullopt;
    std::set<std::pair<std::string, std::string>> pairs;
    auto const id = [&](std::uint32_t norm) { return program_.provisions[met_.found.norms[norm].provision].id; };
    for (auto const& one : met_.found.conflicts) pairs.insert({id(one.must), id(one.must_not)});
    std::vector<facts::expected_conflict> made;
    for (auto const& [must, must_not] : pairs) made.push_back({must, must_not, {}});
    if (hold_conflicts(missed_, made).empty()) return std::nullopt;
    return made;
  }

  // The days that the norms of what differs name, and those after: on them it may come to show.
  void note_days(std::set<source::date>& into) const {
    for (auto const* found : {&met_.found, &missed_.found}) {
      for (auto const& norm : found->norms) {
        for (auto const& day : {norm.from, norm.by, norm.until}) {
          if (day.tag != facts::tag::date) continue;
          into.insert(facts::date_of(day));
          if (auto const next = source::add(facts::date_of(day), {0, 1})) into.insert(*next);
        }
      }
    }
  }

 private:
  static held_block block(accounts& of, source::files const& files, std::optional<std::size_t> view,
                          source::date date) {
    auto const asked = of.of_view(view);
    return {.world = of.world(asked), .found = of.at(asked, date), .files = files};
  }

  check::program const& program_;
  held_block met_;
  held_block missed_;
};

expectation on(source::date date, accounts const& of, std::optional<std::size_t> view) {
  expectation made;
  if (of.scenario().as_of != date) made.at = date;
  if (view) made.view = of.scenario().views[*view].id;
  return made;
}

}  // namespace

std::vector<expectation> expectations_met(accounts& of, source::files const& files, std::optional<std::size_t> view,
                                          source::date date, subject const& what) {
  auto const asked = of.of_view(view);
  held_block const in{.world = of.world(asked), .found = of.at(asked, date), .files = files};
  std::vector<expectation> made;
  for (auto& one : describing(in, what)) {
    if (!hold_subject(in, one).empty()) continue;
    made.push_back(on(date, of, view));
    made.back().subjects.push_back(std::move(one));
  }
  return made;
}

std::optional<expectation> telling_expectation(accounts& met, accounts& missed, source::files const& files,
                                               std::optional<std::size_t> view, source::date date,
                                               std::optional<subject> const& first, otherwise else_of) {
  constexpr std::size_t most_days = 16;
  std::set<source::date> days;
  told_day{met, missed, files, view, date}.note_days(days);
  days.erase(date);
  std::vector<source::date> order{date};
  order.insert(order.end(), days.begin(), days.end());
  order.resize(std::min(order.size(), most_days));
  for (auto const day : order) {
    told_day const both{met, missed, files, view, day};
    auto made = on(day, met, view);
    for (auto const& what : both.subjects(first, else_of)) {
      auto found = both.telling(what);
      if (!found) continue;
      made.subjects.push_back(std::move(*found));
      return made;
    }
    if (first && else_of == otherwise::nothing) continue;
    made.conflicts = both.telling_conflicts();
    if (made.conflicts) return made;
  }
  return std::nullopt;
}

}  // namespace casus::suite
