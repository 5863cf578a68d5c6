#include "engine/scenario/shapes.hpp"
#include "engine/scenario/statements.hpp"
#include "engine/scenario/subjects.hpp"
#include "engine/scenario/values.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace casus::scenario {
namespace {

using kind = facts::expected_subject::kind;

struct typed_name {
  std::string name;
  check::type type;
};

void add_variables(check::program const& rules, check::scope const& scope, std::vector<typed_name>& names) {
  for (std::uint32_t slot = 0; slot < scope.parameters; ++slot) {
    check::variable const& variable = rules.variables[scope.variables[slot]];
    names.push_back({variable.name, variable.type});
  }
}

// What a binding may name: the variables of every version of a provision (versions may differ), those of a question,
// the parameters of a relation and its value.
std::vector<typed_name> names_of(check::program const& rules, facts::expected_subject const& of) {
  std::vector<typed_name> names;
  switch (of.of) {
    case kind::provision:
      for (auto const version : rules.articles[of.index].versions) {
        add_variables(rules, rules.provisions[version].scope, names);
      }
      break;
    case kind::question: add_variables(rules, rules.questions[of.index].scope, names); break;
    case kind::relation: {
      check::relation const& relation = rules.relations[of.index];
      for (std::size_t i = 0; i < relation.parameters.size(); ++i) {
        names.push_back({relation.parameter_names[i], relation.parameters[i]});
      }
      if (relation.value) names.push_back({"value", *relation.value});
      break;
    }
  }
  return names;
}

std::string_view words_for_names(kind of) { return of == kind::relation ? "parameter" : "variable"; }

class reader {
 public:
  reader(loading& all, facts::expected_subject const& of, std::string name)
      : all_(all), of_(of), name_(std::move(name)), names_(names_of(all.rules, of)) {}

  std::vector<facts::binding> read(element what) {
    std::vector<facts::binding> bindings;
    if (of_.of == kind::relation) {
      read_tuple(what, bindings);
    } else if (expect_mapping(what, fmt::format("an instance of `{}` is a mapping of its variables", name_),
                              all_.said)) {
      for (std::size_t i = 0; i < what.size(); ++i) read_binding(what.key(i), what.value(i), bindings);
    }
    return bindings;
  }

 private:
  // The tuples of a relation may be written as its statements are.
  void read_tuple(element what, std::vector<facts::binding>& bindings) {
    auto const arguments = read_arguments(all_, all_.rules.relations[of_.index], what);
    if (!arguments) return;
    for (argument const& each : arguments->given) read_value_of(names_[each.parameter], each.value, bindings);
    for (auto const& [key, value] : arguments->other_keys) read_binding(key, value, bindings);
  }

  void read_binding(element key, element value, std::vector<facts::binding>& bindings) {
    auto const type = type_for(key.text(), value);
    if (type) return read_value_of({key.text(), *type}, value, bindings);
    std::vector<std::string> known;
    for (typed_name const& each : names_) known.push_back(each.name);
    all_.said.add("unknown-field", key.where(),
                  fmt::format("`{}` has no {} `{}`", name_, words_for_names(of_.of), key.text()),
                  all_.said.suggest(key.text(), known));
  }

  void read_value_of(typed_name const& of, element value, std::vector<facts::binding>& bindings) {
    auto const read = read_value(all_, value, of.type, of.name);
    if (!read) return;
    if (!read->is_known() && of.name != "value") {
      all_.said.add("wrong-value", value.where(), fmt::format("`{}` stands for one thing, which is known", of.name),
                    "leave the variable out, and any value of it will do");
      return;
    }
    bindings.push_back({of.name, *read, value.where()});
  }

  // The versions of a provision may give one name to variables of different kinds: the first that the value fits.
  std::optional<check::type> type_for(std::string const& name, element value) const {
    std::optional<check::type> first;
    auto const entity = value.is_scalar() ? all_.entities.find(value.text()) : all_.entities.end();
    for (typed_name const& each : names_) {
      if (each.name != name) continue;
      if (!first) first = each.type;
      if (each.type.base != check::base_type::entity || entity == all_.entities.end()) continue;
      if (is_of(all_.rules, all_.told.agreed.entities[entity->second].kind, each.type.index)) return each.type;
    }
    return first;
  }

  loading& all_;
  facts::expected_subject const& of_;
  std::string name_;
  std::vector<typed_name> names_;
};

std::string name_of(check::program const& rules, facts::expected_subject const& of) {
  switch (of.of) {
    case kind::provision: return rules.articles[of.index].id;
    case kind::question: return rules.questions[of.index].id;
    case kind::relation: return rules.relations[of.index].name;
  }
  return {};
}

}  // namespace

std::optional<std::vector<std::vector<facts::binding>>> read_instances(loading& all, facts::expected_subject const& of,
                                                                       element key, element value) {
  std::vector<std::vector<facts::binding>> instances;
  if (!expect_list(value, fmt::format("`{}` takes a list of instances", key.text()), all.said,
                   "write `[{…}]`, with one pair of braces for each")) {
    return std::nullopt;
  }
  reader read(all, of, name_of(all.rules, of));
  for (std::size_t i = 0; i < value.size(); ++i) instances.push_back(read.read(value.item(i)));
  return instances;
}

}  // namespace casus::scenario
