// Which instances of a provision are meant: `CST.4.2 ally=northland` on the command line, against the names of a case.
#pragma once
#include "engine/cli/one_case.hpp"

namespace casus::cli {

struct wanted_instance {
  std::string provision;
  std::vector<std::pair<std::string, std::string>> values;  // variable, name of a thing
};

// Throws usage_error where a pair does not read.
[[nodiscard]] wanted_instance wanted(std::string provision, std::vector<std::string> const& pairs);

// The values given in the slots of one version of the provision.
struct chosen_version {
  check::provision_index provision = 0;
  std::vector<evaluate::world::given> given;
};

// The versions of the provision that have all the variables named. Throws usage_error, with the nearest names, where
// there is no such provision, variable or thing.
[[nodiscard]] std::vector<chosen_version> versions_of(wanted_instance const& asked, opened_case const& in);

struct chosen_instance {
  check::provision_index provision = 0;
  evaluate::instance what;
};

// The instances that are listed on the date and have these values, the strongest status first.
[[nodiscard]] std::vector<chosen_instance> listed(std::vector<chosen_version> const& versions, opened_case const& in);
// The one that the values name in full, whether it is listed or not.
[[nodiscard]] std::optional<chosen_instance> named(std::vector<chosen_version> const& versions, opened_case const& in);

// "; did you mean `northland`?", or the names that there are, where they are few: the end of a message about a name
// that is not known.
[[nodiscard]] std::string suggestion(std::string const& name, std::vector<std::string> const& known);

// "ally=northland victim=southland", to be put on a command line.
[[nodiscard]] std::string written(chosen_instance const& one, opened_case const& in);

}  // namespace casus::cli
