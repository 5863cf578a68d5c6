#include "check_options.hpp"

#include "command.hpp"

#include "engine/report/reading.hpp"
#include "engine/session/session.hpp"
#include "engine/source/catalogue.hpp"
#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace casus::cli {
namespace {

source::date date_of(std::string_view option, std::string_view text) {
  if (auto const day = source::parse_date(text)) return *day;
  throw usage_error{fmt::format("{} takes a date such as 2010-06-15, not `{}`", option, text)};
}

struct pair {
  std::string name;
  std::string value;
};

std::optional<pair> split(std::string const& text) {
  auto const sign = text.find('=');
  if (sign == std::string::npos) return std::nullopt;
  return pair{text.substr(0, sign), text.substr(sign + 1)};
}

void take_law(check_options& asked, std::string const& text) {
  auto const given = split(text);
  if (given) {
    asked.law_of[given->name] = date_of("--law", given->value);
  } else {
    asked.law = date_of("--law", text);
  }
}

void take_reading(check_options& asked, std::string const& text) {
  auto const given = split(text);
  if (!given) throw usage_error{fmt::format("--reading takes ID=VALUE, not `{}`", text)};
  asked.readings[given->name] = given->value;
}

std::optional<check::article_index> find_article(check::program const& program, std::string_view id) {
  for (check::article_index i = 0; i < program.articles.size(); ++i) {
    if (program.articles[i].id == id) return i;
  }
  return std::nullopt;
}

std::optional<check::interpretation_index> find_interpretation(check::program const& program, std::string_view id) {
  for (check::interpretation_index i = 0; i < program.interpretations.size(); ++i) {
    if (program.interpretations[i].id == id) return i;
  }
  return std::nullopt;
}

std::vector<std::string> values_of(check::program const& program, check::interpretation_index point) {
  return program.enumerations[program.interpretations[point].values].values;
}

// "CST", "CST.4" and "CST.4.2" for an article "CST.4.2": what --provision takes.
std::vector<std::string> ids_and_beginnings(check::program const& program) {
  std::set<std::string> ids;
  for (auto const& article : program.articles) {
    for (auto dot = article.id.find('.'); dot != std::string::npos; dot = article.id.find('.', dot + 1)) {
      ids.insert(article.id.substr(0, dot));
    }
    ids.insert(article.id);
  }
  return {ids.begin(), ids.end()};
}

std::vector<std::string> prefixed(std::string const& start, std::vector<std::string> words) {
  for (auto& word : words) word.insert(0, start);
  return words;
}

template <class Items, class Name>
std::vector<std::string> names_of(Items const& items, Name name) {
  std::vector<std::string> names;
  for (auto const& one : items) names.push_back(one.*name);
  return names;
}

}  // namespace

std::optional<source::date> optional_date(std::string_view option, std::optional<std::string> const& text) {
  if (!text) return std::nullopt;
  return date_of(option, *text);
}

check_options understood(written_options const& written) {
  check_options asked;
  asked.paths = written.paths;
  asked.at = optional_date("--at", written.at);
  asked.view = written.view;
  asked.known_by = optional_date("--known-by", written.known_by);
  for (auto const& text : written.law) take_law(asked, text);
  for (auto const& text : written.readings) take_reading(asked, text);
  asked.limits = limits_from(written.limits);
  asked.shown = {.extent = written.all ? report::extent::everything : report::extent::what_applies,
                 .provisions = written.provisions};
  asked.format = written.format == "json"       ? format::json
                 : written.format == "markdown" ? format::markdown
                                                : format::text;
  asked.color = written.color;
  asked.warnings = written.warnings;
  if (auto problem = problem_with(asked.warnings); !problem.empty()) throw usage_error{std::move(problem)};
  return asked;
}

bool name_ledger::note(std::string const& what, std::string const& name, std::vector<std::string> const& known) {
  auto& here = entries_[{what, name}];
  bool const is_known = std::find(known.begin(), known.end(), name) != known.end();
  here.is_known = here.is_known || is_known;
  here.candidates.insert(known.begin(), known.end());
  return is_known;
}

bool name_ledger::knows_all(check_options const& asked, check::program const& program, facts::scenario const& told) {
  bool all = true;
  if (asked.view) {
    auto views = names_of(told.views, &facts::view::id);
    views.emplace_back(agreed_facts);
    all = note("view", *asked.view, views) && all;
  }
  std::vector<std::string> articles;  // these, and the others below, only where something is asked of them
  if (!asked.law_of.empty()) articles = names_of(program.articles, &check::article::id);
  for (auto const& [id, date] : asked.law_of) all = note("provision", id, articles) && all;
  std::vector<std::string> below;
  if (!asked.shown.provisions.empty()) below = ids_and_beginnings(program);
  for (auto const& id : asked.shown.provisions) all = note("provision", id, below) && all;
  auto const points = names_of(program.interpretations, &check::interpretation::id);
  for (auto const& [id, value] : asked.readings) {
    if (!note("point of law", id, points)) {
      all = false;
      continue;
    }
    auto values = values_of(program, *find_interpretation(program, id));
    values.emplace_back("unknown");
    all = note("reading", id + '=' + value, prefixed(id + '=', values)) && all;
  }
  return all;
}

void name_ledger::settle() const {
  constexpr std::size_t most_listed = 6;
  for (auto const& [name, asked] : entries_) {
    if (asked.is_known) continue;
    std::vector<std::string> const known(asked.candidates.begin(), asked.candidates.end());
    auto help = source::did_you_mean(name.second, known);
    if (help.empty() && !known.empty() && known.size() <= most_listed) help = "there is " + report::joined(known);
    throw usage_error{
        fmt::format("no scenario here knows the {} `{}`{}", name.first, name.second, help.empty() ? "" : "; " + help)};
  }
}

std::vector<suite::account> accounts_of(check_options const& asked, suite::accounts const& of) {
  std::vector<std::optional<std::size_t>> views;
  auto const& told = of.scenario();
  auto const is_asked = [&](std::string_view id) { return !asked.view || *asked.view == id; };
  for (std::size_t i = 0; i < told.views.size(); ++i) {
    if (is_asked(told.views[i].id)) views.emplace_back(i);
  }
  if (!asked.view || (views.empty() && is_asked(agreed_facts))) views.insert(views.begin(), std::nullopt);
  std::vector<suite::account> accounts;
  auto const& program = of.rules().program();
  for (auto const view : views) {
    auto account = of.of_view(view);
    if (asked.law) account.law.everywhere = asked.law;
    for (auto const& [id, date] : asked.law_of) account.law.of_article[*find_article(program, id)] = date;
    if (asked.known_by) account.known_by = asked.known_by;
    for (auto const& [id, value] : asked.readings) {
      auto const point = *find_interpretation(program, id);
      auto const values = values_of(program, point);
      auto const place = std::find(values.begin(), values.end(), value);
      account.readings[point] =
          place == values.end() ? std::optional<std::uint32_t>{} : static_cast<std::uint32_t>(place - values.begin());
    }
    accounts.push_back(std::move(account));
  }
  return accounts;
}

std::optional<report::occasion> occasion_of(check_options const& asked, facts::scenario const& told) {
  if (asked.at) return report::occasion{*asked.at, report::date_source::given};
  if (told.as_of) return report::occasion{*told.as_of, report::date_source::given};
  auto const latest = session::latest_date(told);
  if (!latest) return std::nullopt;
  return report::occasion{*latest, report::date_source::latest_named};
}

source::diagnostic undated(facts::scenario const& told) {
  return source::report("missing-date", told.where, "the scenario names no date on which to judge it",
                        "say `as_of: DATE`, or --at DATE on the command line");
}

}  // namespace casus::cli
