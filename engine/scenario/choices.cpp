#include "engine/scenario/choices.hpp"

#include "engine/scenario/shapes.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace casus::scenario {
namespace {

bool is_used(check::program const& rules, check::interpretation_index point) {
  for (std::uint32_t i = 0; i < rules.resolved.size(); ++i) {
    check::resolution const& each = rules.resolved[model::expression_id{i}];
    if (each.of == check::resolution::kind::interpretation && each.index == point) return true;
  }
  return false;
}

void read_reading(loading& all, element key, element value, facts::readings& chosen) {
  auto const point = all.names.interpretations.find(key.text());
  if (!point) {
    all.said.add("unknown-name", key.where(), fmt::format("no interpretation named `{}`", key.text()),
                 all.said.suggest(key.text(), all.names.interpretations.names()));
    return;
  }
  check::interpretation const& of = all.rules.interpretations[*point];
  if (!is_used(all.rules, *point)) {
    all.said.add("unused-reading", key.where(), fmt::format("no rule turns on `{}`", of.id),
                 {"it is declared here", place_of(all.rules, of.declaration)});
  }
  if (!expect_scalar(value, fmt::format("`{}` takes one of its readings", of.id), all.said)) return;
  if (value.is_plain("unknown")) {
    chosen[*point] = std::nullopt;
    return;
  }
  auto const& values = all.rules.enumerations[of.values].values;
  if (auto const found = find_name(values, value.text())) {
    chosen[*point] = *found;
    return;
  }
  auto help = all.said.suggest(value.text(), values);
  if (help.empty()) help = fmt::format("its readings are {}", fmt::join(values, ", "));
  all.said.add("unknown-value", value.where(), fmt::format("`{}` has no reading `{}`", of.id, value.text()),
               {"it is declared here", place_of(all.rules, of.declaration)}, std::move(help));
}

}  // namespace

facts::readings read_readings(loading& all, element section) {
  facts::readings chosen;
  if (!expect_mapping(section, "`readings` takes a mapping of interpretations to readings", all.said)) return chosen;
  for (std::size_t i = 0; i < section.size(); ++i) read_reading(all, section.key(i), section.value(i), chosen);
  return chosen;
}

facts::law_dates read_law(loading& all, element section) {
  facts::law_dates law;
  if (!section.is_mapping()) {
    law.everywhere = read_day(section, "law", all.said);
    return law;
  }
  for (std::size_t i = 0; i < section.size(); ++i) {
    element const key = section.key(i);
    auto const article = all.names.articles.find(key.text());
    if (!article) {
      all.said.add("unknown-name", key.where(), fmt::format("no provision named `{}`", key.text()),
                   all.said.suggest(key.text(), all.names.articles.names()));
      continue;
    }
    if (auto const day = read_day(section.value(i), key.text(), all.said)) law.of_article[*article] = *day;
  }
  return law;
}

}  // namespace casus::scenario
