#include "killer_search.hpp"

#include "act_edits.hpp"
#include "one_account.hpp"
#include "smaller.hpp"
#include "snapshot.hpp"
#include "telling.hpp"

#include <algorithm>

namespace casus::suite {
prepared_case::prepared_case(test_case const& of, evaluate::limits const& limits)
    : told(*of.told),
      date(of.told->as_of.value_or(of.otherwise)),
      facts(told),
      asked(evaluations(accounts{*of.rules, told, limits, &facts}, of.otherwise)) {}

killer_search::killer_search(check::program const& program, evaluate::compiled const& rules, source::files const& files,
                             std::vector<prepared_case> const& cases, mutation_options const& how)
    : program_(program), rules_(rules), files_(files), cases_(cases), how_(how) {}

std::unique_ptr<accounts> killer_search::evaluated(facts::scenario const& told, told_facts const& facts,
                                                   source::date date, evaluate::compiled const& rules) const {
  try {
    auto of = std::make_unique<accounts>(rules, told, how_.limits, &facts);
    for (std::size_t i = 0; i <= told.views.size(); ++i)
      static_cast<void>(of->at(of->of_view(i == 0 ? std::nullopt : std::optional{i - 1}), date));
    return of;
  } catch (evaluate::failure const&) { return nullptr; }
}

std::vector<std::string> killer_search::changes_between(accounts& before, accounts& now, source::date date) const {
  return changes(snapshot(before, files_, date), snapshot(now, files_, date));
}

std::optional<killer_search::told_apart> killer_search::apart(accounts* before, accounts* now, source::date date,
                                                              quarry const& of, std::size_t days) const {
  if (before == nullptr || now == nullptr) return std::nullopt;
  bool differs = false;
  for (std::size_t i = 0; i <= before->scenario().views.size(); ++i) {
    auto const view = i == 0 ? std::nullopt : std::optional{i - 1};
    auto const asked = before->of_view(view);
    auto const& found = before->at(asked, date);
    auto const& other = now->at(asked, date);
    bool const is_same = differing({before->world(asked), found}, {now->world(asked), other}).empty();
    if (is_same && !conflicts_differ(found, other)) continue;
    differs = true;
    try {
      for (auto const day : days_to_ask(*before, *now, view, date, days))
        if (auto one = telling_expectation(*before, *now, files_, view, day, of.owner, otherwise::whatever_differs))
          return told_apart{.expected = std::move(one), .view = view};
    } catch (evaluate::failure const&) {}  // on another day
  }
  return differs ? std::optional<told_apart>{told_apart{}} : std::nullopt;
}

std::optional<facts::expectation> killer_search::telling(facts::scenario const& told, source::date day,
                                                         quarry const& of, std::optional<subject> const& about) const {
  if (how_.is_over()) return std::nullopt;
  told_facts const facts{told};
  accounts before{rules_, told, how_.limits, &facts};
  accounts now{of.changed, told, how_.limits, &facts};
  try {
    return telling_expectation(before, now, files_, std::nullopt, day, about,
                               about ? otherwise::nothing : otherwise::whatever_differs);
  } catch (evaluate::failure const&) { return std::nullopt; }
}

std::optional<facts::scenario> killer_search::alone(facts::scenario const& told, source::date date,
                                                    told_apart const& found, quarry const& of) const {
  constexpr std::size_t most_tests = 200;
  auto const day = found.expected->at.value_or(date);
  std::optional<subject> about;
  if (!found.expected->subjects.empty())
    about = {found.expected->subjects.front().of, found.expected->subjects.front().index};
  auto const whole = one_account(told, found.view, date);
  if (!telling(whole, day, of, about)) return std::nullopt;
  auto small = smaller(whole, program_, most_tests,
                       [&](facts::scenario const& one) { return telling(one, day, of, about).has_value(); });
  auto expected = telling(small, day, of, about);
  if (!expected) return std::nullopt;  // the time is up
  small.expectations.push_back(std::move(*expected));
  return small;
}

std::optional<killing> killer_search::as_it_stands(std::uint32_t index, quarry const& of) {
  constexpr std::size_t most_days = 16;
  auto const& on = cases_[index];
  auto [place, is_new] = known_.try_emplace(index);
  if (is_new) place->second = evaluated(on.told, on.facts, on.date, rules_);
  auto const now = evaluated(on.told, on.facts, on.date, of.changed);
  auto found = apart(place->second.get(), now.get(), on.date, of, most_days);
  if (!found) return std::nullopt;
  killing made{.by = index, .where = std::nullopt, .edit = {}, .changes = {}};
  made.changes = changes_between(*place->second, *now, on.date);
  if (!found->expected && made.changes.empty()) return std::nullopt;
  if (found->expected) made.alone = alone(on.told, on.date, *found, of);
  made.expected = std::move(found->expected);
  return made;
}

std::optional<killing> killer_search::with(std::uint32_t index, fact_edit const& edit, quarry const& of) const {
  constexpr std::size_t most_days = 4;
  auto const& on = cases_[index];
  auto told = on.told;
  edit.apply(told);
  auto const date = told.as_of.value_or(on.date);
  told_facts const facts{told};
  auto const before = evaluated(told, facts, date, rules_);
  auto const now = evaluated(told, facts, date, of.changed);
  auto found = apart(before.get(), now.get(), date, of, most_days);
  if (!found || !found->expected) return std::nullopt;
  killing made{.by = index, .where = edit.where, .edit = edit.words, .changes = {}};
  made.changes = changes_between(*before, *now, date);
  made.alone = alone(told, date, *found, of);
  made.expected = std::move(found->expected);
  return made;
}

std::optional<killing> killer_search::with_acts(std::uint32_t index, quarry const& of, std::size_t& tried) {
  constexpr std::size_t most_acts = 24;
  auto const& on = cases_[index];
  auto& known = *known_.at(index);
  for (std::size_t i = 0; i <= on.told.views.size(); ++i) {
    auto const& found = known.at(known.of_view(i == 0 ? std::nullopt : std::optional{i - 1}), on.date);
    for (auto const& edit : acts_of(program_, on.told, found, of.owner, most_acts)) {
      if (how_.is_over()) return std::nullopt;
      ++tried;
      if (auto made = with(index, edit, of)) return made;
    }
  }
  return std::nullopt;
}

std::optional<killing> killer_search::with_changes(std::vector<std::uint32_t> const& promising, mutant const& of,
                                                   quarry const& searched, std::size_t& tried) const {
  auto const read = read_by(program_, of);
  constexpr std::size_t most_scenarios = 8;  // whose facts are changed
  auto const scenarios = std::min({promising.size(), most_scenarios});
  std::size_t changed_facts = 0;
  for (std::size_t i = 0; i < scenarios; ++i) {
    auto const fair = (how_.tries - changed_facts) / (scenarios - i);
    for (auto const& edit : edits_of(program_, cases_[promising[i]].told, read, fair)) {
      if (how_.is_over()) return std::nullopt;
      ++tried;
      ++changed_facts;
      if (auto made = with(promising[i], edit, searched)) return made;
    }
  }
  return std::nullopt;
}

killer_found killer_search::find(mutant const& of, evaluate::compiled const& changed,
                                 std::vector<std::uint32_t> const& promising) {
  killer_found made;
  if (how_.tries == 0) return made;
  quarry const searched{changed, subject_of(program_, of.declaration)};
  auto order = promising;
  for (std::uint32_t i = 0; i < cases_.size(); ++i)
    if (std::find(promising.begin(), promising.end(), i) == promising.end()) order.push_back(i);
  std::optional<killing> silent;  // on which they differ in what cannot be expected
  for (auto const index : order) {
    if (how_.is_over()) return made;
    ++made.tried;
    auto found = as_it_stands(index, searched);
    if (!found) continue;
    if (!found->expected && !silent) made.scenario = with_acts(index, searched, made.tried);
    if (found->expected) made.scenario = found;
    if (made.scenario) return made;
    if (!silent) silent = std::move(found);
  }
  made.scenario = with_changes(promising, of, searched, made.tried);
  if (!made.scenario) from_nothing(of, searched, made);
  if (!made.scenario) made.scenario = std::move(silent);
  return made;
}

}  // namespace casus::suite
