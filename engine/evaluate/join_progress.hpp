// How far the plan of a join has come: what is bound, what can be read already, and which conjuncts are left.
#pragma once
#include "engine/evaluate/plan.hpp"

namespace casus::evaluate {

class join_progress {
 public:
  // Of the variables and conjuncts of the block, which must outlive this; `judged_at` as in the request for it.
  join_progress(plan const& of, block const& what, slot_set bound, node_index judged_at);

  [[nodiscard]] bool is_bound(node_index n) const { return plan_.nodes[n].slots.within(bound_); }
  [[nodiscard]] bool is_bound_slot(std::uint32_t slot) const { return bound_.has(slot); }
  // Whether a condition may be read yet: on the day of judgment, with every event that it might see being bound.
  [[nodiscard]] bool is_readable(node_index n) const {
    return !plan_.nodes[n].dated || (is_judged_ && !plan_.nodes[n].ranges.meets(hidden_));
  }
  // Before the day of judgment and the events of the instance are known, an event may only be bound where its
  // visibility does not matter.
  [[nodiscard]] bool may_bind(std::uint32_t variable) const {
    auto const& of = block_.variables[variable];
    if (of.role != role::quantified || of.type.base != check::base_type::event) return true;
    return is_judged_ && !hidden_.has(of.type.index);
  }
  // The variable of that slot, none where it is bound or not of this block.
  [[nodiscard]] std::uint32_t unbound_variable(std::uint32_t slot) const {
    return slot < places_.size() && !bound_.has(slot) ? places_[slot].variable : none;
  }
  // Whether a conjunct that is left reads it.
  [[nodiscard]] bool is_mentioned(std::uint32_t slot) const { return places_[slot].mentions > 0; }
  [[nodiscard]] bool is_judged() const { return is_judged_; }
  [[nodiscard]] std::vector<std::size_t> const& left() const { return left_; }  // ascending

  void judge() { is_judged_ = true; }
  void bind(std::vector<std::uint32_t> const& variables);
  void use(std::size_t conjunct);
  // The conjuncts that are left and can be read, which are left no more.
  [[nodiscard]] std::vector<std::size_t> take_readable();

 private:
  struct place {  // of a slot
    std::uint32_t variable = none;
    std::uint32_t mentions = 0;  // by conjuncts that are left
  };
  void note_hidden();
  void forget_mentions(std::size_t conjunct);
  [[nodiscard]] place& place_of(std::uint32_t slot);

  plan const& plan_;
  block const& block_;
  slot_set bound_;
  slot_set hidden_;  // kinds of which an event of the instance is still to be bound: it will count as visible
  bool is_judged_;
  std::vector<std::size_t> left_;
  std::vector<place> places_;  // by slot
};

}  // namespace casus::evaluate
