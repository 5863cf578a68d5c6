#include "commands.hpp"
#include "console.hpp"
#include "diagnostics_desk.hpp"
#include "limits.hpp"

#include "engine/session/session.hpp"

#include <fmt/format.h>

#include <memory>

namespace casus::cli {
namespace {

struct lint_options {
  std::vector<std::string> paths;
  warning_choice warnings;
  std::vector<std::string> limits;
  std::string color = "auto";
};

exit_code lint(lint_options const& asked, environment const& around) {
  if (auto problem = problem_with(asked.warnings); !problem.empty()) throw usage_error{std::move(problem)};
  auto const bounds = limits_from(asked.limits);
  session::session all{around.files, around.read_input, bounds.file_bytes};
  auto const& book = all.rules(asked.paths);
  diagnostics_desk desk{asked.warnings, around.write_error, painter_for_errors(asked.color, around), bounds.shown};
  desk.take(book.diagnostics, all.texts());
  desk.close();
  around.write_output(fmt::format("{} read: {}, {}\n", counted(book.files.size(), "rule file"),
                                  counted(desk.errors(), "error"), counted(desk.warnings(), "warning")));
  return desk.has_errors() ? exit_code::input_wrong : exit_code::checked;
}

}  // namespace

void add_lint(CLI::App& app, command& chosen) {
  auto* const own = app.add_subcommand("lint");
  auto const asked = std::make_shared<lint_options>();
  own->add_option("paths", asked->paths)->required();
  own->add_option("--allow", asked->warnings.allow)->allow_extra_args(false);
  own->add_option("--deny", asked->warnings.deny)->allow_extra_args(false);
  own->add_option("--limit", asked->limits)->allow_extra_args(false);
  own->add_option("--color", asked->color)->check(CLI::IsMember({"auto", "always", "never"}));
  own->callback([asked, &chosen] { chosen = [asked](environment const& around) { return lint(*asked, around); }; });
}

}  // namespace casus::cli
