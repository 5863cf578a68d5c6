#include "act_edits.hpp"

#include "engine/facts/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::suite {
namespace {

std::vector<source::date> days_of(evaluate::norm const& norm, source::date otherwise) {
  std::set<source::date> days;
  for (auto const& day : {norm.from, norm.by, norm.until}) {
    if (day.tag != facts::tag::date) continue;
    days.insert(facts::date_of(day));
    if (auto const next = source::add(facts::date_of(day), {0, 1})) days.insert(*next);
  }
  if (days.empty()) days.insert(otherwise);
  return {days.begin(), days.end()};
}

// As the norm has it; what it says nothing of is not known.
facts::event done(check::event_kind const& kind, evaluate::norm const& norm, source::date day, source::span where) {
  facts::event made;
  made.kind = norm.act;
  made.fields.assign(kind.fields.size(), facts::unknown);
  made.origins.assign(kind.fields.size(), facts::origin::stated_unknown);
  made.places.assign(kind.fields.size(), where);
  for (std::size_t i = 0; i < std::min(kind.fields.size(), norm.arguments.size() + 1); ++i) {
    made.fields[i] = i == 0 ? norm.actor : norm.arguments[i - 1];
    made.origins[i] = facts::origin::stated;
  }
  made.date = facts::of_date(day);
  made.effective = made.date;
  made.where = where;
  return made;
}

}  // namespace

std::vector<fact_edit> acts_of(check::program const& program, facts::scenario const& told,
                               evaluate::findings const& found, std::optional<subject> const& of, std::size_t most) {
  std::vector<fact_edit> made;
  auto const can_be_said = [&](facts::value const& value) {
    if (value.tag == facts::tag::event) return facts::index_of(value) < told.agreed.events.size();
    return value.is_known() && value.tag != facts::tag::unnamed && value.tag != facts::tag::absent;
  };
  for (auto const& norm : found.norms) {
    bool const is_meant =
        !of || subject{facts::expected_subject::kind::provision, program.provisions[norm.provision].article} == *of;
    if (!is_meant || !can_be_said(norm.actor)) continue;
    if (!std::all_of(norm.arguments.begin(), norm.arguments.end(), can_be_said)) continue;
    auto const& kind = program.event_kinds[norm.act];
    for (auto const day : days_of(norm, found.date)) {
      if (made.size() == most) return made;
      auto const event = done(kind, norm, day, told.where);
      std::string words;
      for (std::size_t i = 0; i < kind.fields.size(); ++i)
        words += fmt::format("{}: {}, ", kind.fields[i].name, facts::print(event.fields[i], program, told.agreed));
      made.push_back({told.where, fmt::format("`{}: {{{}date: {}}}`", kind.name, words, source::to_iso(day)),
                      [event](facts::scenario& in) { in.agreed.events.push_back(event); }});
    }
  }
  return made;
}

}  // namespace casus::suite
