#include "test_run.hpp"
#include "xml_text.hpp"

#include <fmt/format.h>

namespace casus::report {
namespace {

std::string counts(test_totals const& sum) {
  auto const tests = sum.passed + sum.failed + sum.expecting_nothing;
  return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="{}")", tests, sum.failed - sum.not_run,
                     sum.not_run, sum.expecting_nothing);
}

std::string joined(std::vector<std::string> const& lines) {
  std::string text;
  for (auto const& line : lines) text += escaped_for_xml(line) + '\n';
  return text;
}

std::vector<std::string> reasons(tested_scenario const& one) {
  std::vector<std::string> lines;
  for (auto const& each : one.expectations) lines.insert(lines.end(), each.because.begin(), each.because.end());
  return lines;
}

std::string what_became_of(tested_scenario const& one) {
  switch (one.verdict) {
    case test_verdict::passed: return {};
    case test_verdict::not_run:
      return fmt::format("\n      <error message=\"{}\"/>\n    ", escaped_for_xml(why_not_run(one)));
    case test_verdict::expects_nothing: return "\n      <skipped message=\"expects nothing\"/>\n    ";
    case test_verdict::failed: {
      auto const said = failures(one);
      auto const more = said.size() > 1 ? fmt::format(" (and {} more)", said.size() - 1) : std::string{};
      return fmt::format("\n      <failure message=\"{}\">{}</failure>\n    ", escaped_for_xml(said.front() + more),
                         joined(said) + joined(reasons(one)));
    }
  }
  return {};
}

std::string test_case(tested_scenario const& one) {
  auto const inside = what_became_of(one);
  auto const file = escaped_for_xml(one.file);
  auto const name = one.title.empty() ? file : escaped_for_xml(one.title);
  return fmt::format("    <testcase classname=\"{0}\" name=\"{1}\" file=\"{0}\" line=\"{2}\"", file, name, one.line) +
         (inside.empty() ? std::string{"/>\n"} : '>' + inside + "</testcase>\n");
}

}  // namespace

std::string junit(test_run const& run) {
  std::string suites;
  for (std::size_t begin = 0; begin < run.scenarios.size();) {
    test_run of_file;
    auto end = begin;
    for (; end < run.scenarios.size() && run.scenarios[end].file == run.scenarios[begin].file; ++end)
      of_file.scenarios.push_back(run.scenarios[end]);
    suites += fmt::format("  <testsuite name=\"{}\" {}>\n", escaped_for_xml(run.scenarios[begin].file),
                          counts(totals_of(of_file)));
    for (auto const& one : of_file.scenarios) suites += test_case(one);
    suites += "  </testsuite>\n";
    begin = end;
  }
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"casus\" {}>\n{}</testsuites>\n",
                     counts(totals_of(run)), suites);
}

}  // namespace casus::report
