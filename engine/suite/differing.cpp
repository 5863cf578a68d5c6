#include "differing.hpp"

#include <algorithm>

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

template <class Thing, class Test>
bool each(std::vector<Thing> const& these, std::vector<Thing> const& others, Test const& test) {
  return std::equal(these.begin(), these.end(), others.begin(), others.end(), test);
}

bool alike(findings const& a, evaluate::instance const& x, findings const& b, evaluate::instance const& y) {
  return x.status == y.status && x.binding == y.binding && x.judged_on == y.judged_on && x.failing == y.failing &&
         x.open == y.open &&
         each(x.displaced, y.displaced, [](auto const& one, auto const& other) { return alike(one, other); }) &&
         each(x.norms, y.norms, [&](auto one, auto other) { return alike(a.norms[one], b.norms[other]); });
}

bool alike(evaluate::question_findings const& a, evaluate::question_findings const& b) {
  return a.status == b.status && each(a.instances, b.instances, [](auto const& one, auto const& other) {
           return one.status == other.status && one.binding == other.binding && one.answered_by == other.answered_by;
         });
}

}  // namespace

std::optional<subject> subject_of(check::program const& program, std::uint32_t declaration) {
  for (auto const& one : program.provisions)
    if (one.declaration == declaration) return subject{facts::expected_subject::kind::provision, one.article};
  for (std::uint32_t i = 0; i < program.questions.size(); ++i)
    if (program.questions[i].declaration == declaration) return subject{facts::expected_subject::kind::question, i};
  return std::nullopt;
}

std::vector<subject> differing(check::program const& program, findings const& a, findings const& b) {
  using kind = facts::expected_subject::kind;
  std::vector<subject> found;
  for (std::uint32_t i = 0; i < program.articles.size(); ++i) {
    auto const& versions = program.articles[i].versions;
    bool const is_alike = std::all_of(versions.begin(), versions.end(), [&](check::provision_index version) {
      auto const& one = a.provisions[version];
      auto const& other = b.provisions[version];
      return one.status == other.status &&
             each(one.instances, other.instances, [&](auto const& x, auto const& y) { return alike(a, x, b, y); });
    });
    if (!is_alike) found.push_back({kind::provision, i});
  }
  for (std::uint32_t i = 0; i < program.questions.size(); ++i)
    if (!alike(a.questions[i], b.questions[i])) found.push_back({kind::question, i});
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
