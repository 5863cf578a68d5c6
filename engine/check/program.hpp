// A checked rule set: what is declared, by dense index, and what each expression means. A program is only built from a
// rule set without errors, so whoever runs it may rely on every name being resolved and every type fitting.
// The model's arena is never changed: what is known of an expression stands in side tables.
#pragma once
#include "engine/check/type.hpp"
#include "engine/model/rule_set.hpp"
#include <optional>
#include <string>
#include <vector>

namespace casus::check {

// Dense indices into the tables of a program.
using kind_index = std::uint32_t;         // entity kinds
using event_kind_index = std::uint32_t;   // events and acts
using enumeration_index = std::uint32_t;  // enumerations; each interpretation's values are one too
using individual_index = std::uint32_t;
using relation_index = std::uint32_t;   // facts and defines
using provision_index = std::uint32_t;  // one for each version
using article_index = std::uint32_t;    // one for each provision id: the versions together
using interpretation_index = std::uint32_t;
using instrument_index = std::uint32_t;
using question_index = std::uint32_t;
using variable_index = std::uint32_t;

struct field {
  std::string name;
  check::type type;
  std::optional<model::expression_id> default_value;
  source::span where;
  std::string documentation;
};

struct entity_kind {
  std::string name;
  std::optional<kind_index> parent;
  bool closed = false;             // as declared, or because an ancestor is closed
  std::vector<field> fields;       // those of the ancestors first
  std::vector<kind_index> family;  // this kind and every kind below it
  std::uint32_t declaration = 0;   // index into rules.declarations
};

// Every event also has `date`, `effective` and `known`, which are not among its declared fields.
struct event_kind {
  std::string name;
  std::string reading;
  std::vector<field> fields;  // declared fields only; field 0 of an act is its actor
  bool is_act = false;
  std::uint32_t declaration = 0;
};

struct enumeration {
  std::string name;
  std::vector<std::string> values;
  std::optional<interpretation_index> interpretation;  // where it is the values of an interpretation
  std::uint32_t declaration = 0;
};

struct individual {
  std::string id;
  std::string title;
  kind_index kind = 0;
  std::vector<std::optional<model::expression_id>> fields;  // by field of the kind
  std::uint32_t declaration = 0;
};

// A variable of a clause. Slots are unique within its owner (a provision, one define, a question).
struct variable {
  std::string name;
  check::type type;
  std::uint32_t slot = 0;
  source::span where;
};

// The set of slots that a provision, a define or a question needs, and what stands in each.
struct scope {
  std::vector<variable_index> variables;  // all, by slot
  std::uint32_t parameters = 0;           // the first so many are parameters or `for each` variables
};

struct definition {  // one `define`
  model::expression_id body;
  check::scope scope;
  std::uint32_t declaration = 0;
};

struct relation {
  std::string name;
  std::string reading;
  std::vector<std::string> parameter_names;
  std::vector<type> parameters;
  std::optional<type> value;            // a fact with a value
  bool is_fact = false;                 // may be stated in scenarios and established by provisions
  bool open = false;                    // unstated is unknown
  std::vector<definition> definitions;  // of a define
  // The consequences that establish this fact: provision, index into its consequences.
  std::vector<std::pair<provision_index, std::uint32_t>> established_by;
  std::uint32_t declaration = 0;  // of a define: its first
};

struct instrument {
  std::string id;
  std::string title;
  std::vector<model::fixed_period> in_force;  // empty: always
  std::uint32_t declaration = 0;
};

struct shared_pair {  // a variable of the one and the variable of the other that must be equal, as slots
  std::uint32_t own = 0;
  std::uint32_t other = 0;
};

struct overriding {
  article_index target = 0;
  bool all = false;
  // For each version of the target (in the order of the article's versions): the shared slots.
  std::vector<std::vector<shared_pair>> shared;
  std::uint32_t clause = 0;  // index into the model provision's overrides
};

struct provision {
  std::string id;
  std::string title;
  article_index article = 0;
  std::optional<instrument_index> instrument;
  std::uint32_t declaration = 0;
  check::scope scope;
  std::vector<overriding> overrides;
  // Relation of an establishment, or event kind of a norm, for each consequence of the model.
  std::vector<std::uint32_t> consequence_targets;
};

struct article {  // a provision id with its versions in order of time
  std::string id;
  std::vector<provision_index> versions;
};

struct interpretation {
  std::string id;
  std::string question;
  enumeration_index values = 0;
  std::uint32_t default_value = 0;
  std::uint32_t declaration = 0;
};

struct answer {
  article_index article = 0;
  std::vector<std::vector<shared_pair>> shared;  // for each version of the article
};

struct question {
  std::string id;
  std::string text;
  check::scope scope;
  std::vector<answer> answers;
  std::uint32_t declaration = 0;
};

// What a name in an expression stands for. Of a `reference`: variable, individual, enumerator or interpretation; of an
// `application`: relation; of a `field_access`: entity_field or event_field; of a `provision_status`: article.
struct resolution {
  enum class kind : std::uint8_t {
    none,
    variable,
    individual,
    enumerator,
    interpretation,
    relation,
    entity_field,
    event_date,
    event_effective,
    event_known,
    event_declared_field,
    article
  };
  kind of = kind::none;
  std::uint32_t index = 0;  // variable: slot; enumerator: value within its type; fields: index of the field
};

struct program {
  model::rule_set rules;
  std::vector<entity_kind> kinds;
  std::vector<event_kind> event_kinds;
  std::vector<enumeration> enumerations;
  std::vector<individual> individuals;
  std::vector<relation> relations;
  std::vector<instrument> instruments;
  std::vector<provision> provisions;  // in the order of instruments declared and articles, then of time
  std::vector<article> articles;
  std::vector<interpretation> interpretations;
  std::vector<question> questions;
  std::vector<variable> variables;

  model::side_table<model::expression_id, type> types;
  model::side_table<model::expression_id, resolution> resolved;
  // For quantifiers, counts and selections: the slots of their variables, and for an in_kind its kind in [0].
  model::side_table<model::expression_id, std::vector<std::uint32_t>> bound;
  // For a provision_status: per version of its article, the slot of each binding's variable.
  model::side_table<model::expression_id, std::vector<std::vector<std::uint32_t>>> status_slots;

  [[nodiscard]] model::provision const& text_of(provision const& version) const {
    return std::get<model::provision>(rules.declarations[version.declaration]);
  }
  [[nodiscard]] model::question const& text_of(question const& of) const {
    return std::get<model::question>(rules.declarations[of.declaration]);
  }
};

}  // namespace casus::check
