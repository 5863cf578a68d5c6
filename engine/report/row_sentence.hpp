// A row in words: "Armenia and Belarus must give Kyrgyzstan the necessary help". Doubtful ones begin with "whether",
// displaced ones say what would have been owed.
#pragma once
#include "engine/report/names.hpp"
#include "engine/report/row.hpp"

namespace casus::report {

struct speaker {
  check::program const& program;
  facts::base const& facts;
  names const& named;
  bool names_events = false;  // by their ids as well as in their own words, which other events may share
};

[[nodiscard]] std::string sentence(speaker const& with, check::provision_index provision, row const& said);

}  // namespace casus::report
