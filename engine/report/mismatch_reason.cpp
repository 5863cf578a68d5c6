#include "mismatch_reason.hpp"

#include "absence_page.hpp"
#include "proof_page.hpp"
#include "reading.hpp"
#include "text.hpp"

#include "engine/explain/proof.hpp"

namespace casus::report {
namespace {

constexpr std::size_t most_near = 100;  // instances that are looked at for the nearest
constexpr std::string_view step_in = "  ";

std::string sign_of(facts::truth met) {
  if (met == facts::truth::open) return std::string{unsettled};
  return std::string{met == facts::truth::yes ? report::met : not_met};
}

// What is found: its conditions, without what they rest on.
std::vector<std::string> of_listed(told_account const& one, suite::meant_instances const& about) {
  evaluate::binding values;
  for (auto const& given : about.values) values.push_back(given.value);
  for (auto const& instance : one.about.found.provisions[about.version].instances) {
    if (instance.binding != values) continue;
    auto const proof = explain::prove(one.about.world, about.version, values, one.about.found.date);
    auto const page = proof_page_of(one, about.version, instance, proof, {.depth = 1, .extent = extent::what_applies});
    auto const status = std::string{evaluate::words(page.conclusion.status)};
    std::vector<std::string> lines{page.conclusion.sentence.empty() ? status
                                                                    : status + ": " + page.conclusion.sentence};
    for (auto const& remark : page.conclusion.remarks) lines.push_back(std::string{step_in} + words(remark));
    for (auto const& line : page.lines) {
      if (!line.of) continue;
      auto text =
          std::string{step_in} + sign_of(line.met) + ' ' + (line.role.empty() ? "" : line.role + ": ") + line.words;
      if (!line.notes.empty()) text += " (" + joined(line.notes) + ')';
      lines.push_back(std::move(text));
    }
    return lines;
  }
  return {};
}

// What is not there: what keeps the nearest from being there; or why there is none that comes near.
struct absence_lines {
  bool has_nearest = false;
  std::vector<std::string> lines;
};
absence_lines of_absent(told_account const& one, suite::meant_instances const& about) {
  absence_findings const found{.provision = about.version,
                               .given = about.values,
                               .listed = {},
                               .near = explain::near_misses(one.about.world, about.version, one.about.found.date,
                                                            most_near, {.values = about.values, .own = one.about.own})};
  auto const entry = absence_entry_of(one, found, 1);
  std::vector<std::string> lines = entry.because;
  for (auto const& group : entry.near) {
    lines.push_back("nearest" + (group.whom.empty() ? "" : ": " + group.whom));
    for (auto const& missing : group.failed) {
      lines.push_back(std::string{step_in} + std::string{not_met} + ' ' + missing.words);
      lines.push_back(std::string{step_in} + "  needed: " + missing.wanted);
    }
  }
  return {!entry.near.empty(), lines};
}

}  // namespace

std::vector<std::string> reason_of(told_account const& one, suite::mismatch const& of) {
  // Of an article with several texts, the first that speaks; else the first that has something to say.
  std::vector<std::string> silent;
  for (auto const& about : of.about) {
    auto found = about.is_listed ? absence_lines{true, of_listed(one, about)} : of_absent(one, about);
    if (found.has_nearest && !found.lines.empty()) return std::move(found.lines);
    if (silent.empty()) silent = std::move(found.lines);
  }
  return silent;
}

}  // namespace casus::report
