// Two rule sets made comparable: what they call by other names without meaning anything else by it (a variable, a
// label) has the name that the old one gives it. Which provisions there are, since when, and which of them could mean
// something else.
#pragma once
#include "engine/evaluate/world.hpp"
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace casus::session {

struct compared_rules {
  explicit compared_rules(check::program checked)
      : program(std::make_unique<check::program>(std::move(checked))), compiled(*program) {}
  std::unique_ptr<check::program> program;
  evaluate::compiled compiled;
};

struct compared_pair {
  compared_rules before;
  compared_rules now;
};
// Indices are those of the programs given.
[[nodiscard]] compared_pair made_comparable(check::program const& before, check::program const& now);

// "in force from 2012-12-19 until …", version by version, those of its instrument included.
[[nodiscard]] std::vector<std::string> periods_of(check::program const& program, std::string const& article);

// Articles and questions by id, each with everything that it rests on, in a form in which the names of variables and
// defines, labels, comments and the order of declarations make no difference: where that is the same, so is what they
// come to. (A define that rests on itself is known by its name.)
[[nodiscard]] std::map<std::string, std::set<std::string>> meanings(check::program const& program);

}  // namespace casus::session
