#include "engine/check/natural_order.hpp"
#include "engine/check/passes.hpp"

#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace casus::check {
namespace {

struct draft {
  instrument_index instrument = 0;
  std::string_view id;
  source::date from;
  std::uint32_t declaration = 0;
};

constexpr instrument_index no_instrument = std::numeric_limits<instrument_index>::max();

std::string suggest(tables& all, std::string_view word) {
  if (!all.said.may_suggest(all.checked.instruments.size())) return {};
  std::vector<std::string> names;
  for (instrument const& each : all.checked.instruments) names.push_back(each.id);
  return source::did_you_mean(word, names);
}

instrument_index instrument_of(tables& all, model::name const& id) {
  std::size_t const dot = id.text.find('.');
  auto const first = std::string_view{id.text}.substr(0, dot);
  auto const found = all.instruments.find(first);
  if (found == all.instruments.end()) {
    all.said.add("unknown-name", id.where, fmt::format("no instrument named `{}`", first), suggest(all, first));
    return no_instrument;
  }
  if (dot == std::string::npos) {
    all.said.add("unknown-name", id.where, fmt::format("`{}` names an instrument and no article of it", id.text),
                 fmt::format("a provision is called by its place: `{}.1`", id.text));
  }
  return found->second;
}

bool precedes(draft const& a, draft const& b) {
  if (a.instrument != b.instrument) return a.instrument < b.instrument;
  if (a.id != b.id) return comes_before(a.id, b.id);
  return a.from != b.from ? a.from < b.from : a.declaration < b.declaration;
}

std::vector<draft> drafts(tables& all) {
  std::vector<draft> found;
  auto const& declarations = all.checked.rules.declarations;
  for (std::uint32_t index = 0; index < declarations.size(); ++index) {
    auto const* const written = std::get_if<model::provision>(&declarations[index]);
    if (written == nullptr) continue;
    source::date const from =
        written->in_force ? written->in_force->from.value_or(source::first_date) : source::first_date;
    found.push_back({instrument_of(all, written->id), written->id.text, from, index});
  }
  std::sort(found.begin(), found.end(), precedes);
  return found;
}

}  // namespace

void arrange_provisions(tables& all) {
  program& checked = all.checked;
  auto const all_drafts = drafts(all);
  checked.provisions.reserve(all_drafts.size());
  checked.articles.reserve(all_drafts.size());
  for (draft const& each : all_drafts) {
    auto const index = static_cast<provision_index>(checked.provisions.size());
    if (checked.articles.empty() || checked.articles.back().id != each.id) {
      all.articles.emplace(each.id, static_cast<article_index>(checked.articles.size()));
      checked.articles.push_back({std::string(each.id), {}});
    }
    if (checked.articles.back().versions.size() == most_members) {
      auto const& written = std::get<model::provision>(checked.rules.declarations[each.declaration]);
      all.said.add("too-large", written.id.where, fmt::format("a provision has at most {} versions", most_members));
      continue;
    }
    checked.articles.back().versions.push_back(index);
    provision added;
    added.id = each.id;
    added.title = std::get<model::provision>(checked.rules.declarations[each.declaration]).title;
    added.article = static_cast<article_index>(checked.articles.size() - 1);
    if (each.instrument != no_instrument) added.instrument = each.instrument;
    added.declaration = each.declaration;
    checked.provisions.push_back(std::move(added));
  }
}

}  // namespace casus::check
