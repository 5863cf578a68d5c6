#include "told_apart.hpp"

#include "engine/scenario/load.hpp"
#include "engine/session/scenario_text.hpp"
#include "engine/suite/fact_edits.hpp"
#include "engine/suite/one_account.hpp"
#include "engine/suite/smaller.hpp"
#include "engine/suite/snapshot.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace casus::cli {
namespace {

// The name of a block without what tells versions apart, which moves with their dates.
std::string subject_of(std::string_view heading) {
  std::string name{heading};
  name.erase(std::remove(name.begin(), name.end(), '"'), name.end());
  if (name.rfind("question ", 0) == 0) return name;
  return name.substr(0, std::min(name.find(" as of "), name.find(", first text")));
}

std::vector<told_findings> parsed(std::string_view snapshot) {
  std::vector<told_findings> accounts;
  std::string subject;
  for (std::size_t from = 0; from < snapshot.size();) {
    auto const to = std::min(snapshot.find('\n', from), snapshot.size());
    auto const line = snapshot.substr(from, to - from);
    from = to + 1;
    if (line.rfind("    - ", 0) == 0) {
      accounts.back()[subject].insert(std::string{line.substr(6)});
    } else if (line.rfind("  ", 0) == 0) {
      subject = subject_of(line.substr(2, line.size() - 3));
    } else if (accounts.empty() || line.back() == ':') {
      if (line.rfind("scenario:", 0) != 0) accounts.emplace_back();
    }
  }
  return accounts;
}

std::vector<std::string> only_in(std::set<std::string> const& these, std::set<std::string> const& others) {
  std::vector<std::string> found;
  std::set_difference(these.begin(), these.end(), others.begin(), others.end(), std::back_inserter(found));
  return found;
}

// One document read from text; nothing where it has errors.
std::optional<facts::scenario> bound(std::string const& text, check::program const& program) {
  source::text const content{"scenario.yaml", text};
  auto const read = scenario::outline(content, {});
  if (!read.value || read.value->size() != 1 || source::has_errors(read.diagnostics)) return std::nullopt;
  auto made = scenario::bind(read.value->front(), {}, program);
  if (source::has_errors(made.diagnostics)) return std::nullopt;
  return std::move(made.value);
}

// The declaration that a subject is.
std::vector<std::uint32_t> declarations_of(check::program const& program, std::string const& subject) {
  std::vector<std::uint32_t> found;
  for (auto const& one : program.provisions)
    if (one.id == subject) found.push_back(one.declaration);
  for (auto const& one : program.questions)
    if ("question " + one.id == subject) found.push_back(one.declaration);
  return found;
}

// One change at a time, then two of the nearest; another date of evaluation is always near.
std::vector<std::vector<suite::fact_edit>> changes_to_try(check::program const& program, std::uint32_t declaration,
                                                          facts::scenario const& told, std::size_t most) {
  constexpr std::size_t most_paired = 24;
  suite::mutant of;
  of.declaration = declaration;
  auto const all = suite::edits_of(program, told, suite::read_by(program, of), std::max<std::size_t>(most, 1'000));
  auto const is_date = [](suite::fact_edit const& one) { return one.words.rfind("`as_of", 0) == 0; };
  std::vector<std::vector<suite::fact_edit>> made;
  std::vector<suite::fact_edit> near;
  for (auto const& one : all) {
    if (made.size() < most / 2) made.push_back({one});
    if (near.size() < most_paired / 2 || (is_date(one) && near.size() < most_paired)) near.push_back(one);
  }
  for (std::size_t i = 0; i < near.size(); ++i)
    for (std::size_t j = i + 1; j < near.size(); ++j) made.push_back({near[i], near[j]});
  return made;
}

}  // namespace

std::vector<told_findings> comparison::findings(facts::scenario const& told, evaluate::compiled const& rules,
                                                source::date date) const {
  try {
    suite::accounts of{rules, told, limits_};
    return parsed(suite::snapshot(of, files_, told.as_of.value_or(date)));
  } catch (evaluate::failure const&) { return {}; }
}

std::vector<difference> comparison::differences(told_pair const& of) const {
  auto const before = findings(of.before, rules_.before.compiled, of.date);
  auto const now = findings(of.now, rules_.now.compiled, of.date);
  std::vector<difference> found;
  for (std::size_t i = 0; i < std::min(before.size(), now.size()); ++i) {
    std::set<std::string> subjects;
    for (auto const* side : {&before[i], &now[i]})
      for (auto const& [subject, lines] : *side) subjects.insert(subject);
    for (auto const& subject : subjects) {
      auto const lines = [&](told_findings const& in) {
        auto const place = in.find(subject);
        return place == in.end() ? std::set<std::string>{} : place->second;
      };
      if (lines(before[i]) == lines(now[i])) continue;
      found.push_back({.account = i == 0 ? "agreed facts" : "view " + of.before.views[i - 1].id,
                       .view = i == 0 ? std::nullopt : std::optional{i - 1},
                       .subject = subject,
                       .before = only_in(lines(before[i]), lines(now[i])),
                       .now = only_in(lines(now[i]), lines(before[i]))});
    }
  }
  return found;
}

std::optional<apart_scenario> comparison::apart(facts::scenario const& told, std::string const& subject,
                                                std::string const& rules_path) const {
  auto text = session::scenario_text(told, *rules_.before.program, {.rules = {rules_path}});
  auto before = bound(text, *rules_.before.program);
  auto now = bound(text, *rules_.now.program);
  if (!before || !now || !before->as_of) return std::nullopt;
  for (auto const& one : differences({*before, *now, *before->as_of})) {
    if (one.subject == subject) return apart_scenario{std::move(text), std::move(*before), std::move(*now)};
  }
  return std::nullopt;
}

std::size_t comparison::changes_among(std::size_t tries) {
  constexpr std::size_t part = 50;
  return (tries + part - 1) / part;
}

std::optional<apart_scenario> comparison::smallest_of(facts::scenario const& told, std::string const& subject,
                                                      std::string const& rules_path) const {
  constexpr std::size_t most_tests = 600;
  if (!apart(told, subject, rules_path)) return std::nullopt;
  auto const small = suite::smaller(told, *rules_.before.program, most_tests, [&](facts::scenario const& one) {
    return !is_over_() && apart(one, subject, rules_path).has_value();
  });
  return apart(small, subject, rules_path);
}

std::optional<apart_scenario> comparison::smallest(told_pair const& of, difference const& what,
                                                   std::string const& rules_path) const {
  return smallest_of(suite::one_account(of.before, what.view, of.date), what.subject, rules_path);
}

comparison::found_by_search comparison::search(told_pair const& from, std::string const& subject,
                                               std::string const& rules_path, std::size_t most) const {
  found_by_search made;
  auto const whole = suite::one_account(from.before, std::nullopt, from.date);
  for (auto const declaration : declarations_of(*rules_.before.program, subject)) {
    for (auto const& changes : changes_to_try(*rules_.before.program, declaration, whole, most)) {
      if (made.tried >= most || is_over_()) return made;
      auto changed = whole;
      for (auto const& edit : changes) edit.apply(changed);
      ++made.tried;
      if ((made.scenario = smallest_of(changed, subject, rules_path))) return made;
    }
  }
  return made;
}

comparison::found_by_search comparison::search_from_nothing(std::string const& subject, std::string const& rules_path,
                                                            std::size_t most) const {
  constexpr suite::world_size usual{3, 1};
  auto const id = subject.substr(subject.rfind(' ') + 1);
  auto const& program = *rules_.before.program;
  auto const words =
      suite::shared(program, suite::read_by(program, id), *rules_.now.program, suite::read_by(*rules_.now.program, id));
  found_by_search made;
  std::size_t known = 0;
  for (auto const size : suite::world_sizes) {
    suite::small_worlds const worlds{program, words, size};
    if (worlds.count() > most - made.tried) break;
    bool const is_same = worlds.count() == std::exchange(known, worlds.count());  // nothing comes with the size
    for (std::size_t i = 0; i < worlds.count() && !is_same; ++i) {
      if (is_over_()) return made;
      ++made.tried;
      if ((made.scenario = smallest_of(worlds.at(i), subject, rules_path))) return made;
    }
    made.everywhere = size;
  }
  auto const fullest = suite::small_worlds{program, words, usual}.fullest();
  auto more =
      search({fullest, fullest, *fullest.as_of}, subject, rules_path, std::min(most - made.tried, changes_among(most)));
  made.tried += more.tried;
  made.scenario = std::move(more.scenario);
  return made;
}

}  // namespace casus::cli
