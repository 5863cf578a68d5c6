// Every scenario of a small size that speaks of no more than a vocabulary: so many entities of each kind, so many
// events of each at most, on the days that the rules name, the days before, and as long after them as the rules say;
// numbers next to those that they name. What differs at all often differs in something small. (Jackson, "Alloy: a
// lightweight object modelling notation", 2002.) What is left out: unknown values, texts, lengths of time, accounts.
#pragma once
#include "engine/facts/scenario.hpp"
#include "engine/suite/vocabulary.hpp"
#include <functional>

namespace casus::suite {

struct world_size {
  std::size_t entities = 1;  // of each kind, individuals of the rules included
  std::size_t events = 1;    // of each, or none
  bool operator==(world_size const&) const = default;
};

// To be tried one after the other.
inline constexpr world_size world_sizes[] = {{1, 1}, {2, 1}, {3, 1}, {3, 2}};

class small_worlds {
 public:
  // `known`: facts of some scenario under these rules, for what the rules say of their individuals; where there are
  // none, that is only known once the scenario is written and read.
  small_worlds(check::program const& program, vocabulary const& of, world_size size,
               facts::base const* known = nullptr);
  // How many there are; more than this are not told apart from this.
  static constexpr std::size_t most = 1'000'000'000;
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] facts::scenario at(std::size_t number) const;
  // Where everything that can take place does, and everything that can hold holds.
  [[nodiscard]] facts::scenario fullest() const;

 private:
  struct choice {
    std::size_t ways = 1;
    std::function<void(std::size_t, facts::scenario&)> take;  // the way 0 says the least
    bool is_presence = false;                                 // of an event, which its last way says
  };
  void add(std::size_t ways, std::function<void(std::size_t, facts::scenario&)> take);
  void add_individuals(facts::base const* known);
  void add_entities(vocabulary const& of, std::size_t each);
  void add_entity_fields(vocabulary const& of);
  void add_events(vocabulary const& of, std::size_t each);
  void add_event(std::uint32_t index, std::set<std::uint32_t> const& fields);
  void add_facts(vocabulary const& of);
  void add_points(vocabulary const& of);
  [[nodiscard]] std::vector<facts::value> values_of(check::type const& type) const;

  check::program const& program_;
  facts::scenario base_;
  std::vector<source::date> days_;
  std::vector<std::int64_t> numbers_;
  std::vector<choice> choices_;
  std::size_t count_ = 1;
};

}  // namespace casus::suite
