#include "engine/check/circle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>

namespace casus::check {
namespace {

constexpr std::size_t most_steps = 12;

}  // namespace

std::uint32_t component_of(components const& in, node const& of) {
  switch (of.of) {
    case node::kind::relation: return in.of_relation[of.index];
    case node::kind::provision: return in.of_provision[of.index];
    case node::kind::question: return in.of_question[of.index];
  }
  return 0;
}

std::vector<needs> needs_within(components const& of, std::vector<dependency> const& graph) {
  std::vector<needs> found(of.size());
  for (dependency const& each : graph) {
    std::uint32_t const component = component_of(of, each.from);
    if (component == component_of(of, each.to)) found[component].push_back(&each);
  }
  return found;
}

needs shortest_chain(needs const& among, node const& from, node const& to) {
  std::multimap<node, dependency const*> by_start;
  for (dependency const* each : among) by_start.emplace(each->from, each);
  std::map<node, dependency const*> reached;  // by the need that first led there
  std::deque<node> next{from};
  while (!next.empty() && !reached.contains(to)) {
    auto const [first, last] = by_start.equal_range(next.front());
    next.pop_front();
    for (auto each = first; each != last; ++each) {
      if (reached.emplace(each->second->to, each->second).second) next.push_back(each->second->to);
    }
  }
  needs chain;
  for (node at = to; at != from && reached.contains(at); at = chain.back()->from) chain.push_back(reached[at]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

std::string name_of(program const& checked, node const& of) {
  switch (of.of) {
    case node::kind::relation: return checked.relations[of.index].name;
    case node::kind::provision: return checked.provisions[of.index].id;
    case node::kind::question: return checked.questions[of.index].id;
  }
  return {};
}

std::string in_words(program const& checked, needs const& circle) {
  std::string words = fmt::format("`{}`", name_of(checked, circle.front()->from));
  for (std::size_t index = 0; index < circle.size(); ++index) {
    if (index == most_steps) return words + " → …";
    words += fmt::format(" → `{}`", name_of(checked, circle[index]->to));
  }
  return words;
}

std::vector<source::note> steps(program const& checked, needs const& circle) {
  std::vector<source::note> notes;
  for (dependency const* each : circle) {
    if (notes.size() == most_steps) break;
    std::string const through = each->through.empty() ? "" : fmt::format(", through `{}`", each->through);
    notes.push_back(
        {fmt::format("`{}` needs `{}`{}", name_of(checked, each->from), name_of(checked, each->to), through),
         each->where});
  }
  return notes;
}

}  // namespace casus::check
