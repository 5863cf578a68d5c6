#include "engine/check/checks.hpp"
#include "engine/source/nearest.hpp"
#include "engine/source/overloaded.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

constexpr std::size_t most_suggestions = 200;  // comparing names is slow, and nobody reads more

struct reading {
  std::string_view text;
  source::span where;
  std::string_view of;
  std::vector<std::string_view> names;  // that may stand in braces
};

// The place of a part of a text, where the text has no escapes before it that would shift it.
source::span part_of(reading const& in, std::size_t begin, std::size_t length) {
  constexpr std::size_t quotes = 2;
  if (in.where.end - in.where.begin != in.text.size() + quotes) return in.where;
  auto const start = in.where.begin + 1 + static_cast<std::uint32_t>(begin);
  return {in.where.file, start, start + static_cast<std::uint32_t>(length)};
}

std::string suggestion(reading const& of, std::string_view name) {
  return source::did_you_mean(name, std::vector<std::string>(of.names.begin(), of.names.end()));
}

void check_reading(reading const& of, diagnostics& said) {
  for (std::size_t open = of.text.find('{'); open != std::string_view::npos; open = of.text.find('{', open + 1)) {
    std::size_t const close = of.text.find('}', open);
    if (close == std::string_view::npos) {
      said.push_back(source::report("reading-text", part_of(of, open, 1), "this `{` has no `}` after it"));
      return;
    }
    std::string_view const name = of.text.substr(open + 1, close - open - 1);
    if (std::find(of.names.begin(), of.names.end(), name) != of.names.end()) continue;
    said.push_back(source::report("reading-text", part_of(of, open, close - open + 1),
                                  fmt::format("`{}` has no `{}` to put in its reading", of.of, name),
                                  said.size() < most_suggestions ? suggestion(of, name) : ""));
  }
}

std::vector<std::string_view> names_of(std::vector<model::field> const& fields) {
  std::vector<std::string_view> names;
  for (model::field const& each : fields) names.push_back(each.id.text);
  names.insert(names.end(), {"date", "effective", "known"});
  return names;
}

std::vector<std::string_view> names_of(std::vector<model::variable> const& parameters) {
  std::vector<std::string_view> names;
  for (model::variable const& each : parameters) names.push_back(each.id.text);
  return names;
}

std::vector<std::string_view> names_of(model::fact const& fact) {
  std::vector<std::string_view> names = names_of(fact.parameters);
  if (fact.value) names.emplace_back("value");
  return names;
}

}  // namespace

diagnostics check_readings(program const& checked) {
  diagnostics said;
  for (model::declaration const& each : checked.rules.declarations) {
    std::visit(source::overloaded{
                   [](model::use_file const&) {},
                   [](model::instrument const&) {},
                   [](model::entity_kind const&) {},
                   [](model::individual const&) {},
                   [](model::enumeration const&) {},
                   [&](model::event_kind const& it) {
                     check_reading({it.reading, it.reading_where, it.id.text, names_of(it.fields)}, said);
                   },
                   [&](model::fact const& it) {
                     check_reading({it.reading, it.reading_where, it.id.text, names_of(it)}, said);
                   },
                   [&](model::define const& it) {
                     check_reading({it.reading, it.reading_where, it.id.text, names_of(it.parameters)}, said);
                   },
                   [](model::provision const&) {},
                   [](model::interpretation const&) {},
                   [](model::question const&) {},
               },
               each);
  }
  return said;
}

}  // namespace casus::check
