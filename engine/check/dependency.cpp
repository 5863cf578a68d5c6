#include "engine/check/dependency.hpp"

#include "engine/check/walk.hpp"
#include "engine/model/print.hpp"

namespace casus::check {
namespace {

// How whatever stands here is needed, given what stands around it.
struct manner {
  need how = need::positive;
  std::string_view through;
  bool reads_other_dates = false;
};

// A negation on the day before is no stronger a need than the day before.
manner negated(manner const& around, std::string_view word) {
  if (around.how == need::earlier) return around;
  return {need::negation, word, around.reads_other_dates};
}
manner elsewhere(std::string_view word) { return {need::negation, word, true}; }
manner the_day_before() { return {need::earlier, "before", false}; }

class collector {
 public:
  explicit collector(program const& checked) : checked_(checked) {}

  std::vector<dependency> run() {
    for (relation_index index = 0; index < checked_.relations.size(); ++index) add_relation(index);
    for (provision_index index = 0; index < checked_.provisions.size(); ++index) add_provision(index);
    for (question_index index = 0; index < checked_.questions.size(); ++index) add_question(index);
    return std::move(found_);
  }

 private:
  void add(node to, manner const& how, source::span where) {
    found_.push_back({from_, to, how.how, where, how.through, how.reads_other_dates});
  }

  void add_relation(relation_index index) {
    from_ = {node::kind::relation, index};
    relation const& of = checked_.relations[index];
    for (definition const& each : of.definitions) walk(each.body, {});
    for (auto const& [by, number] : of.established_by) {
      auto const& written = checked_.text_of(checked_.provisions[by]).consequences[number];
      bool const is_otherwise = written.on == model::branch::otherwise;
      add({node::kind::provision, by}, is_otherwise ? negated({}, "otherwise") : manner{}, written.where);
    }
  }

  void add_provision(provision_index index) {
    from_ = {node::kind::provision, index};
    model::provision const& written = checked_.text_of(checked_.provisions[index]);
    if (written.judged_at) walk(*written.judged_at, {});
    manner const judged = written.judged_at ? elsewhere("judged at") : manner{};
    if (written.when) walk(*written.when, judged);
    for (model::clause const& each : written.exceptions) walk(each.condition, negated(judged, "unless"));
    for (model::clause const& each : written.requirements) walk(each.condition, judged);
    for (model::consequence const& each : written.consequences) add_consequence(each, judged);
    for (model::overriding const& each : written.overrides) {
      if (each.from) walk(*each.from, judged);
      if (each.until) walk(each.until->date, judged);
    }
    add_overridden(index);
  }

  // Everything is read on the day of judgment except `until`, which is read on the day of evaluation.
  void add_consequence(model::consequence const& of, manner const& judged) {
    auto const maybe = [&](std::optional<model::expression_id> const& id) {
      if (id) walk(*id, judged);
    };
    auto const ending = [&](std::optional<model::ending> const& until) {
      if (until) walk(until->date, {});
    };
    std::visit(source::overloaded{
                   [&](model::establishment const& it) {
                     for (model::expression_id const each : it.arguments) walk(each, judged);
                     maybe(it.from), ending(it.until);
                   },
                   [&](model::norm const& it) {
                     walk(it.actor, judged);
                     for (model::expression_id const each : it.arguments) walk(each, judged);
                     maybe(it.from), maybe(it.by), maybe(it.within), ending(it.until);
                   },
               },
               of.effect);
  }

  // Whoever is overridden needs to know whether the other applies.
  void add_overridden(provision_index by) {
    model::provision const& written = checked_.text_of(checked_.provisions[by]);
    for (overriding const& each : checked_.provisions[by].overrides) {
      for (provision_index const version : checked_.articles[each.target].versions) {
        from_ = {node::kind::provision, version};
        bool const is_judged = checked_.text_of(checked_.provisions[version]).judged_at.has_value();
        add({node::kind::provision, by}, {need::negation, "overrides", is_judged},
            written.overrides[each.clause].where);
      }
    }
  }

  void add_question(question_index index) {
    from_ = {node::kind::question, index};
    model::question const& written = checked_.text_of(checked_.questions[index]);
    if (written.arises) walk(*written.arises, {});
    for (answer const& each : checked_.questions[index].answers) {
      for (provision_index const version : checked_.articles[each.article].versions) {
        add({node::kind::provision, version}, negated({}, "answered by"), written.id.where);
      }
    }
  }

  void walk(model::expression_id id, manner const& how) {
    model::expression const& here = checked_.rules[id];
    auto const below = [&](manner const& then) {
      model::visit_children(here.node, [&](model::expression_id child) { walk(child, then); });
    };
    std::visit(
        source::overloaded{
            [](model::boolean_literal const&) {},
            [](model::integer_literal const&) {},
            [](model::text_literal const&) {},
            [](model::date_literal const&) {},
            [](model::duration_literal const&) {},
            [](model::today const&) {},
            [](model::reference const&) {},
            [&](model::field_access const&) { below(how); },
            [&](model::application const&) { relation_named(id, here.where, how), below(how); },
            [&](model::comparison const&) { below(how); },
            [&](model::arithmetic const&) { below(how); },
            [&](model::junction const&) { below(how); },
            [&](model::negation const&) { below(negated(how, "not")); },
            [&](model::in_set const&) { below(how); },
            [&](model::in_kind const&) { below(how); },
            [&](model::quantifier const& it) {
              below(it.kind == model::quantity::some ? how : negated(how, model::word_of(it.kind)));
            },
            [&](model::count const&) { below(negated(how, "count")); },
            [&](model::selection const& it) { below(negated(how, model::word_of(it.kind))); },
            [&](model::at_date const& it) { walk(it.condition, elsewhere("at")), walk(it.date, negated(how, "at")); },
            [&](model::before_date const& it) {
              walk(it.condition, the_day_before()), walk(it.date, negated(how, "before"));
            },
            [&](model::provision_status const& it) { provision_named(id, it, here.where, how), below(how); },
            [&](model::is_given const&) { below(how); },
            [&](model::labelled const&) { below(how); },
            [&](model::extreme_date const&) { below(how); },
        },
        here.node);
  }

  void relation_named(model::expression_id id, source::span where, manner const& how) {
    resolution const meant = checked_.resolved[id];
    if (meant.of == resolution::kind::relation) add({node::kind::relation, meant.index}, how, where);
  }

  void provision_named(model::expression_id id, model::provision_status const& it, source::span where,
                       manner const& how) {
    resolution const meant = checked_.resolved[id];
    if (meant.of != resolution::kind::article) return;
    std::string_view const word = it.what == model::verdict::violated ? "is violated" : "is breached";
    for (provision_index const version : checked_.articles[meant.index].versions) {
      add({node::kind::provision, version}, negated(how, word), where);
    }
  }

  program const& checked_;
  node from_;
  std::vector<dependency> found_;
};

}  // namespace

std::vector<dependency> dependencies(program const& checked) { return collector(checked).run(); }

}  // namespace casus::check
