// A case as it would be with some facts changed: the changes are written into the text of the scenario as a view, which
// is read and checked like any other, and laid over the account that is asked for.
#pragma once
#include "engine/cli/one_case.hpp"
#include "engine/cli/scenario_edit.hpp"

namespace casus::cli {

struct hypothetical {
  check_options asked;
  environment around;  // in which the scenario has the view
  std::string text;    // of the scenario
  std::string view;    // its name
  session::file_system on_disk;
};

struct patch_in {
  std::string file;
};

// Throws usage_error where an edit does not read, or the view cannot be written.
[[nodiscard]] hypothetical with_hypothesis(std::vector<edit> const& what, check_options const& asked,
                                           environment const& around);
[[nodiscard]] hypothetical with_hypothesis(patch_in const& patch, check_options const& asked,
                                           environment const& around);

// Writes the scenario with the view to a file of its own beside it. What is wrong where it cannot be written, where
// something else is there, and in another folder, from where the files that it names would not be found.
[[nodiscard]] std::optional<std::string> save(hypothetical const& what, std::string const& path);

// What the account comes to with the view of that name laid over it.
class changed_case {
 public:
  changed_case(opened_case const& in, std::string const& view, evaluate::limits const& limits);
  changed_case(changed_case const&) = delete;
  changed_case& operator=(changed_case const&) = delete;
  [[nodiscard]] opened_case opened() const;

 private:
  opened_case const& in_;
  facts::scenario told_;
  mutable suite::accounts accounts_;
  suite::account account_;
};

}  // namespace casus::cli
