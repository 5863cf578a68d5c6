#include "instance_rows.hpp"

#include "norm_state.hpp"

#include "engine/evaluate/establishing.hpp"

namespace casus::report {
namespace {

// An instance with its binding widened to all slots, as the world takes it.
struct reading_place {
  evaluate::binding slots;
  std::optional<evaluate::world::place> where;
};

reading_place place_of(subject const& about, check::provision_index provision, evaluate::instance const& one) {
  auto const& scope = about.rules.program().provisions[provision].scope;
  reading_place place{.slots = one.binding, .where = about.world.place_of(provision, one.binding, about.found.date)};
  place.slots.resize(scope.variables.size());
  return place;
}

facts::value value_of(subject const& about, reading_place& place, model::expression_id term) {
  return place.where ? about.world.value_of(term, place.slots, *place.where) : facts::unknown;
}

row begun(evaluate::instance const& one, row::kind of, std::uint32_t consequence) {
  return {.of = of,
          .status = one.status,
          .certain = facts::truth::yes,
          .consequence = consequence,
          .columns = {},
          .state = {},
          .remarks = {}};
}

row plain_row(evaluate::instance const& one) {
  row made = begun(one, row::kind::plain, 0);
  for (auto const& value : one.binding) made.columns.push_back({value});
  return made;
}

std::string interval_words(names const& named, facts::value const& from, facts::value const& until) {
  std::string text;
  if (from.tag == facts::tag::date) text = "from " + named.of(from);
  if (from.tag == facts::tag::unknown) text = "from an unknown date";
  if (until.tag == facts::tag::date) text += (text.empty() ? "until " : " until ") + named.of(until);
  return text;
}

// What a displaced instance would have led to, had it not been displaced.
row row_of(subject const& about, evaluate::instance const& one, model::norm const& effect, std::uint32_t consequence,
           reading_place place) {
  row made = begun(one, row::kind::norm, consequence);
  made.columns.push_back({value_of(about, place, effect.actor)});
  for (auto const argument : effect.arguments) made.columns.push_back({value_of(about, place, argument)});
  return made;
}

bool is_doubtful(evaluate::status status) {
  return status == evaluate::status::open || status == evaluate::status::undetermined;
}

// What is owed but for a displacement.
std::vector<row> displaced_norms(subject const& about, check::provision_index provision,
                                 evaluate::instance const& one) {
  std::vector<row> rows;
  auto const& consequences = about.rules.program().text_of(about.rules.program().provisions[provision]).consequences;
  auto const place = place_of(about, provision, one);
  for (std::uint32_t i = 0; i < consequences.size(); ++i) {
    auto const* const norm = std::get_if<model::norm>(&consequences[i].effect);
    if (norm == nullptr || consequences[i].on != model::branch::then) continue;
    rows.push_back(row_of(about, one, *norm, i, place));
  }
  return rows;
}

}  // namespace

row norm_row(names const& named, facts::base const& known, evaluate::instance const& one, evaluate::norm const& norm) {
  row made = begun(one, row::kind::norm, norm.consequence);
  made.columns.push_back({norm.actor});
  for (auto const& argument : norm.arguments) made.columns.push_back({argument});
  made.state = state_words(norm, named, known);
  made.is_joint = !norm.joint_with.empty();
  made.certain = norm.certain;
  return made;
}

row fact_row(names const& named, evaluate::instance const& one, evaluate::established_fact const& fact,
             source::date today) {
  row made = begun(one, row::kind::establishment, fact.consequence);
  for (auto const& argument : fact.arguments) made.columns.push_back({argument});
  made.state = interval_words(named, fact.from, fact.until);
  bool const has_ended = fact.until.tag == facts::tag::date && facts::date_of(fact.until) <= today;
  if (has_ended) made.state += ", ended since";
  return made;
}

std::vector<row> rows_of(subject const& about, names const& named, check::provision_index provision,
                         evaluate::instance const& one, settling how) {
  std::vector<row> rows;
  if (one.status != evaluate::status::does_not_apply && one.status != evaluate::status::not_in_force) {
    for (auto const index : one.norms) {
      auto const& norm = about.found.norms[index];
      rows.push_back(norm_row(named, about.world.facts(), one, norm));
      rows.back().remarks = remarks_on_state(about, named, norm, how);
    }
    for (auto const& fact : evaluate::established_by(about.world, provision, one, about.found.date))
      rows.push_back(fact_row(named, one, fact, about.found.date));
    if (one.status == evaluate::status::displaced) {
      auto more = displaced_norms(about, provision, one);
      rows.insert(rows.end(), more.begin(), more.end());
    }
  }
  if (rows.empty() || one.status == evaluate::status::violated) rows.insert(rows.begin(), plain_row(one));
  if (is_doubtful(one.status)) {
    for (auto& made : rows) made.certain = facts::truth::open;
  }
  return rows;
}

}  // namespace casus::report
