#include "commands.hpp"
#include "console.hpp"
#include "instance_choice.hpp"
#include "shared_options.hpp"

#include "engine/explain/absence.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

struct written_why {
  written_options shared;
  std::string scenario;
  std::string provision;
  std::vector<std::string> values;
  std::optional<std::string> depth;
};

enum class drawing { none, dot, mermaid };

struct why_options {
  check_options shared;
  cli::drawing drawing = drawing::none;
  wanted_instance instance;
  report::proof_extent shown;
};

why_options understood(written_why const& written) {
  auto shared = written.shared;
  shared.paths = {written.scenario};
  auto const extent = shared.all ? report::extent::everything : report::extent::what_applies;
  auto const drawing = shared.format == "dot"       ? drawing::dot
                       : shared.format == "mermaid" ? drawing::mermaid
                                                    : drawing::none;
  why_options asked{.shared = cli::understood(shared),
                    .drawing = drawing,
                    .instance = wanted(written.provision, written.values),
                    .shown = {.depth = {}, .extent = extent}};
  if (written.depth) asked.shown.depth = number_above_zero("--depth", *written.depth);
  return asked;
}

// Nothing to prove: no instance is named, and none applies.
std::string nothing(why_options const& asked, opened_case const& in, report::painter const& paint) {
  if (asked.shared.format == format::json) return report::found_json(in.as_told(), "proofs", {});
  auto const words =
      fmt::format("{} does not apply to anything; `casus why-not` says what is missing", asked.instance.provision);
  if (asked.drawing != drawing::none) {
    report::proof_page page;
    page.citation = asked.instance.provision;
    page.conclusion = {
        .status = evaluate::status::does_not_apply, .sentence = "no instance", .state = {}, .remarks = {}};
    return asked.drawing == drawing::dot ? report::dot(page) : report::mermaid(page);
  }
  auto const head = report::heading_of(in.as_told());
  if (asked.shared.format == format::markdown) {
    return report::markdown(head, report::level::scenario) + report::escaped_for_markdown(words) + ".\n";
  }
  return report::text(head, paint) + "  " + words + '\n';
}

// The instances that have the values given: those that are listed, the strongest first, else the one that is named in
// full, else those that come near, the nearest first.
std::vector<chosen_instance> matching(std::vector<chosen_version> const& versions, opened_case const& in) {
  constexpr std::size_t most_near = 20;
  auto found = listed(versions, in);
  if (!found.empty()) return found;
  if (auto one = named(versions, in)) return {std::move(*one)};
  auto& world = in.accounts.world(in.account);
  for (auto const& version : versions) {
    if (version.given.empty()) continue;
    explain::absence_search const how{.values = version.given, .own = in.told.where.file};
    for (auto const& near : explain::near_misses(world, version.provision, in.on.date, most_near, how)) {
      bool const is_full = std::all_of(near.nearest.begin(), near.nearest.end(), [](auto v) { return v.is_known(); });
      if (is_full) found.push_back({version.provision, world.instance_of(version.provision, near.nearest, in.on.date)});
    }
  }
  return found;
}

// "for ally=russia r=appeal; 2 more: ally=russia r=note, ally=russia r=plea".
std::string which_of(std::vector<chosen_instance> const& found, opened_case const& in) {
  constexpr std::size_t most_listed = 6;
  std::string others;
  for (std::size_t i = 1; i < found.size() && i <= most_listed; ++i) {
    others += (i == 1 ? "" : ", ") + written(found[i], in);
    if (found[i].what.status != found[0].what.status) {
      others += fmt::format(" ({})", evaluate::words(found[i].what.status));
    }
  }
  bool const is_near = found[0].what.applies == facts::truth::no;
  return fmt::format("for {}, the {} of {} instances; name another by its values: {}{}", written(found[0], in),
                     is_near ? "nearest" : "first", found.size(), others, found.size() > most_listed + 1 ? ", …" : "");
}

std::string why(why_options const& asked, opened_case const& in, report::painter const& paint) {
  auto const versions = versions_of(asked.instance, in);
  auto const found = matching(versions, in);
  if (found.empty()) return nothing(asked, in, paint);
  auto const* const chosen = &found.front();
  auto const proof = explain::prove(in.accounts.world(in.account), chosen->provision, chosen->what.binding, in.on.date);
  if (asked.shared.format == format::json) {
    return report::found_json(in.as_told(), "proofs",
                              {report::json(in.as_told(), chosen->provision, chosen->what, proof)});
  }
  auto page = report::proof_page_of(in.as_told(), chosen->provision, chosen->what, proof, asked.shown);
  if (found.size() > 1) { page.footnotes.push_back(which_of(found, in)); }
  if (asked.drawing == drawing::dot) return report::dot(page);
  if (asked.drawing == drawing::mermaid) return report::mermaid(page);
  return asked.shared.format == format::markdown ? report::markdown(page) : report::text(page, paint);
}

exit_code run(written_why const& written, environment const& around) {
  auto const options = understood(written);
  auto const paint = painter_for_output(options.shared.color, around);
  return look_into("why", options.shared, around, [&](opened_case const& in) { return why(options, in, paint); });
}

}  // namespace

command why_command() {
  auto const asked = std::make_shared<written_why>();
  auto& shared = asked->shared;
  return {
      .name = "why",
      .about = {"Proves what an instance of a provision comes to: its conditions, each met (✓), not met (✗) or open "
                "(?), and below each what it rests on, through definitions and other provisions down to the facts, "
                "with file and line. What is shown once is referred to by its number afterwards. Where several "
                "proofs exist, the smallest is shown.",
                "Without VARIABLE=NAME the first instance is meant, the strongest status first. Facts that are not "
                "simply stated are marked: assumed, not stated, stated to be unknown, left open or so only in the "
                "account that is asked for."},
      .arguments = {scenario_argument(asked->scenario), provision_argument(asked->provision),
                    instance_argument(asked->values)},
      .groups = {account_options(shared, accounts_meant::agreed),
                 {"what to show",
                  {{"--depth", "N", "only so many levels", &asked->depth},
                   {"--all", "", "also why what nobody asserts is not so", &shared.all},
                   format_option(shared, {"text", "markdown", "json", "dot", "mermaid"},
                                 "text (the default), markdown, json, or a diagram: dot (for Graphviz), mermaid"),
                   color_option(shared.color)}},
                 bound_options(shared)},
      .examples = {"casus why raid.yaml Treaty.4.2",
                   "casus why raid.yaml Treaty.4.2 ally=northland --view president --depth 2",
                   "casus why raid.yaml Treaty.4.2 --format dot | dot -Tsvg > why.svg"},
      .closing = {},
      .run = [asked](environment const& around) { return run(*asked, around); }};
}

}  // namespace casus::cli
