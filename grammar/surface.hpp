// The parse tree, private to this folder: what stands where, as spans of the text. Words and literals are spans only;
// `lower` reads them. Every node knows its range; `x3::variant` never leaves here.
#pragma once
#include <boost/optional.hpp>
#include <boost/spirit/home/x3/support/ast/variant.hpp>
#include <cstdint>
#include <vector>

namespace casus::grammar::surface {

namespace x3 = boost::spirit::x3;

struct node {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct mark : node {};     // an optional word that is there
struct name : node {};     // a word that names something
struct literal : node {};  // a number, a length of time, a date, a quoted text, true, false, now

struct chain;
struct condition;
struct negation;
struct call;
struct set;
struct type;
struct status;
struct quantifier;
struct count;
struct selection;
struct extreme;

struct operand : x3::variant<literal, name, x3::forward_ast<chain>, x3::forward_ast<condition>,
                             x3::forward_ast<negation>, x3::forward_ast<call>, x3::forward_ast<set>,
                             x3::forward_ast<type>, x3::forward_ast<status>, x3::forward_ast<quantifier>,
                             x3::forward_ast<count>, x3::forward_ast<selection>, x3::forward_ast<extreme>> {
  using base_type::base_type;
  using base_type::operator=;
};

enum class link {
  conjunction,
  disjunction,
  at,
  before,
  equal,
  not_equal,
  less,
  less_or_equal,
  greater,
  greater_or_equal,
  membership,
  status,
  plus,
  minus,
  field,
  call
};

// Starts with its operator.
struct operation : node {
  link op{};
  operand right;
};

// One level of precedence: the first operand and what is linked to it, which is never nothing.
struct chain : node {
  operand first;
  std::vector<operation> rest;
};

// A whole clause, or what stands in parentheses.
struct condition : node {
  operand body;
  boost::optional<literal> label;
};

struct negation : node {
  operand inner;
};
struct call : node {
  std::vector<operand> arguments;
};
struct set : node {
  std::vector<operand> members;
};
struct type : node {
  boost::optional<mark> act;
  name base;
};
struct binding : node {
  name variable;
  operand value;
};

enum class status_word { given, violated, breached };
struct status : node {
  status_word what{};
  std::vector<binding> bindings;
};

struct variable : node {
  name id;
  surface::type type;
};

enum class quantity { some, no, every };
struct quantifier : node {
  quantity kind{};
  std::vector<variable> variables;
  boost::optional<operand> body;
  boost::optional<operand> satisfies;
};
struct count : node {
  std::vector<variable> variables;
  boost::optional<operand> body;
};

enum class choice { next, first, last };
struct selection : node {
  choice kind{};
  variable element;
  boost::optional<operand> after;
  operand key;
  boost::optional<operand> body;
};

enum class extreme_word { later, earlier };
struct extreme : node {
  extreme_word which{};
  operand left;
  operand right;
};

// Dates and periods -----------------------------------------------------------------------------------------------

enum class tail_word { from, by, within, until, through };
struct period_bound : node {
  tail_word word{};
  literal date;
};
struct period : node {
  std::vector<period_bound> bounds;
};
struct tail : node {
  tail_word word{};
  operand value;
};

// Declarations ----------------------------------------------------------------------------------------------------

struct use_file : node {
  literal path;
};

struct instrument : node {
  name id;
  literal title;
  boost::optional<literal> signed_on;
  std::vector<period> periods;
};

struct field : node {
  name id;
  surface::type type;
  boost::optional<mark> optional_mark;
  boost::optional<operand> default_value;
};

struct entity : node {
  name id;
  boost::optional<name> parent;
  boost::optional<mark> closed;
  std::vector<field> fields;
};

struct individual : node {
  name id;
  name kind;
  boost::optional<literal> title;
  std::vector<binding> fields;
};

struct enumeration : node {
  name id;
  std::vector<name> values;
};

enum class event_word { event, act };
struct event : node {
  event_word word{};
  name id;
  literal reading;
  std::vector<field> fields;
};

struct fact : node {
  name id;
  std::vector<variable> parameters;
  boost::optional<surface::type> value;
  literal reading;
  boost::optional<mark> open;
};

struct define : node {
  name id;
  std::vector<variable> parameters;
  literal reading;
  condition body;
};

struct for_each : node {
  std::vector<variable> variables;
};
struct judged_at : node {
  operand date;
};

enum class condition_word { when, unless, requires_ };
struct condition_clause : node {
  condition_word word{};
  condition body;
};

enum class norm_word { must, may };
struct norm : node {
  boost::optional<mark> together;
  norm_word word{};
  boost::optional<mark> negated;
  name act;
  call arguments;
};

enum class consequence_word { then, otherwise };
struct consequence : node {
  consequence_word word{};
  operand subject;
  boost::optional<surface::norm> norm;
  std::vector<tail> tails;
};

struct overriding : node {
  boost::optional<mark> all;
  name target;
  std::vector<name> shared;
  std::vector<tail> tails;
};

struct provision_clause : x3::variant<period, for_each, judged_at, condition_clause, consequence, overriding> {
  using base_type::base_type;
  using base_type::operator=;
};

struct provision : node {
  name id;
  literal title;
  std::vector<provision_clause> clauses;
};

struct interpretation : node {
  name id;
  literal question;
  std::vector<name> values;
  name default_value;
};

struct answer : node {
  name provision;
  std::vector<name> shared;
};

struct question : node {
  name id;
  literal text;
  std::vector<variable> variables;
  condition arises;
  std::vector<answer> answers;
};

struct declaration : x3::variant<use_file, instrument, entity, individual, enumeration, event, fact, define, provision,
                                 interpretation, question> {
  using base_type::base_type;
  using base_type::operator=;
};

}  // namespace casus::grammar::surface
