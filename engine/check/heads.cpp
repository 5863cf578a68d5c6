#include "engine/check/passes.hpp"
#include "engine/check/resolver.hpp"
#include "engine/check/types.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace casus::check {
namespace {

void report_repeated(tables& all, std::vector<model::variable> const& variables) {
  std::unordered_map<std::string_view, source::span> seen;
  for (model::variable const& each : variables) {
    auto const [first, is_new] = seen.try_emplace(each.id.text, each.id.where);
    if (is_new) continue;
    all.said
        .add("name-hides-name", each.id.where, fmt::format("`{}` is bound already", each.id.text),
             "give one of the two another name")
        .notes.push_back({"the other is bound here", first->second});
  }
}

// `for each` of provisions and questions.
scope bind_ranges(tables& all, std::vector<model::variable> const& variables) {
  scope made;
  if (variables.size() > most_members) {
    all.said.add("too-large", variables[most_members].id.where,
                 fmt::format("`for each` binds at most {} variables", most_members));
  }
  report_repeated(all, variables);
  for (model::variable const& each : variables) {
    if (made.variables.size() == most_members) break;
    add_variable(all, made, each, resolve_range(all, each));
  }
  made.parameters = static_cast<std::uint32_t>(made.variables.size());
  return made;
}

void bind_parameters(tables& all, relation& of) {
  for (definition& each : of.definitions) {
    auto const& written = std::get<model::define>(all.checked.rules.declarations[each.declaration]).parameters;
    report_repeated(all, written);
    for (std::size_t index = 0; index < of.parameters.size(); ++index) {
      add_variable(all, each.scope, written[index], of.parameters[index]);
    }
    each.scope.parameters = static_cast<std::uint32_t>(of.parameters.size());
  }
}

}  // namespace

void bind_heads(tables& all) {
  for (relation& each : all.checked.relations) bind_parameters(all, each);
  for (provision& each : all.checked.provisions) { each.scope = bind_ranges(all, all.checked.text_of(each).variables); }
  for (question& each : all.checked.questions) { each.scope = bind_ranges(all, all.checked.text_of(each).variables); }
}

}  // namespace casus::check
