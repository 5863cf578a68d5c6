// The keys under one event: its declared fields, and those that every event has.
#pragma once
#include "engine/scenario/facts_section.hpp"

namespace casus::scenario {

enum class account : std::uint8_t { agreed, of_a_view };

// What is written of one event, read; what is not written is none.
struct read_event {
  struct field {
    std::uint32_t index = 0;
    facts::value value;
    facts::origin why = facts::origin::stated;
    source::span where;
  };
  std::vector<field> fields;
  std::optional<facts::value> date;
  std::optional<facts::value> effective;
  std::optional<source::date> known;
  std::optional<facts::truth> holds;
  bool names_date = false;  // also where the date could not be read
};

// None where the event is not written as a mapping, which is reported.
[[nodiscard]] std::optional<read_event> read_event_fields(loading& all, written_event const& written, account whose);

}  // namespace casus::scenario
