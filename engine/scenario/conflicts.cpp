#include "engine/facts/print.hpp"
#include "engine/scenario/statements.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <limits>
#include <tuple>

namespace casus::scenario {
namespace {

// Days on which a statement certainly speaks, the end excluded: an end that is not known lies after the known one.
struct days {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

constexpr std::int64_t ever = std::numeric_limits<std::int64_t>::max();

days certain_days(facts::statement const& said) {
  bool const begin_is_open = said.from && !said.from->is_known();
  bool const end_is_open = said.until && !said.until->is_known();
  std::int64_t const begin = said.from ? facts::date_of(*said.from).days : -ever;
  std::int64_t const end = said.until ? facts::date_of(*said.until).days : ever;
  if (begin_is_open) return said.until && !end_is_open ? days{end - 1, end} : days{};
  if (end_is_open) return said.from ? days{begin, begin + 1} : days{};
  return {begin, end};
}

bool agree(facts::statement const& a, facts::statement const& b) { return a.holds == b.holds && a.held == b.held; }

bool same_tuple(facts::statement const& a, facts::statement const& b) {
  return a.relation == b.relation && a.arguments == b.arguments;
}

void report_conflict(loading& all, facts::statement const& a, facts::statement const& b) {
  // The one that stands later is the one to look at.
  bool const a_first = a.where < b.where;
  facts::statement const& first = a_first ? a : b;
  facts::statement const& second = a_first ? b : a;
  all.said.add("conflicting-facts", second.where,
               fmt::format("two statements of `{}` disagree on the same day",
                           facts::print_tuple(second, all.rules, all.told.agreed)),
               {"the other is here", first.where}, "give them intervals that do not meet");
}

struct spoken {
  facts::statement const* said;
  days when;
};

// The statements of one tuple in the order of their beginnings. Of those before it, one can disagree with a statement
// only if it reaches far enough, so it is enough to keep the one that reaches furthest, and the one that does so among
// those that disagree with it.
void check_tuple(loading& all, std::vector<spoken> const& tuple) {
  spoken const* furthest = nullptr;
  spoken const* other = nullptr;
  for (spoken const& each : tuple) {
    for (spoken const* const before : {furthest, other}) {
      if (before == nullptr || agree(*before->said, *each.said) || before->when.end <= each.when.begin) continue;
      report_conflict(all, *before->said, *each.said);
      break;
    }
    if (furthest == nullptr || each.when.end > furthest->when.end) {
      if (furthest != nullptr && !agree(*furthest->said, *each.said)) other = furthest;
      furthest = &each;
    } else if (!agree(*furthest->said, *each.said) && (other == nullptr || each.when.end > other->when.end)) {
      other = &each;
    }
  }
}

}  // namespace

void check_conflicts(loading& all, std::vector<facts::statement> const& statements) {
  std::vector<spoken> sorted;
  sorted.reserve(statements.size());
  for (facts::statement const& each : statements) {
    days const when = certain_days(each);
    if (when.begin < when.end) sorted.push_back({&each, when});
  }
  auto const key = [](spoken const& each) {
    return std::tie(each.said->relation, each.said->arguments, each.when.begin, each.when.end, each.said->where);
  };
  std::sort(sorted.begin(), sorted.end(), [&](spoken const& a, spoken const& b) { return key(a) < key(b); });
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::vector<spoken> tuple;
    std::size_t end = begin;
    while (end < sorted.size() && same_tuple(*sorted[begin].said, *sorted[end].said)) tuple.push_back(sorted[end++]);
    if (tuple.size() > 1) check_tuple(all, tuple);
    begin = end;
  }
}

}  // namespace casus::scenario
