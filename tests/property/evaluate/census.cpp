#include "tests/property/evaluate/census.hpp"

#include "engine/source/overloaded.hpp"
#include "tests/property/evaluate/needs.hpp"

#include <algorithm>

namespace casus::oracle {
namespace {

using names = std::set<std::string_view>;

class survey {
 public:
  explicit survey(check::program const& rules) : rules_(rules), graph_(rules) {}

  names run() {
    for (std::uint32_t index = 0; index < rules_.rules.expressions.size(); ++index) expression({index});
    for (check::relation_index index = 0; index < rules_.relations.size(); ++index) relation(index);
    for (check::provision const& each : rules_.provisions) provision(each);
    for (check::article const& each : rules_.articles) add_if(each.versions.size() > 1, "versions");
    for (check::entity_kind const& each : rules_.kinds) add_if(each.closed, "closed kind");
    for (check::instrument const& each : rules_.instruments) add_if(!each.in_force.empty(), "instrument in force");
    add_if(!rules_.questions.empty(), "question");
    return std::move(found_);
  }

 private:
  void add(std::string_view name) { found_.insert(name); }
  void add_if(bool condition, std::string_view name) {
    if (condition) add(name);
  }

  void expression(model::expression_id id) {
    std::visit(source::overloaded{
                   [](model::boolean_literal const&) {},
                   [](model::integer_literal const&) {},
                   [](model::text_literal const&) {},
                   [](model::date_literal const&) {},
                   [](model::duration_literal const&) {},
                   [](model::today const&) {},
                   [&](model::reference const&) {
                     add_if(rules_.resolved[id].of == check::resolution::kind::interpretation, "a point of law");
                   },
                   [](model::field_access const&) {},
                   [&](model::application const&) {
                     add_if(rules_.relations[rules_.resolved[id].index].value.has_value(), "a fact with a value");
                   },
                   [&](model::comparison const& it) {
                     bool const is_equality =
                         it.op == model::comparison_operator::equal || it.op == model::comparison_operator::not_equal;
                     add(is_equality ? "=" : "<");
                   },
                   [&](model::arithmetic const&) { add("date arithmetic"); },
                   [&](model::junction const& it) { add(it.op == model::connective::conjunction ? "and" : "or"); },
                   [&](model::negation const&) { add("not"); },
                   [&](model::in_set const&) { add("in {}"); },
                   [&](model::in_kind const&) { add("in Kind"); },
                   [&](model::quantifier const& it) { quantifier(it); },
                   [&](model::count const&) { add("count"); },
                   [&](model::selection const& it) {
                     add(it.kind == model::choice::next ? "next" : it.kind == model::choice::first ? "first" : "last");
                   },
                   [&](model::at_date const&) { add("at"); },
                   [&](model::before_date const& it) {
                     add("before");
                     add_if(graph_.leads_back(it.condition), "recursion through before");
                   },
                   [&](model::provision_status const& it) {
                     add(it.what == model::verdict::violated ? "is violated" : "is breached");
                   },
                   [&](model::is_given const&) { add("is given"); },
                   [](model::labelled const&) {},
                   [&](model::extreme_date const&) { add("the later of"); },
               },
               rules_.rules[id].node);
  }

  void quantifier(model::quantifier const& of) {
    switch (of.kind) {
      case model::quantity::some: add("some"); break;
      case model::quantity::no: add("no"); break;
      case model::quantity::every: add(of.body ? "every" : "every without where"); break;
    }
  }

  void relation(check::relation_index index) {
    check::relation const& meant = rules_.relations[index];
    add_if(meant.open, "open fact");
    add_if(meant.definitions.size() > 1, "several defines");
    if (graph_.is_recursive(graph_.node_of_relation(index))) add(meant.is_fact ? "recursive fact" : "recursive define");
  }

  void provision(check::provision const& of) {
    model::provision const& text = rules_.text_of(of);
    add(text.judged_at ? "judged at" : "judged afresh");
    add_if(!text.exceptions.empty(), "unless");
    add_if(!text.requirements.empty(), "requires");
    for (model::consequence const& each : text.consequences) consequence(each);
    for (model::overriding const& each : text.overrides) {
      add(each.all ? "overrides all" : "overrides");
      add_if(each.from || each.until, "overrides from or until");
    }
  }

  void consequence(model::consequence const& of) {
    add_if(of.on == model::branch::otherwise, "otherwise");
    auto const ends = [&](auto const& effect) {
      add_if(effect.from.has_value(), "from");
      if (effect.until) add(effect.until->inclusive ? "through" : "until");
    };
    std::visit(source::overloaded{
                   [&](model::establishment const& it) { add("establishes"), ends(it); },
                   [&](model::norm const& it) {
                     ends(it);
                     add_if(it.by.has_value(), "by");
                     add_if(it.within.has_value(), "within");
                     add_if(it.together, "together");
                     add(it.mode == model::modality::must       ? "must"
                         : it.mode == model::modality::must_not ? "must not"
                                                                : "may");
                   },
               },
               of.effect);
  }

  check::program const& rules_;
  needs graph_;
  names found_;
};

bool is_unknown(std::optional<facts::value> const& end) { return end && !end->is_known(); }

}  // namespace

names constructs_of(check::program const& rules) { return survey(rules).run(); }

names constructs_of(facts::base const& facts, evaluate::options const& how) {
  names found;
  auto const add_if = [&](bool condition, std::string_view name) {
    if (condition) found.insert(name);
  };
  auto const holds = [&](facts::truth truth) {
    add_if(truth == facts::truth::open, "holds: unknown");
    add_if(truth == facts::truth::no, "holds: false");
  };
  for (facts::event const& each : facts.events) {
    bool const all_known =
        std::all_of(each.fields.begin(), each.fields.end(), [](facts::value const& field) { return field.is_known(); });
    add_if(!all_known, "unknown field");
    add_if(!each.date.is_known(), "unknown date");
    add_if(each.effective != each.date, "effective");
    add_if(each.known.has_value(), "known");
    holds(each.holds);
  }
  for (facts::statement const& each : facts.statements) {
    add_if(is_unknown(each.from) || is_unknown(each.until), "unknown interval");
    add_if(each.known.has_value(), "known");
    holds(each.holds);
  }
  add_if(how.known_by.has_value(), "known_by");
  add_if(how.law.everywhere || !how.law.of_article.empty(), "law");
  for (auto const& [point, reading] : how.readings) found.insert(reading ? "reading" : "unknown reading");
  return found;
}

}  // namespace casus::oracle
