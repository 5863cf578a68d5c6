// What things are called: values, events and kinds in the words of the rules and of the scenario.
#pragma once
#include "engine/check/program.hpp"
#include "engine/facts/base.hpp"
#include <span>
#include <string>
#include <string_view>

namespace casus::report {

enum class sense { affirmed, denied };

class names {
 public:
  names(check::program const& program, facts::base const& facts) : program_(&program), facts_(&facts) {}

  // "Armenia", "armed attack", "15 June 2014", "the attack `raid`"; "unknown" and "nothing" where there is no value.
  [[nodiscard]] std::string of(facts::value const& value) const;
  // The same with "an unknown state" where a value of that type is not known.
  [[nodiscard]] std::string of(facts::value const& value, check::type const& type) const;
  // "the attack `raid`", or "the attack of 10 June 2014" where it has no id.
  [[nodiscard]] std::string of_event(std::uint32_t event) const;
  // The event's reading and its date: "raiders attacks Kyrgyzstan (10 June 2014)".
  [[nodiscard]] std::string sentence_of(std::uint32_t event) const;
  // What fills in a placeholder of an event's reading: a field, or its date.
  [[nodiscard]] std::string field_of(std::uint32_t event, std::string_view field) const;
  // A relation's reading over its arguments, affirmed or denied; `held` is the value of a fact with a value.
  [[nodiscard]] std::string statement_of(check::relation_index relation, std::span<facts::value const> arguments,
                                         facts::value const& held, sense how = sense::affirmed) const;
  // What a type ranges over, in the singular: "state", "attack", "date".
  [[nodiscard]] std::string kind(check::type const& type) const;

 private:
  check::program const* program_;
  facts::base const* facts_;
};

// "a state", "an attack".
[[nodiscard]] std::string with_article(std::string_view noun);

// "“in self defence” holds of the incident `osh`", of a Boolean field; "it is open whether …".
[[nodiscard]] std::string flag_words(std::string_view field, std::string const& of, facts::truth truth);

// "the origin"; "`by`" where the name of the field is a preposition and would not read as a noun.
[[nodiscard]] std::string field_words(std::string_view field);

}  // namespace casus::report
