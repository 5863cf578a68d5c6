#include "engine/check/resolver.hpp"
#include "engine/check/types.hpp"

#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

using kind = resolution::kind;

// Whether the place is that of a mistake already reported: then it cannot tell what a name should mean.
bool is_silent(std::optional<type> const& expected) { return expected && expected->base == base_type::unknown; }

}  // namespace

// Whether only the type expected can tell what a name means: it is no variable, no individual, no interpretation.
bool resolver::is_bare_value(model::expression_id id) const {
  auto const* const node = std::get_if<model::reference>(&rules()[id].node);
  if (node == nullptr || in_force_.contains(node->id.text)) return false;
  entry const* const found = find_thing(all_, node->id.text);
  return found == nullptr || (found->what != thing::individual && found->what != thing::interpretation);
}

type resolver::reference_type(model::expression_id id, model::reference const& node, expectation const& expected) {
  auto const variable = in_force_.find(node.id.text);
  if (variable != in_force_.end()) return variable_type(id, node, variable->second, expected);
  if (expected && expected->base == base_type::enumeration) {
    if (auto const value = find_value(all_, expected->index, node.id.text)) {
      resolve(id, kind::enumerator, *value);
      return {base_type::enumeration, expected->index, false};
    }
  }
  if (entry const* const found = find_thing(all_, node.id.text)) {
    if (found->what == thing::individual) {
      resolve(id, kind::individual, found->index);
      kind_index const of = all_.checked.individuals[found->index].kind;
      return of == no_kind ? type{} : type{base_type::entity, of, false};
    }
    if (found->what == thing::interpretation) {
      resolve(id, kind::interpretation, found->index);
      return {base_type::enumeration, all_.checked.interpretations[found->index].values, false};
    }
  }
  if (auto const value = lone_value(id, node, expected)) return *value;
  unknown_reference(node, expected);
  return {};
}

type resolver::variable_type(model::expression_id id, model::reference const& node, variable_index found,
                             expectation const& expected) {
  variable const& meant = all_.checked.variables[found];
  all_.mentioned[found] = true;
  resolve(id, kind::variable, meant.slot);
  bool const is_value =
      expected && expected->base == base_type::enumeration && find_value(all_, expected->index, node.id.text);
  if (!is_value) return meant.type;
  all_.said
      .add("ambiguous-value", node.id.where,
           fmt::format("`{}` is a variable here and a value of `{}`", node.id.text, name_of(*expected)),
           "give the variable another name")
      .notes.push_back({"the variable is bound here", meant.where});
  return {};
}

// A value of an enumeration where the place does not tell which.
std::optional<type> resolver::lone_value(model::expression_id id, model::reference const& node,
                                         expectation const& expected) {
  auto const found = all_.values.find(node.id.text);
  if (found == all_.values.end()) return std::nullopt;
  if (expected && expected->base == base_type::enumeration) return std::nullopt;
  std::vector<enumerator> const& meanings = found->second;
  type const first{base_type::enumeration, meanings.front().enumeration, false};
  if (meanings.size() > 1 && !expected) {
    all_.said.add("ambiguous-value", node.id.where,
                  fmt::format("`{}` is a value of `{}` and of `{}`", node.id.text, name_of(first),
                              all_.checked.enumerations[meanings[1].enumeration].name),
                  "compare it with something whose type tells which is meant");
    return type{};
  }
  if (meanings.size() > 1 && is_silent(expected)) return type{};
  resolve(id, kind::enumerator, meanings.front().value);
  return first;
}

void resolver::unbound_reference(model::reference const& node, source::span bound) {
  all_.said
      .add("unbound-variable", node.id.where, fmt::format("nothing binds `{}` here", node.id.text),
           "a variable is known inside the clause or the quantifier that binds it")
      .notes.push_back({fmt::format("`{}` is bound here, for its own clause only", node.id.text), bound});
}

void resolver::unknown_reference(model::reference const& node, expectation const& expected) {
  std::string const& word = node.id.text;
  if (auto const over = ended_.find(word); over != ended_.end()) return unbound_reference(node, over->second);
  if (is_silent(expected)) return;
  if (expected && expected->base == base_type::enumeration) {
    source::diagnostic& said =
        all_.said.add("unknown-value", node.id.where, fmt::format("`{}` has no value `{}`", name_of(*expected), word),
                      suggest_value(all_, word, expected->index));
    said.notes.push_back({fmt::format("`{}` is declared here", name_of(*expected)), place_of(all_.checked, *expected)});
    return;
  }
  if (entry const* const found = find_thing(all_, word)) {
    bool const is_relation = found->what == thing::fact || found->what == thing::define;
    all_.said
        .add("unknown-name", node.id.where, fmt::format("`{}` is {}, not a term", word, words_for(found->what)),
             is_relation ? fmt::format("with what it is said of: `{}(…)`", word) : std::string{})
        .notes.push_back({"declared here", found->where});
    return;
  }
  std::string help;
  std::vector<std::string> names;
  if (all_.said.may_suggest(in_force_.size())) {
    for (auto const& [name, index] : in_force_) names.emplace_back(name);
    std::sort(names.begin(), names.end());
    help = source::did_you_mean(word, names);
  }
  if (help.empty()) help = suggest_thing(all_, word, {thing::individual, thing::interpretation});
  if (help.empty() && expected && expected->base == base_type::entity) {
    help = fmt::format("declare whom it names, `individual {0}: {1} \"…\"`, or bind it, `for each {0}: {1}`", word,
                       name_of(*expected));
  }
  if (help.empty()) help = source::did_you_mean_or_one_of(word, names, "the variables here are");
  all_.said.add("unknown-name", node.id.where, fmt::format("nothing named `{}` is known here", word), help);
}

type resolver::application_type(model::expression_id id, model::application const& node) {
  entry const* const found = find_thing(all_, node.callee.text);
  if (found == nullptr || (found->what != thing::fact && found->what != thing::define)) {
    unknown_relation(node.callee);
    for (model::expression_id const each : node.arguments) value_of(each, type{});
    return {};
  }
  resolve(id, kind::relation, found->index);
  relation const& meant = all_.checked.relations[found->index];
  arguments(node.arguments, meant, node.callee);
  return meant.value.value_or(boolean_type);
}

void resolver::unknown_relation(model::name const& callee) {
  if (entry const* const found = find_thing(all_, callee.text)) {
    bool const happens = found->what == thing::event || found->what == thing::act;
    std::string_view const article = found->what == thing::act ? "act " : "";
    all_.said
        .add("unknown-name", callee.where,
             fmt::format("`{}` is {}, not a fact or a define", callee.text, words_for(found->what)),
             happens ? fmt::format("ask whether there was one: `some x: {}{} where …`", article, callee.text) : "")
        .notes.push_back({"declared here", found->where});
    return;
  }
  all_.said.add("unknown-name", callee.where, fmt::format("no fact or define named `{}`", callee.text),
                suggest_thing(all_, callee.text, {thing::fact, thing::define}));
}

void resolver::arguments(std::vector<model::expression_id> const& given, relation const& of,
                         model::name const& called) {
  if (given.size() != of.parameters.size()) {
    std::size_t const wanted = of.parameters.size();
    all_.said
        .add("argument-count", called.where,
             fmt::format("`{}` takes {} argument{}, not {}", of.name, wanted, wanted == 1 ? "" : "s", given.size()))
        .notes.push_back({"declared here", all_.things.find(of.name)->second.where});
  }
  for (std::size_t index = 0; index < given.size(); ++index) {
    if (index >= of.parameters.size()) {
      value_of(given[index], type{});
      continue;
    }
    term(given[index], {of.parameters[index], "argument", of.parameter_names[index], of.name, std::nullopt});
  }
}

}  // namespace casus::check
