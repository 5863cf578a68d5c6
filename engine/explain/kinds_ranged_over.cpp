#include "kinds_ranged_over.hpp"

#include "engine/model/visit_children.hpp"
#include "engine/source/overloaded.hpp"

namespace casus::explain {
namespace {

class ranges {
 public:
  explicit ranges(check::program const& program)
      : program_(program),
        found_(program.event_kinds.size()),
        relations_(program.relations.size()),
        provisions_(program.provisions.size()) {}

  void provision(check::provision_index p) {
    if (provisions_[p]) return;
    provisions_[p] = true;
    auto const& version = program_.provisions[p];
    auto const& text = program_.text_of(version);
    for (std::uint32_t slot = 0; slot < version.scope.parameters; ++slot) variable(version.scope, slot);
    read(text.judged_at, version.scope);
    read(text.when, version.scope);
    for (auto const& clause : text.exceptions) read(clause.condition, version.scope);
    for (auto const& clause : text.requirements) read(clause.condition, version.scope);
    for (auto const& clause : text.overrides) {
      read(clause.from, version.scope);
      if (clause.until) read(clause.until->date, version.scope);
    }
    for (auto const& one : text.consequences) consequence(one, version.scope);
    for (check::provision_index by = 0; by < program_.provisions.size(); ++by) {
      for (auto const& clause : program_.provisions[by].overrides)
        if (clause.target == version.article) provision(by);
    }
  }

  [[nodiscard]] std::vector<check::event_kind_index> take() const {
    std::vector<check::event_kind_index> kinds;
    for (std::uint32_t kind = 0; kind < found_.size(); ++kind)
      if (found_[kind]) kinds.push_back(kind);
    return kinds;
  }

 private:
  void variable(check::scope const& scope, std::uint32_t slot) {
    auto const& type = program_.variables[scope.variables[slot]].type;
    if (type.base == check::base_type::event) found_[type.index] = true;
  }

  void read(std::optional<model::expression_id> const& id, check::scope const& scope) {
    if (id) read(*id, scope);
  }

  void read(model::expression_id id, check::scope const& scope) {
    auto const& meant = program_.resolved[id];
    auto const& node = program_.rules[id].node;
    if (!std::holds_alternative<model::in_kind>(node)) {
      for (auto const slot : program_.bound[id]) variable(scope, slot);
    }
    if (meant.of == check::resolution::kind::relation) relation(meant.index);
    if (auto const* status = std::get_if<model::provision_status>(&node)) {
      for (auto const version : program_.articles[meant.index].versions) {
        provision(version);
        if (status->what == model::verdict::breached) acts(version);
      }
    }
    model::visit_children(node, [&](model::expression_id child) { read(child, scope); });
  }

  void relation(check::relation_index index) {
    if (relations_[index]) return;
    relations_[index] = true;
    for (auto const& definition : program_.relations[index].definitions) read(definition.body, definition.scope);
    for (auto const& [by, consequence] : program_.relations[index].established_by) provision(by);
  }

  void consequence(model::consequence const& of, check::scope const& scope) {
    auto const ends = [&](std::optional<model::expression_id> const& from, std::optional<model::ending> const& until) {
      read(from, scope);
      if (until) read(until->date, scope);
    };
    std::visit(source::overloaded{
                   [&](model::establishment const& it) {
                     for (auto const argument : it.arguments) read(argument, scope);
                     ends(it.from, it.until);
                   },
                   [&](model::norm const& it) {
                     read(it.actor, scope);
                     for (auto const argument : it.arguments) read(argument, scope);
                     ends(it.from, it.until);
                     read(it.by, scope);
                     read(it.within, scope);
                   },
               },
               of.effect);
  }

  // What is done about the duties of a provision decides whether it is breached.
  void acts(check::provision_index p) {
    auto const& version = program_.provisions[p];
    auto const& consequences = program_.text_of(version).consequences;
    for (std::size_t i = 0; i < consequences.size(); ++i) {
      if (std::holds_alternative<model::norm>(consequences[i].effect)) found_[version.consequence_targets[i]] = true;
    }
  }

  check::program const& program_;
  std::vector<bool> found_, relations_, provisions_;
};

}  // namespace

std::vector<check::event_kind_index> kinds_ranged_over(check::program const& program,
                                                       std::vector<check::provision_index> const& provisions) {
  ranges look(program);
  for (auto const provision : provisions) look.provision(provision);
  return look.take();
}

}  // namespace casus::explain
