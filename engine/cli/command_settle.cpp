#include "commands.hpp"
#include "console.hpp"
#include "interview.hpp"
#include "shared_options.hpp"

#include "engine/report/settle_page.hpp"

#include <fmt/format.h>

namespace casus::cli {
namespace {

struct written_settle {
  written_options shared;
  std::string scenario;
  std::string provision;
  std::vector<std::string> values;
  bool ask = false;
};

struct settle_options {
  check_options shared;
  wanted_instance instance;
  bool ask = false;
};

constexpr std::size_t most_worked_out = 64;  // instances of one version

settle_options understood(written_settle const& written) {
  auto shared = written.shared;
  shared.paths = {written.scenario};
  if (written.ask && written.scenario == session::standard_input) {
    throw usage_error{"--ask reads the answers from standard input, so the scenario cannot be read from it"};
  }
  if (written.ask && written.shared.format != "text") throw usage_error{"an interview is text: leave --format out"};
  return {.shared = cli::understood(shared), .instance = wanted(written.provision, written.values), .ask = written.ask};
}

struct worked_out {
  check::provision_index provision = 0;
  std::vector<report::settled_instance> settled;
  std::vector<evaluate::instance> others;
  std::size_t left_out = 0;
};

worked_out work_out(chosen_version const& version, opened_case const& in) {
  worked_out made{.provision = version.provision, .settled = {}, .others = {}};
  auto& world = in.accounts.world(in.account);
  for (auto& one : listed({version}, in)) {
    if (one.what.status != evaluate::status::undetermined) {
      made.others.push_back(std::move(one.what));
      continue;
    }
    if (made.settled.size() == most_worked_out) {
      ++made.left_out;
      continue;
    }
    auto found = explain::settle(world, in.rules, version.provision, one.what.binding, in.on.date);
    auto tried = explain::complete(world, in.rules, version.provision, one.what.binding, in.on.date, found.open);
    made.settled.push_back({std::move(one.what), std::move(found), std::move(tried)});
  }
  return made;
}

bool is_silent(worked_out const& of) { return of.settled.empty() && of.others.empty(); }

// Versions that say nothing here are left out where another does; where none does, the one that speaks on the date.
std::vector<worked_out> all_of(settle_options const& asked, opened_case const& in) {
  std::vector<worked_out> all;
  std::optional<worked_out> silent;
  auto& world = in.accounts.world(in.account);
  for (auto const& version : versions_of(asked.instance, in)) {
    auto one = work_out(version, in);
    bool const speaks = world.in_force(version.provision, {in.on.date, {}, false}) != facts::truth::no;
    if (!is_silent(one))
      all.push_back(std::move(one));
    else if (!silent || speaks)
      silent = std::move(one);
  }
  if (all.empty() && silent) all.push_back(std::move(*silent));
  return all;
}

std::string settle(settle_options const& asked, opened_case const& in, report::painter const& paint) {
  auto const told = in.as_told();
  auto const all = all_of(asked, in);
  if (asked.shared.format == format::json) {
    std::vector<std::string> pieces;
    for (auto const& one : all)
      for (auto const& each : one.settled) pieces.push_back(report::json(told, one.provision, each));
    return report::found_json(told, "settlements", pieces);
  }
  report::settle_page page{.head = report::heading_of(told), .entries = {}};
  for (auto const& one : all) {
    page.entries.push_back(report::settle_entry_of(told, one.provision, one.settled, one.others, one.left_out));
  }
  return asked.shared.format == format::markdown ? report::markdown(page) : report::text(page, paint);
}

// About the first undetermined instance.
std::string ask(settle_options const& asked, opened_case const& in, environment const& around,
                report::painter const& paint) {
  std::optional<chosen_instance> about;
  for (auto& one : listed(versions_of(asked.instance, in), in)) {
    if (!about && one.what.status == evaluate::status::undetermined) about = std::move(one);
  }
  around.write_output(report::text(report::heading_of(in.as_told()), paint));
  if (!about) return fmt::format("  nothing about {} is undetermined\n", asked.instance.provision);
  around.write_output(fmt::format("  {} for {}\n", asked.instance.provision, written(*about, in)));
  auto const read = lines_of_input(around, asked.shared.limits.file_bytes);
  interview(in, *about, read, around.write_output, paint);
  return {};
}

exit_code run(written_settle const& written, environment const& around) {
  auto const options = understood(written);
  auto const paint = painter_for_output(options.shared.color, around);
  return look_into("settle", options.shared, around, [&](opened_case const& in) {
    return options.ask ? ask(options, in, around, paint) : settle(options, in, paint);
  });
}

}  // namespace

command settle_command() {
  auto const asked = std::make_shared<written_settle>();
  auto& shared = asked->shared;
  return {.name = "settle",
          .about = {"Says what would settle an undetermined provision: the smallest sets of open facts, of at most "
                    "three, that decide it each way; in how many completions of what is open it applies, where at "
                    "most twenty facts are open; and which open facts make no difference."},
          .arguments = {scenario_argument(asked->scenario), provision_argument(asked->provision),
                        instance_argument(asked->values)},
          .groups = {account_options(shared, accounts_meant::agreed),
                     {"what to show",
                      {{"--ask", "", "ask for the fact that decides most, go on with the answer, until it is settled",
                        &asked->ask},
                       format_option(shared),
                       color_option(shared.color)}},
                     bound_options(shared)},
          .examples = {"casus settle raid.yaml Treaty.4.2", "casus settle raid.yaml Treaty.4.2 ally=northland --ask"},
          .closing = {},
          .run = [asked](environment const& around) { return run(*asked, around); }};
}

}  // namespace casus::cli
