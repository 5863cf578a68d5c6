#include "material.hpp"
#include "require.hpp"
#include "targets.hpp"

#include "engine/cli/exit_code.hpp"
#include "engine/cli/run.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::fuzz {
namespace {

struct ran {
  std::string output;
  std::string errors;
  int code = 0;
};

ran run(std::vector<std::string> const& arguments, std::shared_ptr<session::memory> const& files) {
  ran found;
  cli::environment const around{.files = session::in_memory(files),
                                .read_input = [](std::size_t) { return session::read_result{}; },
                                .write_output = [&found](std::string_view text) { found.output += text; },
                                .write_error = [&found](std::string_view text) { found.errors += text; },
                                .today = *source::make_date({.year = 2026, .month = 1, .day = 1}),
                                .commit = {}};
  found.code = cli::run(arguments, around);
  return found;
}

bool is_expected(int code) {
  return code == static_cast<int>(cli::exit_code::checked) ||
         code == static_cast<int>(cli::exit_code::expectation_failed) ||
         code == static_cast<int>(cli::exit_code::input_wrong);
}

}  // namespace

void evaluation(std::string_view input) {
  material const given = split(input);
  auto const files = std::make_shared<session::memory>();
  (*files)["rules.casus"] = given.rules;
  (*files)["scenario.yaml"] = given.scenario;
  int code = -1;
  for (std::string const format : {"text", "markdown", "json"}) {
    ran const found = run({"check", "scenario.yaml", "--all", "--format", format, "--limit", "steps=2000000", "--limit",
                           "instances=10000"},
                          files);
    require(is_expected(found.code), "an exit code that input cannot bring about", found.errors);
    require(code == -1 || code == found.code, "the exit code depends on the form of the report", found.errors);
    code = found.code;
    std::string const said = found.output + found.errors;
    require(source::first_malformed_utf8(said) == std::string_view::npos, "a report is not UTF-8", said);
    if (format == "json") require(nlohmann::json::accept(found.output), "a report is not JSON", found.output);
  }
}

}  // namespace casus::fuzz
