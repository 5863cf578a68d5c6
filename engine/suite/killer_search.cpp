#include "killer_search.hpp"

#include "differing.hpp"
#include "snapshot.hpp"

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

std::vector<std::string> killer_search::difference(accounts* before, accounts* now, source::date date) const {
  if (before == nullptr || now == nullptr) return {};
  bool is_same = true;
  for (std::size_t i = 0; i <= before->scenario().views.size() && is_same; ++i) {
    auto const asked = before->of_view(i == 0 ? std::nullopt : std::optional{i - 1});
    auto const& found = before->at(asked, date);
    auto const& other = now->at(asked, date);
    is_same = differing(program_, found, other).empty() && !conflicts_differ(found, other);
  }
  if (is_same) return {};
  return changes(snapshot(*before, files_, date), snapshot(*now, files_, date));
}

std::optional<killing> killer_search::as_it_stands(std::uint32_t index, evaluate::compiled const& changed) {
  auto const& on = cases_[index];
  auto [place, is_new] = known_.try_emplace(index);
  if (is_new) place->second = evaluated(on.told, on.facts, on.date, rules_);
  auto const now = evaluated(on.told, on.facts, on.date, changed);
  auto said = difference(place->second.get(), now.get(), on.date);
  if (said.empty()) return std::nullopt;
  return killing{.by = index, .where = std::nullopt, .edit = {}, .changes = std::move(said)};
}

std::optional<killing> killer_search::with(std::uint32_t index, fact_edit const& edit,
                                           evaluate::compiled const& changed) const {
  auto const& on = cases_[index];
  auto told = on.told;
  edit.apply(told);
  auto const date = told.as_of.value_or(on.date);
  told_facts const facts{told};
  auto const before = evaluated(told, facts, date, rules_);
  auto const now = evaluated(told, facts, date, changed);
  auto said = difference(before.get(), now.get(), date);
  if (said.empty()) return std::nullopt;
  return killing{.by = index, .where = edit.where, .edit = edit.words, .changes = std::move(said)};
}

killer_found killer_search::find(mutant const& of, evaluate::compiled const& changed,
                                 std::vector<std::uint32_t> const& promising) {
  killer_found made;
  if (how_.tries == 0) return made;
  auto order = promising;
  for (std::uint32_t i = 0; i < cases_.size(); ++i)
    if (std::find(promising.begin(), promising.end(), i) == promising.end()) order.push_back(i);
  for (auto const index : order) {
    if (how_.is_over()) return made;
    ++made.tried;
    if ((made.scenario = as_it_stands(index, changed))) return made;
  }
  auto const read = read_by(program_, of);
  constexpr std::size_t most_scenarios = 8;  // whose facts are changed
  auto const scenarios = std::min({promising.size(), most_scenarios});
  std::size_t changed_facts = 0;
  for (std::size_t i = 0; i < scenarios; ++i) {
    auto const fair = (how_.tries - changed_facts) / (scenarios - i);
    for (auto const& edit : edits_of(program_, cases_[promising[i]].told, read, fair)) {
      if (how_.is_over()) return made;
      ++made.tried;
      ++changed_facts;
      if ((made.scenario = with(promising[i], edit, changed))) return made;
    }
  }
  return made;
}

}  // namespace casus::suite
