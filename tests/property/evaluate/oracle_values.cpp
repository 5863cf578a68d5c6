// What values are, how they compare, what an unknown one may be.
#include "tests/property/evaluate/oracle.hpp"

#include <algorithm>

namespace casus::oracle {
namespace {

using model::comparison_operator;

truth of(bool condition) { return condition ? truth::yes : truth::no; }

bool fits(comparison_operator op, std::strong_ordering found) {
  switch (op) {
    case comparison_operator::equal: return found == 0;
    case comparison_operator::not_equal: return found != 0;
    case comparison_operator::less: return found < 0;
    case comparison_operator::less_or_equal: return found <= 0;
    case comparison_operator::greater: return found > 0;
    case comparison_operator::greater_or_equal: return found >= 0;
  }
  return false;
}

truth compare_ranges(comparison_operator op, number_range a, number_range b) {
  bool some = false;
  bool every = true;
  for (std::int64_t left = a.least; left <= a.most; ++left) {
    for (std::int64_t right = b.least; right <= b.most; ++right) {
      bool const here = fits(op, left <=> right);
      some = some || here;
      every = every && here;
    }
  }
  return every ? truth::yes : some ? truth::open : truth::no;
}

bool is_thing(value const& of) {
  return of.tag == facts::tag::entity || of.tag == facts::tag::event || of.tag == facts::tag::unnamed;
}

bool contains(std::vector<check::kind_index> const& kinds, check::kind_index kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

std::optional<number_range> range_of(term const& of) {
  if (of.range) return of.range;
  if (of.what.tag == facts::tag::integer) return number_range{of.what.payload, of.what.payload};
  return std::nullopt;
}

std::vector<value> evaluator::range(check::type const& of) const {
  std::vector<value> found;
  switch (of.base) {
    case check::base_type::boolean: found = {facts::of_boolean(false), facts::of_boolean(true)}; break;
    case check::base_type::enumeration:
      for (std::uint32_t index = 0; index < rules_.enumerations[of.index].values.size(); ++index) {
        found.push_back(facts::of_enumerator(of.index, index));
      }
      break;
    case check::base_type::entity:
      for (std::uint32_t index = 0; index < facts_.entities.size(); ++index) {
        check::kind_index const kind = facts_.entities[index].kind;
        if (contains(rules_.kinds[of.index].family, kind)) found.push_back(facts::of_entity(kind, index));
      }
      break;
    case check::base_type::event:
      for (std::uint32_t index = 0; index < facts_.events.size(); ++index) {
        if (facts_.events[index].kind == of.index && !hidden(facts_.events[index])) {
          found.push_back(facts::of_event(of.index, index));
        }
      }
      break;
    case check::base_type::unknown:
    case check::base_type::integer:
    case check::base_type::text:
    case check::base_type::date:
    case check::base_type::duration: break;
  }
  return found;
}

// What an unknown value of the type may be; none where that has no end.
std::vector<value> evaluator::candidates(check::type const& of) const {
  if (!check::is_enumerable(of)) return {};
  std::vector<value> found = range(of);
  bool const is_entity = of.base == check::base_type::entity;
  if (is_entity && !rules_.kinds[of.index].closed) found.push_back(facts::unnamed_of(facts::tag::entity, of.index));
  if (of.base == check::base_type::event) found.push_back(facts::unnamed_of(facts::tag::event, of.index));
  if (of.optional) found.push_back(facts::absent);
  return found;
}

// Whether an entity is of a kind.
truth evaluator::within(value const& element, check::kind_index kind) const {
  if (element.tag == facts::tag::entity)
    return of(contains(rules_.kinds[kind].family, facts_.entities[facts::index_of(element)].kind));
  if (contains(rules_.kinds[kind].family, element.extra)) return truth::yes;
  bool const may_be = contains(rules_.kinds[element.extra].family, kind) && !rules_.kinds[kind].closed;
  return may_be ? truth::open : truth::no;
}

truth evaluator::equal(value const& a, value const& b) const {
  if (a == facts::absent || b == facts::absent) return truth::no;
  if (!a.is_known() || !b.is_known()) return truth::open;
  if (a.tag == facts::tag::unnamed && b.tag == facts::tag::unnamed) return truth::open;
  if (a.tag == facts::tag::unnamed || b.tag == facts::tag::unnamed) return truth::no;
  if (is_thing(a)) return of(a.tag == b.tag && a.payload == b.payload);
  if (a.tag == facts::tag::duration) {
    auto const found = source::compare(facts::duration_of(a), facts::duration_of(b));
    return found == std::partial_ordering::unordered ? truth::open : of(found == 0);
  }
  return of(a == b);
}

truth evaluator::ordered(comparison_operator op, value const& a, value const& b) const {
  if (a.tag == facts::tag::text) {
    return of(fits(op, texts_[facts::index_of(a)].compare(texts_[facts::index_of(b)]) <=> 0));
  }
  if (a.tag == facts::tag::duration) {
    auto const found = source::compare(facts::duration_of(a), facts::duration_of(b));
    if (found == std::partial_ordering::unordered) return truth::open;
    return of(fits(op, found < 0   ? std::strong_ordering::less
                       : found > 0 ? std::strong_ordering::greater
                                   : std::strong_ordering::equal));
  }
  return of(fits(op, a.payload <=> b.payload));
}

truth evaluator::compare(comparison_operator op, term const& a, term const& b) const {
  bool const is_different = op == comparison_operator::not_equal;
  if (a.what == facts::absent || b.what == facts::absent) return of(is_different);
  if (range_of(a) && range_of(b)) return compare_ranges(op, *range_of(a), *range_of(b));
  if (!a.what.is_known() || !b.what.is_known()) return truth::open;
  if (op == comparison_operator::equal) return equal(a.what, b.what);
  if (is_different) return facts::negate(equal(a.what, b.what));
  return ordered(op, a.what, b.what);
}

// The order of two keys; none where it is not known.
std::optional<std::strong_ordering> evaluator::order(value const& a, value const& b) const {
  if (!a.is_known() || !b.is_known() || a == facts::absent || b == facts::absent) return std::nullopt;
  if (ordered(comparison_operator::less, a, b) == truth::yes) return std::strong_ordering::less;
  if (ordered(comparison_operator::greater, a, b) == truth::yes) return std::strong_ordering::greater;
  if (ordered(comparison_operator::equal, a, b) == truth::yes) return std::strong_ordering::equal;
  return std::nullopt;
}

bool evaluator::hidden(facts::event const& event) const {
  if (event.holds == truth::no) return true;
  if (!how_.known_by) return false;
  if (event.known) return *event.known > *how_.known_by;
  return event.date.is_known() && facts::date_of(event.date) > *how_.known_by;
}

truth evaluator::visible(value const& event, moment const& on) const {
  facts::event const& meant = facts_.events[facts::index_of(event)];
  if (hidden(meant)) return truth::no;
  std::uint32_t const index = facts::index_of(event);
  if (std::find(on.visible.begin(), on.visible.end(), index) != on.visible.end()) return meant.holds;
  if (!meant.effective.is_known() || on.is_unknown) return truth::open;
  return facts::date_of(meant.effective) <= on.date ? meant.holds : truth::no;
}

}  // namespace casus::oracle
