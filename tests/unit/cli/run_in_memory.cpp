#include "run_in_memory.hpp"

namespace casus::test {
namespace {

cli::environment around(std::shared_ptr<session::memory> const& files, ran& result, terminal on, std::string input) {
  return {.files = session::in_memory(files),
          .read_input = [input](std::size_t) { return session::read_result{.content = input, .problem = {}}; },
          .write_output = [&result](std::string_view text) { result.output += text; },
          .write_error = [&result](std::string_view text) { result.errors += text; },
          .output_is_terminal = on.output,
          .error_is_terminal = on.errors,
          .no_color = on.no_color,
          .today = *source::make_date({.year = 2026, .month = 1, .day = 1}),
          .commit = "0123456789ab"};
}

}  // namespace

ran run(std::vector<std::string> const& arguments, session::memory files, terminal on, std::string input) {
  ran result;
  auto const kept = std::make_shared<session::memory>(std::move(files));
  result.code = cli::run(arguments, around(kept, result, on, std::move(input)));
  result.files = *kept;
  return result;
}

ran run_while(std::vector<std::string> const& arguments, session::memory files, std::vector<edit> edits) {
  ran result;
  auto const kept = std::make_shared<session::memory>(std::move(files));
  auto environment = around(kept, result, {}, {});
  environment.wait_for_change = [kept, edits, next = std::size_t{0}](auto const&) mutable {
    return next == edits.size() ? std::vector<std::string>{} : edits[next++](*kept);
  };
  result.code = cli::run(arguments, environment);
  result.files = *kept;
  return result;
}

}  // namespace casus::test
