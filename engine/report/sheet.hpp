// What a report says about one scenario on one date as one account tells it, in sentences, before it is laid out as
// text or Markdown: plain words and places, no colour, no columns.
#pragma once
#include "engine/evaluate/findings.hpp"
#include "engine/report/heading.hpp"
#include <optional>
#include <string>
#include <vector>

namespace casus::report {

// One thing said below a passage: why it is so, or what would decide it.
struct remark {
  enum class kind { fails, would_fail, open, displaced, overridden, settles, because };
  kind of = kind::fails;
  std::string words;
  bool operator==(remark const&) const = default;
};

// What is said of a group of instances that differ in nothing but the things listed in the sentence.
struct passage {
  evaluate::status status{};
  std::string sentence;
  std::string state;  // "outstanding since 10 June 2010", or empty
  std::vector<remark> remarks;
};

struct article_entry {
  check::provision_index provision = 0;
  std::string label;  // "art. 4(2)"
  std::string title;
  std::string version;  // "text of 19 December 2012" where it is not the text of the date, else empty
  evaluate::status status{};
  std::vector<passage> passages;
};

struct instrument_section {
  std::string title;  // empty: provisions without an instrument
  std::vector<article_entry> articles;
};

// Provisions of one status that only the background brings about.
struct background_entry {
  evaluate::status status{};
  std::vector<std::string> citations;
};

struct question_entry {
  evaluate::question_status status{};
  std::string text;
  std::string note;  // what it arises for, and who answers
};

struct sheet {
  heading head;
  std::vector<instrument_section> instruments;
  std::vector<background_entry> background;
  std::vector<question_entry> questions;
  std::vector<std::string> conflicts;
};

}  // namespace casus::report
