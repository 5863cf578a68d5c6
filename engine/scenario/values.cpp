#include "engine/scenario/values.hpp"

#include "engine/scenario/shapes.hpp"
#include "engine/source/overloaded.hpp"

#include <fmt/format.h>
#include <charconv>
#include <sstream>

namespace casus::scenario {
namespace {

using check::base_type;
using maybe = std::optional<facts::value>;

std::string takes(loading const& all, check::type const& type, std::string_view called) {
  return fmt::format("`{}` takes {}", called, words_for(all.rules, type));
}

maybe refuse(loading& all, element what, check::type const& type, std::string_view called, std::string help) {
  all.said.add("wrong-value", what.where(), fmt::format("{}, and this is `{}`", takes(all, type, called), what.text()),
               std::move(help));
  return std::nullopt;
}

maybe read_boolean(loading& all, element what, check::type const& type, std::string_view called) {
  if (what.text() == "true") return facts::of_boolean(true);
  if (what.text() == "false") return facts::of_boolean(false);
  return refuse(all, what, type, called, "write `true`, `false` or `unknown`");
}

maybe read_integer(loading& all, element what, check::type const& type, std::string_view called) {
  std::string const& text = what.text();
  std::string_view const digits = std::string_view(text).substr(text[0] == '-' ? 1 : 0);
  bool const is_number = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_number) return refuse(all, what, type, called, "write a number in digits: 12");
  if (digits.size() > 1 && digits[0] == '0') {
    return refuse(all, what, type, called, "leave out the zeros in front, which some readers of YAML take for octal");
  }
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{}) return facts::of_integer(number);
  all.said.add("too-large", what.where(), fmt::format("`{}` is larger than a number can be", text));
  return std::nullopt;
}

maybe read_duration(loading& all, element what, check::type const& type, std::string_view called) {
  if (auto const length = parse_duration(what.text())) return facts::of_duration(*length);
  return refuse(all, what, type, called, "write numbers and units: 3 years, or 1 month and 2 days");
}

maybe read_enumerator(loading& all, element what, check::type const& type, std::string_view called) {
  check::enumeration const& of = all.rules.enumerations[type.index];
  if (auto const found = find_name(of.values, what.text())) return facts::of_enumerator(type.index, *found);
  auto help = all.said.suggest(what.text(), of.values);
  if (help.empty() && of.values.size() <= 8) help = fmt::format("its values are {}", fmt::join(of.values, ", "));
  all.said.add("unknown-value", what.where(),
               fmt::format("{}, and `{}` is none", takes(all, type, called), what.text()),
               {fmt::format("`{}` is declared here", of.name), place_of(all.rules, of.declaration)}, std::move(help));
  return std::nullopt;
}

maybe read_entity(loading& all, element what, check::type const& type, std::string_view called) {
  auto const found = all.entities.find(what.text());
  if (found == all.entities.end()) {
    auto help = missing_comma(all, what.text());
    if (help.empty()) help = all.suggest_entity(what.text());
    if (help.empty()) help = "things are named by the rules or under `entities:`";
    all.said.add("unknown-name", what.where(), fmt::format("no entity named `{}`", what.text()), std::move(help));
    return std::nullopt;
  }
  facts::entity const& meant = all.agreed().entities[found->second];
  if (is_of(all.rules, meant.kind, type.index)) return facts::of_entity(meant.kind, found->second);
  all.said.add("type-mismatch", what.where(),
               fmt::format("{}, and `{}` is {}", takes(all, type, called), what.text(),
                           with_article(all.rules.kinds[meant.kind].name)),
               {fmt::format("`{}` is named here", what.text()), meant.where});
  return std::nullopt;
}

maybe read_event(loading& all, element what, check::type const& type, std::string_view called) {
  if (known_event const* const found = all.find_event(type.index, what.text())) {
    return facts::of_event(type.index, found->index);
  }
  all.said.add("unknown-name", what.where(),
               fmt::format("{}, and there is none named `{}`", takes(all, type, called), what.text()),
               all.suggest_event(type.index, what.text()));
  return std::nullopt;
}

maybe read_date(loading& all, element what, std::string_view called) {
  auto const day = read_day(what, called, all.said);
  return day ? maybe(facts::of_date(*day)) : std::nullopt;
}

maybe read_known(loading& all, element what, check::type const& type, std::string_view called) {
  switch (type.base) {
    case base_type::unknown: return facts::unknown;
    case base_type::boolean: return read_boolean(all, what, type, called);
    case base_type::integer: return read_integer(all, what, type, called);
    case base_type::text: return facts::of_text(all.agreed().texts.intern(what.text()));
    case base_type::date: return read_date(all, what, called);
    case base_type::duration: return read_duration(all, what, type, called);
    case base_type::enumeration: return read_enumerator(all, what, type, called);
    case base_type::entity: return read_entity(all, what, type, called);
    case base_type::event: return read_event(all, what, type, called);
  }
  return std::nullopt;
}

}  // namespace

std::string missing_comma(loading const& all, std::string const& text) {
  std::vector<std::string> names;
  std::istringstream words(text);
  for (std::string word; words >> word;) names.push_back(std::move(word));
  auto const is_named = [&](std::string const& name) { return all.entities.find(name) != all.entities.end(); };
  if (names.size() < 2 || !std::all_of(names.begin(), names.end(), is_named)) return {};
  return fmt::format("a comma stands between two: `{}`", fmt::join(names, ", "));
}

std::optional<facts::value> read_value(loading& all, element what, check::type const& type, std::string_view called) {
  if (what.is_plain("unknown")) return facts::unknown;
  if (what.is_nothing()) {
    if (type.optional) return facts::absent;
    all.said.add("wrong-value", what.where(), fmt::format("{}, and here is nothing", takes(all, type, called)),
                 "write `unknown` for what is not known");
    return std::nullopt;
  }
  // The words are made only where they are to be said.
  if (!what.is_scalar() && !expect_scalar(what, takes(all, type, called), all.said)) return std::nullopt;
  return read_known(all, what, type, called);
}

std::optional<facts::value> read_day_or_unknown(loading& all, element what, std::string_view called) {
  if (what.is_plain("unknown")) return facts::unknown;
  return read_date(all, what, called);
}

std::optional<facts::truth> read_truth(loading& all, element what) {
  if (what.is_plain("true")) return facts::truth::yes;
  if (what.is_plain("false")) return facts::truth::no;
  if (what.is_plain("unknown")) return facts::truth::open;
  if (!expect_scalar(what, "`holds` takes `true`, `false` or `unknown`", all.said)) return std::nullopt;
  all.said.add("wrong-value", what.where(),
               fmt::format("`holds` takes `true`, `false` or `unknown`, and this is `{}`", what.text()));
  return std::nullopt;
}

}  // namespace casus::scenario
