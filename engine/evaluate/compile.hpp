// The passes that make a plan, in their order. Each fills in what it is named after and reads what is there before it.
#pragma once
#include "plan.hpp"

namespace casus::evaluate {

void compile_nodes(plan& into);  // expressions → nodes
// Slots, dates, visibility; of relations likewise, to their fixpoint. `order`: who needs whom, through all edges.
void analyse_nodes(plan& into, check::components const& order);
// Recursion within a date and through `before`.
void find_circles(plan& into, std::vector<check::dependency> const& graph, check::components const& order);
void plan_circles(plan& into);  // the rules of each circle, for its least fixed point
void plan_blocks(plan& into);   // join plans of everything else that is enumerated

// One block: `roots` conjoined, over `variables`, the slots in `bound` being bound before. With `judged_at`, what is
// read on the day of judgment comes after it. `first`, if given, is the literal to start from (it reads what is new).
struct block_request {
  std::vector<node_index> roots;
  std::vector<bound_variable> variables;
  slot_set bound;
  node_index judged_at = none;
  node_index first = none;
  node_index asked_by = none;  // the node that it belongs to, where that is none of `roots`
};
[[nodiscard]] block make_block(plan& into, block_request request);

// The conjuncts of a condition with positive `some` folded in: its variables join `variables`.
void flatten(plan const& of, node_index condition, std::vector<node_index>& conjuncts,
             std::vector<bound_variable>& variables);

// The variant of a relation with these parameters bound, once; `plan_blocks` plans all that are asked for.
[[nodiscard]] variant_index request_variant(plan& into, std::uint32_t relation, std::uint64_t bound);

}  // namespace casus::evaluate
