// Who needs whom to be known: the graph that strata are made from. The nodes are relations, provisions (each version)
// and questions; a provision needs what its clauses name, a fact needs the provisions that establish it, a define what
// its bodies name. Source of the method: Apt, Blair and Walker, "Towards a theory of declarative knowledge" (1988).
#pragma once
#include "engine/check/program.hpp"
#include <span>
#include <string_view>

namespace casus::check {

enum class need : std::uint8_t {
  positive,  // may be part of a circle: least fixed point
  negation,  // also `at`, `judged at`, count, every, selections, unless, otherwise, overrides, is violated, is breached
  earlier    // through `before`: may be part of a circle, since each turn goes to an earlier date
};

struct node {
  enum class kind : std::uint8_t { relation, provision, question };
  kind of = kind::relation;
  std::uint32_t index = 0;
  auto operator<=>(node const&) const = default;
};

struct dependency {
  node from;  // needs
  node to;
  need how = need::positive;
  source::span where;              // the words that make the need
  std::string_view through = {};   // the word that makes it more than a positive need: `not`, `at`, `unless` …
  bool reads_other_dates = false;  // through `at` or `judged at`: on a date that need not be earlier
};

[[nodiscard]] std::vector<dependency> dependencies(program const& checked);

// The strongly connected components of the graph (Tarjan 1972), those that are needed first: `component_of` by node.
struct components {
  std::vector<std::uint32_t> of_relation;
  std::vector<std::uint32_t> of_provision;
  std::vector<std::uint32_t> of_question;
  std::vector<bool> is_recursive;  // by component, needed ones first: more than one member, or one that needs itself
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(is_recursive.size()); }
  [[nodiscard]] std::span<node const> members(std::uint32_t component) const {
    return std::span{all_members}.subspan(first_member[component],
                                          first_member[component + 1] - first_member[component]);
  }

  std::vector<node> all_members;
  std::vector<std::uint32_t> first_member{0};  // by component, and the end
};
// `through` says which needs count as edges.
enum class edges : std::uint8_t { all, within_a_date /* leaves out `earlier` */ };
[[nodiscard]] components strongly_connected(program const& checked, std::vector<dependency> const& graph,
                                            edges through);

}  // namespace casus::check
