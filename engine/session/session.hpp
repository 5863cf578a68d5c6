// One run's files, rules and scenarios: finds and reads what is named, follows `use` and `background`, and keeps every
// text and every compiled rule set, so that a hundred scenarios under the same rules compile them once. Says what is
// wrong with the input and decides nothing else.
#pragma once
#include "engine/evaluate/world.hpp"
#include "engine/facts/scenario.hpp"
#include "engine/scenario/expected_diagnostics.hpp"
#include "engine/session/files.hpp"
#include "engine/source/outcome.hpp"
#include "engine/source/text.hpp"

namespace casus::session {

// Rule files read together. `program` and `compiled` are there only where there are no errors.
struct rule_book {
  std::vector<std::string> files;
  std::unique_ptr<check::program> program;
  std::optional<evaluate::compiled> compiled;
  std::vector<source::diagnostic> diagnostics;
};

struct loaded_scenario {
  bool is_told = false;                     // no: what was said of the file besides its scenarios
  std::string title;                        // of what is told, whether or not the rest can be read
  std::optional<source::span> where;        // and where it begins
  std::optional<facts::scenario> scenario;  // none where there are errors, here or in the rules
  rule_book const* rules = nullptr;         // none where no rules could be found
  std::vector<std::string> named_rules;     // the files and folders that it was read under, itself or its background
  std::vector<source::diagnostic> diagnostics;
  std::vector<scenario::expected_diagnostic> expected;  // of these diagnostics and those of the rules
  std::vector<std::string> background;                  // the files that it was read from besides its own and the rules
};

enum class asked { by_name, with_its_folder };  // background files are passed over where a whole folder is checked

class session {
 public:
  // `most`: the size of a file, in bytes, beyond which it is not read.
  session(file_system files, input_reader read_input, std::size_t most = usual_file_size);
  ~session();
  session(session&&) noexcept;

  // Rule files, or folders of them. The book stays where it is for as long as the session.
  [[nodiscard]] rule_book const& rules(std::vector<std::string> const& paths);

  // From now on scenarios are held against these, whatever they name.
  void hold_against(std::vector<std::string> const& paths);

  // The scenarios of one file, "-" for standard input; several documents are several scenarios, handed over one after
  // the other and not kept. Some may have nothing but diagnostics.
  void each_scenario(std::string const& path, asked how, std::function<void(loaded_scenario)> const& visit);
  // All of them at once.
  [[nodiscard]] source::outcome<std::vector<loaded_scenario>> scenarios(std::string const& path, asked how);

  [[nodiscard]] file_system const& disk() const;
  [[nodiscard]] source::files const& texts() const;
  // The text of a file, read once; the diagnostic, where there is none, points at `named_at` or at the file itself.
  [[nodiscard]] source::outcome<source::file_id> text(std::string const& path, std::optional<source::span> named_at);

  // A place that stands for a path of which there is no text.
  [[nodiscard]] source::span nameplate(std::string const& path);

  struct implementation;

 private:
  std::unique_ptr<implementation> inside_;
};

// The latest date that the scenario's own file names, else the latest that its background names: the date on which a
// scenario is judged that says none.
[[nodiscard]] std::optional<source::date> latest_date(facts::scenario const& told);

inline constexpr std::string_view standard_input = "-";
inline constexpr std::string_view rule_ending = ".casus";
inline constexpr std::string_view scenario_ending = ".yaml";

}  // namespace casus::session
