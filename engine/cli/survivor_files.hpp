// What a survivor of `casus mutate` would take to be killed, in YAML: a block of `expect`, and a scenario by itself.
#pragma once
#include "engine/report/mutation.hpp"

namespace casus::cli {

// Names the files of all mutants, by their rules and mistakes: those keep their names when others are killed. The
// mutants stand in the order of their places.
void name_files(std::vector<report::told_mutant>& mutants);

// Writes the texts of a survivor for which a scenario was found. `told`: the case that it is, or is made of. `rules`:
// the paths by which the file names them.
void write_texts(report::told_mutant& of, facts::scenario const& told, check::program const& program,
                 std::vector<std::string> const& rules, source::files const& files);

}  // namespace casus::cli
