#include "check_options.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "named_files.hpp"
#include "one_case.hpp"
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
      auto& world = accounts.world(account);
      auto const& found = accounts.at(account, on->date);
      desk_.take(found.warnings, session_.texts());
      document_->account({.about = {.world = world, .rules = rules, .files = session_.texts(), .found = found},
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
  return check_run{asked, around}.run();
}

}  // namespace

void add_check(CLI::App& app, command& chosen) {
  auto* const own = app.add_subcommand("check");
  auto const asked = std::make_shared<written_options>();
  own->add_option("paths", asked->paths)->required();
  add_account_options(*own, *asked);
  own->add_option("--provision", asked->provisions)->allow_extra_args(false);
  own->add_flag("--all", asked->all);
  add_output_options(*own, *asked, {"text", "json", "markdown"});
  own->callback([asked, &chosen] { chosen = [asked](environment const& around) { return check(*asked, around); }; });
}

}  // namespace casus::cli
