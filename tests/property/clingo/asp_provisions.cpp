// Relations, and the instances of provisions: where each is judged, whether it applies there, what it establishes.
#include "asp.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::clingo {

void writer::relations() {
  for (check::relation_index index = 0; index < rules_.relations.size(); ++index) {
    check::relation const& meant = rules_.relations[index];
    if (meant.open) throw not_translated{"a fact that is open where it is not stated"};
    for (check::definition const& each : meant.definitions) {
      enter(each.scope);
      slots const own = parameters(each.scope);
      auto body = safe(own);
      body.push_back(over(condition(each.body, own), own));
      rule(over("r" + std::to_string(index), own), body);
    }
  }
}

bool writer::lifts_only(check::provision_index index) const {
  auto const& consequences = rules_.text_of(rules_.provisions[index]).consequences;
  return std::any_of(consequences.begin(), consequences.end(), [](model::consequence const& each) {
    auto const* const norm = std::get_if<model::norm>(&each.effect);
    return norm != nullptr && norm->mode == model::modality::may;
  });
}

void writer::provision(check::provision_index index) {
  check::provision const& meant = rules_.provisions[index];
  model::provision const& text = rules_.text_of(meant);
  std::string const number = std::to_string(index);
  enter(meant.scope);
  slots const own = parameters(meant.scope);
  in_force(index);
  existence(index, own);
  std::string const base = over("base" + number, own, "J");
  std::vector<std::string> body{valued("exists" + number, own, "J"), atom("on", {"J", "T"}),
                                atom("force" + number, {"T"})};
  if (text.when) body.push_back(over(condition(*text.when, own), own, "J"));
  rule(base, body);
  displacement(index, own);
  for (model::clause const& each : text.requirements) {
    rule(over("fails" + number, own, "J"), {base, "not " + over(condition(each.condition, own), own, "J")});
  }
  rule(valued("applies" + number, own, "J"),
       {valued("exists" + number, own, "J"), base, "not " + over("displaced" + number, own, "J")});
  for (std::uint32_t each = 0; each < text.consequences.size(); ++each) {
    auto const* const effect = std::get_if<model::establishment>(&text.consequences[each].effect);
    if (effect != nullptr) establishment(index, each, *effect, own);
  }
}

void writer::in_force(check::provision_index index) {
  check::provision const& meant = rules_.provisions[index];
  auto const& own = rules_.text_of(meant).in_force;
  std::optional<source::date> tested;
  if (of_.how.law.everywhere && rules_.articles[meant.article].versions.size() > 1) tested = of_.how.law.everywhere;
  auto const chosen = of_.how.law.of_article.find(meant.article);
  if (chosen != of_.how.law.of_article.end()) tested = chosen->second;
  auto const limits = [](model::fixed_period const& period, std::string const& day) {
    std::vector<std::string> found;
    if (period.from) found.push_back(fmt::format("{}<={}", period.from->days, day));
    if (period.until) found.push_back(fmt::format("{}<{}", day, period.until->days));
    return found;
  };
  std::vector<std::string> body{atom("on", {"_", "T"})};
  if (own) {
    auto const more = limits(*own, tested ? std::to_string(tested->days) : "T");
    body.insert(body.end(), more.begin(), more.end());
  }
  std::string const head = atom("force" + std::to_string(index), {"T"});
  bool const has_periods = meant.instrument && !rules_.instruments[*meant.instrument].in_force.empty();
  if (!has_periods) return rule(head, body);
  for (model::fixed_period const& each : rules_.instruments[*meant.instrument].in_force) {
    auto of_one = body;
    auto const more = limits(each, "T");
    of_one.insert(of_one.end(), more.begin(), more.end());
    rule(head, of_one);
  }
}

// exists(V,C,J): on C there is such an instance, which is judged in J.
void writer::existence(check::provision_index index, slots const& own) {
  check::provision const& meant = rules_.provisions[index];
  std::string const name = "exists" + std::to_string(index);
  auto body = safe(own);
  std::vector<std::string> events;
  for (std::uint32_t const slot : own) {
    if (type_of(slot).base != check::base_type::event) continue;
    events.push_back(fmt::format("S{}", slot));
    body.push_back(atom("visible", {events.back(), "C"}));
  }
  auto const judged_at = rules_.text_of(meant).judged_at;
  if (!judged_at) return rule(valued(name, own, "C"), body);
  if (events.size() > 3) throw not_translated{"more than three events"};
  events.resize(3, "none");
  std::string const there = fmt::format("m(D,s({}))", fmt::join(events, ","));
  body.insert(body.end(), {valued(term(*judged_at, own), own, "D"), atom("on", {"C", "T"}), "D<=T"});
  rule(valued(name, own, there), body);
  rule(atom("context", {"J"}), {valued(name, own, "J")});
}

void writer::displacement(check::provision_index index, slots const& own) {
  check::provision const& meant = rules_.provisions[index];
  std::string const number = std::to_string(index);
  for (model::clause const& each : rules_.text_of(meant).exceptions) {
    rule(over("displaced" + number, own, "J"),
         {over("base" + number, own, "J"), over(condition(each.condition, own), own, "J")});
  }
  for (check::provision_index by = 0; by < rules_.provisions.size(); ++by) {
    if (lifts_only(by)) continue;
    for (check::overriding const& clause : rules_.provisions[by].overrides) {
      if (clause.target == meant.article) overriding(by, clause, index);
    }
  }
  enter(meant.scope);
}

// The overriding instance W, judged in I, displaces the one that is judged in J where the day of J lies in the
// interval.
void writer::overriding(check::provision_index by, check::overriding const& clause, check::provision_index target) {
  auto const& versions = rules_.articles[clause.target].versions;
  auto const version = static_cast<std::size_t>(std::find(versions.begin(), versions.end(), target) - versions.begin());
  check::scope const& scope = rules_.provisions[by].scope;
  slots const own = parameters(rules_.provisions[target].scope), other = parameters(scope);
  model::overriding const& text = rules_.text_of(rules_.provisions[by]).overrides[clause.clause];
  enter(scope);
  std::vector<std::string> body{over("base" + std::to_string(target), own, "J"),
                                valued("applies" + std::to_string(by), other, "I", "J", "W"), atom("on", {"J", "T"})};
  if (!clause.all) {
    for (check::shared_pair const& pair : clause.shared[version]) {
      body.push_back(fmt::format("W{}=S{}", pair.own, pair.other));
    }
  }
  if (text.from) {
    body.push_back(valued(term(*text.from, other), other, "F", "I", "W"));
    body.push_back("F<=T");
  }
  if (text.until) {
    body.push_back("not " + over(interval(text.until->date, text.until->inclusive, other), other, "J", "W"));
  }
  rule(over("displaced" + std::to_string(target), own, "J"), body);
}

// What is over on C.
std::string writer::interval(std::optional<model::expression_id> const& until, bool inclusive, slots const& own) {
  std::string const name = fresh("over");
  auto body = safe(own);
  body.insert(body.end(), {valued(term(*until, own), own, "U"), atom("on", {"C", "T"}), inclusive ? "U<T" : "U<=T"});
  rule(over(name, own), body);
  return name;
}

void writer::establishment(check::provision_index index, std::uint32_t number, model::establishment const& effect,
                           slots const& own) {
  check::provision const& meant = rules_.provisions[index];
  std::string const id = std::to_string(index);
  bool const is_then = rules_.text_of(meant).consequences[number].on == model::branch::then;
  check::relation_index const relation = meant.consequence_targets[number];
  std::vector<std::string> body{valued("applies" + id, own, "J"),
                                (is_then ? "not " : "") + over("fails" + id, own, "J"), atom("on", {"C", "T"})};
  std::vector<std::string> arguments;
  for (std::size_t each = 0; each < effect.arguments.size(); ++each) {
    arguments.push_back("A" + std::to_string(each));
    body.push_back(valued(term(effect.arguments[each], own), own, arguments.back(), "J"));
    body.push_back(within(rules_.relations[relation].parameters[each], arguments.back()));
  }
  if (effect.from) {
    body.push_back(valued(term(*effect.from, own), own, "F", "J"));
    body.push_back("F<=T");
  }
  if (effect.until) body.push_back("not " + over(interval(effect.until->date, effect.until->inclusive, own), own));
  arguments.push_back("C");
  rule(atom("r" + std::to_string(relation), std::move(arguments)), body);
}

}  // namespace casus::clingo
