// Conditions and terms as they are written: names unresolved, types unknown. Both are expressions, since only the
// checker can tell `a.procedural` the condition from `a.date` the term. Children are ids into the rule set's arena,
// and a child's id is always smaller than its parent's.
#pragma once
#include "engine/model/ids.hpp"
#include "engine/source/date.hpp"
#include "engine/source/span.hpp"
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace casus::model {

// A word of the rules and where it stands.
struct name {
  std::string text;
  source::span where;
};

// A type as written: `State`, `Int`, `act assist`, `Text?`.
struct type_name {
  name base;
  bool is_act = false;
  bool is_optional = false;
  source::span where;
};

struct variable {
  name id;
  type_name type;
};

struct boolean_literal {
  bool value = false;
};
struct integer_literal {
  std::int64_t value = 0;
};
struct text_literal {
  std::string value;
};
struct date_literal {
  source::date value;
};
struct duration_literal {
  source::duration value;
};                // 3 years, 6 months and 2 days
struct today {};  // `now`

// A variable, an individual, a value of an enumeration, an interpretation.
struct reference {
  name id;
};
struct field_access {
  expression_id object;
  name field;
};
// A relation (fact or define) applied; a term where the fact has a value.
struct application {
  name callee;
  std::vector<expression_id> arguments;
};

enum class comparison_operator { equal, not_equal, less, less_or_equal, greater, greater_or_equal };
struct comparison {
  comparison_operator op{};
  expression_id left;
  expression_id right;
};

enum class arithmetic_operator { plus, minus };
struct arithmetic {
  arithmetic_operator op{};
  expression_id left;
  expression_id right;
};

enum class connective { conjunction, disjunction };
// `a and b and c`: one node with three operands (two at least).
struct junction {
  connective op{};
  std::vector<expression_id> operands;
};
struct negation {
  expression_id operand;
};

struct in_set {
  expression_id element;
  std::vector<expression_id> members;
};  // x in {a, b}
struct in_kind {
  expression_id element;
  type_name kind;
};  // x in Kind

enum class quantity { some, no, every };
// `body` is what follows `where`, none for `some x: T`; `satisfies` only with `every`.
struct quantifier {
  quantity kind{};
  std::vector<variable> variables;
  std::optional<expression_id> body;
  std::optional<expression_id> satisfies;
};
struct count {
  std::vector<variable> variables;
  std::optional<expression_id> body;
};  // a term of type Int

enum class choice { next, first, last };
// `next x: T after y by KEY where C`, `first x: T by KEY where C`: a term.
struct selection {
  choice kind{};
  variable element;
  std::optional<expression_id> after;  // only with `next`
  expression_id key;
  std::optional<expression_id> body;
};

struct at_date {
  expression_id condition;
  expression_id date;
};  // C at DATE
struct before_date {
  expression_id condition;
  expression_id date;
};  // C before DATE

struct shared_variable {
  name variable;
  expression_id value;
};  // v = x
enum class verdict { violated, breached };
// `ID is violated for v = x, w = y`
struct provision_status {
  name provision;
  verdict what{};
  std::vector<shared_variable> bindings;
};

struct is_given {
  expression_id term;
};  // x.note is given
struct labelled {
  expression_id condition;
  std::string words;
  source::span words_where;
};  // C as "words"

enum class extreme { later, earlier };
struct extreme_date {
  extreme which{};
  expression_id left;
  expression_id right;
};  // the later of D1 and D2

using expression_node =
    std::variant<boolean_literal, integer_literal, text_literal, date_literal, duration_literal, today, reference,
                 field_access, application, comparison, arithmetic, junction, negation, in_set, in_kind, quantifier,
                 count, selection, at_date, before_date, provision_status, is_given, labelled, extreme_date>;

struct expression {
  expression_node node;
  source::span where;
};

}  // namespace casus::model
