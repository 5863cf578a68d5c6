// How the oracle goes through every choice of values for bound variables. Private to the oracle.
#pragma once
#include "tests/property/evaluate/oracle.hpp"

namespace casus::oracle {

// Calls `each` with the truth of all bound events being visible; leaves out those that certainly are not.
template <class Each>
void evaluator::each_choice(std::vector<check::type> const& types, std::vector<std::uint32_t> const& bound,
                            std::size_t from, truth so_far, values& slots, moment const& on, Each const& each) {
  if (from == bound.size()) {
    each(so_far);
    return;
  }
  value const kept = slots[bound[from]];
  for (value const& choice : range(types[from])) {
    slots[bound[from]] = choice;
    truth const here = choice.tag == facts::tag::event ? visible(choice, on) : truth::yes;
    if (here != truth::no) each_choice(types, bound, from + 1, facts::both(so_far, here), slots, on, each);
  }
  slots[bound[from]] = kept;
}

}  // namespace casus::oracle
