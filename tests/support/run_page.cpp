#include "run_page.hpp"

#include "engine/source/overloaded.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace casus::test {
namespace {

struct printed {
  std::string text;
  int code = 0;
};

// The file after `<`, which is taken out of the words.
std::optional<std::string> take_input(std::vector<std::string>& words) {
  auto const sign = std::find(words.begin(), words.end(), "<");
  if (sign == words.end() || sign + 1 == words.end()) return std::nullopt;
  std::string file = *(sign + 1);
  words.erase(sign, sign + 2);
  return file;
}

cli::environment surroundings(session::file_system const& files, std::optional<std::string> const& input,
                              std::string& out) {
  auto const print = [&out](std::string_view text) { out += text; };
  auto const read_input = [files, input](std::size_t most) {
    return input ? files.read(*input, most) : session::read_result{.content = std::string{}, .problem = {}};
  };
  return {.files = files,
          .read_input = read_input,
          .write_output = print,
          .write_error = print,
          .output_is_terminal = false,
          .error_is_terminal = false,
          .no_color = false,
          .today = *source::make_date({.year = 2026, .month = 1, .day = 1}),
          .commit = "0123456789ab"};
}

printed run_casus(std::vector<std::string> words, program const& casus, session::file_system const& files) {
  printed result;
  auto const input = take_input(words);
  auto const around = surroundings(files, input, result.text);
  try {
    result.code = casus(std::span{words}.subspan(1), around);
  } catch (std::exception const& error) {
    result.text += std::string{"[exception] "} + error.what() + '\n';
    result.code = 70;
  }
  return result;
}

printed show(std::vector<std::string> const& words, session::file_system const& files) {
  printed result;
  for (std::string const& file : std::span{words}.subspan(1)) {
    auto const read = files.read(file);
    result.text += read.content ? *read.content : "cat: " + file + ": " + read.problem + '\n';
    if (!read.content) result.code = 1;
  }
  return result;
}

std::vector<std::string> as_expected(printed const& result) {
  auto lines = lines_of(result.text);
  if (!result.text.empty() && result.text.back() != '\n') lines.emplace_back("[no line feed at the end]");
  if (result.code != 0) lines.push_back("[exit " + std::to_string(result.code) + "]");
  return lines;
}

}  // namespace

page run_page(page asked, program const& casus, session::file_system const& repository) {
  auto const written = std::make_shared<session::memory>();
  auto const files = session::layered(session::in_memory(written), repository);
  auto const run = source::overloaded{
      [](prose&) {},
      [&](input& file) { (*written)[session::normal(file.name)] = file.content; },
      [&](command& told) {
        told.expected =
            as_expected(told.words.front() == "cat" ? show(told.words, files) : run_casus(told.words, casus, files));
      },
  };
  for (piece& one : asked.pieces) std::visit(run, one);
  return asked;
}

}  // namespace casus::test
