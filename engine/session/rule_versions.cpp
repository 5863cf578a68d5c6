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

model::labelled& label_at(model::rule_set& rules, model::clause const& clause) {
  return std::get<model::labelled>(rules.expressions[clause.condition.index].node);
}

// The clauses of both have the same labels where they say the same, wherever they stand. One that has no label of its
// own and now says something else is called by what it said and says, so that it can be told what fails in both.
void share_labels(model::rule_set& from, model::provision const& old, model::rule_set& to, model::provision const& own,
                  std::vector<model::clause> model::provision::*clauses) {
  auto const has_none = [](model::rule_set const& rules, model::clause const& one) {
    return model::label_of(rules, one.condition) == model::print(rules, model::without_labels(rules, one.condition));
  };
  std::map<std::string, model::clause const*> known;
  for (auto const& one : old.*clauses) known.emplace(meant_by(from, old, one), &one);
  std::vector<model::clause const*> new_ones;
  for (auto const& one : own.*clauses) {
    auto const same = known.find(meant_by(to, own, one));
    if (same != known.end()) {
      label_at(to, one).words = label_at(from, *same->second).words;
      known.erase(same);
    } else if (has_none(to, one)) {
      new_ones.push_back(&one);
    }
  }
  std::vector<model::clause const*> gone;
  for (auto const& one : old.*clauses) {
    bool const is_left = known.count(meant_by(from, old, one)) > 0;
    if (is_left && has_none(from, one)) gone.push_back(&one);
  }
  if (gone.size() != new_ones.size()) return;
  for (std::size_t i = 0; i < gone.size(); ++i) {
    auto const words = label_at(from, *gone[i]).words + ", now " + label_at(to, *new_ones[i]).words;
    label_at(from, *gone[i]).words = label_at(to, *new_ones[i]).words = words;
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

std::string words_of(model::fixed_period const& of) {
  std::string text = "in force";
  if (of.from) text += " from " + source::to_iso(*of.from);
  if (of.until) text += " until " + source::to_iso(*of.until);
  return text;
}

}  // namespace

compared_pair made_comparable(check::program const& before, check::program const& now) {
  auto old_rules = labelled(before.rules);
  auto new_rules = labelled(now.rules);
  for (auto const& [old, own] : pairs(before, now)) {
    auto const& from = std::get<model::provision>(old_rules.declarations[before.provisions[old].declaration]);
    auto const& to = std::get<model::provision>(new_rules.declarations[now.provisions[own].declaration]);
    for (auto const clauses : {&model::provision::exceptions, &model::provision::requirements})
      share_labels(old_rules, from, new_rules, to, clauses);
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
