#include "change_edits.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "fixed_facts.hpp"
#include "instance_choice.hpp"
#include "shared_options.hpp"

#include "engine/report/flip_page.hpp"

namespace casus::cli {
namespace {

struct written_flip {
  written_options shared;
  std::string scenario;
  std::string provision;
  std::vector<std::string> values;
  std::vector<std::string> fixed;
  std::optional<std::string> size, tries, count;
};

struct flip_options {
  check_options shared;
  wanted_instance instance;
  explain::flip_limits most;
  std::size_t ways = 8;
};

flip_options understood(written_flip const& written) {
  auto shared = written.shared;
  shared.paths = {written.scenario};
  flip_options asked{
      .shared = cli::understood(shared), .instance = wanted(written.provision, written.values), .most = {}};
  if (written.size) asked.most.size = number_above_zero("--size", *written.size);
  if (written.tries) asked.most.tried = number_above_zero("--tries", *written.tries);
  if (written.count) asked.ways = number_above_zero("--count", *written.count);
  return asked;
}

std::string flip(flip_options const& asked, written_flip const& written, opened_case const& in,
                 report::painter const& paint) {
  auto const versions = versions_of(asked.instance, in);
  report::flip_findings found;
  found.size = asked.most.size;
  for (auto const& one : versions) found.question.asked.push_back({one.provision, one.given});
  found.question.date = in.on.date;
  found.question.fixed = fixed_facts(written.fixed, in);
  found.question.own = in.told.where.file;
  auto const instances = listed(versions, in);
  found.status = instances.empty() ? evaluate::status::does_not_apply : instances.front().what.status;
  found.all = explain::find_flips(in.accounts.world(in.account), in.rules, found.question, asked.most);
  for (auto const& one : found.all.found) {
    auto const edits = edits_of(one.made, in);
    bool const has_file = written.scenario != session::standard_input;
    found.flips.push_back({one, edits && has_file ? what_if_line(*edits, written.scenario, written.shared) : "",
                           edits ? "" : way_to_edits(one.made, in)});
  }
  auto const told = in.as_told();
  if (asked.shared.format == format::json) return report::found_json(told, "flips", {report::json(told, found)});
  auto const page = report::flip_page_of(told, found, asked.ways);
  return asked.shared.format == format::markdown ? report::markdown(page) : report::text(page, paint);
}

exit_code run(written_flip const& written, environment const& around) {
  auto const asked = understood(written);
  auto const paint = painter_for_output(asked.shared.color, around);
  return look_into("flip", asked.shared, around,
                   [&](opened_case const& in) { return flip(asked, written, in, paint); });
}

}  // namespace

command flip_command() {
  auto const asked = std::make_shared<written_flip>();
  auto& shared = asked->shared;
  return {.name = "flip",
          .about = {"Says what would turn the answer: the smallest sets of changes that make the provision apply where "
                    "it does not or may not, or keep it from applying where it does or may. A change gives a field or "
                    "a fact another value, states or denies a fact, takes an event away or adds one. No part of a set "
                    "is enough. The least surprising come first, each with the `casus what-if` that makes it."},
          .arguments = {scenario_argument(asked->scenario), provision_argument(asked->provision),
                        instance_argument(asked->values)},
          .groups = {{"what may change",
                      {{"--size", "N", "so many changes in a set, at most; 2 unless it is said", &asked->size},
                       {"--fix", "FACT",
                        "what stays as it is: EVENT, EVENT.ID, EVENT.ID.FIELD, FACT or FACT(ARGUMENTS); may be "
                        "repeated",
                        &asked->fixed},
                       {"--tries", "N", "so many sets are tried, at most; 5000 unless it is said", &asked->tries}}},
                     account_options(shared, accounts_meant::agreed),
                     {"what to show",
                      {{"--count", "N", "so many ways in each direction; 8 unless it is said", &asked->count},
                       format_option(shared),
                       color_option(shared.color)}},
                     bound_options(shared)},
          .examples = {"casus flip raid.yaml Treaty.4.2", "casus flip raid.yaml Treaty.4.2 ally=northland --size 3",
                       "casus flip raid.yaml Treaty.4.2 --fix Request --fix Attack.raid.origin"},
          .closing = {},
          .run = [asked](environment const& around) { return run(*asked, around); }};
}

}  // namespace casus::cli
