#include "machine.hpp"

namespace casus::evaluate {
namespace {
using facts::tag;
}  // namespace

void machine::scan(check::type const& type, function_ref<bool(value)> yield) {
  switch (type.base) {
    case check::base_type::entity:
      for (auto const v : store_.entities_of(type.index))
        if (!yield(v)) return;
      return;
    case check::base_type::event:
      for (auto const e : events_of(type.index))
        if (!yield(facts::of_event(type.index, e))) return;
      return;
    case check::base_type::boolean: (void)(yield(facts::of_boolean(false)) && yield(facts::of_boolean(true))); return;
    case check::base_type::enumeration:
      for (std::uint32_t i = 0; i < program().enumerations[type.index].values.size(); ++i)
        if (!yield(facts::of_enumerator(type.index, i))) return;
      return;
    default: return;  // the checker lets no variable range over the other types
  }
}

void machine::scan_parameter(check::type const& type, function_ref<bool(value)> yield) {
  bool more = true;
  scan(type, [&](value v) { return more = yield(v); });
  if (more && type.base == check::base_type::event) (void)yield(facts::unnamed_of(tag::event, type.index));
  if (type.base != check::base_type::entity) return;
  for (auto const kind : program().kinds[type.index].family) {  // it may be known by a narrower kind
    if (!more) return;
    if (!program().kinds[kind].closed) more = yield(facts::unnamed_of(tag::entity, kind));
  }
}

// One run through the steps of a block. Every `run` returns false once the visitor has had enough.
class join {
 public:
  join(machine& in, block const& what, value* frame, truth const& floor, function_ref<bool(truth)> yield)
      : in_(in), block_(what), frame_(frame), floor_(floor), yield_(yield) {}

  // Stops where the day of judgment is known, and tells it instead of going on.
  function_ref<bool(truth, context const&)> const* at_judgment = nullptr;

  bool run(std::size_t i, context const& ctx, truth so_far) {
    for (;; ++i) {  // no deeper for filters, of which there can be any number
      if (so_far <= floor_) return true;
      if (i == block_.steps.size()) return yield_(so_far);
      if (block_.asked_by) in_.bounds().count_step(*block_.asked_by);
      if (block_.steps[i].what != step_kind::filter) break;
      so_far = both(so_far, in_.condition(block_.steps[i].node, frame_, ctx));
    }
    auto const& step = block_.steps[i];
    switch (step.what) {
      case step_kind::filter: break;
      case step_kind::assign: return assign(i, step, ctx, so_far);
      case step_kind::scan: return scan(i, step, ctx, so_far);
      case step_kind::probe: return probe(i, step, ctx, so_far);
      case step_kind::match: return match(i, step, ctx, so_far);
      case step_kind::judge: return judge(i, step, so_far);
    }
    return true;
  }

 private:
  bool bind_and_run(std::size_t i, bound_variable const& variable, value v, context const& ctx, truth so_far) {
    frame_[variable.slot] = v;
    if (variable.type.base != check::base_type::event || variable.role == role::parameter)
      return run(i + 1, ctx, so_far);
    auto const event = facts::index_of(v);
    if (variable.role == role::quantified) return run(i + 1, ctx, both(so_far, in_.visible(event, ctx)));
    auto const t = both(so_far, in_.is_true(event));
    return judged_ ? run(i + 1, {ctx.date, in_.with_visible(ctx, event), ctx.unknown}, t) : run(i + 1, ctx, t);
  }

  // What a variable ranges over: a parameter takes whatever it is given, named or not.
  void each_value(bound_variable const& variable, function_ref<bool(value)> yield) {
    if (variable.role == role::parameter)
      in_.scan_parameter(variable.type, yield);
    else
      in_.scan(variable.type, yield);
  }

  bool assign(std::size_t i, step const& step, context const& ctx, truth so_far) {
    auto const& variable = block_.variables[step.variable];
    auto const v = in_.term(step.node, frame_, ctx);
    if (v.tag == tag::absent) return true;
    if (!v.is_known()) {
      bool more = true;
      each_value(variable, [&](value candidate) {
        return more = bind_and_run(i, variable, candidate, ctx, both(so_far, truth::open));
      });
      return more;
    }
    if (v.tag == tag::unnamed && variable.role != role::parameter) return true;
    if (!in_.fits(v, variable.type)) return true;
    return bind_and_run(i, variable, v, ctx, so_far);
  }

  bool scan(std::size_t i, step const& step, context const& ctx, truth so_far) {
    auto const& variable = block_.variables[step.variable];
    bool more = true;
    each_value(variable, [&](value v) { return more = bind_and_run(i, variable, v, ctx, so_far); });
    return more;
  }

  bool probe(std::size_t i, step const& step, context const& ctx, truth so_far) {
    auto const& variable = block_.variables[step.variable];
    auto const kind = variable.type.index;
    auto const key = in_.plan().nodes[step.node].what == op::today ? in_.sought_today(kind, step.field, step.node, ctx)
                                                                   : in_.term(step.node, frame_, ctx);
    if (key.tag == tag::absent) return true;
    if (variable.role == role::parameter) {  // of an event that is not named the field is unknown
      auto const unnamed = facts::unnamed_of(tag::event, kind);
      if (!bind_and_run(i, variable, unnamed, ctx, both(so_far, truth::open))) return false;
    }
    auto const try_all = [&](store::events events, truth t) {
      for (auto const e : events)
        if (!bind_and_run(i, variable, facts::of_event(kind, e), ctx, t)) return false;
      return true;
    };
    if (!key.is_known()) {  // an absent field is equal to nothing, known or not
      for (auto const e : in_.events_of(kind)) {
        if (in_.whole_event(e).fields[step.field].tag == tag::absent) continue;
        if (!bind_and_run(i, variable, facts::of_event(kind, e), ctx, both(so_far, truth::open))) return false;
      }
      return true;
    }
    if (key.tag == tag::unnamed) {  // perhaps the same one that another event does not name, and none that is named
      for (auto const e : in_.events_of(kind)) {
        auto const& held = in_.whole_event(e).fields[step.field];
        if (held.is_known() && held.tag != tag::unnamed) continue;
        if (!bind_and_run(i, variable, facts::of_event(kind, e), ctx, both(so_far, truth::open))) return false;
      }
      return true;
    }
    auto const hits = in_.events_with(kind, step.field, key);
    return try_all(hits.exact, so_far) && try_all(hits.unknown, both(so_far, truth::open));
  }

  bool judge(std::size_t i, step const& step, truth so_far) {
    auto const day = in_.term(step.node, frame_, {});
    if (day.tag == tag::absent) return true;
    context there;
    there.unknown = !day.is_known();
    if (!there.unknown) there.date = facts::date_of(day);
    for (auto const v : step.binds) {
      auto const& variable = block_.variables[v];
      if (variable.type.base == check::base_type::event && variable.role == role::of_instance) {
        there.extra = in_.with_visible(there, facts::index_of(frame_[variable.slot]));
      }
    }
    if (at_judgment != nullptr) return (*at_judgment)(so_far, there);
    judged_ = true;
    return run(i + 1, there, so_far);
  }

  // Every combination of the variables that the literal would bind, each asked for its truth.
  bool try_all(std::size_t i, step const& step, std::size_t next, context const& ctx, truth so_far) {
    if (so_far <= floor_) return true;
    if (next == step.binds.size()) return run(i + 1, ctx, both(so_far, in_.condition(step.node, frame_, ctx)));
    auto const& variable = block_.variables[step.binds[next]];
    bool more = true;
    each_value(variable, [&](value v) {
      frame_[variable.slot] = v;
      auto t = so_far;
      auto there = ctx;
      if (variable.type.base == check::base_type::event && variable.role != role::parameter) {
        auto const event = facts::index_of(v);
        t = both(t, variable.role == role::quantified ? in_.visible(event, ctx) : in_.is_true(event));
        if (variable.role == role::of_instance && judged_) there.extra = in_.with_visible(ctx, event);
      }
      return more = try_all(i, step, next + 1, there, t);
    });
    return more;
  }

  bool match(std::size_t i, step const& step, context const& ctx, truth so_far) {
    frame const room(in_.frames(), step.arguments.size());
    auto* const pattern = room.values();
    for (std::size_t a = 0; a < step.arguments.size(); ++a) {
      if (step.arguments[a].term == none) continue;
      pattern[a] = in_.term(step.arguments[a].term, frame_, ctx);
      if (pattern[a].tag == tag::absent) return true;
      if (pattern[a].is_known() && pattern[a].tag != tag::unnamed &&
          !in_.fits(pattern[a], in_.program().relations[step.relation].parameters[a])) {
        return true;
      }
      // Not one tuple but any of several: ask for the truth of each combination instead.
      if (!pattern[a].is_known() || pattern[a].tag == tag::unnamed) return try_all(i, step, 0, ctx, so_far);
    }
    if (ctx.unknown) return try_all(i, step, 0, ctx, so_far);
    if (step.only_new) return match_new(i, step, pattern, ctx, so_far);
    if (in_.has_wild(step.relation)) return try_all(i, step, 0, ctx, so_far);
    bool more = true;
    in_.match(step.relation, step.mask, pattern, ctx,
              [&](value const* row, truth t) { return more = take_row(i, step, row, ctx, both(so_far, t)); });
    return more;
  }

  bool match_new(std::size_t i, step const& step, value const* pattern, context const& ctx, truth so_far) {
    auto& extent = in_.extent_of(step.relation, ctx);
    for (auto const r : extent.fresh) {
      auto const* row = extent.tuples.row(r);
      bool agrees = true;
      for (std::size_t a = 0; a < step.arguments.size(); ++a)
        agrees = agrees && ((step.mask >> a & 1) == 0 || row[a] == pattern[a]);
      if (agrees && !take_row(i, step, row, ctx, both(so_far, extent.truths[r]))) return false;
    }
    return true;
  }

  // Binds the free arguments to a row's values, one after the other, and goes on.
  bool take_row(std::size_t i, step const& step, value const* row, context const& ctx, truth t) {
    auto extra = ctx.extra;
    for (auto const v : step.binds) {
      auto const& variable = block_.variables[v];
      bool first = true;
      for (std::size_t a = 0; a < step.arguments.size(); ++a) {
        if (step.arguments[a].slot != variable.slot) continue;
        if (first && !in_.fits(row[a], variable.type)) return true;
        if (first && row[a].tag == tag::unnamed && variable.role != role::parameter) return true;
        if (!first && row[a] != frame_[variable.slot]) return true;
        frame_[variable.slot] = row[a];
        first = false;
      }
      if (variable.type.base != check::base_type::event || variable.role == role::parameter) continue;
      auto const event = facts::index_of(frame_[variable.slot]);
      t = both(t, variable.role == role::quantified ? in_.visible(event, ctx) : in_.is_true(event));
      if (variable.role == role::of_instance && judged_)
        extra = in_.with_visible({ctx.date, extra, ctx.unknown}, event);
    }
    return extra == ctx.extra ? run(i + 1, ctx, t) : run(i + 1, {ctx.date, extra, ctx.unknown}, t);
  }

 public:
  bool judged_ = false;

 private:
  machine& in_;
  block const& block_;
  value* frame_;
  truth const& floor_;
  function_ref<bool(truth)> yield_;
};

void machine::solve(block const& what, value* frame, context const& ctx, truth const& floor,
                    function_ref<bool(truth)> yield) {
  join(*this, what, frame, floor, yield).run(0, ctx, truth::yes);
}

void machine::solve_until_judged(block const& what, value* frame, function_ref<bool(truth, context const&)> judged) {
  auto const floor = truth::no;
  auto const never = [](truth) { return true; };
  join first_part(*this, what, frame, floor, never);
  first_part.at_judgment = &judged;
  first_part.run(0, {}, truth::yes);
}

void machine::solve_from_judged(block const& what, value* frame, context const& ctx, truth so_far,
                                function_ref<bool(truth)> yield) {
  auto const floor = truth::no;
  join rest(*this, what, frame, floor, yield);
  rest.judged_ = true;
  std::size_t i = 0;
  while (what.steps[i].what != step_kind::judge) ++i;
  rest.run(i + 1, ctx, so_far);
}

}  // namespace casus::evaluate
