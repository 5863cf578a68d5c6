#include "declaration_run.hpp"

#include "equivalence.hpp"
#include "held_block.hpp"

#include "engine/check/check.hpp"
#include "engine/model/excerpt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace casus::suite {
namespace {

using check::node;

std::vector<std::string> texts_of(std::vector<mismatch> const& all) {
  std::vector<std::string> texts;
  for (auto const& one : all) texts.push_back(one.expected + '\n' + one.actual);
  return texts;
}

// A part of a rule set without errors has none.
check::program unchanged(slice const& part, model::rule_set const& rules) {
  return std::move(*check::check(part.with(model::excerpt(rules, rules.declarations[part.declaration]))).value);
}

}  // namespace

declaration_run::declaration_run(check::program const& program, source::files const& files, slice part,
                                 std::vector<prepared_case> const& cases, std::span<reach const> reaches,
                                 mutation_options const& how)
    : program_(program),
      files_(files),
      part_(std::move(part)),
      cases_(cases),
      reaches_(reaches),
      how_(how),
      as_it_is_(std::make_unique<check::program>(unchanged(part_, program.rules))),
      rules_(*as_it_is_),
      search_(program, rules_, files, cases, how) {
  for (std::uint32_t i = 0; i < cases_.size(); ++i) add_case(i);
  for (auto& one : relevant_) note_conflicts(one);
}

mutant_outcome declaration_run::run(mutant const& of, mutant_maker& maker) {
  mutant_outcome made;
  auto const checked = check::check(part_.with(maker.made(of)));
  if (!checked.value) {
    auto const is_error = [](auto const& one) { return one.severity == source::severity::error; };
    made.fate = fate::rejected;
    made.why = std::find_if(checked.diagnostics.begin(), checked.diagnostics.end(), is_error)->message;
    return made;
  }
  evaluate::compiled const rules{*checked.value};
  std::vector<std::uint32_t> promising;
  for (auto* one : in_order(of.where)) {
    promising.push_back(one->index);
    auto const killed = killed_by(*one, rules);
    if (!killed) continue;
    ++one->kills;
    return *killed;
  }
  if (auto const all = combinations_agreed(program_, of, maker)) {
    made.fate = fate::equivalent;
    made.why = fmt::format("the condition comes to the same in all {} combinations of what its parts can be", *all);
    return made;
  }
  made.fate = fate::survived;
  made.killer = search_.find(of, rules, promising);
  return made;
}

declaration_run::closeness declaration_run::closeness_of(facts::expected_subject const& subject) const {
  using kind = facts::expected_subject::kind;
  auto const of = [&](node const& one, std::uint32_t declaration) {
    if (declaration == part_.declaration) return closeness::own;
    return part_.touched.count(one) > 0 ? closeness::touched : closeness::untouched;
  };
  if (subject.of == kind::question)
    return of({node::kind::question, subject.index}, program_.questions[subject.index].declaration);
  if (subject.of == kind::relation)
    return of({node::kind::relation, subject.index}, program_.relations[subject.index].declaration);
  auto closest = closeness::untouched;
  for (auto const version : program_.articles[subject.index].versions)
    closest = std::max(closest, of({node::kind::provision, version}, program_.provisions[version].declaration));
  return closest;
}

void declaration_run::add_case(std::uint32_t index) {
  relevant_case made{.index = index, .blocks = {}};
  auto const& blocks = cases_[index].told.expectations;
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    relevant_case::block block{.index = b, .subjects = {}, .conflicts = std::nullopt};
    for (std::uint32_t s = 0; s < blocks[b].subjects.size(); ++s) {
      auto const close = closeness_of(blocks[b].subjects[s]);
      if (close != closeness::untouched) block.subjects.push_back(s);
      if (close == closeness::own) ++made.direct;
    }
    if (blocks[b].conflicts && !part_.acts.empty()) block.conflicts.emplace();
    if (!block.subjects.empty() || block.conflicts) made.blocks.push_back(std::move(block));
  }
  if (!made.blocks.empty()) relevant_.push_back(std::move(made));
}

void declaration_run::note_conflicts(relevant_case& one) {
  auto const& on = cases_[one.index];
  accounts of{rules_, on.told, how_.limits, &on.facts};
  for (auto& block : one.blocks)
    if (block.conflicts) block.conflicts = conflicts_of(on, block.index, of);
}

std::vector<std::string> declaration_run::conflicts_of(prepared_case const& on, std::uint32_t block,
                                                       accounts& of) const {
  auto const& [account, date] = on.asked[block];
  held_block const in{of.on(account, date), files_};
  return texts_of(hold_conflicts(in, *on.told.expectations[block].conflicts));
}

std::optional<source::span> declaration_run::missed(relevant_case const& one, accounts& of) const {
  auto const& on = cases_[one.index];
  for (auto const& block : one.blocks) {
    auto const& [account, date] = on.asked[block.index];
    held_block const in{of.on(account, date), files_};
    auto const& expected = on.told.expectations[block.index];
    for (auto const subject : block.subjects)
      if (!hold_subject(in, expected.subjects[subject]).empty()) return expected.subjects[subject].where;
    if (block.conflicts && conflicts_of(on, block.index, of) != *block.conflicts) return expected.where;
  }
  return std::nullopt;
}

std::optional<mutant_outcome> declaration_run::killed_by(relevant_case const& one,
                                                         evaluate::compiled const& rules) const {
  auto const& on = cases_[one.index];
  mutant_outcome killed{.fate = fate::killed, .by = one.index, .where = std::nullopt, .why = {}};
  accounts of{rules, on.told, how_.limits, &on.facts};
  try {
    killed.where = missed(one, of);
    if (!killed.where) return std::nullopt;
  } catch (evaluate::failure const&) {}  // an evaluation that cannot go on does not pass unnoticed
  return killed;
}

std::size_t declaration_run::seen_at(std::uint32_t index, source::span where) const {
  constexpr std::size_t enough = 2;  // both ways
  auto const& goals = reaches_[index].goals;
  std::size_t count = 0;
  auto goal = goals.lower_bound({{where.file, where.begin, 0}, goal::applies});
  for (; goal != goals.end() && count < enough; ++goal, ++count)
    if (goal->first.file != where.file || goal->first.begin >= where.end) break;
  return count;
}

std::vector<declaration_run::relevant_case*> declaration_run::in_order(source::span where) {
  std::vector<std::pair<std::tuple<std::size_t, std::size_t, std::size_t>, relevant_case*>> all;
  for (auto& one : relevant_) all.push_back({{seen_at(one.index, where), one.kills, one.direct}, &one});
  std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
  std::vector<relevant_case*> order;
  for (auto const& [promise, one] : all) order.push_back(one);
  return order;
}

}  // namespace casus::suite
