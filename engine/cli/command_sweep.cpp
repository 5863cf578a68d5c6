#include "commands.hpp"
#include "console.hpp"
#include "one_case.hpp"
#include "shared_options.hpp"
#include "varied_facts.hpp"

#include "engine/report/label.hpp"
#include "engine/report/sweep_page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

struct written_sweep {
  written_options shared;
  std::string scenario;
  std::vector<std::string> vary;
};

struct sweep_options {
  check_options shared;
  std::vector<std::string> vary;
  bool is_csv = false;
};

sweep_options understood(written_sweep const& written) {
  auto shared = written.shared;
  shared.paths = {written.scenario};
  bool const is_csv = shared.format == "csv";
  if (is_csv) shared.format = "text";
  if (written.vary.empty()) throw usage_error{"say what to vary: --vary Attack.raid.origin,Request.appeal"};
  return {.shared = cli::understood(shared), .vary = written_facts(written.vary), .is_csv = is_csv};
}

std::vector<explain::swept_subject> subjects_of(check::program const& program, report::selection const& shown) {
  auto const is_wanted = [&](std::string const& id) {
    return shown.provisions.empty() ||
           std::any_of(shown.provisions.begin(), shown.provisions.end(),
                       [&](std::string const& wanted) { return report::is_under(id, wanted); });
  };
  std::vector<explain::swept_subject> subjects;
  for (std::uint32_t a = 0; a < program.articles.size(); ++a)
    if (is_wanted(program.articles[a].id)) subjects.push_back({false, a});
  for (std::uint32_t q = 0; q < program.questions.size(); ++q)
    if (is_wanted(program.questions[q].id)) subjects.push_back({true, q});
  return subjects;
}

bool is_of_dates(explain::varied_fact const& fact) {
  return std::all_of(fact.choices.begin(), fact.choices.end(),
                     [](auto const& one) { return one.value.tag == facts::tag::date; }) &&
         std::is_sorted(fact.choices.begin(), fact.choices.end(),
                        [](auto const& a, auto const& b) { return a.value < b.value; });
}

// How far it is, on a terminal, in hundredths; and whether the reader wants no more.
class progress {
 public:
  explicit progress(environment const& around) : around_(around) {}

  bool operator()(std::size_t done, std::size_t of) {
    auto const part = done * 100 / of;
    if (around_.error_is_terminal && part != shown_) {
      around_.write_error(fmt::format("\r{} % of the combinations", part));
      shown_ = part;
    }
    return !around_.is_interrupted || !around_.is_interrupted();
  }

  void end() const {
    if (shown_ <= 100) around_.write_error("\r\033[K");
  }

 private:
  environment const& around_;
  std::size_t shown_ = 101;
};

std::string sweep(sweep_options const& asked, opened_case const& in, environment const& around,
                  report::painter const& paint) {
  auto const told = in.as_told();
  auto facts = told.about.world.facts();
  auto const named = varied_facts(asked.vary, in, facts);
  std::vector<explain::varied_fact> varied;
  std::vector<report::swept_fact> shown;
  for (auto const& one : named) {
    varied.push_back(one.fact);
    shown.push_back({one.name, one.values, is_of_dates(one.fact)});
  }
  if (explain::combinations_of(varied) > explain::most_combinations) {
    throw usage_error{fmt::format("these facts have more than {} combinations: vary fewer, or name fewer values",
                                  explain::most_combinations)};
  }
  progress seen(around);
  report::cell_writer cells(in.rules.program(), facts, in.on.date, report::cell_writer::dates::left_out);
  auto const found = explain::sweep(
      in.rules, facts, told.about.world.how(), in.on.date, varied, subjects_of(in.rules.program(), asked.shared.shown),
      [&](auto const& subject, auto const& answer) { return report::answer_words(subject, answer, cells); }, seen);
  seen.end();
  auto const page = report::sweep_page_of(told, std::move(shown), found);
  if (asked.is_csv) return report::csv(page);
  if (asked.shared.format == format::json) return report::found_json(told, "sweeps", report::json(page));
  return asked.shared.format == format::markdown ? report::markdown(page) : report::text(page, paint);
}

exit_code run(written_sweep const& written, environment const& around) {
  auto const asked = understood(written);
  auto const paint = painter_for_output(asked.shared.color, around);
  return look_into("sweep", asked.shared, around,
                   [&](opened_case const& in) { return sweep(asked, in, around, paint); });
}

}  // namespace

command sweep_command() {
  auto const asked = std::make_shared<written_sweep>();
  auto& shared = asked->shared;
  return {
      .name = "sweep",
      .about =
          {"Evaluates every combination of some facts, and folds the answers of each provision and question to "
           "the smallest decision table that says the same: how often each answer is given, which facts never "
           "matter, and the frontier: pairs of cases one fact apart that are answered differently.",
           "A fact is a field of an event (Attack.raid.origin), an event, which takes place or not (Attack.raid), "
           "its date (Attack.raid.date), what is so or not (party(northland)), or a point of law. Without values it "
           "has all that it may have; a date, the days at which something can change."},
      .arguments = {scenario_argument(asked->scenario)},
      .groups = {account_options(shared, accounts_meant::agreed),
                 {"what to vary",
                  {{"--vary", "FACT[=A|B…]", "this fact, or several at commas; may be repeated", &asked->vary}}},
                 {"what to show",
                  {provision_option(shared),
                   format_option(shared, {"text", "markdown", "csv", "json"},
                                 "text (the default), markdown, csv or json"),
                   color_option(shared.color)}},
                 bound_options(shared)},
      .examples = {"casus sweep raid.yaml --vary Attack.raid.origin,Request.appeal --provision Treaty.4",
                   "casus sweep raid.yaml --vary Request.appeal.date=2014-06-01..2014-06-30 --format csv"},
      .closing = {},
      .run = [asked](environment const& around) { return run(*asked, around); }};
}

}  // namespace casus::cli
