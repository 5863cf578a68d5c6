#include "run_in_memory.hpp"

namespace casus::test {

ran run(std::vector<std::string> const& arguments, session::memory files, terminal on, std::string input) {
  ran result;
  auto const kept = std::make_shared<session::memory>(std::move(files));
  cli::environment const around{
      .files = session::in_memory(kept),
      .read_input = [input](std::size_t) { return session::read_result{.content = input, .problem = {}}; },
      .write_output = [&result](std::string_view text) { result.output += text; },
      .write_error = [&result](std::string_view text) { result.errors += text; },
      .output_is_terminal = on.output,
      .error_is_terminal = on.errors,
      .no_color = on.no_color,
      .today = *source::make_date({.year = 2026, .month = 1, .day = 1}),
      .commit = "0123456789ab"};
  result.code = cli::run(arguments, around);
  result.files = *kept;
  return result;
}

}  // namespace casus::test
