// One small mistake in the rules, as somebody might make it: a date a day off, a condition left out, `until` for
// `through`. A suite that does not notice it does not hold the rule to what it says. (DeMillo, Lipton and Sayward,
// "Hints on test data selection", 1978.) Here is what the mistakes are; running them is the matter of mutation_run.hpp.
#pragma once
#include "engine/check/program.hpp"
#include "engine/source/text.hpp"
#include <functional>

namespace casus::suite {

enum class mutation : std::uint8_t {
  condition_dropped,
  condition_negated,
  connective_swapped,
  quantifier_swapped,
  choice_swapped,  // first and last, later and earlier
  comparison_shifted,
  comparison_reversed,
  date_changed,
  duration_changed,
  ending_exchanged,  // until and through
  actor_swapped,     // with the beneficiary
  modality_exchanged,
  exception_removed,
  requirement_removed,
  override_removed
};
[[nodiscard]] std::string_view words(mutation what);  // "condition dropped"
inline constexpr mutation last_mutation = mutation::override_removed;

struct text_edit {
  source::span where;
  std::string by;
};

struct mutant {
  mutation what{};
  std::uint32_t declaration = 0;  // index into the rules' declarations
  source::span where;             // what is mutated
  // What stands in the place of which expressions; what is new is numbered from the end of the rules' own on.
  std::vector<std::pair<model::expression_id, model::expression_node>> nodes;
  std::vector<model::expression> added;
  std::optional<model::declaration> changed = std::nullopt;  // where something other than an expression differs
  std::optional<model::expression_id> root = std::nullopt;   // the whole expression of the rule in which that happens
  // How the change may be written, with the least of the text touched. The layout of the source may be such (comments,
  // parentheses) that this does not mean what the mutant does; see `written`.
  std::vector<text_edit> text;
};

// Those of one declaration, in the order of their places: provisions, defines, questions and instruments have some.
[[nodiscard]] std::vector<mutant> mutants_of(check::program const& program, source::files const& files,
                                             std::uint32_t declaration);

// Makes the mutated declaration of each mutant, one after the other.
class mutant_maker {
 public:
  explicit mutant_maker(model::rule_set rules) : rules_(std::move(rules)) {}
  // By itself: a rule set of one declaration.
  [[nodiscard]] model::rule_set made(mutant const& of);
  // The whole expression or clause in which the change is, printed anew.
  [[nodiscard]] std::vector<text_edit> written(mutant const& of);
  // The rules with its expressions in place, numbered as they were.
  void look(mutant const& of, std::function<void(model::rule_set const&)> const& at);

 private:
  class in_place;
  model::rule_set rules_;  // as they are, between two mutants
};

// "CST.4.2", "define member", "question early_termination", "instrument CST".
[[nodiscard]] std::string owner_of(model::declaration const& of);

}  // namespace casus::suite
