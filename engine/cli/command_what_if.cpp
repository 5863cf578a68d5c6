#include "commands.hpp"
#include "console.hpp"
#include "one_case.hpp"
#include "scenario_edit.hpp"
#include "shared_options.hpp"

#include "engine/report/difference_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace casus::cli {
namespace {

struct written_what_if {
  written_options shared;
  std::string scenario;
  edits what;
  std::optional<std::string> patch;
  std::optional<std::string> save;
};

std::string content_of(environment const& around, std::string const& path, std::size_t most) {
  auto read = around.files.read(path, most);
  if (!read.content) throw usage_error{fmt::format("cannot read `{}`: {}", path, read.problem)};
  return std::move(*read.content);
}

// The rules of the scenario, for the names of parameters; whatever is wrong with it is said when it is read again.
std::string facts_with_names(edits const& what, check_options const& asked, environment const& around) {
  session::session known{around.files, around.read_input, asked.limits.file_bytes};
  check::program const* program = nullptr;
  known.each_scenario(asked.paths.front(), session::asked::by_name, [&](session::loaded_scenario const& one) {
    if (one.rules != nullptr && one.rules->program) program = one.rules->program.get();
  });
  return facts_of(what, program);
}

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
  if (written.scenario == session::standard_input) {
    throw usage_error{"a scenario from standard input cannot be changed; name a file"};
  }
  if (written.save && written.shared.view) {
    throw usage_error{"what is saved is laid over the agreed facts: leave --view out"};
  }
}

// The changes laid over the account that is asked for.
std::string what_if(opened_case const& in, written_what_if const& written, check_options const& asked,
                    report::painter const& paint) {
  auto const is_hypothesis = [](facts::view const& one) { return one.id == hypothesis; };
  auto const place = std::find_if(in.told.views.begin(), in.told.views.end(), is_hypothesis);
  auto laid_over = in.told;
  laid_over.agreed = facts::as_told_by(in.told, in.account.view);
  auto const changed = facts::as_told_by(laid_over, static_cast<std::size_t>(place - in.told.views.begin()));
  auto account = in.account;
  for (auto const& [point, value] : place->readings) account.readings[point] = value;
  evaluate::world world{in.rules,
                        changed,
                        {.law = account.law,
                         .known_by = account.known_by,
                         .readings = account.readings,
                         .limits = asked.limits.evaluation}};
  auto const found = world.at(in.on.date);
  report::told_account const after{.about = {.world = world, .rules = in.rules, .files = in.files, .found = found},
                                   .told = in.told,
                                   .account = account,
                                   .on = in.on};
  auto const before = in.as_told();
  auto const page = report::difference_of({before, after}, words_of(written));
  if (asked.format == format::json) return report::found_json(before, "differences", report::json(page));
  return asked.format == format::markdown ? report::markdown(page) : report::text(page, paint);
}

exit_code run(written_what_if const& written, environment const& around) {
  check_usage(written);
  auto shared = written.shared;
  shared.paths = {written.scenario};
  shared.warnings.allow.emplace_back("unused-view");  // nothing is expected of the hypothesis
  auto const asked = understood(shared);
  auto const most = asked.limits.file_bytes;
  auto const body = written.patch
                        ? body_of_patch(content_of(around, *written.patch, most))
                        : "{says: a hypothetical, facts: " + facts_with_names(written.what, asked, around) + '}';
  auto const edited = with_view(content_of(around, written.scenario, most), body);
  if (!edited.problem.empty()) throw usage_error{fmt::format("`{}`: {}", written.scenario, edited.problem)};
  auto files = std::make_shared<session::memory>();
  (*files)[session::normal(written.scenario)] = edited.text;
  auto beside = around;
  beside.files = session::layered(session::in_memory(files), around.files);
  auto const paint = painter_for_output(asked.color, around);
  auto const code =
      look_into("what-if", asked, beside, [&](opened_case const& in) { return what_if(in, written, asked, paint); });
  if (code != exit_code::checked || !written.save) return code;
  if (auto const problem = around.files.write(*written.save, edited.text)) {
    throw usage_error{fmt::format("cannot write `{}`: {}", *written.save, *problem)};
  }
  return code;
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
                        "write the scenario with the changes as a view `what_if`",
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
