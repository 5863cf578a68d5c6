// The names of a program by which a scenario speaks, hashed. Views into the program, which outlives it.
#pragma once
#include "engine/check/program.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace casus::scenario {

class name_table {
 public:
  void add(std::string const& name) {
    index_.emplace(name, static_cast<std::uint32_t>(names_.size()));
    names_.push_back(name);
  }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const {
    auto const found = index_.find(name);
    return found == index_.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] std::vector<std::string> const& names() const { return names_; }

 private:
  std::unordered_map<std::string_view, std::uint32_t> index_;
  std::vector<std::string> names_;
};

struct vocabulary {
  explicit vocabulary(check::program const& rules);

  name_table kinds;
  name_table event_kinds;
  name_table relations;
  name_table articles;
  name_table questions;
  name_table interpretations;
};

// The place of a field or parameter of that name.
[[nodiscard]] std::optional<std::uint32_t> find_field(std::vector<check::field> const& fields, std::string_view name);
[[nodiscard]] std::optional<std::uint32_t> find_name(std::vector<std::string> const& names, std::string_view name);
[[nodiscard]] std::vector<std::string> names_of(std::vector<check::field> const& fields);

// Whether a thing of that kind may stand where `wanted` is declared.
[[nodiscard]] bool is_of(check::program const& rules, check::kind_index kind, check::kind_index wanted);

// A type in words: "a State", "true or false", "a value of Conduct", "a date".
[[nodiscard]] std::string words_for(check::program const& rules, check::type const& type);
[[nodiscard]] std::string with_article(std::string_view name);

// Where the name of a declaration stands (index into the rules' declarations).
[[nodiscard]] source::span place_of(check::program const& rules, std::uint32_t declaration);

}  // namespace casus::scenario
