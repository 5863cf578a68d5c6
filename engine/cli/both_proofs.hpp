// Why a provision comes to what it does under each of two rule sets, on one scenario: the proof of the first instance
// that only the one has, or that comes to something else there; where there is none, what keeps it from applying.
#pragma once
#include "engine/cli/told_apart.hpp"

namespace casus::cli {

struct explained {
  std::string proof;    // as `casus why` has it; empty: there is no instance
  std::string absence;  // then: as `casus why-not` has it; empty: nothing comes near
};

struct both_explained {
  explained before;
  explained now;
};

// `text`: the scenario, which reads under both. Of a question there is nothing to prove.
[[nodiscard]] both_explained explain_both(session::compared_pair const& rules, source::files const& before,
                                          source::files const& now, std::string const& text,
                                          std::string const& subject);

}  // namespace casus::cli
