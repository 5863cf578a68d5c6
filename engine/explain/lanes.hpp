// Puts the findings of one date after the other side by side. Private to this folder.
#pragma once
#include "engine/explain/timeline.hpp"
#include <map>
#include <tuple>

namespace casus::explain {

class lanes {
 public:
  // What was found from a date on: that of the findings, or where the range begins.
  void take(evaluate::world& world, evaluate::findings const& found, std::optional<source::date> from);
  // All of them, their last spans ending on the date.
  [[nodiscard]] std::vector<lane> in_order(std::optional<source::date> end);

 private:
  using key = std::tuple<bool, std::uint32_t, std::optional<evaluate::binding>, std::optional<std::uint32_t>,
                         std::vector<facts::value>>;  // is it a question, subject, binding, consequence, parties
  struct row {
    lane made;
    std::size_t seen = 0;  // in so many-th findings
  };

  row& at(key const& of, lane::kind what, std::optional<source::date> from);
  void take_provision(evaluate::world& world, evaluate::findings const& all, evaluate::provision_findings const& found,
                      std::optional<source::date> from);
  void take_facts(evaluate::world& world, check::provision_index p, evaluate::instance const& one, source::date day,
                  std::optional<source::date> from);
  void take_norm(evaluate::norm const& norm, evaluate::binding const& of, std::optional<source::date> from);
  void take_question(evaluate::question_findings const& found, std::optional<source::date> from);
  // Instances that are not listed, norms and facts that are not there.
  void take_unseen(evaluate::findings const& found, std::optional<source::date> from);

  std::map<key, row> rows_;
  std::vector<std::vector<span>> unlisted_;  // by provision: what an instance is that is not listed
  std::size_t taken_ = 0;
};

}  // namespace casus::explain
