#include "commands.hpp"
#include "console.hpp"
#include "instance_choice.hpp"
#include "shared_options.hpp"

#include "engine/report/absence_page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

struct written_why_not {
  written_options shared;
  std::string scenario;
  std::string provision;
  std::vector<std::string> values;
  std::optional<std::string> count;
};

struct why_not_options {
  check_options shared;
  wanted_instance instance;
  std::size_t groups = 3;
};

constexpr std::size_t most_near = 200;  // instances that are looked at for one version

why_not_options understood(written_why_not const& written) {
  auto shared = written.shared;
  shared.paths = {written.scenario};
  why_not_options asked{.shared = cli::understood(shared), .instance = wanted(written.provision, written.values)};
  if (written.count) asked.groups = number_above_zero("--count", *written.count);
  return asked;
}

// What stands in the way of one version.
report::absence_findings look_at(chosen_version const& version, opened_case const& in) {
  auto& world = in.accounts.world(in.account);
  report::absence_findings found{.provision = version.provision, .given = version.given, .listed = {}, .near = {}};
  for (auto& one : listed({version}, in)) found.listed.push_back(std::move(one.what));
  if (found.listed.empty()) {
    found.near = explain::near_misses(world, version.provision, in.on.date, most_near,
                                      {.values = version.given, .own = in.told.where.file});
  }
  return found;
}

std::string why_not(why_not_options const& asked, opened_case const& in, report::painter const& paint) {
  std::vector<report::absence_findings> all;
  for (auto const& version : versions_of(asked.instance, in)) all.push_back(look_at(version, in));
  // Of an article with several texts, those that speak are meant; those in force on the date come first.
  auto const& provisions = in.accounts.at(in.account, in.on.date).provisions;
  std::stable_partition(all.begin(), all.end(), [&](auto const& one) { return provisions[one.provision].in_force; });
  auto const is_silent = [](report::absence_findings const& one) { return one.listed.empty() && one.near.empty(); };
  auto const silent = std::stable_partition(all.begin(), all.end(), [&](auto const& one) { return !is_silent(one); });
  if (silent != all.begin()) all.erase(silent, all.end());
  auto const told = in.as_told();
  if (asked.shared.format == format::json) {
    std::vector<std::string> pieces;
    for (auto const& one : all) pieces.push_back(report::json(told, one));
    return report::found_json(told, "absences", pieces);
  }
  report::absence_page page{.head = report::heading_of(told), .entries = {}};
  for (auto const& one : all) page.entries.push_back(report::absence_entry_of(told, one, asked.groups));
  return asked.shared.format == format::markdown ? report::markdown(page) : report::text(page, paint);
}

exit_code run(written_why_not const& written, environment const& around) {
  auto const options = understood(written);
  auto const paint = painter_for_output(options.shared.color, around);
  return look_into("why-not", options.shared, around,
                   [&](opened_case const& in) { return why_not(options, in, paint); });
}

}  // namespace

command why_not_command() {
  auto const asked = std::make_shared<written_why_not>();
  auto& shared = asked->shared;
  return {.name = "why-not",
          .about = {"Says what keeps a provision from applying: the instances that come nearest, those with the fewest "
                    "failed conditions first, each failed condition as it stands and with what would be needed "
                    "instead. Instances that are displaced, not in force or violated are told apart from those of "
                    "which a condition fails. VARIABLE=NAME narrows it down to instances, or to one."},
          .arguments = {scenario_argument(asked->scenario), provision_argument(asked->provision),
                        instance_argument(asked->values)},
          .groups = {account_options(shared, accounts_meant::agreed),
                     {"what to show",
                      {{"--count", "N", "so many groups of instances that lack the same; 3 unless it is said",
                        &asked->count},
                       format_option(shared),
                       color_option(shared.color)}},
                     bound_options(shared)},
          .examples = {"casus why-not raid.yaml Treaty.4.2",
                       "casus why-not raid.yaml Treaty.4.2 ally=northland --at 2014-06-11"},
          .closing = {},
          .run = [asked](environment const& around) { return run(*asked, around); }};
}

}  // namespace casus::cli
