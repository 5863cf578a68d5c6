// The declarations of a rule file as they are written, in plain values. See docs/reference/language.md for what each
// means; here only what each consists of.
#pragma once
#include "engine/model/expression.hpp"

namespace casus::model {

// What every declaration has: its documentation comment (`##` lines joined by line feeds) and the text it covers.
struct declared {
  std::string documentation;
  source::span where;
};

// An end of an interval: `until D` excludes D, `through D` includes it.
struct ending {
  expression_id date;
  bool inclusive = false;
  source::span where;
};

struct fixed_period {  // `in force from DATE [until DATE]`: literal dates
  std::optional<source::date> from;
  std::optional<source::date> until;  // the first day no longer in force (a `through` is stored as the day after)
  bool written_through = false;       // whether the source says `through`
  source::span where;
};

struct use_file : declared {
  std::string path;
  source::span path_where;
};

struct instrument : declared {
  name id;
  std::string title;
  std::optional<source::date> signed_on;
  std::vector<fixed_period> in_force;
};

struct field : declared {
  name id;
  type_name type;
  std::optional<expression_id> default_value;
};

struct entity_kind : declared {
  name id;
  std::optional<name> parent;
  bool closed = false;
  std::vector<field> fields;
};

struct individual : declared {
  name id;
  name kind;
  std::string title;  // its English name; empty: the id is the name
  std::vector<std::pair<name, expression_id>> fields;
};

struct enumeration : declared {
  name id;
  std::vector<name> values;
};

// An event or, where is_act, an act, whose first field is its actor.
struct event_kind : declared {
  name id;
  std::string reading;  // "{by} attacks {against}"
  source::span reading_where;
  std::vector<field> fields;
  bool is_act = false;
};

struct fact : declared {
  name id;
  std::vector<variable> parameters;
  std::optional<type_name> value;
  std::string reading;
  source::span reading_where;
  bool open = false;  // `unstated is unknown`
};

struct define : declared {
  name id;
  std::vector<variable> parameters;
  std::string reading;
  source::span reading_where;
  expression_id body;
};

struct establishment {  // then name(args) [from DATE] [until DATE]
  name relation;
  std::vector<expression_id> arguments;
  std::optional<expression_id> from;
  std::optional<ending> until;
};

enum class modality { must, must_not, may };
struct norm {  // a duty, a prohibition, a permission
  expression_id actor;
  bool together = false;
  modality mode{};
  name act;
  std::vector<expression_id> arguments;
  std::optional<expression_id> from;
  std::optional<expression_id> by;      // the last day in time
  std::optional<expression_id> within;  // a duration, counted from `from`
  std::optional<ending> until;
};

enum class branch { then, otherwise };
struct consequence {
  branch on{};
  std::variant<establishment, norm> effect;
  source::span where;
};

struct overriding {  // overrides B for the same v, w [from DATE] [until DATE]; overrides all of B …
  name target;
  bool all = false;
  std::vector<name> shared;
  std::optional<expression_id> from;
  std::optional<ending> until;
  source::span where;
};

struct clause {  // an exception or a requirement; its label is the outermost `as` of the condition
  expression_id condition;
  source::span where;
};

struct provision : declared {
  name id;  // CST.4.2
  std::string title;
  std::optional<fixed_period> in_force;
  std::vector<variable> variables;
  std::optional<expression_id> judged_at;
  std::optional<expression_id> when;
  std::vector<clause> exceptions;
  std::vector<clause> requirements;
  std::vector<consequence> consequences;
  std::vector<overriding> overrides;
};

struct interpretation : declared {
  name id;
  std::string question;
  std::vector<name> values;
  std::optional<name> default_value;
};

struct answer {
  name provision;
  std::vector<name> shared;
};

struct question : declared {
  name id;
  std::string text;
  std::vector<variable> variables;
  std::optional<expression_id> arises;
  std::vector<answer> answers;
};

using declaration = std::variant<use_file, instrument, entity_kind, individual, enumeration, event_kind, fact, define,
                                 provision, interpretation, question>;

}  // namespace casus::model
