// A proof as a reader goes through it: one line for each step, those below which it rests on; before it is laid out as
// text or Markdown.
#pragma once
#include "engine/explain/proof.hpp"
#include "engine/report/document.hpp"
#include "engine/report/names.hpp"
#include <optional>

namespace casus::report {

struct proof_line {
  std::size_t depth = 0;
  facts::truth met = facts::truth::no;  // whether what was asked for is so
  std::string role;                     // "unless", "requires", or empty
  std::string words;
  std::vector<std::string> notes;         // places, and what is not simply stated
  std::optional<std::size_t> number;      // of what is used again further down
  std::optional<std::size_t> as_shown;    // the number of where it was shown before
  std::optional<explain::step_index> of;  // none: says how much is left out
};

// What was asked about one instance, and what it comes to.
struct proof_page {
  heading head;
  std::string citation;
  std::string version;  // "text of 19 December 2012" where there are several
  passage conclusion;
  std::vector<std::string> about;  // the day of judgment, the place of the rule
  std::vector<proof_line> lines;
  std::vector<std::string> footnotes;  // how many proofs there are, what is left out
};

struct proof_extent {
  std::optional<std::size_t> depth;              // none: all the way down
  report::extent extent = extent::what_applies;  // everything: also what is routine
};

[[nodiscard]] proof_page proof_page_of(told_account const& one, check::provision_index provision,
                                       evaluate::instance const& instance, explain::proof const& proof,
                                       proof_extent shown);

// A duty that was fulfilled, or a prohibition that was breached, and the act that did it: the first that matches.
struct decided_norm {
  evaluate::norm_state state{};
  std::uint32_t act = 0;
};
[[nodiscard]] std::vector<decided_norm> decided_norms(told_account const& one, evaluate::instance const& instance);

// Words and notes of a step where the text around it speaks of `date`.
[[nodiscard]] std::string step_words(told_account const& one, names const& named, explain::step const& step,
                                     source::date date);
[[nodiscard]] std::vector<std::string> step_notes(told_account const& one, names const& named,
                                                  explain::step const& step);
// Where the rule that a step applies stands; none of a fact or an event.
[[nodiscard]] std::optional<source::span> rule_of(check::program const& program, explain::step const& step);

// How a fact is known: "stated", "this account", "default", "not stated", "unknown", "left open".
[[nodiscard]] std::string_view mark_of(told_account const& one, explain::cited_fact const& fact);

[[nodiscard]] std::string text(proof_page const& shown, painter const& paint);
[[nodiscard]] std::string markdown(proof_page const& shown);
// As a diagram: what is shown once is one box, whatever rests on it. For Graphviz, and for Mermaid.
[[nodiscard]] std::string dot(proof_page const& shown);
[[nodiscard]] std::string mermaid(proof_page const& shown);

}  // namespace casus::report
