// On which scenarios two rule sets disagree about a provision or a question, and the smallest that can be made of one.
#pragma once
#include "engine/session/rule_versions.hpp"
#include "engine/session/session.hpp"
#include "engine/suite/small_worlds.hpp"

namespace casus::cli {

// One scenario, bound to both.
struct told_pair {
  facts::scenario before;
  facts::scenario now;
  source::date date;  // of a scenario that says none
};

// What a subject comes to, line by line as a snapshot has it: "CST.4.2", "question early_termination", "conflicts".
using told_findings = std::map<std::string, std::set<std::string>>;

struct difference {
  std::string account;  // "agreed facts on 2014-06-15"
  std::optional<std::size_t> view;
  std::string subject;
  std::vector<std::string> before;  // lines that only the one has
  std::vector<std::string> now;
};

struct apart_scenario {
  std::string text;  // a file of its own
  facts::scenario before;
  facts::scenario now;
};

class comparison {
 public:
  // `is_over`: whether no more scenarios are to be tried; asked before each.
  comparison(session::compared_pair const& rules, source::files const& files, evaluate::limits const& limits,
             std::function<bool()> is_over)
      : rules_(rules), files_(files), limits_(limits), is_over_(std::move(is_over)) {}

  [[nodiscard]] std::vector<difference> differences(told_pair const& of) const;

  // As small as it can be made; nothing where its text does not tell them apart.
  [[nodiscard]] std::optional<apart_scenario> smallest(told_pair const& of, difference const& what,
                                                       std::string const& rules_path) const;

  // Of so many tries, those that go to changes of scenarios which are not small, and take longer.
  [[nodiscard]] static std::size_t changes_among(std::size_t tries);

  struct found_by_search {
    std::optional<apart_scenario> scenario;
    std::size_t tried = 0;
    std::optional<suite::world_size> everywhere = {};  // every small world of this size was tried
  };
  // Changes the facts of a scenario, so often at most, until they disagree about the subject.
  [[nodiscard]] found_by_search search(told_pair const& from, std::string const& subject, std::string const& rules_path,
                                       std::size_t most) const;

  // Tries every small world (see small_worlds.hpp), as large ones as can all be tried, then changes of one in which
  // everything takes place and holds.
  [[nodiscard]] found_by_search search_from_nothing(std::string const& subject, std::string const& rules_path,
                                                    std::size_t most) const;

 private:
  // As small as it can be made, where it tells them apart.
  [[nodiscard]] std::optional<apart_scenario> smallest_of(facts::scenario const& told, std::string const& subject,
                                                          std::string const& rules_path) const;
  [[nodiscard]] std::vector<told_findings> findings(facts::scenario const& told, evaluate::compiled const& rules,
                                                    source::date date) const;
  [[nodiscard]] std::optional<apart_scenario> apart(facts::scenario const& told, std::string const& subject,
                                                    std::string const& rules_path) const;

  session::compared_pair const& rules_;
  source::files const& files_;
  evaluate::limits limits_;
  std::function<bool()> is_over_;
};

}  // namespace casus::cli
