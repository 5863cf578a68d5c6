// That an event is not there on a date: whether it did not take place, or is yet to come.
#pragma once
#include "engine/facts/base.hpp"
#include <string>

namespace casus::report {

// "did not take place", or "had not taken place by 15 June 2014" where it is dated later.
[[nodiscard]] std::string absence_of_event(facts::event const& event, source::date on);

}  // namespace casus::report
