#include "writer.hpp"

namespace casus::test {
namespace {

constexpr char const* ids[] = {"P.4.2", "Q.9bis.1", "R", "A.1.a_b"};
constexpr char const* days[] = {"2014-06-15", "1992-02-29", "9999-12-31", "0001-01-01"};
constexpr char const* field_names[] = {"by", "days", "closed", "when", "event", "a_field_of_some_length", "signed"};

void write_names(writer& to) {
  write_name(to);
  for (int i = to.pick(3); i > 0; --i) {
    to.word(",");
    write_name(to);
  }
}

void write_shared(writer& to) {
  to.words("for the same");
  write_names(to);
}

void write_period(writer& to) {
  to.words("in force");
  bool const has_start = to.chance(2);
  if (has_start) {
    to.word("from");
    to.word(to.one_of(days));
  }
  if (has_start && to.chance(2)) return;
  to.word(to.chance(2) ? "until" : "through");
  to.word(to.one_of(days));
}

void write_fields(writer& to) {
  for (int i = to.pick(4); i > 0; --i) {
    to.word(to.one_of(field_names));
    to.word(":");
    write_type(to);
    if (to.chance(3)) to.word("?");
    if (!to.chance(3)) continue;
    to.word("=");
    write_term(to);
  }
}

void write_parameters(writer& to) {
  to.word("(");
  if (!to.chance(4)) write_variables(to);
  to.word(")");
}

void write_tails(writer& to, bool is_duty) {
  if (to.chance(2)) {
    to.word("from");
    write_term(to);
  }
  if (is_duty && to.chance(2)) {
    to.word(to.chance(2) ? "by" : "within");
    write_term(to);
  }
  if (to.chance(3)) {
    to.word(to.chance(2) ? "until" : "through");
    write_term(to);
  }
}

void write_arguments(writer& to) {
  to.word("(");
  write_term(to);
  for (int i = to.pick(3); i > 0; --i) {
    to.word(",");
    write_term(to);
  }
  to.word(")");
}

void write_consequence(writer& to, std::string_view branch) {
  to.word(branch);
  write_name(to);
  int const kind = to.pick(5);
  if (kind == 1) to.word("together");
  if (kind > 0) {
    to.words(kind == 2 ? "must not" : kind == 3 ? "may" : "must");
    write_name(to);
  }
  write_arguments(to);
  write_tails(to, kind == 1 || kind == 4);
}

void write_overriding(writer& to) {
  to.word("overrides");
  bool const all = to.chance(2);
  if (all) to.words("all of");
  to.word(to.one_of(ids));
  if (!all) write_shared(to);
  write_tails(to, false);
}

void write_for_each(writer& to) {
  to.words("for each");
  write_variables(to);
}

void write_conditions(writer& to, std::string_view word, int most) {
  for (int i = to.pick(most + 1); i > 0; --i) {
    to.word(word);
    write_clause_condition(to);
  }
}

void write_provision(writer& to) {
  to.word(to.one_of(ids));
  write_text(to);
  if (to.chance(2)) write_period(to);
  if (to.chance(2)) write_for_each(to);
  if (to.chance(3)) {
    to.words("judged at");
    write_term(to);
  }
  write_conditions(to, "when", 1);
  write_conditions(to, "unless", 2);
  write_conditions(to, "requires", 2);
  for (int i = to.pick(3); i > 0; --i) write_consequence(to, "then");
  if (to.chance(3)) write_consequence(to, "otherwise");
  if (to.chance(3)) write_overriding(to);
}

void write_instrument(writer& to) {
  write_name(to);
  write_text(to);
  if (to.chance(2)) {
    to.word("signed");
    to.word(to.one_of(days));
  }
  for (int i = to.pick(3); i > 0; --i) write_period(to);
}

void write_entity(writer& to) {
  write_name(to);
  if (to.chance(2)) {
    to.word(":");
    write_name(to);
  }
  if (to.chance(3)) to.word("closed");
  write_fields(to);
}

void write_individual(writer& to) {
  write_name(to);
  to.word(":");
  write_name(to);
  if (to.chance(2)) write_text(to);
  if (to.chance(2)) return;
  to.word("{");
  for (int i = to.pick(3); i >= 0; --i) {
    to.word(to.one_of(field_names));
    to.word("=");
    write_term(to);
    if (i > 0) to.word(",");
  }
  to.word("}");
}

void write_event(writer& to) {
  write_name(to);
  write_text(to);
  write_fields(to);
}

void write_fact(writer& to) {
  write_name(to);
  write_parameters(to);
  if (to.chance(3)) {
    to.word(":");
    write_type(to);
  }
  write_text(to);
  if (to.chance(3)) to.words("unstated is unknown");
}

void write_define(writer& to) {
  write_name(to);
  write_parameters(to);
  write_text(to);
  to.word("when");
  write_clause_condition(to);
}

void write_values(writer& to) {
  to.word("{");
  write_names(to);
  to.word("}");
}

void write_question(writer& to) {
  write_name(to);
  write_text(to);
  if (to.chance(2)) write_for_each(to);
  to.words("arises when");
  write_clause_condition(to);
  if (to.chance(2)) return;
  to.words("answered by");
  for (int i = to.pick(3); i >= 0; --i) {
    to.word(to.one_of(ids));
    write_shared(to);
    if (i > 0) to.word(",");
  }
}

}  // namespace

void write_declaration(writer& to) {
  constexpr char const* keywords[] = {"provision",  "define", "fact",       "entity",         "event",    "act",
                                      "individual", "enum",   "instrument", "interpretation", "question", "use"};
  std::string_view const keyword = to.one_of(keywords);
  to.start_declaration();
  to.joined(keyword);
  to.joined(" ");
  if (keyword == "provision") return write_provision(to);
  if (keyword == "define") return write_define(to);
  if (keyword == "fact") return write_fact(to);
  if (keyword == "entity") return write_entity(to);
  if (keyword == "event" || keyword == "act") return write_event(to);
  if (keyword == "individual") return write_individual(to);
  if (keyword == "instrument") return write_instrument(to);
  if (keyword == "question") return write_question(to);
  if (keyword == "use") return write_text(to);
  write_name(to);
  if (keyword == "interpretation") write_text(to);
  write_values(to);
  if (keyword == "enum") return;
  to.word("default");
  write_name(to);
}

}  // namespace casus::test
