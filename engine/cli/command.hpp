// A command as a table: what it is for, what it takes, what each option does and where its value goes. The reading of
// the arguments, the help, the completions of the shells and the manual pages are all made from it.
#pragma once
#include "engine/cli/exit_code.hpp"
#include "engine/cli/run.hpp"
#include <memory>
#include <variant>
#include <vector>

namespace casus::cli {

// Wrong usage, found while the arguments are read or after: an option, a view or a provision that does not exist.
struct usage_error {
  std::string message;
};

// Where a value goes. A switch sets a Boolean, a list takes every value that is given. Nothing: another way of writing
// the option above it, which only the help shows.
using destination =
    std::variant<std::monostate, bool*, std::string*, std::optional<std::string>*, std::vector<std::string>*>;

// What a shell offers for a value that is not one of a few words.
enum class completion { none, files, folders, scenarios, rules };

struct option {
  std::string name;   // "--at"
  std::string value;  // how help names the value, "DATE"; empty for a switch
  std::string about;  // what it does, as help says it: no capital, no full stop
  destination into;
  std::vector<std::string> choices = {};  // the only values
  cli::completion completion = completion::none;
};

// What is given by its place, not by a name.
struct argument {
  std::string name;  // as help names it, "SCENARIO"
  std::string noun;  // as messages name it: "a scenario"
  destination into;  // a text or a list
  bool required = true;
  cli::completion completion = completion::none;
  std::vector<std::string> choices = {};  // the only values
};

struct option_group {
  std::string title;  // may be empty
  std::vector<option> options;
};

struct command {
  std::string name;
  std::vector<std::string> about;  // paragraphs
  std::vector<argument> arguments;
  std::vector<option_group> groups;
  std::vector<std::string> examples;  // whole command lines
  std::vector<std::string> closing;   // paragraphs after the examples
  // Runs it with what was read into the table's destinations. Throws usage_error.
  std::function<exit_code(environment const&)> run;
};

struct command_entry {
  std::string_view name;
  std::string_view summary;  // one line of the list of commands
  command (*make)();         // a table with destinations of its own
};

}  // namespace casus::cli
