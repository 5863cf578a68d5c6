// A sweep as a reader sees it: for each provision and question whose answer varies, the decision table, how often each
// answer is given, which facts matter, and the frontier; before it is laid out as text, CSV, Markdown or JSON.
#pragma once
#include "engine/explain/frontier.hpp"
#include "engine/explain/sweep.hpp"
#include "engine/report/cell.hpp"
#include "engine/report/document.hpp"

namespace casus::report {

struct swept_fact {
  std::string name;                 // "Attack.raid.origin"
  std::vector<std::string> values;  // what they are called
  bool is_ordered = false;          // dates: neighbours are told together
};

struct swept_entry {
  std::string id;
  std::string citation;
  std::string title;
  std::vector<std::string> answers;  // the last may be "not worked out"
  std::vector<std::size_t> counts;   // by answer
  explain::decision_table table;
  std::vector<explain::frontier> frontiers;
};

struct swept_alike {  // the same answer under every combination
  std::string id;
  std::string citation;
  std::string answer;
};

struct sweep_page {
  heading head;
  std::vector<swept_fact> facts;
  std::size_t combinations = 0;
  std::size_t evaluations = 0;  // so many of the answers were worked out
  std::vector<swept_entry> entries;
  std::vector<swept_alike> alike;
  bool is_stopped = false;  // before all was worked out
};

// An answer, as a `cell_writer` writes it.
[[nodiscard]] std::string answer_words(explain::swept_subject const& of, evaluate::changing_world::answer const& found,
                                       cell_writer& writer);
[[nodiscard]] sweep_page sweep_page_of(told_account const& one, std::vector<swept_fact> facts,
                                       std::vector<explain::swept> const& found);

[[nodiscard]] std::string text(sweep_page const& shown, painter const& paint);
[[nodiscard]] std::string markdown(sweep_page const& shown);
[[nodiscard]] std::string csv(sweep_page const& shown);
// One text for each provision and question.
[[nodiscard]] std::vector<std::string> json(sweep_page const& shown);

// "external", "external or mixed", "any but mixed", "2014-06-10 to 2014-06-15", "any".
[[nodiscard]] std::string values_words(swept_fact const& of, std::uint64_t values);
// Facts on which none of the answers depends.
[[nodiscard]] std::vector<std::string> idle_facts(sweep_page const& shown);

}  // namespace casus::report
