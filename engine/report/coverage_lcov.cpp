#include "coverage.hpp"

#include <fmt/format.h>

#include <map>

namespace casus::report {
namespace {

struct file_lines {
  std::string functions;
  std::string branches;
  std::size_t functions_found = 0, functions_hit = 0, branches_found = 0, branches_hit = 0;
  std::map<std::uint32_t, std::set<std::uint32_t>> lines;  // by number: the scenarios that reached something there
};

void add_branches(suite::coverage_sum const& of, suite::point const& one, std::uint32_t line, std::size_t block,
                  file_lines& into) {
  std::size_t branch = 0;
  auto& hit = into.lines[line];
  for (auto const what : one.goals) {
    auto const& by = of.reached_by(one.where, what);
    hit.insert(by.begin(), by.end());
    into.branches += fmt::format("BRDA:{},{},{},{}\n", line, block, branch++, by.size());
    ++into.branches_found;
    if (!by.empty()) ++into.branches_hit;
  }
}

std::string record(std::string_view name, file_lines const& of) {
  auto text = fmt::format("TN:casus\nSF:{}\n{}FNF:{}\nFNH:{}\n{}BRF:{}\nBRH:{}\n", name, of.functions,
                          of.functions_found, of.functions_hit, of.branches, of.branches_found, of.branches_hit);
  std::size_t hit = 0;
  for (auto const& [line, by] : of.lines) {
    text += fmt::format("DA:{},{}\n", line, by.size());
    if (!by.empty()) ++hit;
  }
  return text + fmt::format("LF:{}\nLH:{}\nend_of_record\n", of.lines.size(), hit);
}

}  // namespace

std::string coverage_lcov(suite::coverage_sum const& of, source::files const& files) {
  std::map<std::string, file_lines> all;
  std::size_t block = 0;
  for (auto const& one : of.points()) {
    auto const& text = files[one.where.file];
    auto& into = all[std::string{text.name()}];
    auto const line = text.position_of(one.where.begin).line;
    if (one.kind == suite::point_kind::provision) {
      // Versions of one id are functions of their own.
      auto const name = fmt::format("{}@{}", one.owner, line);
      auto const hits = of.reached_by(one.where, suite::goal::applies).size();
      into.functions += fmt::format("FN:{0},{1}\nFNDA:{2},{1}\n", line, name, hits);
      ++into.functions_found;
      if (hits > 0) ++into.functions_hit;
    }
    add_branches(of, one, line, block++, into);
  }
  std::string text;
  for (auto const& [name, lines] : all) text += record(name, lines);
  return text;
}

}  // namespace casus::report
