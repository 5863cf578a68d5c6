#include "tests/property/evaluate/needs.hpp"

#include "engine/source/overloaded.hpp"

namespace casus::oracle {
namespace {

constexpr std::uint32_t nobody = 0xffffffff;

// Every expression that a consequence consists of, and apart from them its `until`.
struct parts {
  std::vector<model::expression_id> judged;
  std::vector<model::expression_id> until;
};

parts parts_of(model::consequence const& of) {
  parts found;
  auto const maybe = [&](std::optional<model::expression_id> const& id) {
    if (id) found.judged.push_back(*id);
  };
  std::visit(source::overloaded{
                 [&](model::establishment const& it) {
                   found.judged = it.arguments;
                   maybe(it.from);
                   if (it.until) found.until.push_back(it.until->date);
                 },
                 [&](model::norm const& it) {
                   found.judged = it.arguments;
                   found.judged.push_back(it.actor);
                   maybe(it.from), maybe(it.by), maybe(it.within);
                   if (it.until) found.until.push_back(it.until->date);
                 },
             },
             of.effect);
  return found;
}

}  // namespace

needs::needs(check::program const& rules)
    : rules_(rules), relations_(static_cast<std::uint32_t>(rules.relations.size())) {
  std::size_t const nodes = rules.relations.size() + rules.provisions.size();
  same_day_.resize(nodes);
  any_day_.resize(nodes);
  owner_.assign(rules.rules.expressions.size(), nobody);
  for (check::relation_index index = 0; index < rules.relations.size(); ++index) add_relation(index);
  for (check::provision_index index = 0; index < rules.provisions.size(); ++index) add_provision(index);
  close(same_day_);
  close(any_day_);
}

std::uint32_t needs::component(std::uint32_t node) const {
  for (std::uint32_t const other : same_day_[node]) {
    if (same_day_[other].count(node) != 0) return other;
  }
  return node;
}

std::vector<check::relation_index> needs::relations_in(std::uint32_t component) const {
  std::vector<check::relation_index> found;
  for (std::uint32_t node = 0; node < relations_; ++node) {
    if (is_recursive(node) && this->component(node) == component) found.push_back(node);
  }
  return found;
}

bool needs::leads_back(model::expression_id inner) const {
  std::uint32_t const owner = owner_[inner.index];
  if (owner == nobody) return false;
  auto const meant = rules_.resolved[inner];
  if (meant.of == check::resolution::kind::relation && any_day_[meant.index].count(owner) != 0) return true;
  if (meant.of == check::resolution::kind::article) {
    for (auto const version : rules_.articles[meant.index].versions) {
      if (any_day_[node_of_provision(version)].count(owner) != 0) return true;
    }
  }
  for (model::expression_id const child : model::children(rules_.rules[inner])) {
    if (leads_back(child)) return true;
  }
  return false;
}

void needs::own(model::expression_id id, std::uint32_t node) {
  owner_[id.index] = node;
  for (model::expression_id const child : model::children(rules_.rules[id])) own(child, node);
}

void needs::add(std::uint32_t from, std::uint32_t to, through how) {
  any_day_[from].insert(to);
  if (how == through::same_day) same_day_[from].insert(to);
}

void needs::walk(std::uint32_t node, model::expression_id id, through how) {
  model::expression const& here = rules_.rules[id];
  auto const meant = rules_.resolved[id];
  if (meant.of == check::resolution::kind::relation) add(node, meant.index, how);
  if (meant.of == check::resolution::kind::article) {
    for (auto const version : rules_.articles[meant.index].versions) add(node, node_of_provision(version), how);
  }
  bool const is_dated =
      std::holds_alternative<model::at_date>(here.node) || std::holds_alternative<model::before_date>(here.node);
  for (model::expression_id const child : model::children(here)) walk(node, child, is_dated ? through::any : how);
}

void needs::add_relation(check::relation_index index) {
  for (check::definition const& each : rules_.relations[index].definitions) {
    own(each.body, index);
    walk(index, each.body, through::same_day);
  }
  for (auto const& [by, number] : rules_.relations[index].established_by) {
    add(index, node_of_provision(by), through::same_day);
  }
}

void needs::add_provision(check::provision_index index) {
  model::provision const& text = rules_.text_of(rules_.provisions[index]);
  std::uint32_t const node = node_of_provision(index);
  through const judged = text.judged_at ? through::any : through::same_day;
  auto const add_part = [&](model::expression_id id, through how) { own(id, node), walk(node, id, how); };
  if (text.judged_at) add_part(*text.judged_at, through::same_day);
  if (text.when) add_part(*text.when, judged);
  for (model::clause const& each : text.exceptions) add_part(each.condition, judged);
  for (model::clause const& each : text.requirements) add_part(each.condition, judged);
  for (model::consequence const& each : text.consequences) {
    parts const found = parts_of(each);
    for (model::expression_id const id : found.judged) add_part(id, judged);
    for (model::expression_id const id : found.until) add_part(id, through::same_day);
  }
  for (model::overriding const& each : text.overrides) {
    if (each.from) add_part(*each.from, judged);
    if (each.until) add_part(each.until->date, judged);
  }
  for (check::overriding const& each : rules_.provisions[index].overrides) {
    for (auto const target : rules_.articles[each.target].versions) {
      bool const elsewhere = rules_.text_of(rules_.provisions[target]).judged_at.has_value();
      add(node_of_provision(target), node, elsewhere ? through::any : through::same_day);
    }
  }
}

void needs::close(std::vector<std::set<std::uint32_t>>& reached) const {
  for (bool changed = true; changed;) {
    changed = false;
    for (auto& from : reached) {
      std::set<std::uint32_t> more = from;
      for (std::uint32_t const to : from) more.insert(reached[to].begin(), reached[to].end());
      changed = changed || more.size() != from.size();
      from = std::move(more);
    }
  }
}

}  // namespace casus::oracle
