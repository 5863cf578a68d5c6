#include "engine/scenario/outlined_expectations.hpp"

#include "engine/scenario/shapes.hpp"
#include "engine/source/catalogue.hpp"

#include <fmt/format.h>

#include <charconv>

namespace casus::scenario {
namespace {

constexpr std::string_view wanted = "takes a list of codes, or of mappings with `code`, `line` and `file`";

class reader {
 public:
  reader(std::vector<expected_diagnostic>& into, problems& said) : into_(into), said_(said) {}

  void read(element list) {
    if (!expect_list(list, fmt::format("`diagnostics` {}", wanted), said_)) return;
    for (std::size_t i = 0; i < list.size(); ++i) read_one(list.item(i));
  }

 private:
  void read_one(element what) {
    expected_diagnostic one{.code = {}, .file = {}, .line = {}, .where = what.where()};
    if (what.is_mapping()) {
      for (std::size_t i = 0; i < what.size(); ++i) read_key(what.key(i), what.value(i), one);
      if (one.code.empty()) said_.add("missing-field", what.where(), "the diagnostic has no `code`");
    } else if (expect_scalar(what, fmt::format("`diagnostics` {}", wanted), said_)) {
      read_code(what, one);
    }
    if (!one.code.empty()) into_.push_back(std::move(one));
  }

  void read_key(element key, element value, expected_diagnostic& one) {
    std::vector<std::string> const known{"code", "file", "line"};
    if (key.text() == "code") {
      if (expect_scalar(value, "`code` takes the code of a diagnostic", said_)) read_code(value, one);
    } else if (key.text() == "file") {
      if (expect_scalar(value, "`file` takes the name of a file", said_)) one.file = value.text();
    } else if (key.text() == "line") {
      read_line(value, one);
    } else {
      said_.add("unknown-key", key.where(), fmt::format("a diagnostic has no key `{}`", key.text()),
                said_.suggest(key.text(), known));
    }
  }

  void read_code(element what, expected_diagnostic& one) {
    if (source::find_code(what.text()) != nullptr) {
      one.code = what.text();
      return;
    }
    std::vector<std::string> codes;
    for (auto const& entry : source::catalogue()) codes.emplace_back(entry.code);
    said_.add("unknown-name", what.where(), fmt::format("no diagnostic has the code `{}`", what.text()),
              said_.suggest(what.text(), codes));
  }

  void read_line(element what, expected_diagnostic& one) {
    if (!expect_scalar(what, "`line` takes the number of a line", said_)) return;
    std::uint32_t number = 0;
    auto const* const end = what.text().data() + what.text().size();
    auto const read = std::from_chars(what.text().data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end && number > 0) {
      one.line = number;
    } else {
      said_.add("wrong-value", what.where(), fmt::format("`line` takes the number of a line, not `{}`", what.text()));
    }
  }

  std::vector<expected_diagnostic>& into_;
  problems& said_;
};

}  // namespace

std::vector<expected_diagnostic> read_expected_diagnostics(element expect, problems& said) {
  std::vector<expected_diagnostic> all;
  for (std::size_t i = 0; expect.is_list() && i < expect.size(); ++i) {
    auto const block = expect.item(i);
    for (std::size_t j = 0; block.is_mapping() && j < block.size(); ++j) {
      if (block.key(j).text() == "diagnostics") reader{all, said}.read(block.value(j));
    }
  }
  return all;
}

}  // namespace casus::scenario
