#include "lanes.hpp"

namespace casus::explain {
namespace {

using evaluate::status;

status unlisted_status(evaluate::provision_findings const& found) {
  return found.in_force ? status::does_not_apply : status::not_in_force;
}

void extend(std::vector<span>& spans, lane_state state, std::optional<source::date> from,
            evaluate::norm const* norm = nullptr) {
  bool const is_open = !spans.empty() && !spans.back().end;
  if (is_open && spans.back().state == state) return;
  if (is_open) spans.back().end = from;
  spans.push_back({.begin = from,
                   .end = {},
                   .state = state,
                   .norm = norm == nullptr ? std::nullopt : std::optional(*norm),
                   .because = {}});
}

}  // namespace

lanes::row& lanes::at(key const& of, lane::kind what, std::optional<source::date> from) {
  auto const [found, is_new] = rows_.try_emplace(of);
  auto& made = found->second.made;
  if (is_new) {
    made.of = what;
    made.subject = std::get<1>(of);
    if (auto const& binding = std::get<2>(of)) made.binding = *binding;
    made.consequence = std::get<3>(of);
    made.parties = std::get<4>(of);
    if (what == lane::kind::instance) {
      made.spans = unlisted_[made.subject];
      if (from && made.spans.size() > 1 && made.spans.back().begin == from) made.spans.pop_back();
      if (from) made.spans.back().end.reset();
      if (!from) made.spans.clear();
    }
    if (what == lane::kind::question && from) extend(made.spans, evaluate::question_status::does_not_arise, {});
  }
  found->second.seen = taken_;
  return found->second;
}

void lanes::take(evaluate::world& world, evaluate::findings const& found, std::optional<source::date> from) {
  ++taken_;
  unlisted_.resize(found.provisions.size());
  for (auto const& one : found.provisions) take_provision(world, found, one, from);
  for (auto const& one : found.questions) take_question(one, from);
  take_unseen(found, from);
}

void lanes::take_provision(evaluate::world& world, evaluate::findings const& all,
                           evaluate::provision_findings const& found, std::optional<source::date> from) {
  auto const p = found.provision;
  extend(unlisted_[p], unlisted_status(found), from);
  extend(at({false, p, {}, {}, {}}, lane::kind::provision, from).made.spans, found.status, from);
  for (auto const& one : found.instances) {
    extend(at({false, p, one.binding, {}, {}}, lane::kind::instance, from).made.spans, one.status, from);
    for (auto const index : one.norms) take_norm(all.norms[index], one.binding, from);
    take_facts(world, p, one, all.date, from);
  }
}

void lanes::take_facts(evaluate::world& world, check::provision_index p, evaluate::instance const& one,
                       source::date day, std::optional<source::date> from) {
  if (one.status == status::displaced) return;
  for (auto& fact : evaluate::established_by(world, p, one, day)) {
    auto const state = evaluate::state_of(fact, one, day);
    extend(at({false, p, one.binding, fact.consequence, std::move(fact.arguments)}, lane::kind::fact, from).made.spans,
           state, from);
  }
}

void lanes::take_norm(evaluate::norm const& norm, evaluate::binding const& of, std::optional<source::date> from) {
  std::vector parties{norm.actor};
  parties.insert(parties.end(), norm.arguments.begin(), norm.arguments.end());
  auto& made = at({false, norm.provision, of, norm.consequence, std::move(parties)}, lane::kind::norm, from).made;
  made.is_joint = made.is_joint || !norm.joint_with.empty();
  extend(made.spans, norm.state, from, &norm);
}

void lanes::take_question(evaluate::question_findings const& found, std::optional<source::date> from) {
  for (auto const& one : found.instances) {
    extend(at({true, found.question, one.binding, {}, {}}, lane::kind::question, from).made.spans, one.status, from);
  }
}

void lanes::take_unseen(evaluate::findings const& found, std::optional<source::date> from) {
  for (auto& [name, of] : rows_) {
    if (of.seen == taken_) continue;
    switch (of.made.of) {
      case lane::kind::provision: break;
      case lane::kind::instance: extend(of.made.spans, unlisted_status(found.provisions[of.made.subject]), from); break;
      case lane::kind::question: extend(of.made.spans, evaluate::question_status::does_not_arise, from); break;
      case lane::kind::norm:
      case lane::kind::fact: extend(of.made.spans, std::monostate{}, from); break;
    }
  }
}

std::vector<lane> lanes::in_order(std::optional<source::date> end) {
  std::vector<lane> made;
  for (auto& [name, of] : rows_) {
    if (!of.made.spans.empty() && !of.made.spans.back().end) of.made.spans.back().end = end;
    made.push_back(std::move(of.made));
  }
  rows_.clear();
  return made;
}

}  // namespace casus::explain
