#include "commands.hpp"
#include "console.hpp"
#include "diagnostics_desk.hpp"
#include "shared_options.hpp"

#include "engine/session/session.hpp"
#include "engine/source/catalogue.hpp"
#include "grammar/format.hpp"

#include <fmt/format.h>

#include <memory>

namespace casus::cli {
namespace {

struct fmt_options {
  std::vector<std::string> paths;
  bool check = false;
  std::string color = "auto";
  message_choice messages;
};

class formatter {
 public:
  formatter(fmt_options const& asked, environment const& around)
      : asked_(asked),
        around_(around),
        all_(around.files, around.read_input),
        desk_(asked.messages, around.write_error, painter_for_errors(asked.color, around)) {}

  [[nodiscard]] exit_code run() {
    for (auto const& path : asked_.paths) {
      if (path == session::standard_input) {
        filter();
        continue;
      }
      auto const found = session::find_files(around_.files, path, session::rule_ending);
      for (auto const& [where, problem] : found.problems) fail(where, problem);
      for (auto const& file : found.paths) lay_out(file);
    }
    desk_.close();
    if (desk_.has_errors() || failed_) return exit_code::input_wrong;
    return asked_.check && changed_ > 0 ? exit_code::expectation_failed : exit_code::checked;
  }

 private:
  void fail(std::string_view path, std::string_view problem) {
    failed_ = true;
    around_.write_error(fmt::format("casus: `{}`: {}\n", path, problem));
  }

  [[nodiscard]] std::optional<std::string> formatted(std::string const& path) {
    auto const id = all_.text(path, std::nullopt);
    desk_.take(id.diagnostics, all_.texts());
    if (!id.value) return std::nullopt;
    auto result = grammar::format(all_.texts()[*id.value], *id.value);
    desk_.take(result.diagnostics, all_.texts());
    return std::move(result.value);
  }

  [[nodiscard]] std::string_view content(std::string const& path) {
    return all_.texts()[*all_.text(path, std::nullopt).value].content();
  }

  void filter() {
    std::string const path{session::standard_input};
    auto const text = formatted(path);
    if (!text) return;
    if (asked_.check) {
      changed_ += *text == content(path) ? 0U : 1U;
    } else {
      around_.write_output(*text);
    }
  }

  void lay_out(std::string const& path) {
    auto const text = formatted(path);
    if (!text || *text == content(path)) return;
    ++changed_;
    around_.write_output(path + '\n');
    if (asked_.check) return;
    if (auto const problem = around_.files.write(path, *text)) fail(path, *problem);
  }

  fmt_options const& asked_;
  environment const& around_;
  session::session all_;
  diagnostics_desk desk_;
  std::size_t changed_ = 0;
  bool failed_ = false;
};

}  // namespace

command fmt_command() {
  auto const asked = std::make_shared<fmt_options>();
  return {
      .name = "fmt",
      .about = {"Rewrites rule files in the one canonical layout, keeping every comment. A folder stands for every "
                "*.casus file in it. `-` reads standard input and writes the result to standard output. A file "
                "with errors is left as it is."},
      .arguments = {{"FILE|FOLDER", "at least one file or folder", &asked->paths, true, completion::rules}},
      .groups = {{"",
                  {{"--check", "", "change nothing; list the files that would change, and exit with 1 if there are any",
                    &asked->check},
                   messages_option(asked->messages.form),
                   color_option(asked->color)}}},
      .examples = {"casus fmt rules", "casus fmt --check rules"},
      .closing = {},
      .run = [asked](environment const& around) {
        return formatter{*asked, around}.run();
      }};
}

}  // namespace casus::cli
