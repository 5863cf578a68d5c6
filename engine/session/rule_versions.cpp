#include "rule_versions.hpp"

#include "engine/check/check.hpp"
#include "engine/check/dependency.hpp"
#include "engine/model/excerpt.hpp"
#include "engine/model/print.hpp"
#include "engine/source/overloaded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::session {
namespace {

using check::node;

// Every requirement and exception with a label.
model::rule_set labelled(model::rule_set rules) {
  for (auto& each : rules.declarations) {
    auto* provision = std::get_if<model::provision>(&each);
    if (provision == nullptr) continue;
    for (auto* clauses : {&provision->exceptions, &provision->requirements}) {
      for (auto& clause : *clauses) {
        if (!model::label_of(rules, clause.condition).empty()) continue;
        auto const where = rules[clause.condition].where;
        clause.condition =
            rules.add(model::labelled{clause.condition, model::print(rules, clause.condition), where}, where);
      }
    }
  }
  return rules;
}

std::vector<std::pair<check::provision_index, check::provision_index>> pairs(check::program const& before,
                                                                             check::program const& now) {
  std::vector<std::pair<check::provision_index, check::provision_index>> found;
  for (auto const& article : now.articles) {
    auto const other = std::find_if(before.articles.begin(), before.articles.end(),
                                    [&](auto const& one) { return one.id == article.id; });
    if (other == before.articles.end()) continue;
    for (std::size_t i = 0; i < std::min(article.versions.size(), other->versions.size()); ++i)
      found.emplace_back(other->versions[i], article.versions[i]);
  }
  return found;
}

// The labels of the old clauses, where there are as many.
void take_labels(model::rule_set const& from, std::vector<model::clause> const& old, model::rule_set& to,
                 std::vector<model::clause> const& clauses) {
  if (old.size() != clauses.size()) return;
  for (std::size_t i = 0; i < old.size(); ++i) {
    auto& label = std::get<model::labelled>(to.expressions[clauses[i].condition.index].node);
    label.words = model::label_of(from, old[i].condition);
  }
}

std::vector<std::string> names_in(check::program const& program, check::scope const& scope) {
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < scope.parameters; ++i) names.push_back(program.variables[scope.variables[i]].name);
  return names;
}

// A variable that only the one knows is what only the other knows, in their order, if they are of the same type.
void take_names(check::program const& before, check::scope const& old, check::program& now, check::scope const& scope) {
  if (old.parameters != scope.parameters) return;
  auto const known = names_in(before, old);
  auto const own = names_in(now, scope);
  auto const has = [](std::vector<std::string> const& names, std::string const& one) {
    return std::find(names.begin(), names.end(), one) != names.end();
  };
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < scope.parameters; ++i) {
    if (has(known, own[i])) continue;
    while (next < known.size() && has(own, known[next])) ++next;
    if (next == known.size()) return;
    now.variables[scope.variables[i]].name = known[next++];
  }
}

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

std::string normal_text(model::rule_set const& rules, model::declaration const& of) {
  auto alone = model::excerpt(rules, of);
  auto& declaration = alone.declarations.front();
  std::visit([](model::declared& it) { it.documentation.clear(); }, declaration);
  renamer{alone}.declaration(declaration);
  std::visit(source::overloaded{
                 [](model::define& it) { it.reading.clear(); }, [](model::fact& it) { it.reading.clear(); },
                 [](model::event_kind& it) { it.reading.clear(); }, [](model::provision& it) { it.title.clear(); },
                 [](model::question& it) { it.text.clear(); }, [](model::interpretation& it) { it.question.clear(); },
                 [](model::instrument& it) { it.title.clear(); }, [](model::individual&) {}, [](model::use_file&) {},
                 [](model::entity_kind&) {}, [](model::enumeration&) {}},
             declaration);
  return model::dump(alone);
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
    for (auto const& each : check::dependencies(program)) needs_[each.from].insert(each.to);
    for (std::uint32_t i = 0; i < program.rules.declarations.size(); ++i) {
      auto const& each = program.rules.declarations[i];
      texts_.push_back(normal_text(program.rules, each));
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

std::string words_of(model::fixed_period const& of) {
  std::string text = "in force";
  if (of.from) text += " from " + source::to_iso(*of.from);
  if (of.until) text += " until " + source::to_iso(*of.until);
  return text;
}

}  // namespace

compared_pair made_comparable(check::program const& before, check::program const& now) {
  auto const old_rules = labelled(before.rules);
  auto new_rules = labelled(now.rules);
  for (auto const& [old, own] : pairs(before, now)) {
    auto const& from = std::get<model::provision>(old_rules.declarations[before.provisions[old].declaration]);
    auto const& to = std::get<model::provision>(new_rules.declarations[now.provisions[own].declaration]);
    take_labels(old_rules, from.exceptions, new_rules, to.exceptions);
    take_labels(old_rules, from.requirements, new_rules, to.requirements);
  }
  auto old_program = std::move(*check::check(old_rules).value);
  auto new_program = std::move(*check::check(std::move(new_rules)).value);
  for (auto const& [old, own] : pairs(before, now))
    take_names(old_program, old_program.provisions[old].scope, new_program, new_program.provisions[own].scope);
  for (auto const& question : new_program.questions)
    for (auto const& old : old_program.questions)
      if (old.id == question.id) take_names(old_program, old.scope, new_program, question.scope);
  return {compared_rules{std::move(old_program)}, compared_rules{std::move(new_program)}};
}

std::vector<std::string> periods_of(check::program const& program, std::string const& article) {
  std::vector<std::string> found;
  for (auto const& provision : program.provisions) {
    if (provision.id != article) continue;
    auto const& own = program.text_of(provision).in_force;
    if (own) found.push_back(words_of(*own));
    if (own || !provision.instrument) continue;
    std::string words;
    for (auto const& each : program.instruments[*provision.instrument].in_force)
      words += (words.empty() ? "" : ", ") + words_of(each);
    found.push_back(words.empty() ? "always in force" : words);
  }
  return found;
}

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
