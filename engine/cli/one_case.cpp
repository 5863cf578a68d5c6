#include "one_case.hpp"

#include "changed_case.hpp"
#include "console.hpp"
#include "version.hpp"

#include <fmt/format.h>

#include <charconv>

namespace casus::cli {
namespace {

class case_reader {
 public:
  case_reader(std::string_view name, check_options const& asked, environment const& around, look_at_case const& look)
      : command_(name),
        asked_(asked),
        around_(around),
        look_(look),
        session_(around.files, around.read_input, asked.limits.file_bytes),
        desk_(asked.warnings, around.write_error, painter_for_errors(asked.color, around), asked.limits.shown) {}

  [[nodiscard]] exit_code run() {
    auto const& path = asked_.paths.front();
    if (path.ends_with(session::rule_ending)) {
      throw usage_error{fmt::format("`{}` is a rule file; name a scenario", path)};
    }
    if (around_.files.kind(path) == session::path_kind::folder) {
      throw usage_error{fmt::format("`{}` is a folder; name one scenario", path)};
    }
    session_.each_scenario(path, session::asked::by_name, [&](session::loaded_scenario one) { take(one); });
    names_.settle();
    desk_.close();
    write();
    return desk_.has_errors() ? exit_code::input_wrong : exit_code::checked;
  }

 private:
  void take(session::loaded_scenario& one) {
    if (one.rules != nullptr) desk_.take(one.rules->diagnostics, session_.texts());
    desk_.take(std::move(one.diagnostics), session_.texts());
    if (!one.scenario || !one.rules->compiled) return;
    if (!names_.knows_all(asked_, *one.rules->program, *one.scenario)) return;
    try {
      open(*one.scenario, *one.rules->compiled);
    } catch (evaluate::failure const& failure) { desk_.take({failure.why}, session_.texts()); }
  }

  void open(facts::scenario const& told, evaluate::compiled const& rules) {
    auto const on = occasion_of(asked_, told);
    if (!on) {
      desk_.take({undated(told)}, session_.texts());
      return;
    }
    suite::accounts accounts{rules, told, asked_.limits.evaluation};
    auto const account = accounts_of(asked_, accounts).front();
    opened_case const opened{told, rules, accounts, account, *on, session_.texts()};
    desk_.take(accounts.at(account, on->date).warnings, session_.texts());
    found_.push_back(look_(opened));
  }

  void write() const {
    if (asked_.format == format::json) {
      report::exploration const all{
          .command = std::string{command_}, .version = std::string{version()}, .found = found_};
      around_.write_output(report::json(all, desk_.all(), session_.texts()));
      return;
    }
    for (std::size_t i = 0; i < found_.size(); ++i) around_.write_output((i == 0 ? "" : "\n") + found_[i]);
  }

  std::string_view command_;
  check_options const& asked_;
  environment const& around_;
  look_at_case const& look_;
  session::session session_;
  diagnostics_desk desk_;
  name_ledger names_;
  std::vector<std::string> found_;
};

}  // namespace

exit_code look_into(std::string_view name, check_options const& asked, environment const& around,
                    look_at_case const& look) {
  if (around.changes.empty()) return case_reader{name, asked, around, look}.run();
  auto const with_view = with_hypothesis(around.changes, asked, around);
  return case_reader{name, with_view.asked, with_view.around,
                     [&](opened_case const& in) {
                       changed_case const changed{in, with_view.view, asked.limits.evaluation};
                       return look(changed.opened());
                     }}
      .run();
}

std::size_t number_above_zero(std::string_view option, std::string const& text) {
  std::size_t number = 0;
  auto const* const end = text.data() + text.size();
  auto const read = std::from_chars(text.data(), end, number);
  if (read.ec == std::errc{} && read.ptr == end && number > 0) return number;
  throw usage_error{fmt::format("{} takes a number above zero, not `{}`", option, text)};
}

}  // namespace casus::cli
