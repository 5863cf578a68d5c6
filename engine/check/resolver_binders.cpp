#include "engine/check/resolver.hpp"
#include "engine/check/shared.hpp"
#include "engine/check/types.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

// A variable may not have the name of what it would hide.
void refuse_hiding(tables& all, model::name const& id) {
  entry const* const found = find_thing(all, id.text);
  if (found == nullptr || (found->what != thing::individual && found->what != thing::interpretation)) return;
  all.said
      .add("name-hides-name", id.where,
           fmt::format("the variable `{}` has the name of {}", id.text, words_for(found->what)),
           "give the variable another name")
      .notes.push_back({"declared here", found->where});
}

}  // namespace

variable_index add_variable(tables& all, scope& to, model::variable const& written, type const& of) {
  auto const index = static_cast<variable_index>(all.checked.variables.size());
  all.checked.variables.push_back(
      {written.id.text, of, static_cast<std::uint32_t>(to.variables.size()), written.id.where});
  all.variable_names.push_back(written.id.text);
  all.mentioned.push_back(false);
  to.variables.push_back(index);
  refuse_hiding(all, written.id);
  return index;
}

std::uint32_t resolver::bind(model::variable const& written) {
  if (scope_.variables.size() == most_variables) {
    all_.said.add("too-large", written.id.where,
                  fmt::format("a provision, a define or a question binds at most {} variables in all", most_variables),
                  "give a part of the condition a name with a `define`");
  }
  variable_index const index = add_variable(all_, scope_, written, resolve_range(all_, written));
  auto const [found, is_new] = in_force_.try_emplace(written.id.text, index);
  if (!is_new) {
    all_.said
        .add("name-hides-name", written.id.where, fmt::format("`{}` is bound already", written.id.text),
             "give one of the two another name")
        .notes.push_back({"the other is bound here", all_.checked.variables[found->second].where});
    hidden_.emplace(index, found->second);
    found->second = index;  // what follows was written with this one in mind
  }
  return all_.checked.variables[index].slot;
}

std::vector<std::uint32_t> resolver::bind(std::vector<model::variable> const& variables) {
  if (variables.size() > most_members) {
    all_.said.add("too-large", variables.back().id.where,
                  fmt::format("a clause binds at most {} variables at once", most_members));
  }
  std::vector<std::uint32_t> slots;
  for (model::variable const& each : variables) slots.push_back(bind(each));
  return slots;
}

void resolver::release(std::vector<model::variable> const& variables) {
  for (auto each = variables.rbegin(); each != variables.rend(); ++each) {
    auto const found = in_force_.find(each->id.text);
    if (auto const under = hidden_.find(found->second); under != hidden_.end()) {
      found->second = under->second;
    } else {
      ended_.insert_or_assign(found->first, each->id.where);
      in_force_.erase(found);
    }
  }
}

type resolver::quantifier_type(model::expression_id id, model::quantifier const& node) {
  std::vector<std::uint32_t> slots = bind(node.variables);
  if (node.body) condition(*node.body);
  if (node.satisfies) condition(*node.satisfies);
  if (!node.body && !node.satisfies) {
    for (std::uint32_t const slot : slots) all_.mentioned[scope_.variables[slot]] = true;
  }
  all_.checked.bound[id] = std::move(slots);
  release(node.variables);
  return boolean_type;
}

type resolver::count_type(model::expression_id id, model::count const& node) {
  std::vector<std::uint32_t> slots = bind(node.variables);
  if (node.body) condition(*node.body);
  if (!node.body) {
    for (std::uint32_t const slot : slots) all_.mentioned[scope_.variables[slot]] = true;
  }
  all_.checked.bound[id] = std::move(slots);
  release(node.variables);
  return integer_type;
}

type resolver::selection_type(model::expression_id id, model::selection const& node) {
  type const after = node.after ? value_of(*node.after, std::nullopt) : type{};
  std::uint32_t const slot = bind(node.element);
  type element = all_.checked.variables[scope_.variables[slot]].type;
  if (!fits(all_.checked, element, after)) {
    mismatch(rules()[*node.after].where,
             fmt::format("`{}` does not stand among `{}`", name_of(after), name_of(element)))
        .notes.push_back(
            {fmt::format("`{}` ranges over `{}`", node.element.id.text, name_of(element)), node.element.id.where});
  }
  type const key = value_of(node.key, std::nullopt);
  bool const is_ordered = key.base == base_type::integer || key.base == base_type::text ||
                          key.base == base_type::date || key.base == base_type::duration ||
                          key.base == base_type::unknown;
  if (!is_ordered) {
    mismatch(rules()[node.key].where, fmt::format("`by` takes something with an order, not `{}`", name_of(key)),
             "numbers, dates, durations and texts have an order");
  }
  if (node.body) condition(*node.body);
  all_.checked.bound[id] = {slot};
  release({node.element});
  element.optional = true;
  return element;
}

type resolver::status_type(model::expression_id id, model::provision_status const& node) {
  auto const found = all_.articles.find(node.provision.text);
  if (found == all_.articles.end()) {
    all_.said.add("unknown-name", node.provision.where, fmt::format("no provision `{}`", node.provision.text),
                  suggest_article(all_, node.provision.text));
    for (model::shared_variable const& each : node.bindings) value_of(each.value, type{});
    return boolean_type;
  }
  resolve(id, resolution::kind::article, found->second);
  status_bindings(id, node, all_.checked.articles[found->second]);
  return boolean_type;
}

void resolver::status_bindings(model::expression_id id, model::provision_status const& node, article const& of) {
  std::vector<std::vector<std::uint32_t>> slots(of.versions.size());
  for (model::shared_variable const& each : node.bindings) {
    type const wanted = shared_type(all_, of, each.variable.text);
    type const given = value_of(each.value, wanted);
    for (std::size_t version = 0; version < of.versions.size(); ++version) {
      slots[version].push_back(shared_slot(all_, of.versions[version], each.variable));
    }
    if (fits(all_.checked, wanted, given)) continue;
    mismatch(rules()[each.value].where, fmt::format("`{}` of `{}` takes `{}`, not `{}`", each.variable.text, of.id,
                                                    name_of(wanted), name_of(given)));
  }
  all_.checked.status_slots[id] = std::move(slots);
}

}  // namespace casus::check
