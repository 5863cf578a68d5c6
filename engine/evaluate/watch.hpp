// Facts that are varied, up to 64, and which of them an evaluation has looked at: what it found is the same for any
// values of the others.
#pragma once
#include "engine/check/program.hpp"
#include <cstdint>
#include <utility>
#include <vector>

namespace casus::evaluate {

class watch {
 public:
  using bits = std::uint64_t;

  watch(std::size_t events, std::size_t event_kinds, std::size_t statements, std::size_t readings)
      : events_(events), kinds_(event_kinds), statements_(statements, 0), readings_(readings, 0) {}

  void on_event(std::uint32_t event, check::event_kind_index kind, bits bit) {
    events_[event].itself |= bit;
    kinds_[kind].itself |= bit;
  }
  void on_field(std::uint32_t event, check::event_kind_index kind, std::uint32_t field, bits bit) {
    events_[event].fields.emplace_back(field, bit);
    kinds_[kind].fields.emplace_back(field, bit);
  }
  void on_statement(std::uint32_t statement, bits bit) { statements_[statement] |= bit; }
  void on_reading(check::interpretation_index point, bits bit) { readings_[point] |= bit; }

  void look_at_event(std::uint32_t event) { seen |= events_[event].itself; }  // that it happened, and when
  void look_at_field(std::uint32_t event, std::uint32_t field) { look(events_[event], field); }
  void look_at_all_of(std::uint32_t event) {
    seen |= events_[event].itself;
    for (auto const& [field, bit] : events_[event].fields) seen |= bit;
  }
  void look_at_kind(check::event_kind_index kind) { seen |= kinds_[kind].itself; }  // which there are
  void look_at_kind(check::event_kind_index kind, std::uint32_t field) {
    seen |= kinds_[kind].itself;
    look(kinds_[kind], field);
  }
  void look_at_statement(std::uint32_t statement) { seen |= statements_[statement]; }
  void look_at_reading(check::interpretation_index point) { seen |= readings_[point]; }

  bits seen = 0;

 private:
  struct watched {
    bits itself = 0;
    std::vector<std::pair<std::uint32_t, bits>> fields;
  };
  void look(watched const& of, std::uint32_t field) {
    for (auto const& [each, bit] : of.fields)
      if (each == field) seen |= bit;
  }

  std::vector<watched> events_, kinds_;
  std::vector<bits> statements_, readings_;
};

}  // namespace casus::evaluate
