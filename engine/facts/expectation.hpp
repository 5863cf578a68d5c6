// What a scenario expects of the findings: the blocks of `expect`, bound to declarations.
#pragma once
#include "engine/facts/base.hpp"
#include <map>

namespace casus::facts {

// Slot of a variable of a provision or question (by name: versions may place it differently), or a relation's
// parameter, and the value that it must have.
struct binding {
  std::string variable;
  value expected;
  source::span where;
};

struct expected_subject {
  enum class kind : std::uint8_t { provision, question, relation };
  kind of = kind::provision;
  std::uint32_t index = 0;  // article, question or relation
  std::string status;       // the words of the status, checked by the loader: "does not apply", "unanswered", "holds"
  std::optional<std::vector<std::vector<binding>>> for_instances;   // each of these is matched
  std::optional<std::vector<std::vector<binding>>> only_instances;  // and nothing else has that status
  std::optional<std::string> duty;                                  // state of every duty meant
  std::optional<std::vector<std::string>> failing;                  // exactly these labels
  std::optional<std::string> displaced_by;                          // label of an exception, or a provision id
  source::span where;
};

struct expected_conflict {
  std::string must;
  std::string must_not;
  source::span where;
};

struct expectation {
  std::optional<source::date> at;
  std::optional<std::string> view;
  std::optional<source::date> law;
  std::map<std::uint32_t, source::date> law_of;  // by article index
  std::optional<source::date> known_by;
  std::map<std::uint32_t, std::optional<std::uint32_t>> readings;  // interpretation → value; none: unknown
  std::vector<expected_subject> subjects;
  std::optional<std::vector<expected_conflict>> conflicts;  // exactly these
  source::span where;
};

}  // namespace casus::facts
