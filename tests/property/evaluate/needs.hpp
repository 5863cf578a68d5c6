// Which relations and provisions name one another, for the oracle: what must be worked out together because it needs
// itself on one date, and what needs itself on the day before.
#pragma once
#include "engine/check/program.hpp"
#include <set>
#include <vector>

namespace casus::oracle {

class needs {
 public:
  explicit needs(check::program const& rules);

  // Relations first, then provisions.
  [[nodiscard]] std::uint32_t node_of_relation(check::relation_index index) const { return index; }
  [[nodiscard]] std::uint32_t node_of_provision(check::provision_index index) const { return relations_ + index; }
  // The least node that needs the node and is needed by it on the same date; none where the node does not need itself.
  [[nodiscard]] bool is_recursive(std::uint32_t node) const { return same_day_[node].count(node) != 0; }
  [[nodiscard]] std::uint32_t component(std::uint32_t node) const;
  [[nodiscard]] std::vector<check::relation_index> relations_in(std::uint32_t component) const;
  // Whether an expression under `before` leads back to whatever it belongs to.
  [[nodiscard]] bool leads_back(model::expression_id inner) const;

 private:
  enum class through { same_day, any };
  void own(model::expression_id id, std::uint32_t node);
  void walk(std::uint32_t node, model::expression_id id, through how);
  void add(std::uint32_t from, std::uint32_t to, through how);
  void add_relation(check::relation_index index);
  void add_provision(check::provision_index index);
  void close(std::vector<std::set<std::uint32_t>>& reached) const;

  check::program const& rules_;
  std::uint32_t relations_ = 0;
  std::vector<std::set<std::uint32_t>> same_day_;  // what each node needs, directly or not
  std::vector<std::set<std::uint32_t>> any_day_;
  std::vector<std::uint32_t> owner_;  // by expression
};

}  // namespace casus::oracle
