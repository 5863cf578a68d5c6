#include "killer_search.hpp"

#include "engine/check/dependency.hpp"

#include <algorithm>
#include <utility>

namespace casus::suite {
namespace {

using check::node;

// What can come to show a change of the declaration: itself, or the provisions and questions that name it.
std::vector<std::string> shown_by(check::program const& program, std::uint32_t declaration) {
  std::set<node> named;
  for (std::uint32_t i = 0; i < program.relations.size(); ++i)
    for (auto const& one : program.relations[i].definitions)
      if (one.declaration == declaration) named.insert({node::kind::relation, i});
  std::set<node> found;
  for (auto const& need : check::dependencies(program))
    if (named.count(need.to) > 0) found.insert(need.from);
  for (std::uint32_t i = 0; i < program.provisions.size(); ++i)
    if (program.provisions[i].declaration == declaration) found.insert({node::kind::provision, i});
  for (std::uint32_t i = 0; i < program.questions.size(); ++i)
    if (program.questions[i].declaration == declaration) found.insert({node::kind::question, i});
  std::vector<std::string> ids;
  for (auto const& one : found) {
    if (one.of == node::kind::provision) ids.push_back(program.provisions[one.index].id);
    if (one.of == node::kind::question) ids.push_back(program.questions[one.index].id);
  }
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace

std::optional<killing> killer_search::in_world(facts::scenario const& told, quarry const& of) const {
  constexpr std::size_t most_days = 4;
  told_facts const facts{told};
  auto const before = evaluated(told, facts, *told.as_of, rules_);
  auto const now = evaluated(told, facts, *told.as_of, of.changed);
  auto found = apart(before.get(), now.get(), *told.as_of, of, most_days);
  if (!found || !found->expected) return std::nullopt;
  killing made{.by = std::nullopt, .where = std::nullopt, .edit = {}, .changes = {}};
  made.changes = changes_between(*before, *now, *told.as_of);
  made.alone = alone(told, *told.as_of, *found, of);
  if (!made.alone) return std::nullopt;              // the time is up
  made.expected = made.alone->expectations.front();  // its values are those of the small scenario
  return made;
}

void killer_search::from_nothing(mutant const& of, quarry const& searched, killer_found& into) const {
  constexpr std::size_t times = 10;
  auto left = times * how_.tries;
  for (auto const& id : shown_by(program_, of.declaration)) {
    auto const words = read_by(program_, id);
    std::size_t known = 0;
    for (auto const size : world_sizes) {
      small_worlds const worlds{program_, words, size, &cases_.front().told.agreed};
      if (worlds.count() > left) break;
      bool const is_same = worlds.count() == std::exchange(known, worlds.count());  // nothing comes with the size
      for (std::size_t i = 0; i < worlds.count() && !is_same; ++i) {
        if (how_.is_over()) return;
        ++into.tried;
        --left;
        if ((into.scenario = in_world(worlds.at(i), searched))) return;
      }
      if (searched.owner) into.everywhere = size;
    }
  }
}

}  // namespace casus::suite
