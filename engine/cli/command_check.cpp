#include "check_options.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "named_files.hpp"
#include "one_case.hpp"
#include "shared_options.hpp"
#include "version.hpp"

#include "engine/report/document.hpp"
#include "engine/report/expectations.hpp"

#include <fmt/format.h>

#include <memory>

namespace casus::cli {
namespace {

// Enough files that a reader may wonder whether anything is happening.
constexpr std::size_t many_files = 10;

class check_run {
 public:
  check_run(check_options const& asked, environment const& around)
      : asked_(asked),
        around_(around),
        session_(around.files, around.read_input, asked.limits.file_bytes),
        desk_(asked.warnings, around.write_error, painter_for_errors(asked.color, around), asked.limits.shown),
        document_(document_of()) {}

  [[nodiscard]] exit_code run() {
    auto const files = named_files(asked_.paths, around_, session_, desk_);
    for (std::size_t i = 0; i < files.size(); ++i) {
      show_progress(files, i);
      check_file(files[i]);
    }
    clear_progress();
    names_.settle();
    desk_.close();
    sum_.errors = desk_.errors();
    sum_.warnings = desk_.warnings();
    document_->end(sum_, desk_.all(), session_.texts());
    if (desk_.has_errors()) return exit_code::input_wrong;
    return sum_.failed > 0 ? exit_code::expectation_failed : exit_code::checked;
  }

 private:
  [[nodiscard]] std::unique_ptr<report::document> document_of() const {
    switch (asked_.format) {
      case format::json: return report::json_document(around_.write_output, std::string{version()});
      case format::markdown: return report::markdown_document(around_.write_output);
      case format::text: break;
    }
    return report::text_document(around_.write_output, painter_for_output(asked_.color, around_));
  }

  void check_file(named_file const& file) {
    session_.each_scenario(file.path, file.how, [&](session::loaded_scenario one) {
      if (one.rules != nullptr) desk_.take(one.rules->diagnostics, session_.texts());
      desk_.take(std::move(one.diagnostics), session_.texts());
      if (!one.scenario || !one.rules->compiled) return;
      if (!names_.knows_all(asked_, *one.rules->program, *one.scenario)) {
        ++sum_.passed_over;
        return;
      }
      check_guarded(*one.scenario, *one.rules->compiled);
    });
  }

  // An evaluation that reaches a bound ends its scenario, not the run.
  void check_guarded(facts::scenario const& told, evaluate::compiled const& rules) {
    try {
      check_scenario(told, rules);
    } catch (evaluate::failure const& failure) { desk_.take({failure.why}, session_.texts()); }
  }

  void check_scenario(facts::scenario const& told, evaluate::compiled const& rules) {
    auto const on = occasion_of(asked_, told);
    if (!on) {
      desk_.take({undated(told)}, session_.texts());
      return;
    }
    suite::accounts accounts{rules, told, asked_.limits.evaluation};
    for (auto const& account : accounts_of(asked_, accounts)) {
      auto const day = accounts.on(account, on->date);
      auto const& found = day.findings();
      desk_.take(found.warnings, session_.texts());
      document_->account({.about = {.world = day.world(),
                                    .rules = rules,
                                    .files = session_.texts(),
                                    .found = found,
                                    .own = told.where.file},
                          .told = told,
                          .account = account,
                          .on = *on},
                         asked_.shown);
    }
    auto const results = suite::hold(accounts, session_.texts(), told.as_of.value_or(on->date));
    document_->end_scenario(told, results, session_.texts());
    ++sum_.scenarios;
    auto const wrong = report::failed(results);
    sum_.failed += wrong;
    sum_.met += results.size() - wrong;
    if (results.empty()) ++sum_.without_expectations;
  }

  // Only where nothing else is written to the same terminal.
  [[nodiscard]] bool shows_progress(std::size_t files) const {
    return files >= many_files && around_.error_is_terminal && !around_.output_is_terminal;
  }

  void show_progress(std::vector<named_file> const& files, std::size_t at) {
    if (!shows_progress(files.size())) return;
    around_.write_error(fmt::format("\r\x1b[K{} of {}: {}", at + 1, files.size(), files[at].path));
    progress_is_shown_ = true;
  }

  void clear_progress() {
    if (progress_is_shown_) around_.write_error("\r\x1b[K");
  }

  check_options const& asked_;
  environment const& around_;
  session::session session_;
  diagnostics_desk desk_;
  std::unique_ptr<report::document> document_;
  name_ledger names_;
  report::totals sum_;
  bool progress_is_shown_ = false;
};

exit_code check(written_options const& written, environment const& around) {
  auto const asked = understood(written);
  auto run = std::make_shared<check_run>(asked, around);
  auto const code = run->run();
  if (around.leave_behind) around.leave_behind(std::move(run));
  return code;
}

}  // namespace

command check_command() {
  auto const asked = std::make_shared<written_options>();
  return {.name = "check",
          .about = {"Reports, for each scenario, on its date, as the agreed facts and then each view tell it: which "
                    "provisions apply, to whom, what is owed since when, which requirements fail, what is open; and "
                    "whether the scenario's expectations are met. `-` reads a scenario from standard input. A folder "
                    "stands for every *.yaml file in it that is not mere background."},
          .arguments = {{"FILE|FOLDER", "at least one file or folder", &asked->paths, true, completion::scenarios}},
          .groups = {account_options(*asked, accounts_meant::every),
                     {"what to show",
                      {provision_option(*asked),
                       {"--all", "", "also what does not apply or is not in force, and why", &asked->all},
                       format_option(*asked),
                       color_option(asked->color)}},
                     bound_options(*asked)},
          .examples = {"casus check cases", "casus check raid.yaml --at 2014-06-11 --view president",
                       "casus check raid.yaml --provision Treaty.4.2 --law Treaty.4.2=1995-01-01",
                       "casus check - --format json < raid.yaml"},
          .closing = {"Expectations are held against what the scenario itself says, whatever the options."},
          .run = [asked](environment const& around) { return check(*asked, around); }};
}

}  // namespace casus::cli
