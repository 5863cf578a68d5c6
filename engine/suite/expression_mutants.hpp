// The mutants of one expression, and of all that it consists of: of conditions in expression_mutants.cpp, of terms in
// term_mutants.cpp. Private to this folder.
#pragma once
#include "mutant.hpp"

namespace casus::suite {

class expression_mutants {
 public:
  expression_mutants(check::program const& program, source::files const& files, std::uint32_t declaration)
      : program_(program), rules_(program.rules), files_(files), declaration_(declaration) {}

  void condition(model::expression_id root);
  void term(model::expression_id root);
  [[nodiscard]] std::vector<mutant> take() { return std::move(found_); }

 private:
  enum class sign { positive, negated };  // whether a `not` stands right before
  struct patch {
    std::vector<std::pair<model::expression_id, model::expression_node>> nodes;
    std::vector<model::expression> added = {};
  };

  void in_condition(model::expression_id id, sign before = sign::positive);
  void in_term(model::expression_id id);
  void in_terms_of(model::expression_id id);
  void of_junction(model::expression_id id, model::junction const& it);
  void of_negation(model::expression_id id, model::negation const& it);
  void of_quantifier(model::expression_id id, model::quantifier const& it);
  void universal_for(model::expression_id id, model::quantifier const& it);
  void existential_for(model::expression_id id, model::quantifier const& it);
  void of_comparison(model::expression_id id, model::comparison const& it, sign before);
  void limit(model::expression_id side);
  void of_date(model::expression_id id, source::date day);
  void of_duration(model::expression_id id, source::duration length);
  void of_extreme(model::expression_id id, model::extreme_date const& it);
  void of_count(model::expression_id id, model::count const& it);
  void of_selection(model::expression_id id, model::selection const& it);
  void negated(model::expression_id id);
  void without_operand(model::expression_id id, model::junction const& it, std::size_t which);
  // The `where` of a quantifier, count or selection, behind what ends at `head`.
  void without_body(model::expression_id id, model::expression_node instead, std::uint32_t head,
                    model::expression_id body);

  [[nodiscard]] source::span span_of(model::expression_id id) const { return rules_[id].where; }
  [[nodiscard]] source::span at(model::expression_id id, std::uint32_t begin, std::uint32_t end) const {
    return {span_of(id).file, begin, end};
  }
  // The word between two places, replaced; nothing where it is not there.
  [[nodiscard]] std::vector<text_edit> instead(source::span between, std::string_view word, std::string by) const;
  void propose(mutation what, source::span where, patch how, std::vector<text_edit> text);

  check::program const& program_;
  model::rule_set const& rules_;
  source::files const& files_;
  std::uint32_t declaration_;
  model::expression_id root_;
  std::vector<mutant> found_;
};

}  // namespace casus::suite
