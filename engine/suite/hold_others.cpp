#include "held_block.hpp"
#include "words.hpp"

#include "engine/facts/print.hpp"

#include <algorithm>
#include <set>

namespace casus::suite {
namespace {

std::string quoted(std::string_view words) { return '`' + std::string{words} + '`'; }

// A thing with bindings, each of which has a status in words, the strongest first.
struct listed {
  std::string text;
  std::string_view status;
};

// What `for` and `only` say, over anything that has bindings and statuses. `fits` tells whether the thing at an index
// agrees with a binding; `absent` is the status of what is not listed.
template <class Fits>
std::vector<mismatch> judge_bindings(held_block const& in, facts::expected_subject const& expected,
                                     std::vector<listed> const& things, std::string_view absent, Fits fits) {
  std::vector<mismatch> said;
  auto const match = [&](partial_binding const& binding) {
    std::string_view actual = absent;
    bool is_matched = false;
    for (std::size_t i = 0; i < things.size(); ++i) {
      if (!fits(i, binding)) continue;
      if (actual == absent) actual = things[i].status;
      is_matched = is_matched || things[i].status == expected.status;
    }
    if (expected.status == absent ? actual == absent : is_matched) return;
    said.push_back({quoted(expected.status) + " for " + written(in, binding), quoted(actual)});
  };
  for (auto const* bindings : {&expected.for_instances, &expected.only_instances}) {
    if (bindings->has_value()) std::for_each((*bindings)->begin(), (*bindings)->end(), match);
  }
  if (!expected.only_instances) return said;
  for (std::size_t i = 0; i < things.size(); ++i) {
    bool const is_meant = std::any_of(expected.only_instances->begin(), expected.only_instances->end(),
                                      [&](partial_binding const& binding) { return fits(i, binding); });
    if (things[i].status == expected.status && !is_meant) {
      said.push_back({"no other " + quoted(expected.status), quoted(expected.status) + " also for " + things[i].text});
    }
  }
  return said;
}

bool has_bindings(facts::expected_subject const& expected) {
  return expected.for_instances.has_value() || expected.only_instances.has_value();
}

std::vector<mismatch> judge_bare(std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  return {{quoted(expected), quoted(actual)}};
}

std::string written_tuple(held_block const& in, check::relation const& relation, evaluate::tuple const& one) {
  std::string text;
  for (std::size_t i = 0; i < one.arguments.size() && i < relation.parameter_names.size(); ++i) {
    text += (i == 0 ? "" : ", ") + relation.parameter_names[i] + ": " +
            facts::print(one.arguments[i], in.program(), in.facts());
  }
  return text;
}

bool agrees(check::relation const& relation, evaluate::tuple const& one, partial_binding const& expected) {
  return std::all_of(expected.begin(), expected.end(), [&](facts::binding const& binding) {
    auto const& names = relation.parameter_names;
    auto const place = std::find(names.begin(), names.end(), binding.variable);
    auto const i = static_cast<std::size_t>(place - names.begin());
    return i < one.arguments.size() && one.arguments[i] == binding.expected;
  });
}

}  // namespace

std::vector<mismatch> hold_question(held_block const& in, facts::expected_subject const& expected) {
  auto const found = in.question(expected.index);
  facts::expected_subject wanted = expected;
  if (wanted.status.empty()) wanted.status = evaluate::words(found.status);
  if (!has_bindings(wanted)) return judge_bare(wanted.status, evaluate::words(found.status));
  auto const& scope = in.program().questions[expected.index].scope;
  std::vector<listed> things;
  for (auto const& one : found.instances) {
    things.push_back({written(in.program(), in.facts(), scope, one.binding), evaluate::words(one.status)});
  }
  return judge_bindings(in, wanted, things, evaluate::words(evaluate::question_status::does_not_arise),
                        [&](std::size_t i, partial_binding const& binding) {
                          return suite::agrees(in.program(), scope, found.instances[i].binding, binding);
                        });
}

std::vector<mismatch> hold_relation(held_block const& in, facts::expected_subject const& expected) {
  auto const& relation = in.program().relations[expected.index];
  auto tuples = in.world().tuples(expected.index, in.date());
  std::sort(tuples.begin(), tuples.end(), [](evaluate::tuple const& a, evaluate::tuple const& b) {
    return a.truth != b.truth ? a.truth > b.truth : a.arguments < b.arguments;
  });
  // A value that is not stated is unknown, where a statement that is not made is false.
  auto const absent = words_of(relation.value ? facts::truth::open : facts::truth::no);
  std::vector<listed> things;
  for (auto const& one : tuples) things.push_back({written_tuple(in, relation, one), words_of(one.truth)});
  auto const strongest = things.empty() ? absent : things.front().status;
  facts::expected_subject wanted = expected;
  if (wanted.status.empty()) wanted.status = strongest;
  if (!has_bindings(wanted)) return judge_bare(wanted.status, strongest);
  return judge_bindings(in, wanted, things, absent, [&](std::size_t i, partial_binding const& binding) {
    return agrees(relation, tuples[i], binding);
  });
}

std::vector<mismatch> hold_conflicts(held_block const& in, std::vector<facts::expected_conflict> const& expected) {
  using pair = std::pair<std::string, std::string>;
  auto const& all = in.everything();
  auto const id_of = [&](std::uint32_t norm) { return in.program().provisions[all.norms[norm].provision].id; };
  auto const words = [](pair const& one) { return "must: " + one.first + ", must not: " + one.second; };
  std::set<pair> wanted;
  std::set<pair> found;
  for (auto const& one : expected) wanted.insert({one.must, one.must_not});
  for (auto const& one : all.conflicts) found.insert({id_of(one.must), id_of(one.must_not)});
  std::vector<mismatch> said;
  for (auto const& one : wanted) {
    if (found.count(one) == 0) said.push_back({"a conflict of " + words(one), "none"});
  }
  for (auto const& one : found) {
    if (wanted.count(one) == 0) said.push_back({"no other conflict", words(one)});
  }
  return said;
}

}  // namespace casus::suite
