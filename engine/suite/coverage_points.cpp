#include "conditions.hpp"
#include "coverage.hpp"
#include "words.hpp"

#include <algorithm>

namespace casus::suite {
namespace {

class collector {
 public:
  collector(check::program const& program, source::files const& files) : program_(program), files_(files) {}

  void collect() {
    for (auto const& provision : program_.provisions) add_provision(provision);
    for (auto const& relation : program_.relations) {
      for (auto const& definition : relation.definitions) add_conditions(definition.body, "define " + relation.name);
    }
    for (auto const& question : program_.questions) add_question(question);
  }

  [[nodiscard]] std::vector<point> points() { return by_place(std::move(points_)); }
  [[nodiscard]] std::vector<point> conditions() { return by_place(std::move(conditions_)); }

 private:
  [[nodiscard]] static std::vector<point> by_place(std::vector<point> all) {
    std::stable_sort(all.begin(), all.end(), [](point const& a, point const& b) { return a.where < b.where; });
    return all;
  }

  void add(point_kind kind, source::span where, std::string owner, std::string text, std::vector<goal> goals) {
    points_.push_back({kind, where, std::move(owner), std::move(text), std::move(goals)});
  }

  void add_condition(model::expression_id id, std::string const& owner) {
    auto const& where = program_.rules[id].where;
    auto const text = source_words(program_.rules, files_, id);
    add(point_kind::condition, where, owner, text, {goal::is_true, goal::is_false});
    add_deciding(where, owner, text);
  }

  void add_deciding(source::span where, std::string const& owner, std::string text) {
    conditions_.push_back(
        {point_kind::condition, where, owner, std::move(text), {goal::decides_true, goal::decides_false}});
  }

  void add_conditions(model::expression_id top, std::string const& owner) {
    each_condition(program_.rules, top, [&](model::expression_id id) { add_condition(id, owner); });
  }

  // As points, a clause that is a single condition would be counted twice.
  void add_clause(point_kind kind, model::clause const& clause, std::string const& owner, std::vector<goal> goals) {
    auto const& rules = program_.rules;
    add(kind, rules[clause.condition].where, owner, clause_words(rules, files_, clause.condition), std::move(goals));
    auto const alone = model::without_labels(rules, clause.condition);
    each_condition(rules, clause.condition, [&](model::expression_id id) {
      if (id == alone) return add_deciding(rules[id].where, owner, source_words(rules, files_, id));
      add_condition(id, owner);
    });
  }

  void add_provision(check::provision const& version) {
    auto const& text = program_.text_of(version);
    std::vector<goal> goals{goal::applies};
    if (text.when) goals.push_back(goal::does_not_apply);
    if (text.in_force || (version.instrument && !program_.instruments[*version.instrument].in_force.empty()))
      goals.push_back(goal::in_force);
    add(point_kind::provision, text.id.where, version.id, {}, std::move(goals));
    if (text.when) add_conditions(*text.when, version.id);
    for (auto const& each : text.exceptions)
      add_clause(point_kind::exception, each, version.id, {goal::taken, goal::not_taken});
    for (auto const& each : text.requirements)
      add_clause(point_kind::requirement, each, version.id, {goal::met, goal::failed});
    for (auto const& each : text.consequences)
      add(point_kind::consequence, each.where, version.id, words_at(each.where), {goal::follows});
    for (auto const& each : text.overrides)
      add(point_kind::overriding, each.where, version.id, words_at(each.where), {goal::overrides});
    for (auto const& terms : {terms_of(text), ends_of(text)}) {
      for (auto const term : terms)
        each_condition_in_term(program_.rules, term, [&](model::expression_id id) { add_condition(id, version.id); });
    }
  }

  void add_question(check::question const& question) {
    auto const& text = program_.text_of(question);
    std::vector<goal> goals{goal::unanswered};
    if (!question.answers.empty()) goals.push_back(goal::answered);
    auto const owner = "question " + question.id;
    add(point_kind::question, text.id.where, owner, {}, std::move(goals));
    if (text.arises) add_conditions(*text.arises, owner);
  }

  [[nodiscard]] std::string words_at(source::span where) const {
    return on_one_line(files_[where.file].content().substr(where.begin, where.end - where.begin));
  }

  check::program const& program_;
  source::files const& files_;
  std::vector<point> points_;
  std::vector<point> conditions_;
};

}  // namespace

std::string_view words(goal what) {
  switch (what) {
    case goal::applies: return "applying";
    case goal::does_not_apply: return "not applying";
    case goal::in_force: return "in force";
    case goal::is_true: return "true";
    case goal::is_false: return "false";
    case goal::taken: return "taken";
    case goal::not_taken: return "not taken";
    case goal::met: return "met";
    case goal::failed: return "failed";
    case goal::follows: return "following";
    case goal::overrides: return "overriding";
    case goal::unanswered: return "unanswered";
    case goal::answered: return "answered";
    case goal::decides_true: return "deciding while true";
    case goal::decides_false: return "deciding while false";
  }
  return {};
}

std::string_view words(point_kind kind) {
  switch (kind) {
    case point_kind::provision: return "provision";
    case point_kind::condition: return "condition";
    case point_kind::exception: return "exception";
    case point_kind::requirement: return "requirement";
    case point_kind::consequence: return "consequence";
    case point_kind::overriding: return "override";
    case point_kind::question: return "question";
  }
  return {};
}

std::vector<point> points_of(check::program const& program, source::files const& files) {
  collector all{program, files};
  all.collect();
  return all.points();
}

std::vector<point> conditions_of(check::program const& program, source::files const& files) {
  collector all{program, files};
  all.collect();
  return all.conditions();
}

}  // namespace casus::suite
