#include "remarks.hpp"

#include "condition_words.hpp"
#include "diagnostics.hpp"
#include "label.hpp"
#include "settlement_words.hpp"

#include "engine/explain/absence.hpp"
#include "engine/explain/open_facts.hpp"
#include "engine/suite/words.hpp"

#include <algorithm>
#include <set>

namespace casus::report {
namespace {

using kind = remark::kind;

constexpr std::string_view only_for_the_first = "what would settle this is worked out only for the first instances";

remark failing(subject const& about, model::clause const& requirement, kind of) {
  return {of, suite::clause_words(about.rules.program().rules, about.files, requirement.condition)};
}

remark displaced(subject const& about, model::provision const& text, evaluate::displacement const& by) {
  auto const& program = about.rules.program();
  if (by.exception) return failing(about, text.exceptions[*by.exception], kind::displaced);
  return {kind::overridden,
          by.overridden_by ? citation(program, program.provisions[*by.overridden_by]) : std::string{}};
}

std::string places(subject const& about, std::vector<source::span> const& because) {
  std::vector<std::string> lines;
  for (auto const& where : because) {
    auto line = line_of(about.files, where);
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
  }
  std::string text;
  for (auto const& line : lines) text += (text.empty() ? " (" : ", ") + line;
  return text.empty() ? text : text + ')';
}

// The period that does not include the date, of the version or of its instrument.
std::string period_words(check::program const& program, check::provision const& version, source::date date) {
  std::vector<model::fixed_period> periods;
  if (version.instrument) periods = program.instruments[*version.instrument].in_force;
  auto const includes = [&](model::fixed_period const& one) {
    return (!one.from || *one.from <= date) && (!one.until || date < *one.until);
  };
  auto const& own = program.text_of(version).in_force;
  bool const is_past_or_future = own && !includes(*own);
  if (is_past_or_future) periods = {*own};
  if (!is_past_or_future && std::any_of(periods.begin(), periods.end(), includes)) return "another text is asked for";
  std::string text;
  for (auto const& one : periods) {
    if (!text.empty()) text += ", and";
    if (one.from) text += " from " + source::to_english(*one.from);
    if (one.until) text += " until " + source::to_english(*one.until);
  }
  return "in force" + text;
}

std::vector<remark> words_of_settlement(subject const& about, names const& named, check::provision_index provision,
                                        evaluate::instance const& one, settled_before* before) {
  auto* const worlds = before == nullptr ? nullptr : &before->worlds;
  auto found = explain::settle(about.world, about.rules, provision, one.binding, about.found.date, worlds);
  if (before == nullptr) return settlement_words(about, named, found);
  if (before->last != found) {
    before->said = settlement_words(about, named, found);
    before->last = std::move(found);
  }
  return before->said;
}

std::string nothing_of(check::program const& program, names const& named, check::type const& type, source::date by) {
  bool const is_event = type.base == check::base_type::event;
  auto const on = is_event ? " by " + source::to_english(by) : std::string{};
  bool const is_act = is_event && program.event_kinds[type.index].is_act;
  if (is_act) return "there is no act `" + program.event_kinds[type.index].name + '`' + on;
  return "there is no " + named.kind(type) + on;
}

}  // namespace

std::vector<remark> remarks_on(subject const& about, names const& named, check::provision_index provision,
                               evaluate::instance const& one, settling how, settled_before* before) {
  auto const& text = about.rules.program().text_of(about.rules.program().provisions[provision]);
  std::vector<remark> said;
  auto const fails = one.status == evaluate::status::violated ? kind::fails : kind::would_fail;
  for (auto const index : one.failing) said.push_back(failing(about, text.requirements[index], fails));
  for (auto const index : one.open) said.push_back(failing(about, text.requirements[index], kind::open));
  if (one.status == evaluate::status::displaced || one.status == evaluate::status::does_not_apply) {
    for (auto const& by : one.displaced) said.push_back(displaced(about, text, by));
  }
  if (one.status == evaluate::status::undetermined && how == settling::left_out) {
    said.push_back({kind::settles, std::string{only_for_the_first}});
  }
  if (one.status == evaluate::status::undetermined && how == settling::worked_out) {
    auto const words = words_of_settlement(about, named, provision, one, before);
    said.insert(said.end(), words.begin(), words.end());
  }
  return said;
}

std::string nothing_words(subject const& about, names const& named, check::provision_index provision,
                          std::uint32_t variable) {
  auto const& program = about.rules.program();
  auto const& scope = program.provisions[provision].scope;
  return nothing_of(program, named, program.variables[scope.variables[variable]].type, about.found.date);
}

bool is_open(evaluate::norm const& norm) {
  return norm.certain == facts::truth::yes && norm.state == evaluate::norm_state::open;
}

std::vector<remark> remarks_on_state(subject const& about, names const& named, evaluate::norm const& norm,
                                     settling how) {
  if (!is_open(norm)) return {};
  if (how == settling::left_out) return {{kind::settles, std::string{only_for_the_first}}};
  auto const open = explain::open_facts_of_state(
      about.world, {about.found.provisions[norm.provision].instances, about.found.norms}, norm, about.found.date);
  if (open.empty()) return {};
  return {{kind::settles, hanging_words(about, named, open)}};
}

failed_words words_of(subject const& about, names const& named, explain::absence const& in,
                      explain::failed_condition const& failed) {
  auto const where = about.world.place_of(in.provision, in.nearest, about.found.date);
  condition_reading const read{.condition = failed.condition,
                               .truth = failed.truth,
                               .slots = failed.slots,
                               .where = where.value_or(evaluate::world::place{about.found.date, {}})};
  auto const because = places(about, failed.because);
  auto const& judged_at = about.rules.program().text_of(about.rules.program().provisions[in.provision]).judged_at;
  if (judged_at && *judged_at == failed.condition) {
    return {"it is judged on " + source::to_english(read.where.date) + because, "that day to have come"};
  }
  return {condition_words(about, named, read) + because, wanted_words(about, named, read)};
}

namespace {

// The conditions that fail of the nearest instance.
std::vector<remark> failed_conditions(subject const& about, names const& named, explain::absence const& of) {
  std::vector<remark> said;
  for (auto const& failed : of.failed) said.push_back({kind::because, words_of(about, named, of, failed).words});
  return said;
}

bool is_judged_out_of_force(subject const& about, explain::absence const& of) {
  auto const where = about.world.place_of(of.provision, of.nearest, about.found.date);
  return where && about.world.in_force(of.provision, *where) == facts::truth::no;
}

// The nearest instance is judged on a day on which another text speaks, or none: what that one says of it.
std::vector<remark> remarks_on_other_texts(subject const& about, names const& named, explain::absence const& of) {
  auto const& program = about.rules.program();
  auto const& version = program.provisions[of.provision];
  auto const date = about.found.date;
  for (auto const other : program.articles[version.article].versions) {
    if (other == of.provision) continue;
    auto const there = explain::why_not(about.world, other, date, {.own = about.own});
    if (!there.has_candidates || is_judged_out_of_force(about, there)) continue;
    auto said = failed_conditions(about, named, there);
    if (said.empty()) continue;
    said.front().words = "by the " + version_words(program, program.provisions[other]) + ": " + said.front().words;
    return said;
  }
  auto const where = about.world.place_of(of.provision, of.nearest, date);
  if (!where || where->is_unknown) return failed_conditions(about, named, of);
  return {{kind::because, "not in force on " + source::to_english(where->date) + ", the day that is judged; " +
                              period_words(program, version, where->date)}};
}

}  // namespace

std::vector<remark> remarks_on_absence(subject const& about, names const& named, check::provision_index provision,
                                       std::vector<evaluate::world::given> const& values) {
  auto const date = about.found.date;
  auto const& program = about.rules.program();
  if (!about.found.provisions[provision].in_force)
    return {{kind::because, period_words(program, program.provisions[provision], date)}};
  auto const absence = explain::why_not(about.world, provision, date, {.values = values, .own = about.own});
  if (!absence.has_candidates) {
    return {{kind::because, nothing_words(about, named, provision, absence.empty_variable)}};
  }
  if (is_judged_out_of_force(about, absence)) return remarks_on_other_texts(about, named, absence);
  return failed_conditions(about, named, absence);
}

}  // namespace casus::report
