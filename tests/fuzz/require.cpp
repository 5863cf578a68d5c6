#include "require.hpp"

#include "engine/report/diagnostics.hpp"

#include <cstdio>
#include <cstdlib>

namespace casus::fuzz {
namespace {

void require_inside(source::span where, source::files const& files, std::string_view message) {
  require(where.file.index < files.size(), "a diagnostic stands in no file", message);
  bool const is_inside = where.begin <= where.end && where.end <= files[where.file].content().size();
  require(is_inside, "a diagnostic stands outside its file", message);
}

}  // namespace

void require(bool holds, std::string_view what, std::string_view shown) {
  if (holds) return;
  std::fprintf(stderr, "%.*s\n%.*s\n", static_cast<int>(what.size()), what.data(), static_cast<int>(shown.size()),
               shown.data());
  std::abort();
}

void require_presentable(std::vector<source::diagnostic> const& said, source::files const& files) {
  report::painter const plain(report::colour::off);
  for (source::diagnostic const& each : said) {
    require_inside(each.where, files, each.message);
    for (source::note const& note : each.notes) {
      if (note.where) require_inside(*note.where, files, note.message);
    }
    require(!each.message.empty() && each.message.find('\n') == std::string::npos, "a message is not one line",
            each.message);
    std::string const shown = report::diagnostic(each, files, plain);
    require(source::first_malformed_utf8(shown) == std::string_view::npos, "a diagnostic is not UTF-8", shown);
  }
}

}  // namespace casus::fuzz
