#include "described.hpp"

#include "words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace casus::suite {
namespace {

using evaluate::status;
using facts::expected_subject;

// Beyond so many instances of one status they are not named one by one.
constexpr std::size_t most_named = 12;

bool can_be_named(held_block const& in, facts::value const& what) {
  if (what.tag == facts::tag::event) return !in.facts().events[facts::index_of(what)].id.empty();
  return what.is_known() && what.tag != facts::tag::unnamed && what.tag != facts::tag::absent;
}

partial_binding named(held_block const& in, check::scope const& scope, std::span<facts::value const> values) {
  partial_binding made;
  for (std::size_t i = 0; i < values.size() && i < scope.parameters; ++i)
    if (can_be_named(in, values[i]))
      made.push_back({.variable = in.program().variables[scope.variables[i]].name, .expected = values[i], .where = {}});
  return made;
}

expected_subject with_status(subject const& what, std::string_view status) {
  expected_subject made;
  made.of = what.of;
  made.index = what.index;
  made.status = status;
  return made;
}

class described_provision {
 public:
  described_provision(held_block const& in, subject const& what) : in_(in), what_(what) {
    for (auto const version : in.program().articles[what.index].versions) {
      auto const& [found, norms] = in.provision(version);
      strongest_ = std::min(strongest_, found.status);
      for (auto const& one : found.instances) by_status_[one.status].push_back({version, &one, &norms});
    }
  }

  [[nodiscard]] std::vector<expected_subject> take() {
    made_.push_back(with_status(what_, evaluate::words(strongest_)));
    for (auto const& [status, all] : by_status_)
      if (all.size() <= most_named) exactly(status, all);
    for (auto const& [status, all] : by_status_)
      for (std::size_t i = 0; i < std::min(all.size(), most_named); ++i) one_by_one(status, all[i]);
    return std::move(made_);
  }

 private:
  struct seen {
    check::provision_index version = 0;
    evaluate::instance const* what = nullptr;
    std::vector<evaluate::norm> const* norms = nullptr;
  };

  [[nodiscard]] partial_binding binding_of(seen const& one) const {
    return named(in_, in_.program().provisions[one.version].scope, one.what->binding);
  }

  void exactly(status of, std::vector<seen> const& all) {
    auto made = with_status(what_, evaluate::words(of));
    made.only_instances.emplace();
    std::set<std::string_view> states;
    for (auto const& one : all) {
      made.only_instances->push_back(binding_of(one));
      for (auto const norm : one.what->norms) states.insert(evaluate::words((*one.norms)[norm].state));
    }
    made_.push_back(made);
    add_details(made, states, all.front());
  }

  void one_by_one(status of, seen const& one) {
    auto made = with_status(what_, evaluate::words(of));
    made.for_instances = {binding_of(one)};
    std::set<std::string_view> states;
    for (auto const norm : one.what->norms) states.insert(evaluate::words((*one.norms)[norm].state));
    made_.push_back(made);
    add_details(made, states, one);
  }

  void add_details(expected_subject const& plain, std::set<std::string_view> const& states, seen const& of) {
    for (auto const state : states) {
      made_.push_back(plain);
      made_.back().duty = state;
    }
    auto const& text = in_.program().text_of(in_.program().provisions[of.version]);
    if (!of.what->failing.empty()) {
      made_.push_back(plain);
      made_.back().failing.emplace();
      for (auto const i : of.what->failing) made_.back().failing->push_back(words_of(text.requirements[i]));
    }
    for (auto const& by : of.what->displaced) {
      made_.push_back(plain);
      made_.back().displaced_by = by.overridden_by ? in_.program().provisions[*by.overridden_by].id
                                                   : words_of(text.exceptions[by.exception.value_or(0)]);
    }
  }

  [[nodiscard]] std::string words_of(model::clause const& of) const {
    return clause_words(in_.program().rules, in_.files(), of.condition);
  }

  held_block const& in_;
  subject const& what_;
  status strongest_ = status::not_in_force;
  std::map<status, std::vector<seen>> by_status_;
  std::vector<expected_subject> made_;
};

std::vector<expected_subject> described_question(held_block const& in, subject const& what) {
  auto const found = in.question(what.index);
  auto const& scope = in.program().questions[what.index].scope;
  std::vector<expected_subject> made{with_status(what, evaluate::words(found.status))};
  std::map<evaluate::question_status, std::vector<partial_binding>> by_status;
  for (auto const& one : found.instances) by_status[one.status].push_back(named(in, scope, one.binding));
  for (auto& [status, all] : by_status) {
    if (all.size() > most_named) continue;
    made.push_back(with_status(what, evaluate::words(status)));
    made.back().only_instances = std::move(all);
  }
  return made;
}

std::vector<expected_subject> described_relation(held_block const& in, subject const& what) {
  auto const& relation = in.program().relations[what.index];
  std::map<facts::truth, std::vector<partial_binding>> by_truth;
  for (auto const& one : in.world().tuples(what.index, in.date())) {
    auto& made = by_truth[one.truth].emplace_back();
    for (std::size_t i = 0; i < one.arguments.size(); ++i)
      if (can_be_named(in, one.arguments[i]))
        made.push_back({.variable = relation.parameter_names[i], .expected = one.arguments[i], .where = {}});
  }
  std::vector<expected_subject> made;
  if (relation.value) return made;  // what the value is cannot be expected
  for (auto const truth : {facts::truth::yes, facts::truth::open, facts::truth::no})
    made.push_back(with_status(what, words_of(truth)));
  for (auto& [truth, all] : by_truth) {
    if (all.size() > most_named) continue;
    made.push_back(with_status(what, words_of(truth)));
    made.back().only_instances = std::move(all);
  }
  return made;
}

}  // namespace

std::vector<expected_subject> describing(held_block const& in, subject const& what) {
  if (what.of == expected_subject::kind::relation) return described_relation(in, what);
  if (what.of == expected_subject::kind::question) return described_question(in, what);
  return described_provision{in, what}.take();
}

std::vector<expected_subject> denying(held_block const& there, subject const& what) {
  std::vector<expected_subject> made;
  auto const deny = [&](evaluate::status how, partial_binding binding) {
    if (binding.empty() || made.size() >= 2 * most_named) return;
    made.push_back(with_status(what, evaluate::words(how)));
    made.back().for_instances = {std::move(binding)};
  };
  if (what.of != expected_subject::kind::provision) return made;
  for (auto const version : there.program().articles[what.index].versions) {
    for (auto const& one : there.provision(version).found.instances)
      for (auto const how : {status::does_not_apply, status::not_in_force})
        deny(how, named(there, there.program().provisions[version].scope, one.binding));
  }
  return made;
}

}  // namespace casus::suite
