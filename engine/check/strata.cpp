#include "engine/check/checks.hpp"
#include "engine/check/circle.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

bool is_override(dependency const& each) { return each.through == "overrides"; }

dependency const* first_in_text(needs const& among, bool (*is_meant)(dependency const&)) {
  dependency const* first = nullptr;
  for (dependency const* each : among) {
    if (is_meant(*each) && (first == nullptr || each->where < first->where)) first = each;
  }
  return first;
}

// The circle that begins with a need.
needs circle_through(needs const& among, dependency const& first) {
  needs circle{&first};
  for (dependency const* each : shortest_chain(among, first.to, first.from)) circle.push_back(each);
  return circle;
}

bool is_negation(dependency const& each) { return each.how == need::negation; }
bool is_earlier(dependency const& each) { return each.how == need::earlier; }
bool is_elsewhere(dependency const& each) { return each.reads_other_dates; }

source::diagnostic negative_circle(program const& checked, needs const& among) {
  dependency const& worst = *first_in_text(among, is_negation);
  needs const circle = circle_through(among, worst);
  source::diagnostic said = source::report(
      "not-stratified", worst.where,
      fmt::format("this runs in a circle through `{}`: {}", worst.through, in_words(checked, circle)),
      "a circle may run through `and`, `or` and `some`, or through `before`, which asks about the day before");
  said.notes = steps(checked, circle);
  return said;
}

source::diagnostic dated_circle(program const& checked, needs const& among) {
  dependency const& elsewhere = *first_in_text(among, is_elsewhere);
  dependency const& earlier = *first_in_text(among, is_earlier);
  needs circle{&elsewhere};
  for (dependency const* each : shortest_chain(among, elsewhere.to, earlier.from)) circle.push_back(each);
  circle.push_back(&earlier);
  for (dependency const* each : shortest_chain(among, earlier.to, elsewhere.from)) circle.push_back(each);
  source::diagnostic said = source::report(
      "not-stratified", elsewhere.where,
      fmt::format("this runs in a circle through `{}` and `before`: {}", elsewhere.through, in_words(checked, circle)),
      "only `before` goes back in time at every turn: ask with `before` here too");
  said.notes = steps(checked, circle);
  return said;
}

std::vector<dependency> overrides_among(std::vector<dependency> const& graph) {
  std::vector<dependency> overrides;
  std::copy_if(graph.begin(), graph.end(), std::back_inserter(overrides), is_override);
  return overrides;
}

// An override circle has its own message, so its needs do not count here.
std::vector<dependency> without_override_circles(program const& checked, std::vector<dependency> graph) {
  components const found = strongly_connected(checked, overrides_among(graph), edges::all);
  auto const is_circular = [&](dependency const& each) {
    return is_override(each) && component_of(found, each.from) == component_of(found, each.to);
  };
  graph.erase(std::remove_if(graph.begin(), graph.end(), is_circular), graph.end());
  return graph;
}

// What is called in a circle is tried for all values, so there must be an end of them.
void check_parameters(program const& checked, components const& found, diagnostics& said) {
  for (relation_index index = 0; index < checked.relations.size(); ++index) {
    relation const& of = checked.relations[index];
    if (of.is_fact || !found.is_recursive[found.of_relation[index]]) continue;
    scope const& head = of.definitions.front().scope;
    for (std::size_t each = 0; each < of.parameters.size(); ++each) {
      if (of.parameters[each].base == base_type::unknown || is_enumerable(of.parameters[each])) continue;
      said.push_back(source::report("not-enumerable", checked.variables[head.variables[each]].where,
                                    fmt::format("`{}` needs itself, so its parameter `{}` must have an end of values",
                                                of.name, of.parameter_names[each]),
                                    "pass the event or the thing that has the value instead"));
    }
  }
}

std::vector<needs> needs_of_the_day(components const& within_a_date, std::vector<dependency> const& graph) {
  std::vector<needs> found = needs_within(within_a_date, graph);
  auto const on_the_day_before = [](dependency const* each) { return is_earlier(*each); };
  for (needs& among : found) {
    among.erase(std::remove_if(among.begin(), among.end(), on_the_day_before), among.end());
  }
  return found;
}

}  // namespace

diagnostics check_strata(program const& checked, std::vector<dependency> const& all_needs) {
  diagnostics said;
  std::vector<dependency> const graph = without_override_circles(checked, all_needs);
  components const within_a_date = strongly_connected(checked, graph, edges::within_a_date);
  std::vector<needs> const same_day = needs_of_the_day(within_a_date, graph);
  std::vector<bool> is_reported(same_day.size(), false);
  for (std::size_t each = 0; each < same_day.size(); ++each) {
    if (first_in_text(same_day[each], is_negation) == nullptr) continue;
    is_reported[each] = true;
    said.push_back(negative_circle(checked, same_day[each]));
  }
  components const over_time = strongly_connected(checked, graph, edges::all);
  std::vector<needs> const all_days = needs_within(over_time, graph);
  for (needs const& among : all_days) {
    auto const was_reported = [&](dependency const* each) {
      return is_reported[component_of(within_a_date, each->from)];
    };
    if (std::any_of(among.begin(), among.end(), was_reported)) continue;
    bool const is_mixed = first_in_text(among, is_earlier) != nullptr && first_in_text(among, is_elsewhere) != nullptr;
    if (is_mixed) said.push_back(dated_circle(checked, among));
  }
  check_parameters(checked, over_time, said);
  return said;
}

diagnostics check_override_circles(program const& checked, std::vector<dependency> const& all_needs) {
  diagnostics said;
  std::vector<dependency> const graph = overrides_among(all_needs);
  components const found = strongly_connected(checked, graph, edges::all);
  for (needs const& among : needs_within(found, graph)) {
    if (among.empty()) continue;
    dependency const& first = *first_in_text(among, is_override);
    needs circle = circle_through(among, first);
    // Who overrides needs nothing of whom it overrides, so the circle of needs runs the other way round.
    std::reverse(circle.begin() + 1, circle.end());
    std::string words = fmt::format("`{}`", name_of(checked, first.to));
    for (dependency const* each : circle) words += fmt::format(" → `{}`", name_of(checked, each->from));
    source::diagnostic& added = said.emplace_back(source::report(
        "circular-override", first.where, fmt::format("these override one another in a circle: {}", words),
        "say in one place which of them gives way"));
    for (dependency const* each : circle) {
      added.notes.push_back(
          {fmt::format("`{}` overrides `{}`", name_of(checked, each->to), name_of(checked, each->from)), each->where});
    }
  }
  return said;
}

}  // namespace casus::check
