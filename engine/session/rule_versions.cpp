#include "rule_versions.hpp"

#include "engine/check/check.hpp"
#include "engine/model/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::session {
namespace {

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

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// What a clause says, without its label, and with the provision's variables by their numbers.
std::string meant_by(model::rule_set const& rules, model::provision const& of, model::clause const& clause) {
  auto const text = model::print(rules, model::without_labels(rules, clause.condition));
  std::string meant;
  for (std::size_t from = 0; from < text.size();) {
    auto to = from;
    while (to < text.size() && is_letter(text[to])) ++to;
    auto const word = text.substr(from, std::max(to - from, std::size_t{1}));
    auto const is_it = [&](model::variable const& one) { return one.id.text == word; };
    auto const variable = std::find_if(of.variables.begin(), of.variables.end(), is_it);
    bool const is_field = from > 0 && text[from - 1] == '.';
    meant += variable == of.variables.end() || is_field ? word : fmt::format("${}", variable - of.variables.begin());
    from += word.size();
  }
  return meant;
}

// The labels of the old clauses on those that say the same, wherever they stand; where as many are left of both, on
// these in their order: what is only written otherwise is no other clause.
void take_labels(model::rule_set const& from, model::provision const& old, model::rule_set& to,
                 model::provision const& own, std::vector<model::clause> model::provision::*clauses) {
  std::multimap<std::string, model::clause const*> left;
  for (auto const& one : old.*clauses) left.emplace(meant_by(from, old, one), &one);
  auto const take = [&](model::clause const& its, model::clause const& label_of) {
    std::get<model::labelled>(to.expressions[its.condition.index].node).words =
        model::label_of(from, label_of.condition);
  };
  std::vector<model::clause const*> others;
  for (auto const& one : own.*clauses) {
    auto const same = left.find(meant_by(to, own, one));
    if (same == left.end()) {
      others.push_back(&one);
    } else {
      take(one, *same->second);
      left.erase(same);
    }
  }
  if (others.size() != left.size()) return;
  std::vector<model::clause const*> rest;
  for (auto const& [meant, one] : left) rest.push_back(one);
  std::sort(rest.begin(), rest.end());  // as they stand
  for (std::size_t i = 0; i < rest.size(); ++i) take(*others[i], *rest[i]);
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
    for (auto const clauses : {&model::provision::exceptions, &model::provision::requirements})
      take_labels(old_rules, from, new_rules, to, clauses);
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

}  // namespace casus::session
