// The search for scenarios that show the conditions of one declaration to decide, on the slice of the rules that has to
// do with it. Private to this folder.
#pragma once
#include "engine/suite/fact_edits.hpp"
#include "engine/suite/mcdc_search.hpp"
#include "engine/suite/slice.hpp"
#include <memory>

namespace casus::suite {

struct condition_place {
  std::uint32_t declaration = 0;
  model::expression_id condition;
  model::expression_id root;  // the clause that it stands in
};
[[nodiscard]] std::map<source::span, condition_place> condition_places(check::program const& program);

class showing_search {
 public:
  showing_search(check::program const& program, source::files const& files, slice part,
                 std::span<test_case const> cases, std::span<reach const> reaches, mcdc_search_options const& how);

  [[nodiscard]] bool shows(facts::scenario const& told, missing_side const& side) const;
  [[nodiscard]] showing_found find(missing_side const& side, condition_place const& place);

 private:
  // What a case has to do with a condition, the nearest last.
  enum class closeness { none, seen, seen_so, decides_otherwise };
  // One account of a case on one day, by itself.
  struct base {
    closeness close = closeness::none;
    std::uint32_t by = 0;
    facts::scenario told;
  };
  struct changed {
    facts::scenario told;
    std::vector<made_change> changes;
  };

  [[nodiscard]] static closeness closeness_of(reached const& goals, missing_side const& side);
  [[nodiscard]] reached reached_on(facts::scenario const& told) const;
  [[nodiscard]] std::vector<std::uint32_t> near_cases(missing_side const& side) const;
  [[nodiscard]] std::vector<base> bases_of(missing_side const& side) const;
  [[nodiscard]] std::vector<fact_edit> edits_of_base(base const& of, condition_place const& place) const;
  // Nothing where the bound is reached, or no such change shows it.
  [[nodiscard]] std::optional<changed> with_one(base const& of, std::span<fact_edit const> edits,
                                                missing_side const& side, std::size_t most, std::size_t& tried) const;
  [[nodiscard]] std::optional<changed> with_two(base const& of, std::span<fact_edit const> edits,
                                                missing_side const& side, std::size_t most, std::size_t& tried) const;
  [[nodiscard]] bool try_out(changed& one, std::span<fact_edit const* const> edits, missing_side const& side,
                             std::size_t& tried) const;
  [[nodiscard]] showing made_of(base const& of, changed found, missing_side const& side,
                                condition_place const& place) const;
  [[nodiscard]] std::optional<facts::expectation> expected_of(facts::scenario const& told,
                                                              condition_place const& place) const;
  [[nodiscard]] std::optional<facts::expectation> plainest_met(accounts& of) const;

  check::program const& program_;
  source::files const& files_;
  slice part_;
  std::span<test_case const> cases_;
  std::span<reach const> reaches_;
  mcdc_search_options const& how_;
  std::unique_ptr<check::program> as_it_is_;  // the slice
  evaluate::compiled rules_;
  std::set<check::node> owners_;
};

}  // namespace casus::suite
