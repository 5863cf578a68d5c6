#include "coverage_files.hpp"

#include "command.hpp"
#include "made_scenarios.hpp"
#include "version.hpp"

#include "engine/report/coverage.hpp"

#include <fmt/format.h>

#include <charconv>

namespace casus::cli {
namespace {

struct ending {
  std::string_view text;
  coverage_form form;
};
constexpr ending endings[] = {{".html", coverage_form::html},
                              {".json", coverage_form::json},
                              {".info", coverage_form::lcov},
                              {".txt", coverage_form::text}};

coverage_form form_of(std::string const& file) {
  for (auto const& one : endings)
    if (file.size() > one.text.size() && file.ends_with(one.text)) return one.form;
  throw usage_error{
      fmt::format("--coverage-to takes a file that ends in .html, .json, .info (lcov) or .txt, not `{}`", file)};
}

double percent_from(std::string_view option, std::string const& text) {
  std::uint32_t value = 0;
  auto const* const end = text.data() + text.size();
  auto const read = std::from_chars(text.data(), end, value);
  constexpr std::uint32_t all = 100;
  if (read.ec == std::errc{} && read.ptr == end && value <= all) return value;
  throw usage_error{fmt::format("{} takes a number from 0 to 100, not `{}`", option, text)};
}

std::size_t tries_from(std::string const& text) {
  std::size_t value = 0;
  auto const* const end = text.data() + text.size();
  auto const read = std::from_chars(text.data(), end, value);
  constexpr std::size_t most = 1'000'000;
  if (read.ec == std::errc{} && read.ptr == end && value <= most) return value;
  throw usage_error{fmt::format("--tries takes a number from 0 to {}, not `{}`", most, text)};
}

std::string in_form(coverage_form form, suite::coverage_sum const& of, source::files const& texts) {
  switch (form) {
    case coverage_form::text: return report::coverage_text(of, texts, report::painter{report::colour::off});
    case coverage_form::json: return report::coverage_json(of, texts, version());
    case coverage_form::lcov: return report::coverage_lcov(of, texts);
    case coverage_form::html: return report::coverage_html(of, texts);
  }
  return {};
}

}  // namespace

wanted_coverage understood(coverage_options const& written) {
  wanted_coverage wanted;
  for (auto const& file : written.files) wanted.files.emplace_back(file, form_of(file));
  if (written.fail_under) wanted.fail_under = percent_from("--fail-under", *written.fail_under);
  if (written.mcdc_fail_under) wanted.mcdc_fail_under = percent_from("--mcdc-fail-under", *written.mcdc_fail_under);
  wanted.mcdc = written.mcdc || wanted.mcdc_fail_under;
  for (auto const& [option, is_written] :
       {std::pair{"--tries", written.tries.has_value()}, std::pair{"--write-to", written.folder.has_value()}})
    if (is_written && !wanted.mcdc)
      throw usage_error{fmt::format("{} is of the search that --mcdc makes: say --mcdc, too", option)};
  if (written.tries) wanted.search.tries = tries_from(*written.tries);
  wanted.search.folder = folder_from(written.folder, wanted.search.tries.value_or(1));
  return wanted;
}

bool write_coverage(wanted_coverage const& wanted, suite::coverage_sum const& of, environment const& around,
                    session::session const& all) {
  bool is_written = true;
  for (auto const& [file, form] : wanted.files) {
    auto const problem = around.files.write(file, in_form(form, of, all.texts()));
    if (!problem) continue;
    around.write_error(fmt::format("casus: cannot write `{}`: {}\n", file, *problem));
    is_written = false;
  }
  return is_written;
}

bool is_covered_enough(wanted_coverage const& wanted, suite::coverage_sum const& of, environment const& around) {
  auto const is_enough = [&](report::goal_count const& sum, std::optional<double> const& least, std::string_view what) {
    if (!least || sum.percent() >= *least) return true;
    around.write_error(fmt::format("casus: {} of the {}, less than {}%\n", report::percent_words(sum), what, *least));
    return false;
  };
  bool const are_seen = is_enough(report::count_goals(of), wanted.fail_under, "rules have been seen");
  return is_enough(report::count_conditions(of), wanted.mcdc_fail_under, "conditions have been shown to decide") &&
         are_seen;
}

}  // namespace casus::cli
