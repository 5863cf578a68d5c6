#include "showing_search.hpp"

#include "conditions.hpp"
#include "one_account.hpp"
#include "smaller.hpp"
#include "telling.hpp"

#include "engine/check/check.hpp"
#include "engine/model/excerpt.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace casus::suite {
namespace {

using model::expression_id;

check::program with_declaration(slice const& part, model::rule_set of) {
  return std::move(*check::check(part.with(std::move(of))).value);
}

// An account of a case on the day on which something is expected of it, as a scenario of which that day alone is asked.
facts::scenario as_asked(test_case const& of, evaluation const& asked) {
  auto made = one_account(*of.told, asked.account.view, of.otherwise);
  made.as_of = asked.date;
  made.law = asked.account.law;
  made.known_by = asked.account.known_by;
  made.readings = asked.account.readings;
  return made;
}

bool is_same_question(evaluation const& a, evaluation const& b) {
  return a.date == b.date && a.account.view == b.account.view && a.account.known_by == b.account.known_by &&
         a.account.readings == b.account.readings && a.account.law.everywhere == b.account.law.everywhere &&
         a.account.law.of_article == b.account.law.of_article;
}

// The first change of each thing, then the second of each, and so on; within that those of the scenario's own facts
// first, and then the nearest.
std::vector<fact_edit> varied(std::vector<fact_edit> all) {
  std::map<std::pair<source::span, std::string>, std::size_t> seen;
  std::vector<std::tuple<std::size_t, int, std::size_t>> order;
  for (std::size_t i = 0; i < all.size(); ++i)
    order.emplace_back(seen[{all[i].where, all[i].thing}]++, all[i].remoteness, i);
  std::sort(order.begin(), order.end());
  std::vector<fact_edit> made;
  for (auto const& [turn, remoteness, i] : order) made.push_back(std::move(all[i]));
  return made;
}

bool is_of_same(fact_edit const& a, fact_edit const& b) { return a.where == b.where && a.thing == b.thing; }

// One of each group, then the second of each, and so on; at most so many.
template <class Groups>
auto in_turn(Groups const& groups, std::size_t most) {
  typename Groups::mapped_type made;
  std::size_t longest = 0;
  for (auto const& [key, all] : groups) longest = std::max(longest, all.size());
  for (std::size_t i = 0; i < longest; ++i)
    for (auto const& [key, all] : groups)
      if (i < all.size() && made.size() < most) made.push_back(all[i]);
  return made;
}

// Nothing of a relation, which may have several.
std::optional<std::uint32_t> declaration_of(check::program const& program, check::node const& of) {
  if (of.of == check::node::kind::provision) return program.provisions[of.index].declaration;
  if (of.of == check::node::kind::question) return program.questions[of.index].declaration;
  return std::nullopt;
}

}  // namespace

std::map<source::span, condition_place> condition_places(check::program const& program) {
  auto const& rules = program.rules;
  std::map<source::span, condition_place> found;
  for (std::uint32_t i = 0; i < rules.declarations.size(); ++i) {
    auto const note = [&](expression_id root, expression_id id) {
      found.try_emplace(rules[id].where, condition_place{i, id, root});
    };
    for (auto const root : roots_of(rules.declarations[i]))
      each_condition(rules, root, [&](expression_id id) { note(root, id); });
    auto const* provision = std::get_if<model::provision>(&rules.declarations[i]);
    if (provision == nullptr) continue;
    for (auto const& terms : {terms_of(*provision), ends_of(*provision)})
      for (auto const term : terms) each_condition_in_term(rules, term, [&](expression_id id) { note(term, id); });
  }
  return found;
}

showing_search::showing_search(check::program const& program, source::files const& files, slice part,
                               std::span<test_case const> cases, std::span<reach const> reaches,
                               mcdc_search_options const& how)
    : program_(program),
      files_(files),
      part_(std::move(part)),
      cases_(cases),
      reaches_(reaches),
      how_(how),
      as_it_is_(std::make_unique<check::program>(
          with_declaration(part_, model::excerpt(program.rules, program.rules.declarations[part_.declaration])))),
      rules_(*as_it_is_) {
  // Conditions of a provision or a question are come by there, those of a define by way of all that read it.
  for (auto const& one : part_.touched)
    if (declaration_of(program, one) == part_.declaration) owners_.insert(one);
  if (owners_.empty()) owners_ = part_.touched;
}

showing_search::closeness showing_search::closeness_of(reached const& goals, missing_side const& side) {
  bool const wants_true = side.what == goal::decides_true;
  auto const has = [&](goal what) { return goals.count({side.condition, what}) > 0; };
  if (has(wants_true ? goal::decides_false : goal::decides_true)) return closeness::decides_otherwise;
  if (has(wants_true ? goal::is_true : goal::is_false)) return closeness::seen_so;
  return has(goal::is_true) || has(goal::is_false) ? closeness::seen : closeness::none;
}

reached showing_search::reached_on(facts::scenario const& told) const {
  evaluate::options const how{
      .law = told.law, .known_by = told.known_by, .readings = told.readings, .limits = how_.limits};
  auto const facts = facts::as_told_by(told, std::nullopt);
  evaluate::world world{rules_, facts, how};
  try {
    return reached_through(owners_, world, rules_, *told.as_of);
  } catch (evaluate::failure const&) { return {}; }
}

bool showing_search::shows(facts::scenario const& told, missing_side const& side) const {
  return !how_.is_over() && reached_on(told).count({side.condition, side.what}) > 0;
}

// What has nothing to do with the condition may still have no end, or not lead back in time.
bool showing_search::shows_under_all_rules(base const& of, missing_side const& side) const {
  auto told = of.told;
  told.expectations.assign(1, {});  // of nothing, on its day
  accounts all{*cases_[of.by].rules, told, how_.limits};
  try {
    return reached_by(all, *told.as_of, coverage::with_mcdc).goals.count({side.condition, side.what}) > 0;
  } catch (evaluate::failure const&) { return false; }
}

// The cases of each closeness in turn, so that no one kind of them is all that is tried.
std::vector<std::uint32_t> showing_search::near_cases(missing_side const& side) const {
  constexpr std::size_t most = 8;
  std::map<closeness, std::vector<std::uint32_t>, std::greater<>> by_closeness;
  for (std::uint32_t i = 0; i < cases_.size(); ++i) by_closeness[closeness_of(reaches_[i].goals, side)].push_back(i);
  auto const unrelated = by_closeness.extract(closeness::none);
  if (by_closeness.empty() && !unrelated.empty()) by_closeness[closeness::none] = unrelated.mapped();
  return in_turn(by_closeness, most);
}

std::vector<showing_search::base> showing_search::bases_of(missing_side const& side) const {
  constexpr std::size_t most_days = 8;  // of a case
  constexpr std::size_t most = 3;
  std::map<closeness, std::vector<base>, std::greater<>> by_closeness;
  for (auto const index : near_cases(side)) {
    std::vector<evaluation> asked;
    for (auto const& one : evaluations(accounts{rules_, *cases_[index].told, how_.limits}, cases_[index].otherwise)) {
      auto const is_same = [&](evaluation const& other) { return is_same_question(one, other); };
      if (asked.size() < most_days && std::none_of(asked.begin(), asked.end(), is_same)) asked.push_back(one);
    }
    for (auto const& one : asked) {
      auto told = as_asked(cases_[index], one);
      auto const close = closeness_of(how_.is_over() ? reached{} : reached_on(told), side);
      by_closeness[close].push_back({close, index, std::move(told)});
    }
  }
  return in_turn(by_closeness, most);
}

// Where it decides, being what it should not be, it is itself to be changed; else first of all what is around it, and
// where it is not come by at all, something more has to happen.
std::vector<fact_edit> showing_search::edits_of_base(base const& of, condition_place const& place) const {
  constexpr std::size_t most = 1'000;
  nearest_expressions nearest{{place.root, 1}};
  if (of.close == closeness::decides_otherwise) nearest.insert(nearest.begin(), {place.condition, 0});
  auto const read = read_by(program_, place.declaration, nearest);
  auto all = edits_of(program_, of.told, read, most);
  auto more = additions_of(program_, of.told, read);
  all.insert(of.close == closeness::none ? all.begin() : all.end(), more.begin(), more.end());
  return varied(std::move(all));
}

void showing_search::try_out(base const& of, std::vector<fact_edit const*> const& edits, missing_side const& side,
                             progress& so_far) const {
  ++so_far.tried;
  auto changed = of;
  for (auto const* edit : edits) {
    edit->apply(changed.told);
    changed.changes.push_back({edit->where, edit->words});
  }
  auto const goals = reached_on(changed.told);
  changed.close = closeness_of(goals, side);
  if (goals.count({side.condition, side.what}) > 0 && shows_under_all_rules(changed, side))
    so_far.found = std::move(changed);
  else if (changed.close > of.close)
    so_far.nearer.push_back(std::move(changed));
}

void showing_search::with_one(base const& of, std::span<fact_edit const> edits, missing_side const& side,
                              std::size_t most, progress& so_far) const {
  for (std::size_t i = 0; i < std::min(edits.size(), most) && !so_far.found && !how_.is_over(); ++i)
    try_out(of, {&edits[i]}, side, so_far);
}

void showing_search::with_two(base const& of, std::span<fact_edit const> edits, missing_side const& side,
                              std::size_t most, progress& so_far) const {
  std::size_t left = most;
  for (std::size_t sum = 1; sum + 1 < 2 * edits.size(); ++sum) {
    for (std::size_t i = 0; 2 * i < sum; ++i) {
      auto const j = sum - i;
      if (j >= edits.size() || is_of_same(edits[i], edits[j])) continue;
      if (left == 0 || so_far.found || how_.is_over()) return;
      --left;
      try_out(of, {&edits[i], &edits[j]}, side, so_far);
    }
  }
}

// One change of each base, then one more of what has come nearer, and so on; then two of what has come nearest.
showing_found showing_search::find(missing_side const& side, condition_place const& place) {
  constexpr std::size_t most_changes = 4;
  progress so_far;
  auto const go_through = [&](std::vector<base> const& bases, auto const& with, std::size_t most) {
    for (std::size_t i = 0; i < bases.size() && !so_far.found; ++i) {
      auto const fair = (most - std::min(most, so_far.tried)) / (bases.size() - i);
      (this->*with)(bases[i], edits_of_base(bases[i], place), side, fair, so_far);
    }
  };
  auto from = bases_of(side);
  auto nearest = from;
  for (std::size_t made = 0; made < most_changes && !from.empty(); ++made) {
    go_through(from, &showing_search::with_one, (how_.tries * (made + 4) + most_changes + 3) / (most_changes + 4));
    from = nearest_of(std::exchange(so_far.nearer, {}));
    nearest.insert(nearest.begin(), from.begin(), from.end());
  }
  go_through(nearest, &showing_search::with_two, how_.tries);
  showing_found made{.scenario = {}, .also = {}, .tried = so_far.tried};
  if (so_far.found) made.scenario = made_of(std::move(*so_far.found), side, place);
  return made;
}

std::vector<showing_search::base> showing_search::nearest_of(std::vector<base> all) {
  constexpr std::size_t most = 2;
  std::stable_sort(all.begin(), all.end(), [](base const& a, base const& b) { return a.close > b.close; });
  all.resize(std::min(all.size(), most));
  return all;
}

showing showing_search::made_of(base found, missing_side const& side, condition_place const& place) const {
  constexpr std::size_t most_tests = 400;
  showing made{.by = found.by, .changes = std::move(found.changes), .alone = {}};
  made.alone = smaller(found.told, program_, most_tests, [&](facts::scenario const& one) { return shows(one, side); });
  if (!shows_under_all_rules({found.close, found.by, made.alone}, side)) made.alone = std::move(found.told);
  if (auto expected = expected_of(made.alone, place)) made.alone.expectations.push_back(std::move(*expected));
  return made;
}

// Preferably of what would be found otherwise were the condition negated.
std::optional<facts::expectation> showing_search::expected_of(facts::scenario const& told,
                                                              condition_place const& place) const {
  auto const about = subject_of(program_, place.declaration);
  accounts as_it_is{rules_, told, how_.limits};
  try {
    for (auto const& one : mutants_of(program_, files_, place.declaration)) {
      if (one.what != mutation::condition_negated || one.where != program_.rules[place.condition].where) continue;
      auto const negated = check::check(part_.with(mutant_maker{program_.rules}.made(one)));
      if (!negated.value) continue;
      evaluate::compiled const rules{*negated.value};
      accounts when_negated{rules, told, how_.limits};
      if (auto found = telling_expectation(as_it_is, when_negated, files_, std::nullopt, *told.as_of, about,
                                           otherwise::whatever_differs))
        return found;
    }
    return plainest_met(as_it_is);
  } catch (evaluate::failure const&) {}
  return std::nullopt;
}

// Of what the condition is read by: something that applies rather than something that does not.
std::optional<facts::expectation> showing_search::plainest_met(accounts& of) const {
  std::optional<facts::expectation> plain;
  for (auto const& owner : owners_) {
    auto const declaration = declaration_of(program_, owner);
    auto const about = declaration ? subject_of(program_, *declaration) : std::nullopt;
    if (!about) continue;
    auto met = expectations_met(of, files_, std::nullopt, *of.scenario().as_of, *about);
    if (met.empty()) continue;
    auto const& status = met.front().subjects.front().status;
    bool const is_weak = status == evaluate::words(evaluate::status::does_not_apply) ||
                         status == evaluate::words(evaluate::status::not_in_force);
    if (!is_weak) return std::move(met.front());
    if (!plain) plain = std::move(met.front());
  }
  return plain;
}

}  // namespace casus::suite
