#include "standpoint.hpp"

#include "conjuncts.hpp"

#include <algorithm>

namespace casus::explain {
namespace {

bool is_kind_of(check::program const& program, check::kind_index kind, check::kind_index ancestor) {
  auto const& family = program.kinds[ancestor].family;
  return std::find(family.begin(), family.end(), kind) != family.end();
}

class combinations {
 public:
  combinations(evaluate::world& world, standpoint const& at, std::vector<std::uint32_t> const& variables,
               std::optional<model::expression_id> body, evaluate::function_ref<bool()> visit)
      : world_(world), at_(at), variables_(variables), due_(variables.size() + 1), visit_(visit) {
    if (!body) return;
    for (auto const conjunct : conjuncts_of(world.program().rules, *body)) due_[level_of(conjunct)].push_back(conjunct);
  }

  // Binds the variables from this one on; false once the visitor has had enough.
  bool run(std::size_t level) {
    for (auto const conjunct : due_[level])
      if (world_.truth_of(conjunct, at_.slots, at_.where) == facts::truth::no) return true;
    if (level == variables_.size()) return visit_();
    auto const slot = variables_[level];
    for (auto const& value : world_.range_of(type_of(world_.program(), at_.scope, slot), at_.where)) {
      at_.slots[slot] = value;
      if (!run(level + 1)) return false;
    }
    return true;
  }

 private:
  // How many of the variables must be bound before the conjunct can be read.
  [[nodiscard]] std::size_t level_of(model::expression_id conjunct) const {
    std::size_t level = 0;
    for (auto const slot : slots_in(world_.program(), conjunct)) {
      auto const at = std::find(variables_.begin(), variables_.end(), slot) - variables_.begin();
      if (static_cast<std::size_t>(at) < variables_.size()) level = std::max(level, static_cast<std::size_t>(at) + 1);
    }
    return level;
  }

  evaluate::world& world_;
  standpoint const& at_;
  std::vector<std::uint32_t> const& variables_;
  std::vector<std::vector<model::expression_id>> due_;
  evaluate::function_ref<bool()> visit_;
};

}  // namespace

bool fits(evaluate::world const& world, facts::value value, check::type const& type) {
  if (!value.is_known() || value.tag == facts::tag::absent) return false;
  bool const is_unnamed = value.tag == facts::tag::unnamed;
  switch (type.base) {
    case check::base_type::entity:
      if (is_unnamed) return value.payload == 0 && is_kind_of(world.program(), value.extra, type.index);
      return value.tag == facts::tag::entity &&
             is_kind_of(world.program(), world.facts().entities[facts::index_of(value)].kind, type.index);
    case check::base_type::event:
      if (is_unnamed) return value.payload == 1 && value.extra == type.index;
      return value.tag == facts::tag::event && world.facts().events[facts::index_of(value)].kind == type.index;
    case check::base_type::unknown:
    case check::base_type::boolean:
    case check::base_type::integer:
    case check::base_type::text:
    case check::base_type::date:
    case check::base_type::duration:
    case check::base_type::enumeration: return true;
  }
  return true;
}

void each_combination(evaluate::world& world, standpoint const& at, std::vector<std::uint32_t> const& variables,
                      std::optional<model::expression_id> body, evaluate::function_ref<bool()> visit) {
  (void)combinations(world, at, variables, body, visit).run(0);
}

bool only_permits(model::provision const& text) {
  auto const permits = [](model::consequence const& of) {
    auto const* norm = std::get_if<model::norm>(&of.effect);
    return norm != nullptr && norm->mode == model::modality::may;
  };
  return std::any_of(text.consequences.begin(), text.consequences.end(), permits);
}

}  // namespace casus::explain
