// What-if edits as a scenario would say them: another view, laid over the account that is asked for. The view is
// written into the text of the scenario, so that it is read, checked and saved like any other.
#pragma once
#include "engine/check/program.hpp"
#include "engine/cli/edit.hpp"
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::cli {

struct edits {
  std::vector<std::string> set;     // Attack.raid.origin=external, share(armenia)=5
  std::vector<std::string> add;     // Request(by: armenia, date: 2014-06-12), party(armenia)
  std::vector<std::string> remove;  // Attack.raid, party(armenia)
};

// What an edit is about: `Name(arguments)`, or `Name.id` and perhaps `.field`. None where it does not read.
struct edit_target {
  std::string name;
  std::string id;
  std::string field;
  bool is_applied = false;
  std::vector<std::string> arguments;
};
[[nodiscard]] std::optional<edit_target> read_target(std::string_view text);

// What is set, then what is added, then what is removed.
[[nodiscard]] std::vector<edit> in_order(edits const& what);

// The edits as the `facts` of a view, in braces. The program says what the parameters of facts are called, where it is
// known. Throws usage_error where an edit does not read.
[[nodiscard]] std::string facts_of(std::vector<edit> const& what, check::program const* program);

struct patched {
  std::string text;
  std::string view;     // its name: `what_if`, or `what_if_2` where the scenario has that already
  std::string problem;  // why the view could not be written into it; empty: it could
};
// The text of a scenario with one view more. `body` is what stands below its name: in braces, or lines.
[[nodiscard]] patched with_view(std::string_view scenario, std::string_view body);

// The body of a view from a file that has its `facts`, or the whole of it.
[[nodiscard]] std::string body_of_patch(std::string_view patch);

}  // namespace casus::cli
