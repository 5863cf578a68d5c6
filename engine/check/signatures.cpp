#include "engine/check/kinds.hpp"
#include "engine/check/passes.hpp"
#include "engine/check/types.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace casus::check {
namespace {

// What a scenario writes beside an event's fields, and beside a fact's arguments.
constexpr std::array<std::string_view, 8> reserved{"date", "effective", "known",   "holds",
                                                   "from", "until",     "through", "value"};
constexpr std::size_t reserved_for_events = 4;

void refuse_reserved(tables& all, model::name const& id, std::size_t how_many, std::string_view what) {
  auto const* const end = reserved.begin() + static_cast<std::ptrdiff_t>(how_many);
  if (std::find(reserved.begin(), end, id.text) == end) return;
  all.said.add("reserved-name", id.where, fmt::format("`{}` cannot name {}", id.text, what),
               "scenarios use the word themselves");
}

void resolve_event(tables& all, event_kind& kind) {
  auto const& written = std::get<model::event_kind>(all.checked.rules.declarations[kind.declaration]);
  kind.fields = resolve_fields(all, written.fields, written.id.where);
  for (model::field const& each : written.fields) {
    refuse_reserved(all, each.id, reserved_for_events, kind.is_act ? "a field of an act" : "a field of an event");
  }
}

void resolve_parameters(tables& all, relation& of, std::vector<model::variable> const& written, source::span where) {
  if (written.size() > most_members) {
    all.said.add("too-large", where, fmt::format("`{}` has more than {} parameters", of.name, most_members));
  }
  for (model::variable const& each : written) {
    of.parameter_names.push_back(each.id.text);
    of.parameters.push_back(resolve_type(all, each.type));
    if (of.parameters.size() == most_members) break;
  }
}

void resolve_fact(tables& all, relation& of, model::fact const& written) {
  resolve_parameters(all, of, written.parameters, written.id.where);
  for (std::size_t index = 0; index < of.parameters.size(); ++index) {
    model::name const& id = written.parameters[index].id;
    refuse_reserved(all, id, reserved.size(), "a parameter of a fact");
    auto const first = std::find(of.parameter_names.begin(), of.parameter_names.end(), id.text);
    auto const at = static_cast<std::size_t>(first - of.parameter_names.begin());
    if (at == index) continue;
    all.said.add("duplicate-name", id.where, fmt::format("the parameter `{}` is declared twice", id.text))
        .notes.push_back({"first declared here", written.parameters[at].id.where});
  }
  if (written.value) of.value = resolve_type(all, *written.value);
}

model::define const& text_of(tables const& all, definition const& of) {
  return std::get<model::define>(all.checked.rules.declarations[of.declaration]);
}

bool is_same(std::vector<model::variable> const& a, std::vector<model::variable> const& b) {
  auto const same = [](model::variable const& x, model::variable const& y) {
    return x.id.text == y.id.text && x.type.base.text == y.type.base.text && x.type.is_act == y.type.is_act;
  };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), same);
}

// The first definition says what the parameters are; the alternatives must agree.
void resolve_define(tables& all, relation& of) {
  model::define const& first = text_of(all, of.definitions.front());
  resolve_parameters(all, of, first.parameters, first.id.where);
  auto const agrees = [&](definition const& each) { return is_same(first.parameters, text_of(all, each).parameters); };
  for (definition const& each : of.definitions) {
    if (agrees(each)) continue;
    all.said
        .add("duplicate-name", text_of(all, each).id.where,
             fmt::format("`{}` is defined with other parameters than before", of.name),
             "alternatives have the same parameters; another relation needs another name")
        .notes.push_back({"first defined here", first.id.where});
  }
  auto const disagrees = [&](definition const& each) { return !agrees(each); };
  of.definitions.erase(std::remove_if(of.definitions.begin() + 1, of.definitions.end(), disagrees),
                       of.definitions.end());
}

void resolve_individual(tables& all, individual& of) {
  auto const& written = std::get<model::individual>(all.checked.rules.declarations[of.declaration]);
  entry const* const kind = find_thing(all, written.kind.text);
  if (kind == nullptr || kind->what != thing::kind) {
    all.said.add("unknown-name", written.kind.where, fmt::format("no entity kind named `{}`", written.kind.text),
                 suggest_thing(all, written.kind.text, {thing::kind}));
    of.kind = no_kind;
    return;
  }
  of.kind = kind->index;
}

}  // namespace

void resolve_signatures(tables& all) {
  resolve_kinds(all);
  for (event_kind& each : all.checked.event_kinds) resolve_event(all, each);
  for (relation& each : all.checked.relations) {
    if (each.is_fact) {
      resolve_fact(all, each, std::get<model::fact>(all.checked.rules.declarations[each.declaration]));
    } else {
      resolve_define(all, each);
    }
  }
  for (individual& each : all.checked.individuals) resolve_individual(all, each);
}

}  // namespace casus::check
