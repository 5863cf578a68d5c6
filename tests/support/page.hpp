// A golden page: Markdown that states a behaviour, with the input files and the commands that show it.
//
//   ```casus rules.casus      an input file: a language and a name
//   ```console                commands after "$ ", each followed by exactly what it prints (standard output and
//   standard $ casus check raid.yaml   error as they come, in one) and, unless it is 0, by its exit code [exit 1]
//
// Only commands that begin with `casus` are run, with `< FILE` as standard input; `cat FILE` shows what a command has
// written. Other console blocks, and fences without a file name, are prose.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace casus::test {

struct prose {
  std::string line;
};

struct input {
  std::string name;
  std::string content;
};

struct command {
  std::size_t line = 0;  // of the prompt, from one
  std::string prompt;    // the whole line: "$ casus check raid.yaml"
  std::vector<std::string> words;
  std::vector<std::string> expected;
};

using piece = std::variant<prose, input, command>;

struct page {
  std::vector<piece> pieces;
  std::vector<std::string> problems;  // what cannot be understood, with its line
};

[[nodiscard]] page read_page(std::string_view text);

// The page as text again, each command followed by its `expected`.
[[nodiscard]] std::string write_page(page const& page);

// The words of a command line, with '…' and "…" as a shell reads them.
[[nodiscard]] std::vector<std::string> words_of(std::string_view line);

[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

}  // namespace casus::test
