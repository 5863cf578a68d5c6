// Rule sets built by hand: their children, appending, labels, dump and print.
#include "engine/model/rule_set.hpp"

#include "engine/model/print.hpp"

#include <doctest/doctest.h>

namespace {

using namespace casus::model;
using casus::source::date;
using casus::source::duration;
using casus::source::parse_date;
using casus::source::span;

name named(char const* text) { return {text, span{}}; }

type_name typed(char const* text) { return {named(text), false, false, span{}}; }

// Adds expressions without places.
struct builder {
  rule_set rules;
  expression_id add(expression_node node) { return rules.add(std::move(node), span{}); }
  expression_id word(char const* text) { return add(reference{named(text)}); }
};

std::string indices(std::vector<expression_id> const& ids) {
  std::string text;
  for (expression_id const id : ids) text += std::to_string(id.index) + ' ';
  return text;
}

rule_set with_define(char const* id, char const* condition) {
  builder to;
  define built;
  built.id = named(id);
  built.reading = "reading";
  built.body = to.add(negation{to.word(condition)});
  to.rules.declarations.emplace_back(built);
  return to.rules;
}

}  // namespace

TEST_CASE("children stand in the order written") {
  builder to;
  for (char const* each : {"a", "b", "c", "d"}) to.word(each);
  expression_id const a{0}, b{1}, c{2}, d{3};
  auto const children_of = [&](expression_node node) { return indices(children(to.rules[to.add(std::move(node))])); };
  CHECK(children_of(today{}) == "");
  CHECK(children_of(application{named("p"), {b, a}}) == "1 0 ");
  CHECK(children_of(comparison{comparison_operator::less, c, a}) == "2 0 ");
  CHECK(children_of(junction{connective::disjunction, {a, b, c}}) == "0 1 2 ");
  CHECK(children_of(in_set{d, {a, b}}) == "3 0 1 ");
  CHECK(children_of(quantifier{quantity::every, {}, a, b}) == "0 1 ");
  CHECK(children_of(quantifier{quantity::some, {}, std::nullopt, std::nullopt}) == "");
  CHECK(children_of(selection{choice::next, {}, b, c, d}) == "1 2 3 ");
  CHECK(children_of(provision_status{named("P.1"), verdict::violated, {{named("v"), a}, {named("w"), b}}}) == "0 1 ");
  CHECK(children_of(extreme_date{extreme::later, d, c}) == "3 2 ");
}

TEST_CASE("appending shifts what the declarations and the expressions refer to") {
  rule_set base = with_define("one", "x");
  append(base, with_define("two", "y"));
  append(base, rule_set{});
  CHECK(dump(base) == "define one() \"reading\"\n  when (not x)\ndefine two() \"reading\"\n  when (not y)\n");
  CHECK(base.expressions.size() == 4);
}

TEST_CASE("appending reaches every place of a declaration that holds an expression") {
  builder to;
  provision built;
  built.id = named("P.1");
  built.judged_at = to.word("a");
  built.when = to.word("b");
  built.exceptions.push_back({to.word("c"), span{}});
  built.requirements.push_back({to.word("d"), span{}});
  establishment holds{named("p"), {to.word("e")}, to.word("f"), ending{to.word("g"), true, span{}}};
  norm duty{to.word("h"), true,           modality::must,
            named("act"), {to.word("i")}, to.word("j"),
            to.word("k"), to.word("l"),   ending{to.word("m"), false, span{}}};
  built.consequences.push_back({branch::then, holds, span{}});
  built.consequences.push_back({branch::otherwise, duty, span{}});
  built.overrides.push_back({named("Q.1"), true, {}, to.word("n"), ending{to.word("o"), false, span{}}, span{}});
  to.rules.declarations.emplace_back(built);
  event_kind event;
  event.id = named("E");
  event.fields.push_back({{}, named("f"), typed("Int"), to.word("p")});
  to.rules.declarations.emplace_back(event);
  individual one;
  one.id = named("i");
  one.kind = named("K");
  one.fields.emplace_back(named("f"), to.word("q"));
  to.rules.declarations.emplace_back(one);
  question asked;
  asked.id = named("q");
  asked.arises = to.word("r");
  to.rules.declarations.emplace_back(asked);

  std::string const alone = dump(to.rules);
  rule_set base = with_define("one", "x");
  std::string const before = dump(base);
  append(base, to.rules);
  CHECK(dump(base) == before + alone);
  CHECK(alone == R"(provision P.1 ""
  judged at a
  when b
  unless c
  requires d
  then p(e) from f through g
  otherwise h together must act(i) by k within l from j until m
  overrides all of Q.1 from n until o
event E ""
  f: Int = p
individual i: K ""
  f = q
question q ""
  arises when r
)");
}

TEST_CASE("labels are taken off, and the outermost tells the words") {
  builder to;
  expression_id const condition = to.word("a");
  expression_id const inner = to.add(labelled{condition, "inner", span{}});
  expression_id const outer = to.add(labelled{inner, "outer", span{}});
  CHECK(without_labels(to.rules, outer) == condition);
  CHECK(without_labels(to.rules, condition) == condition);
  CHECK(label_of(to.rules, outer) == "outer");
  CHECK(label_of(to.rules, inner) == "inner");
  CHECK(label_of(to.rules, condition) == "");
  CHECK(print(to.rules, outer) == "(a as \"inner\") as \"outer\"");
}

TEST_CASE("lengths of time that no text can write in one are printed as a sum") {
  builder to;
  expression_id const both = to.add(duration_literal{duration{14, 3}});
  CHECK(print(to.rules, both) == "14 months + 3 days");
  expression_id const day = to.add(date_literal{*parse_date("2014-06-15")});
  CHECK(print(to.rules, to.add(arithmetic{arithmetic_operator::minus, day, both})) ==
        "2014-06-15 - (14 months + 3 days)");
  CHECK(print(duration{12, 0}) == "1 year");
  CHECK(print(duration{0, 0}) == "0 days");
}
