// One block of expectations on its date, as its account tells it: what the parts that judge it share. Private to this
// folder.
#pragma once
#include "engine/suite/expectation.hpp"
#include <span>

namespace casus::suite {

class held_block {
 public:
  held_block(accounts::day on, source::files const& files) : day_(on), files_(files) {}

  [[nodiscard]] evaluate::world& world() const { return day_.world(); }
  [[nodiscard]] source::date date() const { return day_.date(); }
  [[nodiscard]] source::files const& files() const { return files_; }
  [[nodiscard]] check::program const& program() const { return world().program(); }
  [[nodiscard]] facts::base const& facts() const { return world().facts(); }

  // What is found: no more is evaluated than is asked for, unless the whole day was before. The norms of a provision
  // are where the indices of its instances point to.
  struct found_provision {
    evaluate::provision_findings const& found;
    std::vector<evaluate::norm> const& norms;
  };
  [[nodiscard]] found_provision provision(check::provision_index version) const;
  [[nodiscard]] evaluate::question_findings question(check::question_index index) const;
  [[nodiscard]] evaluate::findings const& everything() const { return day_.findings(); }

 private:
  accounts::day day_;
  source::files const& files_;
};

using partial_binding = std::vector<facts::binding>;

// Whether a binding has the values expected; variables are looked up by name, since versions place them differently.
[[nodiscard]] bool agrees(check::program const& program, check::scope const& scope,
                          std::span<facts::value const> binding, partial_binding const& expected);
// "ally: russia, victim: kyrgyzstan".
[[nodiscard]] std::string written(held_block const& in, partial_binding const& expected);

// Whatever it speaks of.
[[nodiscard]] std::vector<mismatch> hold_subject(held_block const& in, facts::expected_subject const& expected);
[[nodiscard]] std::vector<mismatch> hold_provision(held_block const& in, facts::expected_subject const& expected);
[[nodiscard]] std::vector<mismatch> hold_question(held_block const& in, facts::expected_subject const& expected);
[[nodiscard]] std::vector<mismatch> hold_relation(held_block const& in, facts::expected_subject const& expected);
[[nodiscard]] std::vector<mismatch> hold_conflicts(held_block const& in,
                                                   std::vector<facts::expected_conflict> const& expected);

}  // namespace casus::suite
