#include "mutation_run.hpp"

#include "declaration_run.hpp"
#include "in_parallel.hpp"

namespace casus::suite {

std::string_view words(fate of) {
  switch (of) {
    case fate::killed: return "killed";
    case fate::survived: return "survived";
    case fate::equivalent: return "equivalent";
    case fate::rejected: return "rejected by the checker";
    case fate::not_run: return "not run";
  }
  return {};
}

std::vector<mutant_outcome> run_mutants(check::program const& program, source::files const& files,
                                        std::span<mutant const> mutants, std::span<test_case const> cases,
                                        std::span<reach const> reaches, mutation_options const& how) {
  std::vector<prepared_case> prepared;
  for (auto const& one : cases) prepared.emplace_back(one, how.limits);
  slicer const slices{program};
  std::map<std::uint32_t, std::vector<std::size_t>> by_declaration;
  for (std::size_t i = 0; i < mutants.size(); ++i) by_declaration[mutants[i].declaration].push_back(i);
  std::vector<std::pair<std::uint32_t, std::vector<std::size_t>>> const jobs(by_declaration.begin(),
                                                                             by_declaration.end());
  std::vector<mutant_outcome> outcomes(mutants.size());
  in_parallel(jobs.size(), how.threads, [&](std::size_t job) {
    if (how.is_over()) return;
    mutant_maker maker{program.rules};
    declaration_run run{program, files, slices.around(jobs[job].first), prepared, reaches, how};
    for (auto const i : jobs[job].second)
      if (!how.is_over()) outcomes[i] = run.run(mutants[i], maker);
  });
  return outcomes;
}

}  // namespace casus::suite
