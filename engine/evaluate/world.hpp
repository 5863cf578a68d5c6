// Evaluation of one account of the facts. A world remembers what it has worked out, for every date that was asked
// about: asking for a second date or a single instance costs only what is new. It refers to the compiled rules and
// the facts, which must outlive it and stay as they are. The meaning is that of docs/reference/language.md.
#pragma once
#include "engine/evaluate/findings.hpp"
#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace casus::evaluate {

// Bounds on what one evaluation may take; exceeding one throws `failure`, which names it.
struct limits {
  std::uint64_t instances = 10'000'000;           // of one provision
  std::uint64_t steps = 10'000'000'000;           // elementary steps
  std::uint32_t depth = 1'000;                    // defines that call one another
  std::uint64_t bytes = std::uint64_t{2} << 30U;  // that are remembered and found, about
};

struct options {
  facts::law_dates law;
  std::optional<source::date> known_by;
  facts::readings readings;  // complete or not: what is missing has its default
  evaluate::limits limits;
};

// The evaluation cannot go on: a bound was reached, or recursion through `before` that does not go back in time.
struct failure {
  source::diagnostic why;
};

// Rules compiled to join plans, once for all scenarios.
class compiled {
 public:
  explicit compiled(check::program const& program);
  compiled(compiled&&) noexcept;
  compiled& operator=(compiled&&) noexcept;
  ~compiled();
  [[nodiscard]] check::program const& program() const;

  struct implementation;
  [[nodiscard]] implementation const& inside() const { return *inside_; }

 private:
  std::unique_ptr<implementation> inside_;
};

struct tuple {
  std::vector<facts::value> arguments;
  facts::truth truth = facts::truth::no;
};

class world {
 public:
  world(compiled const& rules, facts::base const& facts, options const& how);
  world(world&&) noexcept;
  world& operator=(world&&) noexcept;
  ~world();

  [[nodiscard]] check::program const& program() const;
  [[nodiscard]] facts::base const& facts() const;
  [[nodiscard]] options const& how() const;

  // Everything, on a date.
  [[nodiscard]] findings at(source::date date);

  // Parts of that: a question; what it warns of. For a provision see `account_of`.
  [[nodiscard]] question_findings question_at(check::question_index question, source::date date);
  [[nodiscard]] std::vector<source::diagnostic> warnings_at(source::date date);

  // One instance, whether or not `at` lists it (those that do not apply at all are not listed).
  [[nodiscard]] instance instance_of(check::provision_index provision, binding const& values, source::date date);
  [[nodiscard]] question_instance question_of(check::question_index question, binding const& values, source::date date);

  // The tuples of a relation that possibly hold on a date, or of which a value is known, in no particular order.
  [[nodiscard]] std::vector<tuple> tuples(check::relation_index relation, source::date date);
  [[nodiscard]] facts::truth holds(check::relation_index relation, std::span<facts::value const> arguments,
                                   source::date date);

  // An expression of a provision, a define or a question under a binding of all its slots that are in use, read as
  // the evaluation of that instance reads it (day of judgment, visible events). For explanations.
  struct place {
    source::date date;
    std::vector<std::uint32_t> visible = {};  // events that count as visible besides those that are
    bool is_unknown = false;                  // the date is not known
  };
  [[nodiscard]] facts::truth truth_of(model::expression_id condition, binding& slots, place const& where);
  [[nodiscard]] facts::value value_of(model::expression_id term, binding& slots, place const& where);
  [[nodiscard]] facts::truth holds(check::relation_index relation, std::span<facts::value const> arguments,
                                   place const& where);
  [[nodiscard]] facts::truth visible(std::uint32_t event, place const& where);
  // Where an instance is judged: its day of judgment with its events, or the date itself; none where that day is
  // absent.
  [[nodiscard]] std::optional<place> place_of(check::provision_index provision, binding const& values,
                                              source::date date);
  // Whether its text speaks there: its instrument's periods and its own, or the law that is asked for.
  [[nodiscard]] facts::truth in_force(check::provision_index provision, place const& where);
  // The values that a variable of the type ranges over on a date, in a fixed order.
  [[nodiscard]] std::vector<facts::value> range_of(check::type const& type, place const& where);

  // What other rules read of a provision there: the instances that possibly apply and whose variables possibly have the
  // values given, each with what is known of it as another rule would take it.
  struct given {
    std::uint32_t slot = 0;
    facts::value value;
  };
  struct read_instance {
    evaluate::binding binding;
    facts::truth applies = facts::truth::no;
    facts::truth outcome = facts::truth::yes;
  };
  [[nodiscard]] std::vector<read_instance> instances_of(check::provision_index provision,
                                                        std::vector<given> const& values, place const& where);
  // Remembered: it stays where it is as long as this world does and the facts stay as they are.
  [[nodiscard]] provision_account const& account_of(check::provision_index provision, place const& where);

  struct implementation;
  [[nodiscard]] implementation& inside() { return *inside_; }

 private:
  std::unique_ptr<implementation> inside_;
};

}  // namespace casus::evaluate
