#include "commands.hpp"
#include "console.hpp"
#include "one_case.hpp"
#include "shared_options.hpp"

#include "engine/explain/turning.hpp"
#include "engine/report/timeline_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::cli {
namespace {

struct written_timeline {
  written_options shared;
  std::string scenario;
  std::optional<std::string> from;
  std::optional<std::string> to;
};

struct timeline_options {
  check_options shared;
  explain::timeline_range range;
  bool is_picture = false;
};

timeline_options understood(written_timeline const& written) {
  auto shared = written.shared;
  shared.paths = {written.scenario};
  bool const is_picture = shared.format == "svg";
  if (is_picture) shared.format = "text";
  timeline_options made{.shared = cli::understood(shared),
                        .range = {optional_date("--from", written.from), optional_date("--to", written.to)},
                        .is_picture = is_picture};
  if (made.range.from && made.range.to && *made.range.to < *made.range.from) {
    throw usage_error{fmt::format("--to {} lies before --from {}", *written.to, *written.from)};
  }
  return made;
}

std::string timeline(timeline_options const& asked, opened_case const& in, report::painter const& paint) {
  auto const told = in.as_told();
  auto const& world = told.about.world;
  auto found = explain::timeline_of(in.rules, world.facts(), world.how(), asked.range);
  auto const chosen = report::chosen_lanes(told, found, asked.shared.shown);
  explain::find_causes(found, chosen, in.rules, world.facts(), world.how());
  if (asked.shared.format == format::json) {
    return report::found_json(told, "timelines", report::json(told, found, chosen));
  }
  auto const page = report::timeline_page_of(told, found, chosen);
  if (asked.is_picture) return report::svg(page);
  return asked.shared.format == format::markdown ? report::markdown(page, in.files)
                                                 : report::text(page, paint, in.files);
}

exit_code run(written_timeline const& written, environment const& around) {
  auto const asked = understood(written);
  auto const paint = painter_for_output(asked.shared.color, around);
  bool is_drawn = false;
  return look_into("timeline", asked.shared, around, [&](opened_case const& in) {
    if (asked.is_picture && std::exchange(is_drawn, true)) {
      throw usage_error{fmt::format("`{}` holds several scenarios, and a picture shows one", written.scenario)};
    }
    return timeline(asked, in, paint);
  });
}

// What runs through time has no one date.
option_group without_date(option_group of) {
  auto& options = of.options;
  options.erase(std::remove_if(options.begin(), options.end(), [](option const& one) { return one.name == "--at"; }),
                options.end());
  return of;
}

}  // namespace

command timeline_command() {
  auto const asked = std::make_shared<written_timeline>();
  auto& shared = asked->shared;
  return {.name = "timeline",
          .about = {"Shows how a case runs through time: for each provision and each of its instances, and for each "
                    "duty, prohibition and permission that follows, from when to when it was in which state, and "
                    "what began it: an event, a fact, or a date that the rules set. The dates are those on which the "
                    "evaluation says that something can change, so none is passed over.",
                    "Without --from it begins with the first day on which anything applies."},
          .arguments = {scenario_argument(asked->scenario)},
          .groups = {without_date(account_options(shared, accounts_meant::agreed)),
                     {"what to show",
                      {{"--from", "DATE", "begin on this day", &asked->from},
                       {"--to", "DATE", "end with this day", &asked->to},
                       provision_option(shared),
                       {"--all", "", "also what only the background brings about, and provisions that never apply",
                        &shared.all},
                       format_option(shared, {"text", "markdown", "json", "svg"},
                                     "text (the default), markdown, json, or a picture: svg"),
                       color_option(shared.color)}},
                     bound_options(shared)},
          .examples = {"casus timeline raid.yaml --view president",
                       "casus timeline raid.yaml --from 2014-06-01 --to 2014-12-31",
                       "casus timeline raid.yaml --format svg > raid.svg"},
          .closing = {},
          .run = [asked](environment const& around) { return run(*asked, around); }};
}

}  // namespace casus::cli
