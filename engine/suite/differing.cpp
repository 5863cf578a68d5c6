#include "differing.hpp"

#include "engine/evaluate/establishing.hpp"

#include <algorithm>
#include <set>

namespace casus::suite {
namespace {

using evaluate::findings;

bool alike(evaluate::displacement const& a, evaluate::displacement const& b) {
  return a.exception == b.exception && a.overridden_by == b.overridden_by && a.by == b.by;
}

bool alike(evaluate::norm const& a, evaluate::norm const& b) {
  return a.mode == b.mode && a.act == b.act && a.actor == b.actor && a.arguments == b.arguments && a.from == b.from &&
         a.by == b.by && a.until == b.until && a.state == b.state && a.certain == b.certain &&
         a.joint_with.size() == b.joint_with.size();
}

template <class Things, class Test>
bool each(Things const& these, Things const& others, Test const& test) {
  return std::equal(these.begin(), these.end(), others.begin(), others.end(), test);
}

bool alike(found_in const& in, evaluate::instance const& x, found_in const& other_in, evaluate::instance const& y,
           check::provision_index p) {
  auto const& a = in.found;
  auto const& b = other_in.found;
  return x.status == y.status && x.binding == y.binding && x.judged_on == y.judged_on && x.failing == y.failing &&
         x.open == y.open &&
         each(x.displaced, y.displaced, [](auto const& one, auto const& other) { return alike(one, other); }) &&
         each(x.norms, y.norms, [&](auto one, auto other) { return alike(a.norms[one], b.norms[other]); }) &&
         evaluate::established_by(in.world, p, x, a.date) == evaluate::established_by(other_in.world, p, y, b.date);
}

bool alike(evaluate::question_findings const& a, evaluate::question_findings const& b) {
  return a.status == b.status && each(a.instances, b.instances, [](auto const& one, auto const& other) {
           return one.status == other.status && one.binding == other.binding && one.answered_by == other.answered_by;
         });
}

std::set<check::relation_index> established_in(check::program const& program, check::article const& article) {
  std::set<check::relation_index> found;
  for (auto const version : article.versions) {
    auto const& provision = program.provisions[version];
    auto const& consequences = program.text_of(provision).consequences;
    for (std::size_t c = 0; c < consequences.size(); ++c)
      if (std::holds_alternative<model::establishment>(consequences[c].effect))
        found.insert(provision.consequence_targets[c]);
  }
  return found;
}

}  // namespace

std::optional<subject> subject_of(check::program const& program, std::uint32_t declaration) {
  for (auto const& one : program.provisions)
    if (one.declaration == declaration) return subject{facts::expected_subject::kind::provision, one.article};
  for (std::uint32_t i = 0; i < program.questions.size(); ++i)
    if (program.questions[i].declaration == declaration) return subject{facts::expected_subject::kind::question, i};
  return std::nullopt;
}

std::vector<subject> differing(found_in const& a, found_in const& b) {
  using kind = facts::expected_subject::kind;
  auto const& program = a.world.program();
  std::vector<subject> found;
  for (std::uint32_t i = 0; i < program.articles.size(); ++i) {
    auto const& versions = program.articles[i].versions;
    bool const is_alike = std::all_of(versions.begin(), versions.end(), [&](check::provision_index version) {
      auto const& one = a.found.provisions[version];
      auto const& other = b.found.provisions[version];
      return one.status == other.status && each(one.instances, other.instances, [&](auto const& x, auto const& y) {
               return alike(a, x, b, y, version);
             });
    });
    if (is_alike) continue;
    found.push_back({kind::provision, i});
    for (auto const relation : established_in(program, program.articles[i]))
      found.push_back({kind::relation, relation});
  }
  for (std::uint32_t i = 0; i < program.questions.size(); ++i)
    if (!alike(a.found.questions[i], b.found.questions[i])) found.push_back({kind::question, i});
  return found;
}

bool conflicts_differ(findings const& a, findings const& b) {
  auto const norms = [](findings const& of, evaluate::conflict const& one) {
    return std::pair{of.norms[one.must].provision, of.norms[one.must_not].provision};
  };
  return !each(a.conflicts, b.conflicts,
               [&](auto const& one, auto const& other) { return norms(a, one) == norms(b, other); });
}

}  // namespace casus::suite
