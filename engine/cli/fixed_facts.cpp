#include "fixed_facts.hpp"

#include "instance_choice.hpp"
#include "scenario_edit.hpp"

#include "engine/facts/print.hpp"

#include <fmt/format.h>

namespace casus::cli {
namespace {

using explain::fixed_fact;
using kind = fixed_fact::kind;

class fact_reader {
 public:
  explicit fact_reader(opened_case const& in)
      : program_(in.rules.program()), facts_(in.accounts.world(in.account).facts()) {}

  [[nodiscard]] fixed_fact read(std::string const& text) const {
    auto const what = read_target(text);
    if (!what || (what->is_applied && !what->id.empty())) {
      throw usage_error{
          fmt::format("--fix takes EVENT, EVENT.ID, EVENT.ID.FIELD, FACT or FACT(ARGUMENTS), not `{}`", text)};
    }
    for (check::relation_index r = 0; r < program_.relations.size(); ++r) {
      if (program_.relations[r].is_fact && program_.relations[r].name == what->name) return relation(r, *what, text);
    }
    for (check::event_kind_index k = 0; k < program_.event_kinds.size(); ++k) {
      if (program_.event_kinds[k].name == what->name) return event(k, *what, text);
    }
    std::vector<std::string> known;
    for (auto const& one : program_.event_kinds) known.push_back(one.name);
    for (auto const& one : program_.relations)
      if (one.is_fact) known.push_back(one.name);
    throw usage_error{fmt::format("there is no event or fact `{}`{}", what->name, suggestion(what->name, known))};
  }

 private:
  [[nodiscard]] fixed_fact relation(check::relation_index index, edit_target const& what,
                                    std::string const& text) const {
    fixed_fact made{.of = kind::relation, .subject = index, .field = 0, .arguments = {}};
    if (!what.id.empty()) throw usage_error{fmt::format("`{}` is a fact and has no parts: `{}`", what.name, text)};
    if (!what.is_applied) return made;
    made.of = kind::tuple;
    auto const& parameters = program_.relations[index].parameters;
    if (what.arguments.size() != parameters.size()) {
      throw usage_error{fmt::format("`{}` takes {} argument{}, not {}: `{}`", what.name, parameters.size(),
                                    parameters.size() == 1 ? "" : "s", what.arguments.size(), text)};
    }
    for (auto const& argument : what.arguments) made.arguments.push_back(thing(argument));
    return made;
  }

  [[nodiscard]] facts::value thing(std::string const& name) const {
    std::vector<std::string> known;
    for (std::uint32_t e = 0; e < facts_.entities.size(); ++e) {
      if (facts_.entities[e].id == name) return facts::of_entity(facts_.entities[e].kind, e);
      known.push_back(facts_.entities[e].id);
    }
    for (std::uint32_t e = 0; e < facts_.events.size(); ++e) {
      if (facts_.events[e].id == name) return facts::of_event(facts_.events[e].kind, e);
      if (!facts_.events[e].id.empty()) known.push_back(facts_.events[e].id);
    }
    throw usage_error{fmt::format("nothing is called `{}`{}", name, suggestion(name, known))};
  }

  [[nodiscard]] fixed_fact event(check::event_kind_index of, edit_target const& what, std::string const& text) const {
    if (what.is_applied) throw usage_error{fmt::format("`{}` is a kind of event: name one, not `{}`", what.name, text)};
    fixed_fact made{.of = kind::event_kind, .subject = of, .field = 0, .arguments = {}};
    if (what.id.empty()) return made;
    made.of = kind::event;
    made.subject = event_named(of, what);
    if (what.field.empty()) return made;
    made.of = kind::field;
    std::vector<std::string> known;
    for (auto const& field : program_.event_kinds[of].fields) known.push_back(field.name);
    auto const found = std::find(known.begin(), known.end(), what.field);
    if (found == known.end()) {
      throw usage_error{fmt::format("`{}` has no field `{}`{}", what.name, what.field, suggestion(what.field, known))};
    }
    made.field = static_cast<std::uint32_t>(found - known.begin());
    return made;
  }

  [[nodiscard]] std::uint32_t event_named(check::event_kind_index of, edit_target const& what) const {
    std::vector<std::string> known;
    for (std::uint32_t e = 0; e < facts_.events.size(); ++e) {
      if (facts_.events[e].kind != of) continue;
      if (facts_.events[e].id == what.id) return e;
      if (!facts_.events[e].id.empty()) known.push_back(facts_.events[e].id);
    }
    throw usage_error{fmt::format("there is no `{}` called `{}`{}", what.name, what.id, suggestion(what.id, known))};
  }

  check::program const& program_;
  facts::base const& facts_;
};

}  // namespace

std::vector<explain::fixed_fact> fixed_facts(std::vector<std::string> const& written, opened_case const& in) {
  std::vector<explain::fixed_fact> all;
  for (auto const& one : written) all.push_back(fact_reader{in}.read(one));
  return all;
}

}  // namespace casus::cli
