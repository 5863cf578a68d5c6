// `next`, `first` and `last`: every order of the elements that the keys allow, every choice among those that are
// perhaps among them. Where all give one answer, it is that.
#include "tests/property/evaluate/oracle_choices.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace casus::oracle {
namespace {

struct element {
  value what;
  truth is_member = truth::no;
  value key;
  bool is_start = false;  // what `next` starts from
};

// The answer for one order of the elements and one choice of members.
value answer(model::choice kind, std::vector<element> const& all, std::vector<std::size_t> const& order) {
  if (kind != model::choice::next) {
    if (order.empty()) return facts::absent;
    return all[kind == model::choice::first ? order.front() : order.back()].what;
  }
  auto const is_start = [&](std::size_t index) { return all[index].is_start; };
  auto const start = static_cast<std::size_t>(std::find_if(order.begin(), order.end(), is_start) - order.begin());
  for (std::size_t step = 1; step <= order.size(); ++step) {
    element const& reached = all[order[(start + step) % order.size()]];
    if (reached.is_member == truth::yes) return reached.what;
  }
  return facts::absent;
}

// Each choice among the elements that are perhaps members; the others stay only where `next` starts from them.
std::vector<std::vector<element>> choices(std::vector<element> const& all) {
  std::vector<std::vector<element>> found{{}};
  for (element const& each : all) {
    std::vector<std::vector<element>> longer;
    for (std::vector<element> const& start : found) {
      for (truth const decided : {truth::no, truth::yes}) {
        if (each.is_member != truth::open && each.is_member != decided) continue;
        longer.push_back(start);
        if (decided == truth::yes || each.is_start)
          longer.back().push_back({each.what, decided, each.key, each.is_start});
      }
    }
    found = std::move(longer);
  }
  return found;
}

using comes_after = std::function<bool(element const&, element const&)>;

void each_order(model::choice kind, std::vector<element> const& all, comes_after const& after,
                std::set<value>& answers) {
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  do {
    bool is_allowed = true;
    for (std::size_t a = 0; a < order.size(); ++a) {
      for (std::size_t b = a + 1; b < order.size(); ++b)
        is_allowed = is_allowed && !after(all[order[a]], all[order[b]]);
    }
    if (is_allowed) answers.insert(answer(kind, all, order));
  } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace

value evaluator::select(model::expression_id id, model::selection const& node, values& slots, moment const& on) {
  std::uint32_t const slot = rules_.bound[id].front();
  bool const is_next = node.kind == model::choice::next;
  value const after = is_next ? single(*node.after, slots, on) : facts::absent;
  if (is_next && (after == facts::absent || !after.is_known())) return after;
  std::vector<element> all;
  each_choice(types_of({node.element}), {slot}, 0, truth::yes, slots, on, [&](truth visible) {
    truth const here = node.body ? facts::both(visible, condition(*node.body, slots, on)) : visible;
    bool const is_start = is_next && equal(slots[slot], after) == truth::yes;
    if (here != truth::no || is_start) all.push_back({slots[slot], here, single(node.key, slots, on), is_start});
  });
  bool const has_start = std::any_of(all.begin(), all.end(), [](element const& each) { return each.is_start; });
  if (is_next && !has_start) {
    value const kept = slots[slot];
    slots[slot] = after;
    all.push_back({after, truth::no, single(node.key, slots, on), true});
    slots[slot] = kept;
  }
  std::set<value> answers;
  auto const comes_later = [&](element const& a, element const& b) {
    auto const found = order(a.key, b.key);
    return found && *found > 0;
  };
  for (std::vector<element> const& chosen : choices(all)) each_order(node.kind, chosen, comes_later, answers);
  return answers.size() == 1 ? *answers.begin() : facts::unknown;
}

}  // namespace casus::oracle
