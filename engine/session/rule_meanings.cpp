#include "rule_versions.hpp"

#include "engine/check/dependency.hpp"
#include "engine/model/excerpt.hpp"
#include "engine/source/overloaded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace casus::session {
namespace {

using check::node;

// Names that are given to variables in the order in which they come.
class renamer {
 public:
  explicit renamer(model::rule_set& rules) : rules_(rules) {}

  void declaration(model::declaration& of) {
    if (auto* it = std::get_if<model::define>(&of)) variables(it->parameters);
    if (auto* it = std::get_if<model::question>(&of)) variables(it->variables);
    if (auto* it = std::get_if<model::provision>(&of)) variables(it->variables);
    // Children come first; what binds a variable comes after what mentions it.
    for (auto& each : rules_.expressions) bind(each.node);
    without_labels();
    for (auto& each : rules_.expressions) mention(each.node);
    if (auto* it = std::get_if<model::question>(&of))
      for (auto& answer : it->answers) shared(answer.shared);
    if (auto* it = std::get_if<model::provision>(&of))
      for (auto& overriding : it->overrides) shared(overriding.shared);
  }

 private:
  void variable(model::variable& of) {
    auto const [place, is_new] = names_.try_emplace(of.id.text, fmt::format("_{}", names_.size()));
    of.id.text = place->second;
  }
  void variables(std::vector<model::variable>& all) {
    for (auto& each : all) variable(each);
  }
  void renamed(std::string& name) const {
    if (auto const found = names_.find(name); found != names_.end()) name = found->second;
  }
  // With the variables of another provision, which are called alike.
  void shared(std::vector<model::name>& all) const {
    for (auto& each : all) renamed(each.text);
  }

  void bind(model::expression_node& node) {
    if (auto* it = std::get_if<model::quantifier>(&node)) variables(it->variables);
    if (auto* it = std::get_if<model::count>(&node)) variables(it->variables);
    if (auto* it = std::get_if<model::selection>(&node)) variable(it->element);
  }
  void without_labels() {
    for (auto& each : rules_.expressions)
      if (auto const* it = std::get_if<model::labelled>(&each.node))
        each.node = model::expression_node{rules_[it->condition].node};
  }
  void mention(model::expression_node& node) const {
    if (auto* it = std::get_if<model::reference>(&node)) renamed(it->id.text);
  }

  model::rule_set& rules_;
  std::map<std::string, std::string> names_;
};

// A define by another name that says the same is the same: each goes by what it says, with the names of those in it
// replaced likewise. One that rests on itself keeps its name.
class define_names {
 public:
  define_names(check::program const& program, std::vector<check::dependency> const& needs) : program_(program) {
    auto const parts = check::strongly_connected(program, needs, check::edges::all);
    std::vector<check::relation_index> order;
    for (std::uint32_t i = 0; i < program.relations.size(); ++i) {
      if (program.relations[i].is_fact || parts.is_recursive[parts.of_relation[i]]) continue;
      by_name_[program.relations[i].name] = i;
      order.push_back(i);
    }
    // What others rest on comes first, so that a chain of any length is gone through from its end.
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return parts.of_relation[a] < parts.of_relation[b]; });
    for (auto const i : order) (void)of(program.relations[i].name);
  }
  [[nodiscard]] std::string of(std::string const& name);

 private:
  check::program const& program_;
  std::map<std::string, check::relation_index> by_name_;
  std::map<std::string, std::string> known_;
};

std::string normal_text(model::rule_set const& rules, model::declaration const& of, define_names& names) {
  auto alone = model::excerpt(rules, of);
  auto& declaration = alone.declarations.front();
  std::visit([](model::declared& it) { it.documentation.clear(); }, declaration);
  renamer{alone}.declaration(declaration);
  for (auto& each : alone.expressions)
    if (auto* it = std::get_if<model::application>(&each.node)) it->callee.text = names.of(it->callee.text);
  std::visit(
      source::overloaded{[&](model::define& it) { it.reading.clear(), it.id.text = names.of(it.id.text); },
                         [](model::fact& it) { it.reading.clear(); }, [](model::event_kind& it) { it.reading.clear(); },
                         [](model::provision& it) { it.title.clear(); }, [](model::question& it) { it.text.clear(); },
                         [](model::interpretation& it) { it.question.clear(); },
                         [](model::instrument& it) { it.title.clear(); }, [](model::individual&) {},
                         [](model::use_file&) {}, [](model::entity_kind&) {}, [](model::enumeration&) {}},
      declaration);
  return model::dump(alone);
}

std::string define_names::of(std::string const& name) {
  auto const relation = by_name_.find(name);
  if (relation == by_name_.end()) return name;
  auto const [place, is_new] = known_.emplace(name, std::string{});  // its own name is no part of what it says
  if (!is_new) return place->second;
  std::set<std::string> texts;
  for (auto const& each : program_.relations[relation->second].definitions)
    texts.insert(normal_text(program_.rules, program_.rules.declarations[each.declaration], *this));
  std::string all;
  for (auto const& each : texts) all += each;
  // No name begins with a digit. What it says stands beside it in what is compared.
  return known_[name] = fmt::format("0x{:016x}", std::hash<std::string>{}(all));
}

// What has no clauses of its own: what there is to speak of. By what name it is mentioned.
std::string vocabulary_name(model::declaration const& of) {
  if (auto const* it = std::get_if<model::entity_kind>(&of)) return it->id.text;
  if (auto const* it = std::get_if<model::individual>(&of)) return it->id.text;
  if (auto const* it = std::get_if<model::enumeration>(&of)) return it->id.text;
  if (auto const* it = std::get_if<model::event_kind>(&of)) return it->id.text;
  if (auto const* it = std::get_if<model::interpretation>(&of)) return it->id.text;
  return {};
}

// The words of a text that could be names.
std::set<std::string> words_in(std::string_view text) {
  std::set<std::string> found;
  std::string word;
  for (char const c : text) {
    bool const is_part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    if (is_part) word += c;
    if (!is_part && !word.empty()) found.insert(std::exchange(word, {}));
  }
  if (!word.empty()) found.insert(word);
  return found;
}

class meaning_finder {
 public:
  explicit meaning_finder(check::program const& program) : program_(program) {
    auto const needs = check::dependencies(program);
    define_names names{program, needs};
    for (auto const& each : needs) needs_[each.from].insert(each.to);
    for (std::uint32_t i = 0; i < program.rules.declarations.size(); ++i) {
      auto const& each = program.rules.declarations[i];
      texts_.push_back(normal_text(program.rules, each, names));
      words_.push_back(words_in(texts_.back()));
      if (auto name = vocabulary_name(each); !name.empty()) vocabulary_[std::move(name)].insert(i);
    }
    // Whoever ranges over a kind ranges over what is below it.
    for (auto const& each : program.individuals) vocabulary_[program.kinds[each.kind].name].insert(each.declaration);
    for (auto const& each : program.kinds)
      if (each.parent) vocabulary_[program.kinds[*each.parent].name].insert(each.declaration);
  }

  [[nodiscard]] std::set<std::string> of(std::set<node> from) const {
    std::set<std::uint32_t> found;
    std::vector<node> open(from.begin(), from.end());
    while (!open.empty()) {
      auto const one = open.back();
      open.pop_back();
      add(one, found);
      auto const next = needs_.find(one);
      if (next == needs_.end()) continue;
      for (auto const& more : next->second)
        if (from.insert(more).second) open.push_back(more);
    }
    add_vocabulary(found);
    std::set<std::string> texts;
    for (auto const each : found) texts.insert(texts_[each]);
    return texts;
  }

 private:
  void add_vocabulary(std::set<std::uint32_t>& to) const {
    std::vector<std::uint32_t> open(to.begin(), to.end());
    while (!open.empty()) {
      auto const one = open.back();
      open.pop_back();
      for (auto const& word : words_[one]) {
        auto const named = vocabulary_.find(word);
        if (named == vocabulary_.end()) continue;
        for (auto const more : named->second)
          if (to.insert(more).second) open.push_back(more);
      }
    }
  }

  void add(node const& one, std::set<std::uint32_t>& to) const {
    if (one.of == node::kind::question) to.insert(program_.questions[one.index].declaration);
    if (one.of == node::kind::relation) {
      auto const& relation = program_.relations[one.index];
      if (relation.is_fact) to.insert(relation.declaration);
      for (auto const& each : relation.definitions) to.insert(each.declaration);
    }
    if (one.of != node::kind::provision) return;
    auto const& provision = program_.provisions[one.index];
    to.insert(provision.declaration);
    if (provision.instrument) to.insert(program_.instruments[*provision.instrument].declaration);
  }

  check::program const& program_;
  std::map<node, std::set<node>> needs_;
  std::vector<std::string> texts_;                             // by declaration
  std::vector<std::set<std::string>> words_;                   // in each of them
  std::map<std::string, std::set<std::uint32_t>> vocabulary_;  // declarations by what mentions them
};

}  // namespace

std::map<std::string, std::set<std::string>> meanings(check::program const& program) {
  meaning_finder const finder{program};
  std::map<std::string, std::set<std::string>> found;
  for (auto const& article : program.articles) {
    std::set<node> versions;
    for (auto const version : article.versions) versions.insert({node::kind::provision, version});
    found[article.id] = finder.of(std::move(versions));
  }
  for (std::uint32_t i = 0; i < program.questions.size(); ++i)
    found["question " + program.questions[i].id] = finder.of({{node::kind::question, i}});
  return found;
}

}  // namespace casus::session
