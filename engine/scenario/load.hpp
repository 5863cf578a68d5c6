// Scenario files → facts bound to the declarations of their rules, in two steps: `outline` reads a file as YAML and
// says which rules and background files each of its scenarios names; `bind` reads everything else against those rules.
// Files are found and rules are loaded by whoever calls this.
#pragma once
#include "engine/facts/scenario.hpp"
#include "engine/scenario/expected_diagnostics.hpp"
#include "engine/scenario/node.hpp"
#include "engine/source/outcome.hpp"
#include "engine/source/text.hpp"
#include <memory>
#include <optional>

namespace casus::scenario {

struct named_path {
  std::string path;  // as written: relative to the file that names it
  source::span where;
};

// One YAML document: a scenario or a file of background facts.
struct document {
  source::file_id file;
  std::string file_name;
  std::string title;  // the file's name where it gives none
  std::vector<named_path> rules;
  bool misspells_rules = false;  // an unknown key is nearly `rules`, which is said
  std::vector<named_path> background;
  // Only facts: no title, date, views, readings or expectations. Such a file is not checked for itself where a whole
  // folder is.
  bool is_background = false;
  std::vector<expected_diagnostic> expected;  // what is to be said of it or its rules
  source::span where;
  tree content;
};

// The documents of a file that can be read, in order; several in one file are several scenarios. Says what is wrong
// with the keys at the top of each, and leaves everything below them to `bind`. What was handed out is not kept, so
// that a file of many scenarios takes little more room than one of a single scenario.
class outlines {
 public:
  outlines(source::text const& text, source::file_id file);
  ~outlines();
  [[nodiscard]] std::optional<document> next();
  // What was said since this was last asked: of the document that `next` returned and of what precedes it, or at the
  // end of what follows.
  [[nodiscard]] std::vector<source::diagnostic> take_diagnostics();

 private:
  struct implementation;
  std::unique_ptr<implementation> inside_;
};
// All of them.
[[nodiscard]] source::outcome<std::vector<document>> outline(source::text const& text, source::file_id file);

// A scenario with the facts of its background documents, those that are needed first first, each once (a background's
// own background is in the list too). No value where there are errors.
enum class expectations { read, left_out };  // left out: where the scenario is read under rules that it does not name
[[nodiscard]] source::outcome<facts::scenario> bind(document const& told,
                                                    std::vector<document const*> const& background,
                                                    check::program const& rules, expectations how = expectations::read);

}  // namespace casus::scenario
