// A sweep over 65,536 combinations of sixteen yes-or-no choices of one shipped case, against the same combinations put
// through the front door one at a time.
#include "engine/cli/run.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <memory>

namespace casus::bench {
namespace {

constexpr char const* case_file = "scenarios/csto/cases/kyrgyzstan-2010.yaml";
constexpr char const* told_file = "scenarios/csto/cases/one-of-many.yaml";
constexpr std::size_t combinations = 65'536;

constexpr char const* varied =
    "Incident.osh,Incident.osh.origin,Incident.osh.conduct,Incident.osh.in_self_defence,Incident.osh.by=gunmen|"
    "uzbekistan,"
    "Incident.osh.against=kyrgyzstan|russia,Incident.osh.soil=kyrgyzstan|russia|kazakhstan|uzbekistan,"
    "attributable_to_a_state(osh),like_armed_violence(osh),Request.to_russia,"
    "Request.to_russia.speaker=interim_government|ousted_head,Request.of_the_ousted_president,"
    "Request.of_the_ousted_president.speaker=interim_government|ousted_head,Request.of_the_ousted_president.to=russia|"
    "absent";

std::size_t run(std::vector<std::string> const& arguments, session::file_system files) {
  std::size_t written = 0;
  cli::environment const around{.files = std::move(files),
                                .read_input = [](std::size_t) { return session::read_result{}; },
                                .write_output = [&](std::string_view text) { written += text.size(); },
                                .write_error = [](std::string_view) {},
                                .today = {},
                                .commit = {}};
  return cli::run(arguments, around) == 0 ? written : 0;
}

void sweep(benchmark::State& state, std::vector<std::string> const& asked) {
  std::vector<std::string> arguments{"sweep", case_file, "--vary", varied};
  arguments.insert(arguments.end(), asked.begin(), asked.end());
  for (auto _ : state) {
    if (run(arguments, session::disk(CASUS_ROOT)) == 0) state.SkipWithError("the case is not as it should be");
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(combinations));
}

void combinations_swept(benchmark::State& state) { sweep(state, {}); }
BENCHMARK(combinations_swept)->Unit(benchmark::kMillisecond);

void combinations_swept_for_one_article(benchmark::State& state) { sweep(state, {"--provision", "CST.4.2"}); }
BENCHMARK(combinations_swept_for_one_article)->Unit(benchmark::kMillisecond);

// The scenario that one combination comes to.
std::string told(std::size_t number) {
  auto const next = [&](std::initializer_list<char const*> values) {
    auto const* const chosen = *(values.begin() + number % values.size());
    number /= values.size();
    return chosen;
  };
  auto const whether = [&] { return next({"true", "false"}); };
  std::string text =
      "scenario: One of many\nrules: ../rules\nbackground: [../history/membership.yaml]\nas_of: 2010-06-15\n"
      "entities: {Group: {gunmen: armed groups}}\nfacts:\n";
  text += fmt::format("  Incident: {{osh: {{holds: {}, origin: {}, ", whether(), next({"external", "internal"}));
  text += fmt::format("conduct: {}, ", next({"armed_violence", "incursion", "cyber_operation", "unrest"}));
  text += fmt::format("in_self_defence: {}, by: {}, ", whether(), next({"gunmen", "uzbekistan"}));
  text += fmt::format("against: {}, ", next({"kyrgyzstan", "russia"}));
  text += fmt::format("soil: {}, date: 2010-06-10}}}}\n", next({"kyrgyzstan", "russia", "kazakhstan", "uzbekistan"}));
  text += fmt::format("  attributable_to_a_state: [{{incident: osh, holds: {}}}]\n", whether());
  text += fmt::format("  like_armed_violence: [{{incident: osh, holds: {}}}]\n", whether());
  text += fmt::format("  Request:\n    to_russia: {{holds: {}, speaker: {}, ", whether(),
                      next({"interim_government", "ousted_head"}));
  text += "by: kyrgyzstan, to: russia, date: 2010-06-12}\n";
  text += fmt::format("    of_the_ousted_president: {{holds: {}, speaker: {}, {}", whether(),
                      next({"interim_government", "ousted_head"}), next({"to: russia, ", ""}));
  return text + "by: kyrgyzstan, date: 2010-06-14}\n  consult: [{by: russia, about: osh, date: 2010-06-14}]\n";
}

void combination_through_the_front_door(benchmark::State& state) {
  auto files = std::make_shared<session::memory>();
  auto const all = session::layered(session::in_memory(files), session::disk(CASUS_ROOT));
  std::size_t number = 0;
  for (auto _ : state) {
    (*files)[told_file] = told(number);
    if (run({"check", told_file}, all) == 0) state.SkipWithError("a combination is not as it should be");
    number = (number + 40'503) % combinations;  // all of them in turn, far apart
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(combination_through_the_front_door)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace casus::bench
