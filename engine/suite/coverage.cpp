#include "coverage.hpp"

#include "conditions.hpp"
#include "coverage_search.hpp"
#include "expectation.hpp"

#include <algorithm>

namespace casus::suite {
namespace {

using facts::truth;

// Reads what was reached off the findings of one account, and has the conditions behind them looked at.
class tracer {
 public:
  tracer(evaluate::compiled const& rules, evaluate::world const& like, condition_search::sightings& seen, reached& into)
      : program_(rules.program()), search_(rules, like, seen), into_(into) {}

  void trace(evaluate::findings const& found) {
    for (auto const& provision : found.provisions) trace_provision(provision, found.date);
    trace_lifting(found);
    for (auto const& question : found.questions) {
      for (auto const& one : question.instances) trace_question(question.question, one.status);
      trace_conditions(question.question, found.date);
    }
  }

  void trace_provision(evaluate::provision_findings const& found, source::date date) {
    auto const& text = text_of(found.provision);
    if (found.in_force || !found.instances.empty()) reach(text.id.where, goal::in_force);
    if (search_.candidates(found.provision, date)) reach(text.id.where, goal::does_not_apply);
    for (auto const& one : found.instances) trace_instance(found.provision, one, date);
  }

  void trace_conditions(check::question_index question, source::date date) { search_.question(question, date); }

 private:
  void reach(source::span where, goal what) { into_.insert({where, what}); }
  [[nodiscard]] model::provision const& text_of(check::provision_index p) const {
    return program_.text_of(program_.provisions[p]);
  }

  void trace_instance(check::provision_index p, evaluate::instance const& one, source::date date) {
    auto const& text = text_of(p);
    for (auto const& by : one.displaced) {
      if (by.overridden_by && one.status == evaluate::status::displaced) reach_override(*by.overridden_by, p);
    }
    auto slots = one.binding;
    slots.resize(program_.provisions[p].scope.variables.size());
    for (auto const end : ends_of(text)) search_.term(end, {program_.provisions[p].scope, slots, {date, {}, false}});
    auto const where = search_.place_of(p, one.binding, date);
    if (!where || !seen_instances_.insert({p, one.binding, where->date.days, one.applies}).second) return;
    standpoint const at{program_.provisions[p].scope, slots, *where};
    bool const is_certain = !text.when || search_.truth_of(*text.when, at) == truth::yes;
    if (is_certain) trace_clauses(text.exceptions, at, goal::taken, goal::not_taken);
    for (auto const term : terms_of(text)) search_.term(term, at);
    if (one.applies != truth::yes) return;
    reach(text.id.where, goal::applies);
    trace_clauses(text.requirements, at, goal::met, goal::failed);
    for (auto const& each : text.consequences) {
      auto const wanted = each.on == model::branch::then ? truth::yes : truth::no;
      if (one.outcome == wanted) reach(each.where, goal::follows);
    }
  }

  void trace_clauses(std::vector<model::clause> const& clauses, standpoint const& at, goal if_true, goal if_false) {
    for (auto const& each : clauses) {
      auto const found = search_.decision(each.condition, at);
      auto const where = program_.rules[each.condition].where;
      if (found == truth::yes) reach(where, if_true);
      if (found == truth::no) reach(where, if_false);
    }
  }

  void reach_override(check::provision_index by, check::provision_index displaced) {
    auto const target = program_.provisions[displaced].article;
    for (auto const& each : program_.provisions[by].overrides)
      if (each.target == target) reach(text_of(by).overrides[each.clause].where, goal::overrides);
  }

  // A provision that overrides with a `may` lifts prohibitions: where one is lifted, by those that apply.
  void trace_lifting(evaluate::findings const& found) {
    auto const permits = [](model::consequence const& each) {
      auto const* norm = std::get_if<model::norm>(&each.effect);
      return norm != nullptr && norm->mode == model::modality::may;
    };
    for (auto const& norm : found.norms) {
      if (norm.state != evaluate::norm_state::lifted) continue;
      for (auto const& by : found.provisions) {
        auto const& consequences = text_of(by.provision).consequences;
        bool const applies = std::any_of(by.instances.begin(), by.instances.end(),
                                         [](auto const& one) { return one.applies == truth::yes; });
        if (applies && std::any_of(consequences.begin(), consequences.end(), permits))
          reach_override(by.provision, norm.provision);
      }
    }
  }

  void trace_question(check::question_index question, evaluate::question_status status) {
    auto const where = program_.text_of(program_.questions[question]).id.where;
    if (status == evaluate::question_status::unanswered) reach(where, goal::unanswered);
    if (status == evaluate::question_status::answered) reach(where, goal::answered);
  }

  check::program const& program_;
  condition_search search_;
  reached& into_;
  std::set<std::tuple<check::provision_index, evaluate::binding, std::int32_t, truth>> seen_instances_;
};

// What was seen of conditions, by their places.
void add_seen(condition_search::sightings const& seen, model::rule_set const& rules, reached& into) {
  auto const note = [&](std::vector<bool> const& of_expression, goal what) {
    for (std::uint32_t i = 0; i < of_expression.size(); ++i)
      if (of_expression[i]) into.insert({rules.expressions[i].where, what});
  };
  note(seen.seen_true, goal::is_true);
  note(seen.seen_false, goal::is_false);
  if (!seen.deciding) return;
  note(seen.deciding->while_true, goal::decides_true);
  note(seen.deciding->while_false, goal::decides_false);
}

}  // namespace

reach reached_by(accounts& of, source::date otherwise, coverage what) {
  reach made;
  auto const& rules = of.rules().program().rules;
  condition_search::sightings seen(rules.expressions.size());
  if (what == coverage::with_mcdc) seen.deciding.emplace(rules.expressions.size());
  std::map<evaluate::world*, tracer> tracers;
  std::set<std::pair<evaluate::world*, source::date>> done;
  for (auto const& [account, date] : evaluations(of, otherwise)) {
    auto& world = of.world(account);
    if (!done.insert({&world, date}).second) continue;
    tracers.try_emplace(&world, of.rules(), world, seen, made.goals).first->second.trace(of.at(account, date));
  }
  add_seen(seen, rules, made.goals);
  made.is_partial = seen.is_partial();
  return made;
}

reached reached_through(std::set<check::node> const& owners, evaluate::world& world, evaluate::compiled const& rules,
                        source::date date) {
  reached made;
  auto const& program = rules.program();
  condition_search::sightings seen(program.rules.expressions.size());
  seen.deciding.emplace(program.rules.expressions.size());
  tracer traced{rules, world, seen, made};
  for (auto const& one : owners) {
    if (one.of == check::node::kind::provision) traced.trace_provision(world.account_of(one.index, {date}).found, date);
    if (one.of == check::node::kind::question) traced.trace_conditions(one.index, date);
  }
  add_seen(seen, program.rules, made);
  return made;
}

}  // namespace casus::suite
