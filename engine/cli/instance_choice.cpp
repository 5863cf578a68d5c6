#include "instance_choice.hpp"

#include "engine/facts/print.hpp"
#include "engine/report/reading.hpp"
#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

constexpr std::size_t most_listed = 8;  // names that are listed where none is near

check::article const& article_named(check::program const& program, std::string const& id) {
  std::vector<std::string> ids;
  for (auto const& article : program.articles) {
    if (article.id == id) return article;
    ids.push_back(article.id);
  }
  std::vector<std::string> below;
  for (auto const& one : ids)
    if (one.starts_with(id + '.')) below.push_back(one);
  if (!below.empty()) {
    constexpr std::size_t most_below = 12;
    auto const more =
        below.size() > most_below ? fmt::format(" and {} more", below.size() - most_below) : std::string{};
    below.resize(std::min(below.size(), most_below));
    throw usage_error{fmt::format("`{}` has parts, name one: {}{}", id, fmt::join(below, ", "), more)};
  }
  throw usage_error{fmt::format("there is no provision `{}`{}", id, suggestion(id, ids))};
}

std::string printed(opened_case const& in, facts::value const& value) {
  return facts::print(value, in.rules.program(), in.accounts.world(in.account).facts());
}

// Everything of the type, also events that are not there on the date: one may ask about them.
std::vector<facts::value> things_of(opened_case const& in, check::type const& type) {
  auto all = in.accounts.world(in.account).range_of(type, {in.on.date, {}, false});
  if (type.base != check::base_type::event) return all;
  all.clear();
  auto const& events = in.accounts.world(in.account).facts().events;
  for (std::uint32_t e = 0; e < events.size(); ++e)
    if (events[e].kind == type.index) all.push_back(facts::of_event(type.index, e));
  return all;
}

facts::value thing_named(opened_case const& in, check::variable const& variable, std::string const& name) {
  std::vector<std::string> known;
  for (auto const& value : things_of(in, variable.type)) {
    known.push_back(printed(in, value));
    if (known.back() == name) return value;
  }
  throw usage_error{
      fmt::format("nothing that `{}` could be is called `{}`{}", variable.name, name, suggestion(name, known))};
}

bool has_values(evaluate::binding const& binding, std::vector<evaluate::world::given> const& given) {
  return std::all_of(given.begin(), given.end(), [&](auto const& one) { return binding[one.slot] == one.value; });
}

}  // namespace

std::string suggestion(std::string const& name, std::vector<std::string> const& known) {
  if (auto help = source::did_you_mean(name, known); !help.empty()) return "; " + help;
  if (known.empty() || known.size() > most_listed) return {};
  return (known.size() == 1 ? "; there is " : "; there are ") + report::joined(known);
}

wanted_instance wanted(std::string provision, std::vector<std::string> const& pairs) {
  wanted_instance asked{.provision = std::move(provision), .values = {}};
  for (auto const& text : pairs) {
    auto const sign = text.find('=');
    if (sign == std::string::npos || sign == 0) {
      throw usage_error{
          fmt::format("an instance is named by VARIABLE=NAME, such as ally=northland, not by `{}`", text)};
    }
    asked.values.emplace_back(text.substr(0, sign), text.substr(sign + 1));
  }
  return asked;
}

std::vector<chosen_version> versions_of(wanted_instance const& asked, opened_case const& in) {
  auto const& program = in.rules.program();
  std::vector<chosen_version> chosen;
  std::vector<std::string> variables;
  std::string missing;
  for (auto const version : article_named(program, asked.provision).versions) {
    chosen_version one{.provision = version, .given = {}};
    auto const& scope = program.provisions[version].scope;
    bool has_all = true;
    for (auto const& [name, thing] : asked.values) {
      std::optional<std::uint32_t> found;
      for (std::uint32_t slot = 0; slot < scope.parameters; ++slot) {
        auto const& variable = program.variables[scope.variables[slot]];
        if (variable.name == name) found = slot;
        if (std::find(variables.begin(), variables.end(), variable.name) == variables.end()) {
          variables.push_back(variable.name);
        }
      }
      if (!found) missing = name, has_all = false;
      if (found) one.given.push_back({*found, thing_named(in, program.variables[scope.variables[*found]], thing)});
    }
    if (has_all) chosen.push_back(std::move(one));
  }
  if (!chosen.empty()) return chosen;
  throw usage_error{
      fmt::format("`{}` binds no variable `{}`{}", asked.provision, missing, suggestion(missing, variables))};
}

std::vector<chosen_instance> listed(std::vector<chosen_version> const& versions, opened_case const& in) {
  std::vector<chosen_instance> all;
  auto const& found = in.accounts.at(in.account, in.on.date);
  for (auto const& version : versions) {
    for (auto const& one : found.provisions[version.provision].instances) {
      if (has_values(one.binding, version.given)) all.push_back({version.provision, one});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.what.status < b.what.status; });
  return all;
}

std::optional<chosen_instance> named(std::vector<chosen_version> const& versions, opened_case const& in) {
  std::optional<chosen_instance> strongest;
  for (auto const& version : versions) {
    auto const parameters = in.rules.program().provisions[version.provision].scope.parameters;
    evaluate::binding values(parameters);
    for (auto const& one : version.given) values[one.slot] = one.value;
    bool const is_full = std::all_of(values.begin(), values.end(), [](auto const& v) { return v.is_known(); });
    if (!is_full) continue;
    auto what = in.accounts.world(in.account).instance_of(version.provision, values, in.on.date);
    if (!strongest || what.status < strongest->what.status) strongest = {version.provision, std::move(what)};
  }
  return strongest;
}

std::string written(chosen_instance const& one, opened_case const& in) {
  auto const& program = in.rules.program();
  auto const& scope = program.provisions[one.provision].scope;
  std::string text;
  for (std::uint32_t slot = 0; slot < scope.parameters; ++slot) {
    text += (text.empty() ? "" : " ") + program.variables[scope.variables[slot]].name + '=' +
            printed(in, one.what.binding[slot]);
  }
  return text;
}

}  // namespace casus::cli
