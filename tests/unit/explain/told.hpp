// A rule text and a scenario, evaluated, and what is explained of them as text to compare whole.
#pragma once
#include "engine/evaluate/world.hpp"
#include "engine/explain/settle.hpp"
#include "engine/facts/scenario.hpp"
#include "engine/source/text.hpp"
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace casus::test {

class told {
 public:
  told(std::string_view rules, std::string_view scenario);

  [[nodiscard]] evaluate::world& world() { return *world_; }
  [[nodiscard]] evaluate::compiled const& compiled() const { return *compiled_; }
  [[nodiscard]] check::program const& program() const { return *program_; }
  [[nodiscard]] check::provision_index provision(std::string_view id) const;
  // Entities, events by their ids, in the order of the provision's variables.
  [[nodiscard]] evaluate::binding binding(std::vector<std::string> const& ids) const;

  // The open facts, a line each; then `+` and `-` lines: sets that make it apply, or not.
  [[nodiscard]] std::string settled(std::string_view provision, std::vector<std::string> const& ids,
                                    std::string_view date);
  // The nearest instance, and the conditions that fail in it, each with the lines that make it so.
  [[nodiscard]] std::string refused(std::string_view provision, std::string_view date, std::size_t tried = 10'000);

  [[nodiscard]] explain::settlement settlement(std::string_view provision, std::vector<std::string> const& ids,
                                               std::string_view date);
  [[nodiscard]] std::string words(explain::open_fact const& fact) const;
  [[nodiscard]] std::string words(explain::supposed const& what) const;

 private:
  source::files files_;
  std::unique_ptr<check::program> program_;
  std::unique_ptr<evaluate::compiled> compiled_;
  facts::scenario scenario_;
  std::unique_ptr<evaluate::world> world_;
};

[[nodiscard]] source::date day(std::string_view iso);

}  // namespace casus::test
