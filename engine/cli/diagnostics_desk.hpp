// Everything that is said about the input in one run passes here: warnings that were allowed are dropped, denied ones
// become errors, what was said before is not said again, and at most so many are shown.
#pragma once
#include "engine/report/style.hpp"
#include "engine/source/diagnostic.hpp"
#include "engine/source/text.hpp"
#include <functional>
#include <set>
#include <string>
#include <tuple>

namespace casus::cli {

inline constexpr std::size_t usual_most_shown = 100;  // diagnostics in one run

// What is said, and how, as the command line has it.
struct message_choice {
  std::vector<std::string> allow;  // codes of warnings; "all" stands for every one
  std::vector<std::string> deny;
  std::string form = "full";  // or "line": one line each, as editors and problem matchers read them
};
// What is wrong with the choice itself: a code that does not exist, an error that cannot be allowed. Empty: nothing.
[[nodiscard]] std::string problem_with(message_choice const& choice);

class diagnostics_desk {
 public:
  diagnostics_desk(message_choice choice, std::function<void(std::string_view)> write, report::painter paint,
                   std::size_t most_shown = usual_most_shown);

  // Shows what has not been shown yet, in source order. Whether there were errors among all of it, shown or not.
  bool take(std::vector<source::diagnostic> said, source::files const& texts);

  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] std::size_t errors() const { return errors_; }
  [[nodiscard]] std::size_t warnings() const { return warnings_; }
  // Says how many were not shown, once at the end.
  void close();

  // All that was said, for reports that list it.
  [[nodiscard]] std::vector<source::diagnostic> const& all() const { return all_; }

 private:
  [[nodiscard]] std::string written(source::diagnostic const& said, source::files const& texts) const;

  message_choice choice_;
  std::function<void(std::string_view)> write_;
  report::painter paint_;
  std::size_t most_shown_;
  std::set<std::tuple<std::string_view, source::span, std::string>> seen_;
  std::vector<source::diagnostic> all_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

}  // namespace casus::cli
