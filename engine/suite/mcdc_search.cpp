#include "mcdc_search.hpp"

#include "in_parallel.hpp"
#include "showing_search.hpp"

#include <algorithm>
#include <map>

namespace casus::suite {

std::vector<showing_found> find_showings(check::program const& program, source::files const& files,
                                         std::span<missing_side const> sides, std::span<test_case const> cases,
                                         std::span<reach const> reaches, mcdc_search_options const& how) {
  auto const places = condition_places(program);
  std::map<std::uint32_t, std::vector<std::size_t>> by_declaration;
  for (std::size_t i = 0; i < sides.size(); ++i)
    if (auto const place = places.find(sides[i].condition); place != places.end())
      by_declaration[place->second.declaration].push_back(i);
  std::vector<std::pair<std::uint32_t, std::vector<std::size_t>>> const jobs(by_declaration.begin(),
                                                                             by_declaration.end());
  slicer const slices{program};
  std::vector<showing_found> found(sides.size());
  in_parallel(jobs.size(), how.threads, [&](std::size_t job) {
    if (how.is_over()) return;
    showing_search search{program, files, slices.around(jobs[job].first), cases, reaches, how};
    std::vector<std::size_t> known;
    for (auto const i : jobs[job].second) {
      auto const also = std::find_if(known.begin(), known.end(), [&](std::size_t other) {
        return search.shows(found[other].scenario->alone, sides[i]);
      });
      if (also != known.end()) {
        found[i].also = *also;
        continue;
      }
      found[i] = search.find(sides[i], places.at(sides[i].condition));
      if (found[i].scenario) known.push_back(i);
    }
  });
  return found;
}

}  // namespace casus::suite
