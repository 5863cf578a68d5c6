#include "slice.hpp"

#include "engine/model/excerpt.hpp"
#include "engine/source/overloaded.hpp"

#include <utility>

namespace casus::suite {
namespace {

using check::node;

model::declaration emptied(model::declaration of, model::expression_id always) {
  std::visit(source::overloaded{[](model::use_file&) {}, [](model::instrument&) {}, [](model::entity_kind&) {},
                                [](model::individual&) {}, [](model::enumeration&) {}, [](model::event_kind&) {},
                                [](model::fact&) {}, [&](model::define& it) { it.body = always; },
                                [](model::provision& it) {
                                  it.judged_at.reset();
                                  it.when.reset();
                                  it.exceptions.clear();
                                  it.requirements.clear();
                                  it.consequences.clear();
                                  it.overrides.clear();
                                },
                                [](model::interpretation&) {},
                                [](model::question& it) {
                                  it.arises.reset();
                                  it.answers.clear();
                                }},
             of);
  return of;
}

bool can_be_emptied(model::declaration const& of) {
  return std::holds_alternative<model::define>(of) || std::holds_alternative<model::provision>(of) ||
         std::holds_alternative<model::question>(of);
}

// Which declarations stand for a node.
std::vector<std::uint32_t> declarations_of(check::program const& program, node const& of) {
  switch (of.of) {
    case node::kind::relation: {
      std::vector<std::uint32_t> found;
      for (auto const& each : program.relations[of.index].definitions) found.push_back(each.declaration);
      return found;
    }
    case node::kind::provision: return {program.provisions[of.index].declaration};
    case node::kind::question: return {program.questions[of.index].declaration};
  }
  return {};
}

// The acts that a provision says something about.
std::set<std::uint32_t> acts_of(check::program const& program, check::provision_index index) {
  std::set<std::uint32_t> found;
  auto const& provision = program.provisions[index];
  auto const& consequences = program.text_of(provision).consequences;
  for (std::size_t i = 0; i < consequences.size(); ++i) {
    if (std::holds_alternative<model::norm>(consequences[i].effect)) found.insert(provision.consequence_targets[i]);
  }
  return found;
}

}  // namespace

model::rule_set slice::with(model::rule_set of) const {
  auto whole = rules;
  model::append(whole, std::move(of));
  whole.declarations[declaration] = std::move(whole.declarations.back());
  whole.declarations.pop_back();
  return whole;
}

slicer::slicer(check::program const& program) : program_(program) {
  for (auto const& each : check::dependencies(program)) {
    needs_[each.from].insert(each.to);
    needed_by_[each.to].insert(each.from);
  }
}

std::set<node> slicer::changed_by(std::uint32_t declaration) const {
  std::set<node> found;
  auto const take = [&](node const& one) {
    for (auto const own : declarations_of(program_, one))
      if (own == declaration) found.insert(one);
  };
  for (std::uint32_t i = 0; i < program_.relations.size(); ++i) take({node::kind::relation, i});
  for (std::uint32_t i = 0; i < program_.provisions.size(); ++i) {
    take({node::kind::provision, i});
    auto const instrument = program_.provisions[i].instrument;
    if (instrument && program_.instruments[*instrument].declaration == declaration)
      found.insert({node::kind::provision, i});
  }
  for (std::uint32_t i = 0; i < program_.questions.size(); ++i) take({node::kind::question, i});
  return found;
}

std::set<node> slicer::reached(std::set<node> from, edges const& along) const {
  std::vector<node> open(from.begin(), from.end());
  while (!open.empty()) {
    auto const next = along.find(open.back());
    open.pop_back();
    if (next == along.end()) continue;
    for (auto const& one : next->second)
      if (from.insert(one).second) open.push_back(one);
  }
  return from;
}

// The status of an article is that of its strongest version.
void slicer::add_versions(std::set<node>& to) const {
  for (auto const& one : std::set<node>(to)) {
    if (one.of != node::kind::provision) continue;
    for (auto const version : program_.articles[program_.provisions[one.index].article].versions)
      to.insert({node::kind::provision, version});
  }
}

// What is owed may conflict with what is forbidden elsewhere.
void slicer::add_norms_against(std::set<node>& to, std::set<std::uint32_t> const& acts) const {
  for (std::uint32_t i = 0; i < program_.provisions.size(); ++i) {
    for (auto const act : acts_of(program_, i))
      if (acts.count(act) > 0) to.insert({node::kind::provision, i});
  }
}

slice slicer::around(std::uint32_t declaration) const {
  slice made{
      .declaration = declaration, .rules = {}, .touched = reached(changed_by(declaration), needed_by_), .acts = {}};
  for (auto const& one : made.touched) {
    if (one.of == node::kind::provision) made.acts.merge(acts_of(program_, one.index));
  }
  auto kept = made.touched;
  add_norms_against(kept, made.acts);
  add_versions(kept);
  std::set<std::uint32_t> whole;
  for (auto const& one : reached(std::move(kept), needs_))
    for (auto const each : declarations_of(program_, one)) whole.insert(each);
  auto const& rules = program_.rules;
  auto const always = made.rules.add(model::boolean_literal{true}, {});
  for (std::uint32_t i = 0; i < rules.declarations.size(); ++i) {
    auto const& of = rules.declarations[i];
    bool const is_left = i == declaration || (can_be_emptied(of) && whole.count(i) == 0);
    if (is_left)
      made.rules.declarations.push_back(emptied(of, always));
    else
      model::append(made.rules, model::excerpt(rules, of));
    std::visit([](model::declared& it) { it.documentation.clear(); }, made.rules.declarations.back());
  }
  return made;
}

}  // namespace casus::suite
