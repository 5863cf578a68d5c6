// `next`, `first` and `last`: the one answer that every completion of what is open agrees on, else unknown.
#include "machine.hpp"

namespace casus::evaluate {
namespace {

struct element {
  value what;
  value key;
  truth holds = truth::no;
  // Its place in the order asked for: those of a smaller turn first, then by key. In doubt: its key is unknown, or it
  // has the key of the element after which the order begins.
  int turn = 0;
  bool in_doubt = false;
};

}  // namespace

value machine::choose(node const& of, value* frame, context const& ctx) {
  auto const slot = plan_.quantifieds[of.index].variables[0].slot;
  value after = facts::absent;
  value start_key = facts::unknown;
  bool const is_next = of.choice == model::choice::next;
  if (is_next) {
    after = term(of.operands[2], frame, ctx);
    if (after.tag == facts::tag::absent || !after.is_known()) return after;
    auto const kept = frame[slot];
    frame[slot] = after;
    start_key = term(of.operands[0], frame, ctx);
    frame[slot] = kept;
    if (start_key.tag == facts::tag::absent) start_key = facts::unknown;
  }
  auto const less = [&](value a, value b) { return compare(model::comparison_operator::less, a, b) == truth::yes; };

  table seen(1);
  std::vector<element> elements;
  solve(plan_.blocks[plan_.quantifieds[of.index].block], frame, ctx, truth::no, [&](truth t) {
    auto const [at, is_new] = seen.insert(&frame[slot]);
    if (!is_new) {
      elements[at].holds = either(elements[at].holds, t);
      return true;
    }
    element made{frame[slot], term(of.operands[0], frame, ctx), t, 0, false};
    made.in_doubt = !made.key.is_known() || made.key.tag == facts::tag::absent;
    if (is_next) {
      if (made.what == after) {
        made.turn = 2;
        made.in_doubt = false;
      } else if (!start_key.is_known() || made.in_doubt) {
        made.in_doubt = true;
      } else if (less(made.key, start_key)) {
        made.turn = 1;
      } else if (!less(start_key, made.key)) {
        made.in_doubt = true;
      }
    }
    elements.push_back(made);
    return true;
  });

  auto const definitely_before = [&](element const& a, element const& b) {
    if (a.turn == 2 || b.turn == 2) return b.turn == 2 && a.turn != 2;
    if (a.in_doubt || b.in_doubt) return false;
    if (a.turn != b.turn) return a.turn < b.turn;
    return of.choice == model::choice::last ? less(b.key, a.key) : less(a.key, b.key);
  };
  // The certain element that comes first as far as is known; whatever it does not precede may be the answer as well.
  element const* best = nullptr;
  bool some_certain = false;
  for (auto const& e : elements) {
    if (e.holds != truth::yes) continue;
    some_certain = true;
    if (!e.in_doubt && (best == nullptr || definitely_before(e, *best))) best = &e;
  }
  bool others_certain = false;  // one in doubt precedes the starting element all the same
  for (auto const& e : elements) others_certain = others_certain || (e.holds == truth::yes && e.turn != 2);
  value answer = facts::absent;
  int answers = some_certain ? 0 : 1;
  for (auto const& e : elements) {
    if (best != nullptr && definitely_before(*best, e)) continue;
    if (e.turn == 2 && others_certain) continue;
    answer = e.what;
    if (++answers > 1) return facts::unknown;
  }
  return answer;
}

}  // namespace casus::evaluate
