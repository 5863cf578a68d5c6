#include "engine/check/passes.hpp"
#include "engine/check/resolver.hpp"
#include "engine/check/types.hpp"

#include "engine/source/overloaded.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

constexpr std::uint32_t no_target = static_cast<std::uint32_t>(-1);

place date_place(std::string_view word) { return {date_type, word, {}, {}, std::nullopt}; }

void optional_date(resolver& names, std::optional<model::expression_id> const& date, std::string_view word) {
  if (date) names.term(*date, date_place(word));
}

void ending_date(resolver& names, std::optional<model::ending> const& until) {
  if (until) names.term(until->date, date_place(until->inclusive ? "through" : "until"));
}

// A consequence needs a target that can be established; reports where it is none.
std::uint32_t find_fact(tables& all, model::name const& called) {
  entry const* const found = find_thing(all, called.text);
  if (found == nullptr) {
    all.said.add("unknown-name", called.where, fmt::format("no fact named `{}`", called.text),
                 suggest_thing(all, called.text, {thing::fact}));
    return no_target;
  }
  bool const has_value = found->what == thing::fact && all.checked.relations[found->index].value.has_value();
  if (found->what == thing::fact && !has_value) return found->index;
  std::string const message =
      has_value ? fmt::format("`{}` has a value, and no provision establishes such a fact", called.text)
                : fmt::format("a provision establishes facts, and `{}` is {}", called.text, words_for(found->what));
  std::string const help = has_value                   ? "only scenarios state it"
                           : found->what == thing::act ? "a duty says who must: `then x must …`"
                                                       : "declare a fact that is to hold: `fact …`";
  all.said.add("not-establishable", called.where, message, help).notes.push_back({"declared here", found->where});
  return no_target;
}

std::uint32_t establish(tables& all, resolver& names, model::establishment const& it) {
  std::uint32_t const target = find_fact(all, it.relation);
  relation const nothing;
  relation const& meant = target == no_target ? nothing : all.checked.relations[target];
  if (target != no_target) {
    names.arguments(it.arguments, meant, it.relation);
  } else {
    for (model::expression_id const each : it.arguments) names.term(each, {{}, "argument", {}, {}, std::nullopt});
  }
  optional_date(names, it.from, "from");
  ending_date(names, it.until);
  return target;
}

std::uint32_t find_act(tables& all, model::name const& called) {
  entry const* const found = find_thing(all, called.text);
  if (found != nullptr && found->what == thing::act) return found->index;
  if (found == nullptr) {
    all.said.add("unknown-name", called.where, fmt::format("no act named `{}`", called.text),
                 suggest_thing(all, called.text, {thing::act}));
    return no_target;
  }
  all.said
      .add("unknown-name", called.where, fmt::format("`{}` is {}, not an act", called.text, words_for(found->what)),
           found->what == thing::event ? "what can be owed or forbidden is declared as `act`" : "")
      .notes.push_back({"declared here", found->where});
  return no_target;
}

// The actor fills the first field, the arguments the others in order; those left out at the end match anything.
void act_arguments(tables& all, resolver& names, model::norm const& it, event_kind const& act) {
  if (!act.fields.empty()) {
    names.term(it.actor, {act.fields[0].type, "field", act.fields[0].name, act.name, act.fields[0].where});
  }
  std::size_t const most = act.fields.empty() ? 0 : act.fields.size() - 1;
  if (it.arguments.size() > most) {
    all.said
        .add("argument-count", it.act.where,
             fmt::format("`{}` takes {} argument{} besides its actor, not {}", act.name, most, most == 1 ? "" : "s",
                         it.arguments.size()))
        .notes.push_back({"declared here", all.things.find(act.name)->second.where});
  }
  for (std::size_t index = 0; index < it.arguments.size(); ++index) {
    if (index >= most) {
      names.term(it.arguments[index], {{}, "argument", {}, {}, std::nullopt});
      continue;
    }
    field const& meant = act.fields[index + 1];
    names.term(it.arguments[index], {meant.type, "field", meant.name, act.name, meant.where});
  }
}

std::uint32_t oblige(tables& all, resolver& names, model::norm const& it) {
  std::uint32_t const target = find_act(all, it.act);
  event_kind const nothing;
  if (target != no_target) {
    act_arguments(all, names, it, all.checked.event_kinds[target]);
  } else {
    names.term(it.actor, {{}, "actor", {}, {}, std::nullopt});
    for (model::expression_id const each : it.arguments) names.term(each, {{}, "argument", {}, {}, std::nullopt});
  }
  optional_date(names, it.from, "from");
  optional_date(names, it.by, "by");
  if (it.within) names.term(*it.within, {duration_type, "within", {}, {}, std::nullopt});
  ending_date(names, it.until);
  return target;
}

void resolve_provision(tables& all, provision_index index) {
  model::provision const& written = all.checked.text_of(all.checked.provisions[index]);
  scope of = all.checked.provisions[index].scope;
  resolver names(all, of);
  optional_date(names, written.judged_at, "judged at");
  if (written.when) names.condition(*written.when);
  for (model::clause const& each : written.exceptions) names.condition(each.condition);
  for (model::clause const& each : written.requirements) names.condition(each.condition);
  std::vector<std::uint32_t> targets;
  for (model::consequence const& each : written.consequences) {
    targets.push_back(
        std::visit(source::overloaded{[&](model::establishment const& it) { return establish(all, names, it); },
                                      [&](model::norm const& it) { return oblige(all, names, it); }},
                   each.effect));
    bool const establishes = std::holds_alternative<model::establishment>(each.effect);
    if (!establishes || targets.back() == no_target) continue;
    auto const number = static_cast<std::uint32_t>(targets.size() - 1);
    all.checked.relations[targets.back()].established_by.emplace_back(index, number);
  }
  for (model::overriding const& each : written.overrides) {
    optional_date(names, each.from, "from");
    ending_date(names, each.until);
  }
  all.checked.provisions[index].scope = std::move(of);
  all.checked.provisions[index].consequence_targets = std::move(targets);
}

void resolve_define(tables& all, relation_index of, std::size_t definition) {
  scope of_body = all.checked.relations[of].definitions[definition].scope;
  resolver(all, of_body).condition(all.checked.relations[of].definitions[definition].body);
  all.checked.relations[of].definitions[definition].scope = std::move(of_body);
}

void resolve_question(tables& all, question_index index) {
  scope of = all.checked.questions[index].scope;
  if (auto const arises = all.checked.text_of(all.checked.questions[index]).arises)
    resolver(all, of).condition(*arises);
  all.checked.questions[index].scope = std::move(of);
}

}  // namespace

void resolve_bodies(tables& all) {
  for (relation_index index = 0; index < all.checked.relations.size(); ++index) {
    for (std::size_t each = 0; each < all.checked.relations[index].definitions.size(); ++each) {
      resolve_define(all, index, each);
    }
  }
  for (provision_index index = 0; index < all.checked.provisions.size(); ++index) resolve_provision(all, index);
  for (question_index index = 0; index < all.checked.questions.size(); ++index) resolve_question(all, index);
}

}  // namespace casus::check
