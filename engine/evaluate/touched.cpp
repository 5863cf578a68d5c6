#include "touched.hpp"

#include <algorithm>

namespace casus::evaluate {
namespace {

class spread {
 public:
  spread(plan const& rules, touched& into) : plan_(rules), program_(*rules.program), into_(into) {}

  void run() {
    for (bool is_more = true; is_more;) {
      is_more = false;
      for (std::uint32_t r = 0; r < program_.relations.size(); ++r)
        if (!into_.relations[r] && relation(r)) is_more = into_.relations[r] = true;
      for (std::uint32_t p = 0; p < program_.provisions.size(); ++p)
        if (!into_.provisions[p] && provision(p)) is_more = into_.provisions[p] = true;
    }
  }

 private:
  [[nodiscard]] bool is_event(check::type const& type) const {
    return type.base == check::base_type::event && into_.event_kinds[type.index];
  }

  [[nodiscard]] bool scope(check::scope const& of) const {
    return std::any_of(of.variables.begin(), of.variables.end(),
                       [&](auto v) { return is_event(program_.variables[v].type); });
  }

  [[nodiscard]] bool article(check::article_index of) const {
    auto const& versions = program_.articles[of].versions;
    return std::any_of(versions.begin(), versions.end(), [&](auto p) { return into_.provisions[p]; });
  }

  [[nodiscard]] bool is_read(node const& of) const {
    if (is_event(of.type)) return true;
    if (of.what == op::reading) return into_.readings[of.index];
    if (of.what == op::relation || of.what == op::fact_value) return into_.relations[of.index];
    if (of.what == op::violated || of.what == op::breached) return article(of.index);
    return false;
  }

  [[nodiscard]] bool nodes(node_range range) const {
    for (auto n = range.begin; n < range.end; ++n)
      if (is_read(plan_.nodes[n])) return true;
    return false;
  }

  [[nodiscard]] bool relation(std::uint32_t r) const {
    auto const& of = program_.relations[r];
    return std::any_of(of.definitions.begin(), of.definitions.end(), [&](auto const& d) { return scope(d.scope); }) ||
           std::any_of(of.established_by.begin(), of.established_by.end(),
                       [&](auto const& by) { return into_.provisions[by.first]; }) ||
           nodes(plan_.nodes_of_relation[r]);
  }

  [[nodiscard]] bool provision(std::uint32_t p) const {
    auto const& of = program_.provisions[p];
    auto const& by = plan_.provisions[p].overridden_by;
    if (scope(of.scope) || nodes(plan_.nodes_of_provision[p])) return true;
    if (std::any_of(by.begin(), by.end(), [&](auto const& one) { return into_.provisions[one.first]; })) return true;
    auto const& consequences = program_.text_of(of).consequences;
    for (std::size_t c = 0; c < consequences.size(); ++c) {
      bool const is_norm = std::holds_alternative<model::norm>(consequences[c].effect);
      if (is_norm && into_.event_kinds[of.consequence_targets[c]]) return true;
    }
    return false;
  }

  plan const& plan_;
  check::program const& program_;
  touched& into_;
};

}  // namespace

touched touched_by(plan const& rules, facts::base const& facts, std::vector<varied_place> const& places) {
  auto const& program = *rules.program;
  touched made{std::vector<bool>(program.event_kinds.size()), std::vector<bool>(program.relations.size()),
               std::vector<bool>(program.provisions.size()), std::vector<bool>(program.interpretations.size())};
  for (auto const& place : places) {
    switch (place.of) {
      case varied_place::kind::event:
      case varied_place::kind::field: made.event_kinds[facts.events[place.subject].kind] = true; break;
      case varied_place::kind::tuple: made.relations[place.subject] = true; break;
      case varied_place::kind::reading: made.readings[place.subject] = true; break;
    }
  }
  spread(rules, made).run();
  return made;
}

}  // namespace casus::evaluate
