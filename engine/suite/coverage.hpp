// What of the rules the scenarios of a suite have shown. A point is a place in the rules that can turn out in more than
// one way; a goal is one of these ways. Both are known by their place in the source, so that rule sets that share files
// share their points, and layout does not matter. The evaluator knows nothing of this: what was reached is read off the
// findings, and by asking the world for the truth of conditions.
#pragma once
#include "engine/check/dependency.hpp"
#include "engine/source/text.hpp"
#include "engine/suite/accounts.hpp"
#include <set>

namespace casus::suite {

enum class goal : std::uint8_t {
  applies,         // of a provision: an instance certainly applies
  does_not_apply,  // its `when` was false of things that it could have spoken of
  in_force,        // a version with a period: it was in force on a day that was asked about
  is_true,         // of a condition
  is_false,
  taken,  // of an exception: it displaced an instance that would have applied
  not_taken,
  met,  // of a requirement
  failed,
  follows,     // of a consequence
  overrides,   // of an overriding clause: it displaced an instance, or lifted a prohibition
  unanswered,  // of a question
  answered,
  decides_true,  // of a condition, for modified condition/decision coverage: it alone decided, being true
  decides_false
};
[[nodiscard]] std::string_view words(goal what);  // "true", "not taken"

enum class point_kind : std::uint8_t {
  provision,
  condition,
  exception,
  requirement,
  consequence,
  overriding,
  question
};
[[nodiscard]] std::string_view words(point_kind kind);  // "provision"

struct point {
  point_kind kind{};
  source::span where;
  std::string owner;  // "CST.4.2", "define member", "question early_termination"
  std::string text;   // the clause in its words; empty of a provision and a question
  std::vector<goal> goals;
};

// All points of a rule set, in the order of their places.
[[nodiscard]] std::vector<point> points_of(check::program const& program, source::files const& files);
// All conditions, each with the goals of modified condition/decision coverage: see deciding.hpp for what these mean.
[[nodiscard]] std::vector<point> conditions_of(check::program const& program, source::files const& files);

enum class coverage : std::uint8_t { not_asked, asked, with_mcdc /* and which conditions alone decided */ };

using reached = std::set<std::pair<source::span, goal>>;
struct reach {
  suite::reached goals;
  bool is_partial = false;  // there was too much to look at: more may have been reached
};
// What one scenario reaches, with all that its expectations ask about.
[[nodiscard]] reach reached_by(accounts& of, source::date otherwise, coverage what);
// Of the conditions of some provisions and questions, and of all that these read: what they show, modified
// condition/decision coverage too, on one day of one account.
[[nodiscard]] reached reached_through(std::set<check::node> const& owners, evaluate::world& world,
                                      evaluate::compiled const& rules, source::date date);

}  // namespace casus::suite
