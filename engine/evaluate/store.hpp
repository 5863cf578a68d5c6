// The facts of one account, indexed for the joins: events by kind and by the value of a field, entities by kind, and
// the statements of each tuple together. What is denied, or was not known by the date that is asked about, is left out.
#pragma once
#include "engine/evaluate/chains.hpp"
#include "engine/evaluate/table.hpp"
#include "engine/facts/base.hpp"
#include <span>

namespace casus::evaluate {

// Things by kind: those of one kind stand side by side.
template <class T>
struct by_kind {
  explicit by_kind(pool& from) : all(from), begin(from) {}
  pooled_vector<T> all;
  pooled_vector<std::uint32_t> begin;  // by kind, and one more
  [[nodiscard]] std::span<T const> of(std::uint32_t kind) const {
    return {all.data() + begin[kind], all.data() + begin[kind + 1]};
  }
};

class store {
 public:
  store(check::program const& program, facts::base const& facts, std::optional<source::date> known_by, pool& from);

  // Once events of these kinds have changed.
  void take_again(check::program const& program, std::optional<source::date> known_by, std::vector<bool> const& kinds);

  using events = std::span<std::uint32_t const>;
  [[nodiscard]] events events_of(check::event_kind_index kind) const { return events_.of(kind); }
  [[nodiscard]] std::span<facts::value const> entities_of(check::kind_index kind) const { return entities_.of(kind); }
  [[nodiscard]] bool has_event(std::uint32_t event) const { return present_[event] != 0; }

  // Events of a kind of which the field has that value, and those of which it is not known.
  struct hits {
    events exact;
    events unknown;
  };
  [[nodiscard]] hits events_with(check::event_kind_index kind, std::uint32_t field, facts::value value);

  // The stated tuples of a fact, and for each the statements about it.
  class stated {
   public:
    stated(std::size_t arity, pool& from) : tuples(arity, from), lists_(from), statements_(from) {}
    void add(std::uint32_t statement, facts::value const* arguments) {
      lists_.add(tuples.insert(arguments).first, static_cast<std::uint32_t>(statements_.size()));
      if (statements_.capacity() == 0) statements_.reserve(few);
      statements_.push_back(statement);
    }
    // Calls `f(statement)` for each, in the order stated, until it returns false.
    template <class F>
    void each_about(std::uint32_t tuple, F&& f) const {
      for (auto n = lists_.first(tuple); n != chains::end && f(statements_[n]); n = lists_.next(n)) {}
    }
    table tuples;

   private:
    static constexpr std::size_t few = 8;
    chains lists_;  // of indices into `statements_`, by tuple
    pooled_vector<std::uint32_t> statements_;
  };
  [[nodiscard]] stated& statements_of(check::relation_index relation) { return stated_[relation]; }

 private:
  void take_events(check::program const& program, std::optional<source::date> known_by);
  void take_entities(check::program const& program);
  void take_statements(check::program const& program, std::optional<source::date> known_by);

  facts::base const* facts_;
  pool& pool_;
  by_kind<std::uint32_t> events_;
  pooled_vector<std::uint8_t> present_;  // not bits, which cost more to ask
  by_kind<facts::value> entities_;
  pooled_vector<std::uint32_t> first_field_;              // by event kind: where its fields begin in
  pooled_vector<pooled_vector<std::uint32_t>> by_field_;  // the events of the kind in the order of the field's values
  pooled_vector<stated> stated_;                          // by relation
};

}  // namespace casus::evaluate
