// What would turn an answer: the sets of changes in words, those together that differ in one value alone, each with the
// edits that make it; before it is laid out.
#pragma once
#include "engine/explain/flip.hpp"
#include "engine/report/document.hpp"

namespace casus::report {

// A set of changes and the command line that tries it; empty where no command can make it, for which there may be a
// way out, in words.
struct tried_flip {
  explain::flip what;
  std::string command;
  std::string way_out = {};
};

struct flip_findings {
  explain::flip_question question;  // of versions of one article, with the same values given
  evaluate::status status{};        // of the strongest instance that has them
  explain::flips all;               // with the sets in `flips`
  std::vector<tried_flip> flips;
  std::size_t size = 0;  // changes in a set, at most
};

struct flip_way {
  std::string words;    // "applies if the origin of the attack `raid` is external (not stated: raid.yaml:9)"
  std::string command;  // of the first of the sets that it tells
  std::string way_out;
};

struct flip_page {
  heading head;
  std::string citation;
  evaluate::status status{};
  std::string whom;  // the values given: "Armenia as ally"
  std::vector<flip_way> ways;
  std::vector<std::string> notes;
};

// `most`: ways that are told in each direction.
[[nodiscard]] flip_page flip_page_of(told_account const& one, flip_findings const& found, std::size_t most);
[[nodiscard]] std::string text(flip_page const& shown, painter const& paint);
[[nodiscard]] std::string markdown(flip_page const& shown);
[[nodiscard]] std::string json(told_account const& one, flip_findings const& found);

}  // namespace casus::report
