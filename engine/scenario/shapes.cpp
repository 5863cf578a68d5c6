#include "engine/scenario/shapes.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

namespace casus::scenario {
namespace {

bool expect(bool fits, element what, std::string_view takes, problems& said, std::string help) {
  if (fits) return true;
  said.add("wrong-shape", what.where(), fmt::format("{}, and this is {}", takes, words_for(what.form())),
           std::move(help));
  return false;
}

bool looks_like_a_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) == 8;
}

}  // namespace

std::string_view words_for(shape form) {
  switch (form) {
    case shape::nothing: return "empty";
    case shape::plain:
    case shape::quoted: return "a word or text";
    case shape::list: return "a list";
    case shape::mapping: return "a mapping";
  }
  return {};
}

bool expect_mapping(element what, std::string_view takes, problems& said, std::string help) {
  return expect(what.is_mapping(), what, takes, said, std::move(help));
}

bool expect_list(element what, std::string_view takes, problems& said, std::string help) {
  return expect(what.is_list(), what, takes, said, std::move(help));
}

bool expect_scalar(element what, std::string_view takes, problems& said, std::string help) {
  return expect(what.is_scalar(), what, takes, said, std::move(help));
}

std::optional<source::date> read_day(element what, std::string_view called, problems& said) {
  if (!what.is_scalar() && !expect_scalar(what, fmt::format("`{}` takes a date", called), said)) return std::nullopt;
  auto const day = source::parse_date(what.text());
  if (day) return day;
  if (looks_like_a_date(what.text())) {
    said.add("no-such-date", what.where(), fmt::format("there is no day {}", what.text()));
  } else {
    said.add("wrong-value", what.where(), fmt::format("`{}` takes a date, and this is `{}`", called, what.text()),
             "write a date as year, month and day: 2014-06-15");
  }
  return std::nullopt;
}

std::string lacking_sign(std::string const& key) {
  if (key.find(':') != std::string::npos) return "a space belongs behind the colon";
  auto const blank = key.find(' ');
  return blank == std::string::npos ? std::string{} : fmt::format("a colon belongs behind `{}`", key.substr(0, blank));
}

}  // namespace casus::scenario
