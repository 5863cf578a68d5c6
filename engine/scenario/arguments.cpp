#include "engine/scenario/shapes.hpp"
#include "engine/scenario/statements.hpp"
#include "engine/scenario/values.hpp"

#include <fmt/format.h>

namespace casus::scenario {
namespace {

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

arguments from_mapping(check::relation const& relation, element what) {
  arguments read;
  for (std::size_t i = 0; i < what.size(); ++i) {
    if (auto const parameter = find_name(relation.parameter_names, what.key(i).text())) {
      read.given.push_back({*parameter, what.value(i)});
    } else {
      read.other_keys.emplace_back(what.key(i), what.value(i));
    }
  }
  return read;
}

void wrong_count(loading& all, check::relation const& relation, element what, std::size_t given) {
  std::string help;
  for (std::size_t i = 0; what.is_list() && i < what.size() && help.empty(); ++i)
    if (what.item(i).is_scalar()) help = missing_comma(all, what.item(i).text());
  all.said.add(
      "argument-count", what.where(),
      fmt::format("`{}` takes {}, and here {} given", relation.name, counted(relation.parameters.size(), "argument"),
                  given == 1 ? std::string("is 1") : fmt::format("are {}", given)),
      {fmt::format("`{}` is declared here", relation.name), place_of(all.rules, relation.declaration)},
      std::move(help));
}

}  // namespace

std::optional<arguments> read_arguments(loading& all, check::relation const& relation, element what) {
  if (what.is_mapping()) return from_mapping(relation, what);
  if (what.is_nothing()) {
    all.said.add("wrong-shape", what.where(), fmt::format("nothing is stated of `{}` here", relation.name));
    return std::nullopt;
  }
  std::size_t const given = what.is_list() ? what.size() : 1;
  if (given != relation.parameters.size()) {
    wrong_count(all, relation, what, given);
    return std::nullopt;
  }
  arguments read;
  if (what.is_scalar()) {
    read.given.push_back({0, what});
    return read;
  }
  for (std::size_t i = 0; i < what.size(); ++i) read.given.push_back({static_cast<std::uint32_t>(i), what.item(i)});
  return read;
}

}  // namespace casus::scenario
