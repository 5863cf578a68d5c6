#include "fact_values.hpp"

#include "engine/explain/change_days.hpp"
#include "engine/facts/print.hpp"
#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace casus::cli {

std::string or_nearest(std::string const& name, std::vector<std::string> const& known) {
  auto const help = source::did_you_mean(name, known);
  return help.empty() ? std::string{} : "; " + help;
}

std::string fact_values::called(facts::value const& value) const { return facts::print(value, program_, facts_); }

std::vector<facts::value> fact_values::all_of(check::type const& type) const {
  if (type.base == check::base_type::event) return events_of(type.index);
  if (type.base == check::base_type::boolean) return {facts::of_boolean(true), facts::of_boolean(false)};
  std::vector<facts::value> all;
  if (type.base == check::base_type::enumeration) {
    auto const number = program_.enumerations[type.index].values.size();
    for (std::uint32_t v = 0; v < number; ++v) all.push_back(facts::of_enumerator(type.index, v));
  } else if (type.base == check::base_type::entity) {
    auto const& family = program_.kinds[type.index].family;
    for (std::uint32_t e = 0; e < facts_.entities.size(); ++e) {
      auto const kind = facts_.entities[e].kind;
      if (std::find(family.begin(), family.end(), kind) != family.end()) all.push_back(facts::of_entity(kind, e));
    }
  } else {
    throw usage_error{fmt::format("`{0}` may have any number of values: name those that are meant, as {0}=A|B", name_)};
  }
  return all;
}

std::vector<facts::value> fact_values::events_of(check::event_kind_index kind) const {
  std::vector<facts::value> all;
  for (std::uint32_t e = 0; e < facts_.events.size(); ++e)
    if (facts_.events[e].kind == kind) all.push_back(facts::of_event(kind, e));
  return all;
}

std::vector<facts::value> fact_values::days_of(std::uint32_t event) const {
  std::vector<source::date> days;
  auto const take = [&](facts::value const& value) {
    if (value.tag == facts::tag::date) days.push_back(facts::date_of(value));
  };
  for (auto const& each : facts_.events)
    if (each.where.file == in_.told.where.file) take(each.date), take(each.effective);
  for (auto const& said : facts_.statements) {
    if (said.where.file != in_.told.where.file) continue;
    take(said.from.value_or(facts::absent));
    take(said.until.value_or(facts::absent));
  }
  auto const& how = in_.accounts.world(in_.account).how();
  std::vector<facts::value> all;
  for (auto const day : explain::change_days(in_.rules, facts_, how, in_.on.date, event, days))
    all.push_back(facts::of_date(day));
  return all;
}

facts::value fact_values::named(check::type const& type, std::string const& name) const {
  if (name == "unknown") return facts::unknown;
  if (name == "absent" && type.optional) return facts::absent;
  if (type.base == check::base_type::date) return facts::of_date(*optional_date("--vary", name));
  if (type.base == check::base_type::integer) {
    std::int64_t number = 0;
    auto const read = std::from_chars(name.data(), name.data() + name.size(), number);
    if (read.ec == std::errc{} && read.ptr == name.data() + name.size()) return facts::of_integer(number);
    throw usage_error{fmt::format("`{}` is a number, not `{}`", name_, name)};
  }
  std::vector<std::string> known;
  for (auto const& value : all_of(type)) {
    known.push_back(called(value));
    if (known.back() == name) return value;
  }
  throw usage_error{fmt::format("`{}` is no value for `{}`{}", name, name_, or_nearest(name, known))};
}

}  // namespace casus::cli
