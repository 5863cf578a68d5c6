// `next`, `first` and `last`: the one answer that every completion of what is open agrees on, else unknown.
#include "machine.hpp"

namespace casus::evaluate {
namespace {

using model::choice;
using model::comparison_operator;

struct element {
  value what;
  value key;
  truth holds = truth::no;
  // Its place in the order asked for: those of a smaller turn first, then by key. In doubt: its key is unknown, or it
  // has the key of the element after which the order begins.
  int turn = 0;
  bool in_doubt = false;
};

// Where a cyclic order begins: after this element, which itself comes last.
struct start {
  value after = facts::absent;
  value key = facts::unknown;
};

bool less(machine const& in, value a, value b) { return in.compare(comparison_operator::less, a, b) == truth::yes; }

// Gives an element its place in the order.
void place(machine const& in, element& one, start const* from) {
  one.in_doubt = !one.key.is_known() || one.key.tag == facts::tag::absent;
  if (from == nullptr) return;
  if (one.what == from->after) {
    one.turn = 2;
    one.in_doubt = false;
  } else if (one.in_doubt || !from->key.is_known()) {
    one.in_doubt = true;
  } else if (less(in, one.key, from->key)) {
    one.turn = 1;
  } else {
    one.in_doubt = !less(in, from->key, one.key);
  }
}

bool definitely_before(machine const& in, choice kind, element const& a, element const& b) {
  if (a.turn == 2 || b.turn == 2) return b.turn == 2 && a.turn != 2;
  if (a.in_doubt || b.in_doubt) return false;
  if (a.turn != b.turn) return a.turn < b.turn;
  return kind == choice::last ? less(in, b.key, a.key) : less(in, a.key, b.key);
}

// An element may be the answer unless something certain definitely comes before it.
value only_answer(machine const& in, choice kind, pooled_vector<element> const& elements) {
  element const* best = nullptr;  // the certain element that comes first as far as is known
  bool some_certain = false;
  bool some_certain_before_the_last = false;
  for (auto const& e : elements) {
    if (e.holds != truth::yes) continue;
    some_certain = true;
    some_certain_before_the_last = some_certain_before_the_last || e.turn != 2;
    if (!e.in_doubt && (best == nullptr || definitely_before(in, kind, e, *best))) best = &e;
  }
  value answer = facts::absent;
  int answers = some_certain ? 0 : 1;  // none certain: perhaps there is none at all
  for (auto const& e : elements) {
    if (best != nullptr && definitely_before(in, kind, *best, e)) continue;
    if (e.turn == 2 && some_certain_before_the_last) continue;
    answer = e.what;
    if (++answers > 1) return facts::unknown;
  }
  return answer;
}

}  // namespace

value machine::choose(node const& of, value* frame, context const& ctx) {
  auto const slot = plan_.quantifieds[of.index].variables[0].slot;
  start from;
  bool const is_next = of.choice == choice::next;
  if (is_next) {
    from.after = term(of.operands[2], frame, ctx);
    if (from.after.tag == facts::tag::absent || !from.after.is_known()) return from.after;
    frame[slot] = from.after;
    from.key = term(of.operands[0], frame, ctx);
    if (from.key.tag == facts::tag::absent) from.key = facts::unknown;
  }
  table seen(1, pool_);
  pooled_vector<element> elements(pool_);
  elements.reserve(16);
  solve(plan_.blocks[plan_.quantifieds[of.index].block], frame, ctx, truth::no, [&](truth t) {
    auto const [at, is_new] = seen.insert(&frame[slot]);
    if (is_new) {
      auto& made = elements.emplace_back();
      made.what = frame[slot];
      made.key = term(of.operands[0], frame, ctx);
      made.holds = t;
      place(*this, made, is_next ? &from : nullptr);
    } else {
      elements[at].holds = either(elements[at].holds, t);
    }
    return true;
  });
  return only_answer(*this, of.choice, elements);
}

}  // namespace casus::evaluate
