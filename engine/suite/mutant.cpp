#include "mutant.hpp"

#include "engine/model/excerpt.hpp"
#include "engine/model/print.hpp"

#include <utility>

namespace casus::suite {

std::string_view words(mutation what) {
  switch (what) {
    case mutation::condition_dropped: return "condition dropped";
    case mutation::condition_negated: return "condition negated";
    case mutation::connective_swapped: return "and/or swapped";
    case mutation::quantifier_swapped: return "quantifier swapped";
    case mutation::choice_swapped: return "choice swapped";
    case mutation::comparison_shifted: return "comparison shifted";
    case mutation::comparison_reversed: return "comparison reversed";
    case mutation::date_changed: return "date changed";
    case mutation::duration_changed: return "duration changed";
    case mutation::ending_exchanged: return "until/through exchanged";
    case mutation::actor_swapped: return "actor and beneficiary swapped";
    case mutation::modality_exchanged: return "must/may/must not exchanged";
    case mutation::exception_removed: return "exception removed";
    case mutation::requirement_removed: return "requirement removed";
    case mutation::override_removed: return "override removed";
  }
  return {};
}

// The rules with the mutant's expressions in place, for as long as it lives.
class mutant_maker::in_place {
 public:
  in_place(model::rule_set& rules, mutant const& of) : rules_(rules), of_(of), before_(rules.expressions.size()) {
    rules_.expressions.insert(rules_.expressions.end(), of.added.begin(), of.added.end());
    for (auto const& [id, node] : of.nodes) replaced_.push_back(std::exchange(rules_.expressions[id.index].node, node));
  }
  ~in_place() {
    for (std::size_t i = of_.nodes.size(); i-- > 0;)
      rules_.expressions[of_.nodes[i].first.index].node = std::move(replaced_[i]);
    rules_.expressions.resize(before_);
  }
  in_place(in_place const&) = delete;
  in_place& operator=(in_place const&) = delete;

 private:
  model::rule_set& rules_;
  mutant const& of_;
  std::size_t before_;
  std::vector<model::expression_node> replaced_;
};

model::rule_set mutant_maker::made(mutant const& of) {
  in_place const changed{rules_, of};
  return model::excerpt(rules_, of.changed ? *of.changed : rules_.declarations[of.declaration]);
}

void mutant_maker::look(mutant const& of, std::function<void(model::rule_set const&)> const& at) {
  in_place const changed{rules_, of};
  at(rules_);
}

std::vector<text_edit> mutant_maker::written(mutant const& of) {
  if (!of.root) return of.text;
  in_place const changed{rules_, of};
  return {{rules_[*of.root].where, model::print(rules_, *of.root)}};
}

std::string owner_of(model::declaration const& of) {
  if (auto const* provision = std::get_if<model::provision>(&of)) return provision->id.text;
  if (auto const* define = std::get_if<model::define>(&of)) return "define " + define->id.text;
  if (auto const* question = std::get_if<model::question>(&of)) return "question " + question->id.text;
  if (auto const* instrument = std::get_if<model::instrument>(&of)) return "instrument " + instrument->id.text;
  return {};
}

}  // namespace casus::suite
