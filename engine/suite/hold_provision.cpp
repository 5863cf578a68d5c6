#include "held_block.hpp"
#include "words.hpp"

#include "engine/facts/print.hpp"

#include <algorithm>
#include <set>

namespace casus::suite {
namespace {

using evaluate::status;

// An instance of one of an article's versions.
struct candidate {
  check::provision_index version = 0;
  evaluate::instance const* instance = nullptr;
  std::vector<evaluate::norm> const* norms = nullptr;
};

std::string quoted(std::string_view words) { return '`' + std::string{words} + '`'; }

class article_judge {
 public:
  article_judge(held_block const& in, facts::expected_subject const& expected) : in_(in), expected_(expected) {
    for (auto const version : in.program().articles[expected.index].versions) {
      auto const& [found, norms] = in.provision(version);
      strongest_ = std::min(strongest_, found.status);
      is_in_force_ = is_in_force_ || found.in_force;
      for (auto const& one : found.instances) candidates_.push_back({version, &one, &norms});
    }
    wanted_ = expected.status.empty() ? std::string{evaluate::words(strongest_)} : expected.status;
  }

  [[nodiscard]] std::vector<mismatch> judge() {
    bool const has_bindings = expected_.for_instances || expected_.only_instances;
    if (!has_bindings && evaluate::words(strongest_) != wanted_) {
      say(quoted(wanted_), quoted(evaluate::words(strongest_)), of_status(strongest_));
      return std::move(said_);
    }
    if (expected_.for_instances) match_each(*expected_.for_instances);
    if (expected_.only_instances) {
      match_each(*expected_.only_instances);
      find_others(*expected_.only_instances);
    }
    // What is said of the instances meant is only worth saying where they are there.
    if (said_.empty()) judge_meant();
    return std::move(said_);
  }

 private:
  void say(std::string expected, std::string actual, std::vector<meant_instances> about = {}) {
    said_.push_back({std::move(expected), std::move(actual), std::move(about)});
  }

  [[nodiscard]] static meant_instances listed(candidate const& one) {
    meant_instances made{.version = one.version, .values = {}, .is_listed = true};
    for (std::uint32_t i = 0; i < one.instance->binding.size(); ++i) {
      made.values.push_back({i, one.instance->binding[i]});
    }
    return made;
  }

  // The first instance that has the status, or what there is none of.
  [[nodiscard]] std::vector<meant_instances> of_status(status found) const {
    for (auto const& one : candidates_) {
      if (one.instance->status == found) return {listed(one)};
    }
    return absent({});
  }

  // The first instance listed that has the values, or what there is none of.
  [[nodiscard]] std::vector<meant_instances> with(partial_binding const& binding) const {
    for (auto const& one : candidates_) {
      if (fits(one, binding)) return {listed(one)};
    }
    return absent(binding);
  }

  // The versions that have all the variables, with the values expected of them.
  [[nodiscard]] std::vector<meant_instances> absent(partial_binding const& binding) const {
    std::vector<meant_instances> made;
    for (auto const version : in_.program().articles[expected_.index].versions) {
      meant_instances one{.version = version, .values = {}, .is_listed = false};
      auto const& scope = scope_of(version);
      for (std::uint32_t i = 0; i < scope.parameters; ++i) {
        auto const& name = in_.program().variables[scope.variables[i]].name;
        auto const found =
            std::find_if(binding.begin(), binding.end(), [&](auto const& it) { return it.variable == name; });
        if (found != binding.end()) one.values.push_back({i, found->expected});
      }
      if (one.values.size() == binding.size()) made.push_back(std::move(one));
    }
    return made;
  }

  [[nodiscard]] check::scope const& scope_of(check::provision_index version) const {
    return in_.program().provisions[version].scope;
  }
  [[nodiscard]] bool fits(candidate const& one, partial_binding const& binding) const {
    return agrees(in_.program(), scope_of(one.version), one.instance->binding, binding);
  }
  [[nodiscard]] std::string written_of(candidate const& one) const {
    return suite::written(in_.program(), in_.facts(), scope_of(one.version), one.instance->binding);
  }

  // The full binding of a version that an expected binding spells out, if it names every variable.
  [[nodiscard]] std::optional<evaluate::binding> full(check::provision_index version,
                                                      partial_binding const& binding) const {
    auto const& scope = scope_of(version);
    evaluate::binding values;
    for (std::uint32_t i = 0; i < scope.parameters; ++i) {
      auto const& name = in_.program().variables[scope.variables[i]].name;
      auto const found =
          std::find_if(binding.begin(), binding.end(), [&](auto const& one) { return one.variable == name; });
      if (found == binding.end()) return std::nullopt;
      values.push_back(found->expected);
    }
    return values;
  }

  // The strongest status among the instances that agree with a binding, those that are not listed included.
  [[nodiscard]] status strongest_of(partial_binding const& binding) const {
    auto strongest = is_in_force_ ? status::does_not_apply : status::not_in_force;
    bool is_listed = false;
    for (auto const& one : candidates_) {
      if (!fits(one, binding)) continue;
      strongest = is_listed ? std::min(strongest, one.instance->status) : one.instance->status;
      is_listed = true;
    }
    if (is_listed) return strongest;
    std::optional<status> unlisted;
    for (auto const version : in_.program().articles[expected_.index].versions) {
      auto const values = full(version, binding);
      if (!values) return strongest;
      auto const own = in_.world().instance_of(version, *values, in_.date()).status;
      unlisted = unlisted ? std::min(*unlisted, own) : own;
    }
    return unlisted.value_or(strongest);
  }

  // A binding is matched where some instance that agrees with it has the status; one that is not to apply is matched
  // where nothing stronger agrees with it.
  void match_each(std::vector<partial_binding> const& bindings) {
    for (auto const& binding : bindings) {
      bool const is_matched = std::any_of(candidates_.begin(), candidates_.end(), [&](candidate const& one) {
        return evaluate::words(one.instance->status) == wanted_ && fits(one, binding);
      });
      auto const strongest = strongest_of(binding);
      bool const is_absence =
          wanted_ == evaluate::words(status::does_not_apply) || wanted_ == evaluate::words(status::not_in_force);
      if (is_absence ? evaluate::words(strongest) == wanted_ : is_matched) continue;
      say(quoted(wanted_) + " for " + suite::written(in_, binding), quoted(evaluate::words(strongest)), with(binding));
    }
  }

  void find_others(std::vector<partial_binding> const& bindings) {
    for (auto const& one : candidates_) {
      if (evaluate::words(one.instance->status) != wanted_) continue;
      bool const is_meant = std::any_of(bindings.begin(), bindings.end(),
                                        [&](partial_binding const& binding) { return fits(one, binding); });
      if (is_meant) continue;
      say("no other instance " + quoted(wanted_), quoted(wanted_) + " also for " + written_of(one), {listed(one)});
    }
  }

  // The instances that the expectation speaks of: those with the status and, where bindings are given, these.
  [[nodiscard]] std::vector<candidate> meant() const {
    std::vector<candidate> chosen;
    for (auto const& one : candidates_) {
      if (evaluate::words(one.instance->status) != wanted_) continue;
      auto const& bindings = expected_.for_instances ? expected_.for_instances : expected_.only_instances;
      if (!bindings || std::any_of(bindings->begin(), bindings->end(),
                                   [&](partial_binding const& binding) { return fits(one, binding); })) {
        chosen.push_back(one);
      }
    }
    return chosen;
  }

  void judge_meant() {
    auto const chosen = meant();
    if (expected_.duty) judge_duties(chosen, *expected_.duty);
    if (expected_.failing) judge_failing(chosen, *expected_.failing);
    if (expected_.displaced_by) judge_displaced(chosen, *expected_.displaced_by);
  }

  // Whether a state can be that of a norm of this kind: only these are spoken of.
  [[nodiscard]] static bool can_be(model::modality mode, std::string_view state) {
    using evaluate::norm_state;
    auto const is = [&](norm_state one) { return evaluate::words(one) == state; };
    if (is(norm_state::permitted)) return mode == model::modality::may;
    if (is(norm_state::respected) || is(norm_state::lifted)) return mode == model::modality::must_not;
    if (is(norm_state::outstanding) || is(norm_state::fulfilled) || is(norm_state::fulfilled_late)) {
      return mode == model::modality::must;
    }
    if (is(norm_state::breached)) return mode != model::modality::may;
    return true;
  }

  void judge_duties(std::vector<candidate> const& chosen, std::string const& state) {
    std::size_t count = 0;
    for (auto const& one : chosen) {
      for (auto const index : one.instance->norms) {
        auto const& norm = (*one.norms)[index];
        if (!can_be(norm.mode, state)) continue;
        ++count;
        auto const actual = evaluate::words(norm.state);
        if (actual != state) say("duty " + quoted(state) + " for " + written_of(one), quoted(actual));
      }
    }
    if (count == 0) say("duty " + quoted(state), "no duty of which that could be said");
  }

  void judge_failing(std::vector<candidate> const& chosen, std::vector<std::string> const& labels) {
    std::set<std::string> const wanted(labels.begin(), labels.end());
    if (chosen.empty()) say("failing " + list(wanted), "no instance " + quoted(wanted_));
    for (auto const& one : chosen) {
      auto const& text = in_.program().text_of(in_.program().provisions[one.version]);
      std::set<std::string> failing;
      for (auto const index : one.instance->failing) {
        failing.insert(clause_words(in_.program().rules, in_.files(), text.requirements[index].condition));
      }
      if (failing != wanted) say("failing " + list(wanted) + " for " + written_of(one), list(failing));
    }
  }

  void judge_displaced(std::vector<candidate> const& chosen, std::string const& by) {
    if (chosen.empty()) say("displaced by " + quoted(by), "no instance " + quoted(wanted_));
    for (auto const& one : chosen) {
      std::set<std::string> found;
      for (auto const& displacement : one.instance->displaced) found.insert(name_of(one.version, displacement));
      if (found.count(by) == 0) say("displaced by " + quoted(by) + " for " + written_of(one), list(found));
    }
  }

  [[nodiscard]] std::string name_of(check::provision_index version, evaluate::displacement const& by) const {
    if (by.overridden_by) return in_.program().provisions[*by.overridden_by].id;
    auto const& text = in_.program().text_of(in_.program().provisions[version]);
    if (!by.exception) return {};
    return clause_words(in_.program().rules, in_.files(), text.exceptions[*by.exception].condition);
  }

  [[nodiscard]] static std::string list(std::set<std::string> const& labels) {
    std::string text;
    for (auto const& label : labels) text += (text.empty() ? "" : ", ") + quoted(label);
    return text.empty() ? "nothing" : text;
  }

  held_block const& in_;
  facts::expected_subject const& expected_;
  std::vector<candidate> candidates_;
  status strongest_ = status::not_in_force;
  bool is_in_force_ = false;
  std::string wanted_;
  std::vector<mismatch> said_;
};

}  // namespace

std::vector<mismatch> hold_provision(held_block const& in, facts::expected_subject const& expected) {
  return article_judge{in, expected}.judge();
}

}  // namespace casus::suite
