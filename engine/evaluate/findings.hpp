// What an evaluation found, for one date and one account: plain values, in the order of the program's provisions.
// Enough to re-derive any one instance (provision, binding, date); proofs are made on demand elsewhere.
#pragma once
#include "engine/check/program.hpp"
#include "engine/evaluate/few_values.hpp"
#include "engine/evaluate/index_range.hpp"
#include "engine/facts/base.hpp"
#include "engine/facts/scenario.hpp"
#include "engine/source/diagnostic.hpp"
#include <optional>
#include <string_view>
#include <vector>

namespace casus::evaluate {

// In the order of strength: the status of a provision is that of its strongest instance.
enum class status : std::uint8_t {
  violated,
  satisfied,
  applies,
  open,
  undetermined,
  displaced,
  does_not_apply,
  not_in_force
};
[[nodiscard]] std::string_view words(status s);  // "does not apply"

enum class norm_state : std::uint8_t {
  not_yet_due,
  outstanding,
  fulfilled,
  breached,
  fulfilled_late,
  ended,
  open,       // of a duty
  respected,  // of a prohibition; also `breached`, `ended`, `open`, `not_yet_due`
  lifted,     // of a prohibition, by a permission of an overriding provision
  permitted   // of a permission; also `ended`, `not_yet_due`, `open`
};
[[nodiscard]] std::string_view words(norm_state s);  // "fulfilled late"

using binding = few_values;  // by slot: the `for each` variables of a provision or question

// Of a provision by an exception of its own, or by a provision that overrides it.
struct displacement {
  std::optional<std::uint32_t> exception;  // index into the provision's exceptions
  std::optional<check::provision_index> overridden_by;
  binding by;  // the overriding instance
};

struct instance {
  instance() {}  // of its own, so that a vector that makes one does not fill it with zeros first
  evaluate::binding binding;
  std::optional<source::date> judged_on;  // the day of judgment; none where judged afresh or unknown
  evaluate::status status{};
  facts::truth applies = facts::truth::no;   // with exceptions and overriding taken into account
  facts::truth outcome = facts::truth::yes;  // all requirements
  std::vector<std::uint32_t> failing;        // indices into the provision's requirements
  std::vector<std::uint32_t> open;           // likewise
  std::vector<displacement> displaced;
  index_range norms;  // in findings::norms, or in its provision's account
};

// A duty, prohibition or permission of one instance.
struct norm {
  norm() {}  // as that of an instance
  check::provision_index provision = 0;
  std::uint32_t instance = 0;     // index into the provision's instances
  std::uint32_t consequence = 0;  // index into the model provision's consequences
  model::modality mode{};
  check::event_kind_index act = 0;
  facts::value actor;
  few_values arguments;                // those written; the act's fields after its actor
  facts::value from = facts::absent;   // a date, unknown, or absent (no beginning)
  facts::value by = facts::absent;     // the last day in time
  facts::value until = facts::absent;  // the first day on which it no longer stands
  norm_state state{};
  facts::truth certain = facts::truth::yes;  // open where it is open whether the norm follows at all
  std::vector<std::uint32_t> acts;           // events that match, in the order of their dates
  std::vector<std::uint32_t> joint_with;     // `together`: the other norms (indices) that it binds jointly with
};

struct conflict {
  std::uint32_t must = 0;  // indices into findings::norms
  std::uint32_t must_not = 0;
};

struct provision_findings {
  check::provision_index provision = 0;
  bool in_force = false;            // its instrument and its own period, on the date of evaluation
  evaluate::status status{};        // of the strongest instance
  std::vector<instance> instances;  // all that could possibly apply, or would but for a displacement
};

// One provision on one date by itself: its instances, and its norms with their states (indices are into this account).
struct provision_account {
  provision_findings found;
  std::vector<norm> norms;
};

enum class question_status : std::uint8_t { unanswered, answered, undetermined, does_not_arise };
[[nodiscard]] std::string_view words(question_status s);

struct question_instance {
  evaluate::binding binding;
  question_status status{};
  std::vector<check::provision_index> answered_by;
};

struct question_findings {
  check::question_index question = 0;
  question_status status{};  // of the strongest instance: unanswered, undetermined, answered, does not arise
  std::vector<question_instance> instances;
};

struct findings {
  source::date date;
  std::vector<provision_findings> provisions;  // by provision index
  std::vector<norm> norms;
  std::vector<conflict> conflicts;
  std::vector<question_findings> questions;  // by question index
  std::vector<source::diagnostic> warnings;  // a fact both stated and established, say
};

}  // namespace casus::evaluate
