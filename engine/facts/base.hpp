// The facts of a scenario as one account tells them: entities, events and statements, bound to a program's
// declarations. Plain values, each with the place in the input that says so; what the evaluator takes.
#pragma once
#include "engine/check/program.hpp"
#include "engine/facts/value.hpp"
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace casus::facts {

// Interned texts. Equal texts have equal indices; order is by code point, by looking both up.
class texts {
 public:
  std::uint32_t intern(std::string_view text);
  [[nodiscard]] std::string const& operator[](std::uint32_t index) const { return texts_[index]; }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::uint32_t> index_;
};

// Why a value is unknown, or that it is stated.
enum class origin : std::uint8_t { stated, by_default, left_out, stated_unknown, left_open_by_account };

struct entity {
  std::string id;
  std::string title;  // how reports call it; the id where none is given
  check::kind_index kind = 0;
  std::vector<value> fields;  // by field of the kind
  source::span where;
};

struct event {
  std::string id;  // empty: anonymous
  check::event_kind_index kind = 0;
  std::vector<value> fields;          // by declared field
  std::vector<origin> origins;        // likewise
  std::vector<source::span> places;   // likewise; where nothing is stated, the event's own place
  value date;                         // a date or unknown
  value effective;                    // likewise; equals date unless stated
  std::optional<source::date> known;  // none: from its date on (or always, where that is unknown)
  truth holds = truth::yes;
  source::span where;
};

// A statement about one tuple of a fact, over an interval: `from` included, `until` excluded.
struct statement {
  check::relation_index relation = 0;
  std::vector<value> arguments;  // known values, one for each parameter
  value held;                    // the value of a fact with a value (may be unknown), else unused
  truth holds = truth::yes;
  std::optional<value> from;          // none: since ever; a date or unknown
  std::optional<value> until;         // none: for ever; a date or unknown; the first day on which it no longer holds
  std::optional<source::date> known;  // none: always
  source::span where;
};

struct base {
  facts::texts texts;
  // The program's individuals come first, with the same indices.
  std::vector<entity> entities;
  std::vector<event> events;
  std::vector<statement> statements;
};

}  // namespace casus::facts
