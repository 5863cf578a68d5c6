#include "engine/check/checks.hpp"
#include "engine/check/place.hpp"
#include "engine/check/types.hpp"
#include "engine/source/overloaded.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

// Where the field of a kind is declared: in the kind itself or in one above it.
kind_index owner_of(program const& checked, kind_index of, std::uint32_t field) {
  kind_index owner = of;
  for (auto above = checked.kinds[of].parent; above; above = checked.kinds[*above].parent) {
    if (field < checked.kinds[*above].fields.size()) owner = *above;
  }
  return owner;
}

class inspector {
 public:
  explicit inspector(program const& checked) : checked_(checked) {
    for (entity_kind const& each : checked.kinds) entity_fields_.emplace_back(each.fields.size(), false);
    for (event_kind const& each : checked.event_kinds) event_fields_.emplace_back(each.fields.size(), false);
    events_.assign(checked.event_kinds.size(), false);
    relations_.assign(checked.relations.size(), false);
    individuals_.assign(checked.individuals.size(), false);
    interpretations_.assign(checked.interpretations.size(), false);
    enumerations_.assign(checked.enumerations.size(), false);
  }

  void gather() {
    for (std::uint32_t index = 0; index < checked_.rules.expressions.size(); ++index) read({index});
    for (variable const& each : checked_.variables) read(each.type);
    for (relation const& each : checked_.relations) {
      for (type const& parameter : each.parameters) read(parameter);
      if (each.value) read(*each.value);
    }
    for (event_kind const& each : checked_.event_kinds) {
      for (field const& has : each.fields) read(has.type);
    }
    for (entity_kind const& each : checked_.kinds) {
      for (field const& has : each.fields) read(has.type);
    }
    for (provision const& each : checked_.provisions) {
      auto const& consequences = checked_.text_of(each).consequences;
      for (std::size_t index = 0; index < consequences.size(); ++index) {
        read(consequences[index], each.consequence_targets[index]);
      }
    }
    read_texts();
  }

  diagnostics report() {
    report_fields();
    for (std::size_t index = 0; index < events_.size(); ++index) {
      event_kind const& kind = checked_.event_kinds[index];
      if (!events_[index]) add(kind.declaration, kind.is_act ? "act" : "event", kind.name, "no rule ranges over");
    }
    for (std::size_t index = 0; index < relations_.size(); ++index) {
      relation const& fact = checked_.relations[index];
      if (fact.is_fact && !relations_[index]) add(fact.declaration, "fact", fact.name, "no rule reads or establishes");
    }
    report_terms();
    return std::move(said_);
  }

 private:
  void read(type const& of) {
    if (of.base == base_type::event) events_[of.index] = true;
    if (of.base == base_type::enumeration) enumerations_[of.index] = true;
  }

  void read(model::expression_id id) {
    resolution const meant = checked_.resolved[id];
    using kind = resolution::kind;
    switch (meant.of) {
      case kind::individual: individuals_[meant.index] = true; return;
      case kind::interpretation: interpretations_[meant.index] = true; return;
      case kind::relation: relations_[meant.index] = true; return;
      case kind::entity_field: {
        kind_index const of = checked_.types[object_of(id)].index;
        entity_fields_[owner_of(checked_, of, meant.index)][meant.index] = true;
        return;
      }
      case kind::event_declared_field: event_fields_[checked_.types[object_of(id)].index][meant.index] = true; return;
      case kind::none:
      case kind::variable:
      case kind::enumerator:
      case kind::event_date:
      case kind::event_effective:
      case kind::event_known:
      case kind::article: return;
    }
  }

  [[nodiscard]] model::expression_id object_of(model::expression_id id) const {
    return std::get<model::field_access>(checked_.rules[id].node).object;
  }

  void read(model::consequence const& of, std::uint32_t target) {
    std::visit(source::overloaded{
                   [&](model::establishment const&) { relations_[target] = true; },
                   [&](model::norm const& it) {
                     events_[target] = true;
                     std::vector<bool>& fields = event_fields_[target];
                     std::fill_n(fields.begin(), std::min(fields.size(), it.arguments.size() + 1), true);
                   },
               },
               of.effect);
  }

  // A reading reads the fields that it names.
  void read_texts() {
    for (std::size_t index = 0; index < checked_.event_kinds.size(); ++index) {
      event_kind const& kind = checked_.event_kinds[index];
      for (std::size_t each = 0; each < kind.fields.size(); ++each) {
        bool const is_named = kind.reading.find('{' + kind.fields[each].name + '}') != std::string::npos;
        if (is_named || (kind.is_act && each == 0)) event_fields_[index][each] = true;
      }
    }
  }

  // A value of an enumeration need not be mentioned: rules name those that matter, and the others are the rest.
  void report_terms() {
    for (std::size_t index = 0; index < individuals_.size(); ++index) {
      individual const& one = checked_.individuals[index];
      // Of a closed kind the rules name all there are, whether or not a rule speaks of each.
      if (individuals_[index] || checked_.kinds[one.kind].closed) continue;
      add(one.declaration, "individual", one.id, "no rule mentions");
    }
    for (std::size_t index = 0; index < interpretations_.size(); ++index) {
      interpretation const& one = checked_.interpretations[index];
      if (!interpretations_[index]) add(one.declaration, "interpretation", one.id, "no rule turns on");
    }
    for (std::size_t index = 0; index < enumerations_.size(); ++index) {
      enumeration const& one = checked_.enumerations[index];
      if (!enumerations_[index] && !one.interpretation) add(one.declaration, "enumeration", one.name, "nothing is of");
    }
  }

  void report_fields() {
    for (kind_index index = 0; index < checked_.kinds.size(); ++index) {
      entity_kind const& kind = checked_.kinds[index];
      std::size_t const inherited = kind.parent ? checked_.kinds[*kind.parent].fields.size() : 0;
      for (std::size_t each = inherited; each < kind.fields.size(); ++each) {
        if (!entity_fields_[index][each]) add_field(kind.fields[each], kind.name);
      }
    }
    for (std::size_t index = 0; index < checked_.event_kinds.size(); ++index) {
      event_kind const& kind = checked_.event_kinds[index];
      if (!events_[index]) continue;  // the event says it all
      for (std::size_t each = 0; each < kind.fields.size(); ++each) {
        if (!event_fields_[index][each]) add_field(kind.fields[each], kind.name);
      }
    }
  }

  void add_field(field const& of, std::string_view owner) {
    said_.push_back(source::report("never-read", of.where,
                                   fmt::format("no rule reads the field `{}` of `{}`", of.name, owner), {}));
  }

  void add(std::uint32_t declaration, std::string_view what, std::string_view name, std::string_view verb) {
    said_.push_back(source::report("never-read", name_place(checked_.rules.declarations[declaration]),
                                   fmt::format("{} the {} `{}`", verb, what, name), {}));
  }

  program const& checked_;
  std::vector<std::vector<bool>> entity_fields_;
  std::vector<std::vector<bool>> event_fields_;
  std::vector<bool> events_;
  std::vector<bool> relations_;
  std::vector<bool> individuals_;
  std::vector<bool> interpretations_;
  std::vector<bool> enumerations_;
  diagnostics said_;
};

}  // namespace

diagnostics check_never_read(program const& checked) {
  inspector look(checked);
  look.gather();
  return look.report();
}

}  // namespace casus::check
