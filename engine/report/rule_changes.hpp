// What changes from one rule set to another, in the forms that people and programs read.
#pragma once
#include "engine/report/style.hpp"
#include <optional>
#include <string>
#include <vector>

namespace casus::report {

struct changed_period {
  std::string id;
  std::vector<std::string> before;  // version by version
  std::vector<std::string> now;
};

struct why_it_is_so {   // nothing of either: of a question
  std::string proof;    // empty: there is no such instance
  std::string absence;  // then: what keeps it from applying
};

// A scenario on which the two disagree, as small as it could be made.
struct telling_scenario {
  std::string text;                 // a file of its own
  std::vector<std::string> before;  // what the subject comes to, line by line, where it differs
  std::vector<std::string> now;
  why_it_is_so before_is_so;  // of one instance, the same under both
  why_it_is_so now_is_so;
};

struct changed_subject {
  std::string id;  // "CST.4.2", "question early_termination"
  std::optional<telling_scenario> scenario;
  std::size_t tried = 0;  // in search of one
  // Where every small world of a size was among them: so many entities of each kind, so many events of each.
  std::optional<std::pair<std::size_t, std::size_t>> everywhere = {};
};

struct changed_findings {  // of one scenario as one account tells it
  std::string scenario;
  std::string account;
  std::string subject;
  std::vector<std::string> before;
  std::vector<std::string> now;
};

struct unreadable_scenario {
  std::string file;
  std::string why;  // "under the new rules: raid.yaml:7:12: error: …"
};

struct rule_changes {
  std::vector<std::string> added, removed;
  std::vector<changed_period> periods;
  std::vector<changed_subject> subjects;        // in both, whose outcome differs or could
  std::size_t same = 0;                         // in both, and everything that they rest on says the same
  std::vector<changed_findings> findings;       // over the scenarios
  std::size_t scenarios = 0;                    // that were held against both
  std::vector<unreadable_scenario> unreadable;  // under one of them, or under both
  bool is_interrupted = false;                  // by the reader, before everything was looked at
  [[nodiscard]] bool is_empty() const;          // nothing differs, as far as was looked
};

[[nodiscard]] std::string text(rule_changes const& page, painter const& paint);
// The form of docs/reference/rule-changes.schema.json.
[[nodiscard]] std::string json(rule_changes const& page, std::string_view version);

}  // namespace casus::report
