// The values that a varied fact may have, and what they are called on a command line.
#pragma once
#include "engine/cli/one_case.hpp"

namespace casus::cli {

// "; did you mean `raid`?", or nothing.
[[nodiscard]] std::string or_nearest(std::string const& name, std::vector<std::string> const& known);

class fact_values {
 public:
  // `name` is that of the fact, for messages.
  fact_values(opened_case const& in, facts::base const& facts, std::string name)
      : in_(in), program_(in.rules.program()), facts_(facts), name_(std::move(name)) {}

  // All that it may have. Throws usage_error where there is no end to them.
  [[nodiscard]] std::vector<facts::value> all_of(check::type const& type) const;
  // Of the date of an event: the days at which something can change, by those that the scenario's own file names.
  [[nodiscard]] std::vector<facts::value> days_of(std::uint32_t event) const;
  // Throws usage_error where no value of the type is called so.
  [[nodiscard]] facts::value named(check::type const& type, std::string const& name) const;
  [[nodiscard]] std::string called(facts::value const& value) const;

 private:
  [[nodiscard]] std::vector<facts::value> events_of(check::event_kind_index kind) const;

  opened_case const& in_;
  check::program const& program_;
  facts::base const& facts_;
  std::string name_;
};

}  // namespace casus::cli
