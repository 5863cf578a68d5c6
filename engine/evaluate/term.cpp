#include "machine.hpp"

namespace casus::evaluate {
namespace {

using facts::tag;

bool is_date(value v) { return v.tag == tag::date; }

value sum(value left, value right, bool minus) {
  if (left.tag == tag::absent || right.tag == tag::absent) return facts::absent;
  if (!left.is_known() || !right.is_known()) return facts::unknown;
  if (left.tag == tag::integer) {
    std::int64_t result = 0;
    bool const over = minus ? __builtin_sub_overflow(left.payload, right.payload, &result)
                            : __builtin_add_overflow(left.payload, right.payload, &result);
    return over ? facts::unknown : facts::of_integer(result);
  }
  if (left.tag == tag::duration && right.tag == tag::duration) {
    auto const a = facts::duration_of(left);
    auto const b = facts::duration_of(right);
    int const sign = minus ? -1 : 1;
    auto const months = std::int64_t{a.months} + sign * std::int64_t{b.months};
    auto const days = std::int64_t{a.days} + sign * std::int64_t{b.days};
    constexpr std::int64_t most = 0x7fffffff;
    if (months > most || months < -most || days > most || days < -most) return facts::unknown;
    return facts::of_duration({static_cast<std::int32_t>(months), static_cast<std::int32_t>(days)});
  }
  if (left.tag == tag::duration) std::swap(left, right);  // 3 years + a.starts
  if (!is_date(left) || right.tag != tag::duration) return facts::unknown;
  auto const day = minus ? source::subtract(facts::date_of(left), facts::duration_of(right))
                         : source::add(facts::date_of(left), facts::duration_of(right));
  // Beyond the years 1 to 9999 nothing is known of the calendar.
  return day ? facts::of_date(*day) : facts::unknown;
}

value extreme(value left, value right, bool later) {
  if (left.tag == tag::absent || right.tag == tag::absent) return facts::absent;
  if (!left.is_known() || !right.is_known()) return facts::unknown;
  bool const left_is_later = left.payload >= right.payload;
  return left_is_later == later ? left : right;
}

value field_of_event(facts::event const& event, node const& of) {
  switch (of.what) {
    case op::event_date: return event.date;
    case op::event_effective: return event.effective;
    case op::event_known: return event.known ? facts::of_date(*event.known) : event.date;
    default: return event.fields[of.index];
  }
}

}  // namespace

// A term that is neither a variable nor a constant.
value machine::computed(node const& of, node_index n, value* frame, context const& ctx) {
  switch (of.what) {
    case op::text_constant: return text_literals_[of.index];
    case op::today: note_every_day(ctx); return ctx.unknown ? facts::unknown : facts::of_date(ctx.date);
    case op::reading: {
      if (watch_ != nullptr) watch_->look_at_reading(of.index);
      auto const chosen = how_.readings.find(of.index);
      auto const& interpretation = program().interpretations[of.index];
      if (chosen == how_.readings.end()) {
        return facts::of_enumerator(interpretation.values, interpretation.default_value);
      }
      return chosen->second ? facts::of_enumerator(interpretation.values, *chosen->second) : facts::unknown;
    }
    case op::entity_field: {
      auto const object = term(of.operands[0], frame, ctx);
      if (object.tag == tag::absent) return facts::absent;
      if (object.tag != tag::entity) return facts::unknown;
      auto const& fields = facts_.entities[facts::index_of(object)].fields;
      return of.index < fields.size() ? fields[of.index] : facts::unknown;
    }
    case op::event_date:
    case op::event_effective:
    case op::event_known:
    case op::event_field: {
      auto const object = term(of.operands[0], frame, ctx);
      if (object.tag == tag::absent) return facts::absent;
      if (object.tag != tag::event) return facts::unknown;
      auto const event = facts::index_of(object);
      if (watch_ != nullptr) {
        watch_->look_at_event(event);  // when it was
        if (of.what == op::event_field) watch_->look_at_field(event, of.index);
      }
      return field_of_event(facts_.events[event], of);
    }
    case op::plus: return sum(term(of.operands[0], frame, ctx), term(of.operands[1], frame, ctx), false);
    case op::minus: return sum(term(of.operands[0], frame, ctx), term(of.operands[1], frame, ctx), true);
    case op::later: return extreme(term(of.operands[0], frame, ctx), term(of.operands[1], frame, ctx), true);
    case op::earlier: return extreme(term(of.operands[0], frame, ctx), term(of.operands[1], frame, ctx), false);
    case op::count: {
      auto const how_many = count(of, frame, ctx);
      return how_many.least == how_many.most ? facts::of_integer(how_many.least) : facts::unknown;
    }
    case op::choose: return choose(of, frame, ctx);
    case op::fact_value: return held(of, frame, ctx);
    default: {  // a condition where a Boolean is asked for
      auto const t = condition(n, frame, ctx);
      return t == truth::open ? facts::unknown : facts::of_boolean(t == truth::yes);
    }
  }
}

}  // namespace casus::evaluate
