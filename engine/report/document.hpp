// A report on many scenarios in one of its forms, written as it is made: for each scenario its accounts and its
// expectations, then the end.
#pragma once
#include "engine/report/build_sheet.hpp"
#include "engine/report/conditions.hpp"
#include "engine/report/style.hpp"
#include "engine/source/diagnostic.hpp"
#include <functional>
#include <memory>

namespace casus::report {

// One scenario as one account tells it, on one date.
struct told_account {
  subject about;
  facts::scenario const& told;
  suite::account const& account;
  occasion on;
};

struct totals {
  std::size_t scenarios = 0;
  std::size_t without_expectations = 0;
  std::size_t met = 0;
  std::size_t failed = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t passed_over = 0;  // scenarios that do not know a name on the command line
};

using sink = std::function<void(std::string_view)>;

class document {
 public:
  document() = default;
  virtual ~document() = default;
  document(document const&) = delete;
  document& operator=(document const&) = delete;

  virtual void account(told_account const& one, selection const& shown) = 0;
  virtual void end_scenario(facts::scenario const& told, std::vector<suite::result> const& results,
                            source::files const& files) = 0;
  virtual void end(totals const& sum, std::vector<source::diagnostic> const& said, source::files const& files) = 0;
};

[[nodiscard]] std::unique_ptr<document> text_document(sink write, painter paint);
[[nodiscard]] std::unique_ptr<document> markdown_document(sink write);
// The form of docs/reference/report.schema.json. `version` is that of casus.
[[nodiscard]] std::unique_ptr<document> json_document(sink write, std::string version);

// "12 scenarios checked: 40 expectations met, 1 failed".
[[nodiscard]] std::string words(totals const& sum);
[[nodiscard]] heading heading_of(told_account const& one);
// The sheet of an account with its heading.
[[nodiscard]] sheet headed_sheet(told_account const& one, selection const& shown);

}  // namespace casus::report
