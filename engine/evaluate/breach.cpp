// `is breached`: whether a duty or a prohibition was breached by a day, performed late since or not.
#include "machine.hpp"

#include <algorithm>

namespace casus::evaluate {
namespace {

truth breached(norm const& of) {
  if (of.mode == model::modality::may) return truth::no;
  if (of.state == norm_state::open) return truth::open;
  return of.state == norm_state::breached || of.state == norm_state::fulfilled_late ? truth::yes : truth::no;
}

}  // namespace

// A duty or prohibition of the provision that was breached on or before the date, performed late since or not.
truth machine::is_breached(node const& of, value* frame, context const& ctx) {
  if (ctx.unknown) return truth::open;
  std::vector<value> values;
  for (auto const n : of.operands) values.push_back(term(n, frame, ctx));
  auto any = truth::no;
  auto const& versions = program().articles[of.index].versions;
  for (std::size_t v = 0; v < versions.size() && any != truth::yes; ++v) {
    auto const p = versions[v];
    auto const look = [&](context const& when) {
      auto const& account = account_of(p, when);
      for (auto const& norm : account.norms) {
        auto t = breached(norm);
        auto const& held = account.found.instances[norm.instance].binding;
        for (std::size_t b = 0; b < values.size() && t != truth::no; ++b) {
          t = both(t, compare(model::comparison_operator::equal, held[of.bindings[v][b]], values[b]));
        }
        any = either(any, t);
      }
    };
    look(ctx);
    if (plan_.provisions[p].judged_at != none) continue;
    // Judged afresh: a breach on an earlier day stays on record, though the instance may be gone since.
    for (auto const kind : program().provisions[p].consequence_targets) {
      if (kind >= program().event_kinds.size() || !program().event_kinds[kind].is_act) continue;
      auto const events = events_of(kind);
      for (auto const e : events) {
        auto const& event = whole_event(e);
        if (any == truth::yes || event.date.tag != facts::tag::date || event.effective.tag != facts::tag::date)
          continue;
        auto const day = std::max(event.date, event.effective);  // from which it counts
        note(day_after(day), {turn::kind::event, e, 0});
        if (day.payload < ctx.date.days && visible(e, ctx) != truth::no) look({facts::date_of(day), 0, false});
      }
    }
  }
  return any;
}

}  // namespace casus::evaluate
