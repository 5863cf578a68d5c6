#include "telling.hpp"

#include "described.hpp"

#include "engine/evaluate/establishing.hpp"

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
        met_(met.on(met.of_view(view), date), files),
        missed_(missed.on(missed.of_view(view), date), files) {}

  [[nodiscard]] std::vector<subject> subjects(std::optional<subject> const& first, otherwise else_of) const {
    auto found = differing({met_.world(), met_.everything()}, {missed_.world(), missed_.everything()});
    if (!first) return found;
    // A provision goes before what it establishes, which follows it.
    auto const place = std::find(found.begin(), found.end(), *first);
    auto end = place == found.end() ? place : std::next(place);
    while (end != found.end() && end->of == expected_subject::kind::relation) ++end;
    auto const size = static_cast<std::size_t>(end - place);
    std::rotate(found.begin(), place, end);
    if (else_of == otherwise::nothing) found.resize(size);
    return found;
  }

  [[nodiscard]] std::optional<expected_subject> telling(subject const& what) const {
    for (auto const& all : {describing(met_, what), denying(missed_, what)})
      for (auto const& one : all)
        if (hold_subject(met_, one).empty() && !hold_subject(missed_, one).empty()) return one;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::vector<facts::expected_conflict>> telling_conflicts() const {
    auto const& found = met_.everything();
    if (!conflicts_differ(found, missed_.everything())) return std::nullopt;
    std::set<std::pair<std::string, std::string>> pairs;
    auto const id = [&](std::uint32_t norm) { return program_.provisions[found.norms[norm].provision].id; };
    for (auto const& one : found.conflicts) pairs.insert({id(one.must), id(one.must_not)});
    std::vector<facts::expected_conflict> made;
    for (auto const& [must, must_not] : pairs) made.push_back({must, must_not, {}});
    if (hold_conflicts(missed_, made).empty()) return std::nullopt;
    return made;
  }

 private:
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
  held_block const in{of.on(of.of_view(view), date), files};
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
  told_day const both{met, missed, files, view, date};
  auto made = on(date, met, view);
  for (auto const& what : both.subjects(first, else_of)) {
    auto found = both.telling(what);
    if (!found) continue;
    made.subjects.push_back(std::move(*found));
    return made;
  }
  if (first && else_of == otherwise::nothing) return std::nullopt;
  made.conflicts = both.telling_conflicts();
  return made.conflicts ? std::optional{std::move(made)} : std::nullopt;
}

std::vector<source::date> days_to_ask(accounts& met, accounts& missed, std::optional<std::size_t> view,
                                      source::date date, std::size_t most) {
  std::set<source::date> days;
  for (auto* of : {&met, &missed}) {
    auto const take = [&](facts::value const& day) {
      if (day.tag != facts::tag::date) return;
      for (int const after : {0, 1})
        if (auto const near = source::add(facts::date_of(day), {0, after})) days.insert(*near);
    };
    auto const asked = of->of_view(view);
    auto const& found = of->at(asked, date);
    for (auto const& norm : found.norms) take(norm.from), take(norm.by), take(norm.until);
    for (auto const& provision : found.provisions)
      for (auto const& one : provision.instances)
        for (auto const& fact : evaluate::established_by(of->world(asked), provision.provision, one, date))
          take(fact.from), take(fact.until);
  }
  days.erase(date);
  std::vector<source::date> all{date};
  all.insert(all.end(), days.begin(), days.end());
  all.resize(std::min(all.size(), most));
  return all;
}

}  // namespace casus::suite
