#include "expectation.hpp"

#include "held_block.hpp"
#include "words.hpp"

#include "engine/facts/print.hpp"

#include <algorithm>

namespace casus::suite {
namespace {

std::optional<std::size_t> index_of_view(facts::scenario const& told, std::optional<std::string> const& id) {
  if (!id) return std::nullopt;
  auto const found =
      std::find_if(told.views.begin(), told.views.end(), [&](auto const& view) { return view.id == *id; });
  if (found == told.views.end()) return std::nullopt;  // the loader has seen to it that there is one
  return static_cast<std::size_t>(found - told.views.begin());
}

account account_of(accounts const& of, facts::expectation const& block) {
  account asked = of.of_view(index_of_view(of.scenario(), block.view));
  if (block.law) asked.law.everywhere = block.law;
  for (auto const& [article, date] : block.law_of) asked.law.of_article[article] = date;
  if (block.known_by) asked.known_by = block.known_by;
  for (auto const& [point, value] : block.readings) asked.readings[point] = value;
  return asked;
}

std::string name_of(check::program const& program, facts::expected_subject const& subject) {
  switch (subject.of) {
    case facts::expected_subject::kind::provision: return program.articles[subject.index].id;
    case facts::expected_subject::kind::question: return program.questions[subject.index].id;
    case facts::expected_subject::kind::relation: return program.relations[subject.index].name;
  }
  return {};
}

}  // namespace

std::vector<mismatch> hold_subject(held_block const& in, facts::expected_subject const& subject) {
  switch (subject.of) {
    case facts::expected_subject::kind::provision: return hold_provision(in, subject);
    case facts::expected_subject::kind::question: return hold_question(in, subject);
    case facts::expected_subject::kind::relation: return hold_relation(in, subject);
  }
  return {};
}

bool agrees(check::program const& program, check::scope const& scope, std::span<facts::value const> binding,
            partial_binding const& expected) {
  return std::all_of(expected.begin(), expected.end(), [&](facts::binding const& one) {
    for (std::size_t i = 0; i < binding.size() && i < scope.parameters; ++i) {
      if (program.variables[scope.variables[i]].name == one.variable) return binding[i] == one.expected;
    }
    return false;
  });
}

std::string written(held_block const& in, partial_binding const& expected) {
  std::string text;
  for (auto const& one : expected) {
    if (!text.empty()) text += ", ";
    text += one.variable + ": " + facts::print(one.expected, in.program(), in.facts());
  }
  return text;
}

std::vector<evaluation> evaluations(accounts const& of, source::date otherwise) {
  std::vector<evaluation> made;
  for (auto const& block : of.scenario().expectations)
    made.push_back({account_of(of, block), block.at.value_or(of.scenario().as_of.value_or(otherwise))});
  return made;
}

std::vector<result> hold(accounts& of, source::files const& files, source::date otherwise) {
  std::vector<result> results;
  auto const asked_of = evaluations(of, otherwise);
  for (std::size_t i = 0; i < asked_of.size(); ++i) {
    auto const& block = of.scenario().expectations[i];
    auto const& [asked, date] = asked_of[i];
    held_block const in{of.on(asked, date), files};
    auto const add = [&, i, day = date, view = asked.view](std::string subject, std::vector<mismatch> mismatches,
                                                           source::span where) {
      results.push_back({.subject = std::move(subject),
                         .mismatches = std::move(mismatches),
                         .date = day,
                         .view = view,
                         .where = where,
                         .block = i});
    };
    for (auto const& subject : block.subjects) {
      add(name_of(in.program(), subject), hold_subject(in, subject), subject.where);
    }
    if (block.conflicts) add("conflicts", hold_conflicts(in, *block.conflicts), block.where);
  }
  return results;
}

}  // namespace casus::suite
