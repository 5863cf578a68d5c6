#include "writer.hpp"

namespace casus::test {
namespace {

constexpr char const* names[] = {"a", "b", "state", "each", "of", "a_name_of_considerable_length", "days", "all"};
constexpr char const* fields[] = {"by", "date", "from", "when", "and", "a_field_of_some_length", "in", "count"};
constexpr char const* texts[] = {"\"\"", "\"text\"", "\"with \\\" and \\\\ and # in it\"", "\"Ереван\"",
                                 "\"a text that is long enough to fill most of a line when it stands at its end\""};
constexpr char const* values[] = {"1",   "true",   "2014-06-15", "3 years", "-7",
                                  "now", "2 days", "false",      "1 week",  "9223372036854775807"};
constexpr char const* comparisons[] = {"=", "!=", "<", "<=", ">", ">="};

void write_list(writer& to, void (*write)(writer&)) {
  write(to);
  for (int i = to.pick(3); i > 0; --i) {
    to.word(",");
    write(to);
  }
}

void write_where(writer& to, place where) {
  if (to.chance(3)) return;
  to.word("where");
  write_condition(to, where);
}

void write_selection(writer& to) {
  bool const is_next = to.chance(2);
  to.word(is_next ? "next" : to.chance(2) ? "first" : "last");
  write_name(to);
  to.word(":");
  write_type(to);
  if (is_next) {
    to.word("after");
    write_term(to);
  }
  to.word("by");
  write_term(to);
  write_where(to, place::last);
}

void write_path(writer& to) {
  write_name(to);
  for (int i = to.pick(3); i > 0; --i) {
    to.word(".");
    to.word(to.one_of(fields));
  }
}

void write_application(writer& to) {
  write_name(to);
  to.word("(");
  if (!to.chance(4)) write_list(to, write_term);
  to.word(")");
}

void write_nested_term(writer& to) {
  switch (to.pick(5)) {
    case 0: return write_application(to);
    case 1:
      to.word("(");
      write_term(to);
      return to.word(")");
    case 2:
      to.words("the later of");
      write_term(to);
      to.word("and");
      return write_term(to);
    case 3:
      to.words("count (");
      write_variables(to);
      write_where(to, place::last);
      return to.word(")");
    default:
      to.word("(");
      write_selection(to);
      to.word(")");
      if (to.chance(2)) to.words(". date");
  }
}

void write_relation(writer& to) {
  switch (to.pick(8)) {
    case 0: return write_path(to);
    case 1: return write_application(to);
    case 2:
      write_term(to);
      to.word("in");
      to.word("{");
      write_list(to, write_term);
      return to.word("}");
    case 3:
      write_term(to);
      to.word("in");
      return write_type(to);
    case 4: write_path(to); return to.words("is given");
    case 5:
      to.words(to.chance(2) ? "P.4.2 is violated" : "Q.9bis is breached");
      if (to.chance(2)) return;
      to.words("for v =");
      return write_term(to);
    default:
      write_term(to);
      to.word(to.one_of(comparisons));
      return write_term(to);
  }
}

void write_quantifier(writer& to, place where) {
  int const kind = to.pick(3);
  to.word(kind == 0 ? "some" : kind == 1 ? "no" : "every");
  write_variables(to);
  write_where(to, kind == 2 ? place::inner : where);
  if (kind != 2) return;
  to.word("satisfies");
  write_condition(to, where);
}

// What runs on to the end of its clause stands last or in parentheses.
void write_running(writer& to, place where) {
  if (where == place::inner) to.word("(");
  if (to.chance(3)) {
    write_path(to);
    to.word("=");
    write_selection(to);
  } else {
    write_quantifier(to, place::last);
  }
  if (where == place::inner) to.word(")");
}

void write_conjunct(writer& to, place where) {
  bool const may_nest = to.enter();
  int const kind = may_nest ? to.pick(8) : 0;
  if (kind == 5) to.word("not");
  if (kind == 6) {
    write_running(to, where);
  } else if (kind == 7) {
    to.word("(");
    write_clause_condition(to);
    to.word(")");
  } else {
    write_relation(to);
    if (to.chance(5)) {
      to.word(to.chance(2) ? "at" : "before");
      write_term(to);
    }
  }
  to.leave();
}

}  // namespace

void write_name(writer& to) { to.word(to.one_of(names)); }

void write_type(writer& to) {
  if (to.chance(5)) to.word("act");
  to.word(to.one_of({"State", "Int", "KindWithALongName"}));
}

void write_variables(writer& to) {
  write_list(to, [](writer& one) {
    write_name(one);
    one.word(":");
    write_type(one);
  });
}

void write_text(writer& to) { to.word(to.one_of(texts)); }

void write_term(writer& to) {
  bool const may_nest = to.enter();
  switch (may_nest ? to.pick(8) : to.pick(2)) {
    case 0:
    case 2: write_path(to); break;
    case 1: to.words(to.one_of(values)); break;
    case 3: write_text(to); break;
    case 4:
    case 5: write_nested_term(to); break;
    default:
      write_path(to);
      to.word(to.chance(2) ? "+" : "-");
      write_term(to);
  }
  to.leave();
}

void write_condition(writer& to, place where) {
  std::string_view const connective = to.chance(2) ? "or" : "and";
  int const more = to.pick(4);
  write_conjunct(to, more == 0 ? where : place::inner);
  for (int i = more; i > 0; --i) {
    to.word(connective);
    write_conjunct(to, i == 1 ? where : place::inner);
  }
}

void write_clause_condition(writer& to) {
  write_condition(to, place::last);
  if (!to.chance(4)) return;
  to.word("as");
  write_text(to);
}

}  // namespace casus::test
