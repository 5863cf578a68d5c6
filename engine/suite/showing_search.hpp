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
  // One account of a case on one day, by itself, with what has been changed of it.
  struct base {
    closeness close = closeness::none;
    std::uint32_t by = 0;
    facts::scenario told;
    std::vector<made_change> changes = {};
  };
  // Where a search has got to.
  struct progress {
    std::optional<base> found;
    std::vector<base> nearer;  // than what they were made of
    std::size_t tried = 0;
  };

  [[nodiscard]] static closeness closeness_of(reached const& goals, missing_side const& side);
  [[nodiscard]] reached reached_on(facts::scenario const& told) const;
  [[nodiscard]] bool shows_under_all_rules(base const& of, missing_side const& side) const;
  [[nodiscard]] std::vector<std::uint32_t> near_cases(missing_side const& side) const;
  [[nodiscard]] std::vector<base> bases_of(missing_side const& side) const;
  [[nodiscard]] std::vector<fact_edit> edits_of_base(base const& of, condition_place const& place) const;
  void try_out(base const& of, std::vector<fact_edit const*> const& edits, missing_side const& side,
               progress& so_far) const;
  // With each change, with each two: so many at most, until something is found.
  void with_one(base const& of, std::span<fact_edit const> edits, missing_side const& side, std::size_t most,
                progress& so_far) const;
  void with_two(base const& of, std::span<fact_edit const> edits, missing_side const& side, std::size_t most,
                progress& so_far) const;
  [[nodiscard]] static std::vector<base> nearest_of(std::vector<base> all);
  [[nodiscard]] showing made_of(base found, missing_side const& side, condition_place const& place) const;
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
