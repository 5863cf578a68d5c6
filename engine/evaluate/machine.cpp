#include "machine.hpp"

#include <algorithm>

namespace casus::evaluate {
machine::machine(compiled const& rules, facts::base const& facts, options const& how)
    : rules_(rules),
      plan_(rules.inside().plan),
      facts_(facts),
      how_(how),
      bounds_(*plan_.program, how.limits),
      store_(*plan_.program, facts, how.known_by, pool_) {
  (void)extras_number(event_set(pool_));  // 0 is none
  for (auto const& literal : plan_.text_literals) {
    if (auto const known = facts.texts.find(literal)) {
      text_literals_.push_back(facts::of_text(*known));
      continue;
    }
    auto const same = std::find(more_texts_.begin(), more_texts_.end(), literal) - more_texts_.begin();
    if (same == static_cast<std::ptrdiff_t>(more_texts_.size())) more_texts_.push_back(literal);
    text_literals_.push_back(
        facts::of_text(static_cast<std::uint32_t>(facts.texts.size() + static_cast<std::size_t>(same))));
  }
  ledgers_.resize(program().provisions.size());
  remembered_.resize(program().relations.size());
  solved_.resize(plan_.variants.size());
  extents_.resize(plan_.circles.size());
}

std::string const& machine::text_of(value text) const {
  auto const index = facts::index_of(text);
  return index < facts_.texts.size() ? facts_.texts[index] : more_texts_[index - facts_.texts.size()];
}

truth machine::is_true(std::uint32_t event) const {
  if (watch_ != nullptr) watch_->look_at_event(event);
  return store_.has_event(event) ? facts_.events[event].holds : truth::no;
}

truth machine::visible(std::uint32_t event, context const& ctx) const {
  auto const holds = is_true(event);
  if (holds == truth::no) return holds;
  if (ctx.extra != 0 && std::binary_search(extras(ctx.extra).begin(), extras(ctx.extra).end(), event)) return holds;
  auto const effective = facts_.events[event].effective;
  if (ctx.unknown || !effective.is_known()) return truth::open;
  note(effective, {turn::kind::event, event, 0});
  return facts::date_of(effective) <= ctx.date ? holds : truth::no;
}

std::uint32_t machine::extras_number(event_set set) {
  auto const [known, is_new] = extra_index_.try_emplace(std::move(set), static_cast<std::uint32_t>(extras_.size()));
  if (is_new) extras_.push_back(&known->first);
  return known->second;
}

std::uint32_t machine::with_visible(context const& ctx, std::uint32_t event) {
  if (watch_ != nullptr) watch_->look_at_event(event);
  auto const effective = facts_.events[event].effective;
  if (!ctx.unknown && effective.is_known() && facts::date_of(effective) <= ctx.date) return ctx.extra;
  if (ctx.extra != last_extended_.from || event != last_extended_.with) {  // instances come in runs of one event
    auto set = extras(ctx.extra);
    auto const at = std::lower_bound(set.begin(), set.end(), event);
    if (at == set.end() || *at != event) set.insert(at, event);
    last_extended_ = {ctx.extra, event, extras_number(std::move(set))};
  }
  return last_extended_.to;
}

// What does not depend on the date, or not on these events, is remembered under one key.
context machine::narrowed(context ctx, slot_set const& ranges, bool dated) {
  if (!dated) return {};
  if (ctx.extra == 0) return ctx;
  event_set kept(pool_);
  for (auto const event : extras(ctx.extra)) {
    if (ranges.has(facts_.events[event].kind)) kept.push_back(event);
  }
  if (kept.size() != extras(ctx.extra).size()) ctx.extra = extras_number(std::move(kept));
  return ctx;
}

value day_after(value date) {
  if (date.tag != facts::tag::date) return date;
  auto const next = source::add(facts::date_of(date), {0, 1});
  return next ? facts::of_date(*next) : facts::absent;
}

truth within(value from, value until, source::date date) {
  auto const is_date = [](value v) { return v.tag == facts::tag::date; };
  if (is_date(from) && date < facts::date_of(from)) return truth::no;
  if (is_date(until) && date >= facts::date_of(until)) return truth::no;
  bool const from_known = from.is_known();
  bool const until_known = until.is_known();
  if (from_known && until_known) return truth::yes;
  // The unknown end lies beyond the known one, so that the day of the known one is certain.
  if (is_date(from) && !until_known && date == facts::date_of(from)) return truth::yes;
  if (is_date(until) && !from_known && day_after(facts::of_date(date)) == until) return truth::yes;
  return truth::open;
}

}  // namespace casus::evaluate
