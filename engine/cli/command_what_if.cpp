#include "changed_case.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "shared_options.hpp"

#include "engine/report/difference_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

namespace casus::cli {
namespace {

struct written_what_if {
  written_options shared;
  std::string scenario;
  edits what;
  std::optional<std::string> patch;
  std::optional<std::string> save;
};

std::vector<std::string> words_of(written_what_if const& written) {
  std::vector<std::string> words;
  for (auto const& one : written.what.set) words.push_back(one);
  for (auto const& one : written.what.add) words.push_back("also " + one);
  for (auto const& one : written.what.remove) words.push_back("without " + one);
  if (written.patch) words.push_back("as in " + *written.patch);
  return words;
}

void check_usage(written_what_if const& written) {
  bool const has_edits = !written.what.set.empty() || !written.what.add.empty() || !written.what.remove.empty();
  if (!has_edits && !written.patch) throw usage_error{"say what to change: --set, --add, --remove or --patch"};
  if (has_edits && written.patch) throw usage_error{"put all the changes into the patch, or none"};
  std::set<std::string> targets;
  for (auto const& one : written.what.set) {
    auto const target = one.substr(0, one.find('='));
    if (!targets.insert(target).second) throw usage_error{fmt::format("`{}` is set twice", target)};
  }
  if (written.scenario == session::standard_input) {
    throw usage_error{"a scenario from standard input cannot be changed; name a file"};
  }
  if (written.save && written.shared.view) {
    throw usage_error{"what is saved is laid over the agreed facts: leave --view out"};
  }
}

std::string what_if(opened_case const& in, written_what_if const& written, std::string const& view,
                    check_options const& asked, report::painter const& paint) {
  changed_case const changed{in, view, asked.limits.evaluation};
  auto const now = changed.opened();
  auto const before = in.as_told();
  auto const page = report::difference_of({before, now.as_told()}, words_of(written));
  if (asked.format == format::json) return report::found_json(before, "differences", report::json(page));
  return asked.format == format::markdown ? report::markdown(page) : report::text(page, paint);
}

exit_code run(written_what_if const& written, environment const& around) {
  check_usage(written);
  auto shared = written.shared;
  shared.paths = {written.scenario};
  auto const asked = understood(shared);
  auto const beside = written.patch ? with_hypothesis(patch_in{*written.patch}, asked, around)
                                    : with_hypothesis(in_order(written.what), asked, around);
  auto const paint = painter_for_output(asked.color, around);
  auto const code = look_into("what-if", beside.asked, beside.around,
                              [&](opened_case const& in) { return what_if(in, written, beside.view, asked, paint); });
  if (code != exit_code::checked || !written.save) return code;
  auto const problem = save(beside, *written.save);
  if (!problem) return code;
  around.write_error(fmt::format("casus: {}\n", *problem));
  return exit_code::input_wrong;
}

}  // namespace

command what_if_command() {
  auto const asked = std::make_shared<written_what_if>();
  auto& shared = asked->shared;
  return {.name = "what-if",
          .about = {"Changes the facts of a scenario and says what the change comes to: provision by provision what "
                    "was, what is, and the conditions that come out otherwise. The scenario itself stays as it is."},
          .arguments = {scenario_argument(asked->scenario)},
          .groups = {{"what to change",
                      {{"--set", "EVENT.ID.FIELD=VALUE",
                        "another value of a field; of a fact with a value, FACT(ARGUMENTS)=VALUE; may be repeated",
                        &asked->what.set},
                       {"--add", "EVENT(FIELD: VALUE, …)",
                        "an event more, EVENT.ID(…) to give it an id; a fact, FACT(ARGUMENTS); may be repeated",
                        &asked->what.add},
                       {"--remove", "EVENT.ID",
                        "an event did not take place; a fact does not hold, FACT(ARGUMENTS); may be repeated",
                        &asked->what.remove},
                       {"--patch",
                        "FILE",
                        "the changes as the `facts` of a view would have them, in a file",
                        &asked->patch,
                        {},
                        completion::files},
                       {"--save",
                        "FILE",
                        "write the scenario with the changes as one view more, `what_if`, to a new file beside it",
                        &asked->save,
                        {},
                        completion::files}}},
                     account_options(shared, accounts_meant::agreed),
                     {"what to show", {format_option(shared), color_option(shared.color)}},
                     bound_options(shared)},
          .examples = {"casus what-if raid.yaml --set Attack.raid.origin=external",
                       "casus what-if raid.yaml --view critics --add 'Request(by: northland, date: 2010-06-12)'",
                       "casus what-if raid.yaml --remove 'party(northland)' --save without.yaml"},
          .closing = {},
          .run = [asked](environment const& around) { return run(*asked, around); }};
}

}  // namespace casus::cli
