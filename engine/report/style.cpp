#include "style.hpp"

#include <algorithm>

namespace casus::report {
namespace {

// Select Graphic Rendition codes of ECMA-48; the sixteen colours that every terminal lets its user choose.
std::string_view code_of(tone how) {
  switch (how) {
    case tone::plain: return "";
    case tone::strong: return "1";
    case tone::faint: return "2";
    case tone::good: return "32";
    case tone::bad: return "1;31";
    case tone::doubtful: return "33";
    case tone::caution: return "1;33";
    case tone::place: return "36";
  }
  return "";
}

}  // namespace

std::string painter::operator()(tone how, std::string_view words) const {
  auto const code = code_of(how);
  if (use_ == colour::off || code.empty() || words.empty()) return std::string{words};
  return "\x1b[" + std::string{code} + 'm' + std::string{words} + "\x1b[0m";
}

tone tone_of(evaluate::status status) {
  switch (status) {
    case evaluate::status::violated: return tone::bad;
    case evaluate::status::satisfied: return tone::good;
    case evaluate::status::applies: return tone::good;
    case evaluate::status::open: return tone::doubtful;
    case evaluate::status::undetermined: return tone::doubtful;
    case evaluate::status::displaced: return tone::plain;
    case evaluate::status::does_not_apply: return tone::faint;
    case evaluate::status::not_in_force: return tone::faint;
  }
  return tone::plain;
}

tone tone_of(evaluate::question_status status) {
  switch (status) {
    case evaluate::question_status::unanswered: return tone::caution;
    case evaluate::question_status::answered: return tone::good;
    case evaluate::question_status::undetermined: return tone::doubtful;
    case evaluate::question_status::does_not_arise: return tone::faint;
  }
  return tone::plain;
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string_view text, std::size_t width) {
  auto const own = width_of(text);
  return std::string{text} + std::string(own < width ? width - own : 0, ' ');
}

std::string indented(std::string_view text) {
  std::string made;
  for (std::size_t from = 0; from < text.size();) {
    auto const to = std::min(text.find('\n', from), text.size());
    if (to > from) made += "    " + std::string{text.substr(from, to - from)};
    made += '\n';
    from = to + 1;
  }
  return made;
}

}  // namespace casus::report
