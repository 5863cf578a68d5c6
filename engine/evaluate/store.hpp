// The facts of one account, indexed for the joins: events by kind and by the value of a field, entities by kind, and
// the statements of each tuple together. What is denied, or was not known by the date that is asked about, is left out.
#pragma once
#include "engine/evaluate/table.hpp"
#include "engine/facts/base.hpp"
#include <memory>
#include <unordered_map>

namespace casus::evaluate {

struct value_hash {
  std::size_t operator()(facts::value const& v) const { return static_cast<std::size_t>(hash_of(v, 0)); }
};

class store {
 public:
  store(check::program const& program, facts::base const& facts, std::optional<source::date> known_by);

  [[nodiscard]] std::vector<std::uint32_t> const& events_of(check::event_kind_index kind) const {
    return events_[kind];
  }
  [[nodiscard]] std::vector<facts::value> const& entities_of(check::kind_index kind) const { return entities_[kind]; }
  [[nodiscard]] bool has_event(std::uint32_t event) const { return present_[event]; }

  // Events of a kind of which the field has that value, and those of which it is not known.
  struct hits {
    std::vector<std::uint32_t> const* exact;
    std::vector<std::uint32_t> const* unknown;
  };
  [[nodiscard]] hits events_with(check::event_kind_index kind, std::uint32_t field, facts::value value);

  // The stated tuples of a fact, and for each the statements about it.
  struct stated {
    explicit stated(std::size_t arity) : tuples(arity) {}
    table tuples;
    std::vector<std::vector<std::uint32_t>> statements;  // by tuple
  };
  [[nodiscard]] stated& statements_of(check::relation_index relation) { return *stated_[relation]; }

 private:
  struct field_index {
    bool made = false;
    std::unordered_map<facts::value, std::vector<std::uint32_t>, value_hash> exact;
    std::vector<std::uint32_t> unknown;
  };
  void take_events(std::optional<source::date> known_by);
  void take_entities(check::program const& program);
  void take_statements(check::program const& program, std::optional<source::date> known_by);

  facts::base const* facts_;
  std::vector<std::vector<std::uint32_t>> events_;
  std::vector<bool> present_;
  std::vector<std::vector<facts::value>> entities_;
  std::vector<std::vector<field_index>> fields_;  // by kind, field
  std::vector<std::unique_ptr<stated>> stated_;
  std::vector<std::uint32_t> nothing_;
};

}  // namespace casus::evaluate
