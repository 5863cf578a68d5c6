// The heading of a report on one scenario as one account tells it: the same for every command.
#pragma once
#include "engine/report/style.hpp"
#include <vector>

namespace casus::report {

struct heading {
  std::string title;
  std::string documentation;
  std::string account;                  // what the view says in a word
  std::vector<std::string> conditions;  // "as of 15 June 2010", "view: medvedev", "under the law of …"
};

[[nodiscard]] std::string text(heading const& of, painter const& paint);

enum class level { scenario, account };  // Markdown: from the title on, or from the conditions on
[[nodiscard]] std::string markdown(heading const& of, level from);

// Words from the input without the characters that Markdown would take for its own. Backticks are kept: they are ours.
[[nodiscard]] std::string escaped_for_markdown(std::string_view words);

}  // namespace casus::report
