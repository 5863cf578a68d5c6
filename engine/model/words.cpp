#include "engine/model/print.hpp"
#include <cassert>

namespace casus::model {

std::string_view word_of(comparison_operator op) {
  switch (op) {
    case comparison_operator::equal: return "=";
    case comparison_operator::not_equal: return "!=";
    case comparison_operator::less: return "<";
    case comparison_operator::less_or_equal: return "<=";
    case comparison_operator::greater: return ">";
    case comparison_operator::greater_or_equal: return ">=";
  }
  assert(false);
  return {};
}

std::string_view word_of(arithmetic_operator op) { return op == arithmetic_operator::plus ? "+" : "-"; }

std::string_view word_of(connective op) { return op == connective::conjunction ? "and" : "or"; }

std::string_view word_of(quantity kind) {
  switch (kind) {
    case quantity::some: return "some";
    case quantity::no: return "no";
    case quantity::every: return "every";
  }
  assert(false);
  return {};
}

std::string_view word_of(choice kind) {
  switch (kind) {
    case choice::next: return "next";
    case choice::first: return "first";
    case choice::last: return "last";
  }
  assert(false);
  return {};
}

std::string_view word_of(verdict what) { return what == verdict::violated ? "violated" : "breached"; }

std::string_view word_of(extreme which) { return which == extreme::later ? "later" : "earlier"; }

std::string_view word_of(modality mode) {
  switch (mode) {
    case modality::must: return "must";
    case modality::must_not: return "must not";
    case modality::may: return "may";
  }
  assert(false);
  return {};
}

std::string_view word_of(branch on) { return on == branch::then ? "then" : "otherwise"; }

std::string quoted(std::string_view text) {
  std::string written = "\"";
  for (char const letter : text) {
    if (letter == '"' || letter == '\\') written += '\\';
    written += letter;
  }
  return written + '"';
}

std::string print(type_name const& type) {
  return (type.is_act ? "act " : "") + type.base.text + (type.is_optional ? "?" : "");
}

std::string print(std::vector<variable> const& variables) {
  std::string list;
  for (variable const& each : variables) {
    if (!list.empty()) list += ", ";
    list += each.id.text + ": " + print(each.type);
  }
  return list;
}

std::string print(source::duration length) {
  auto const part = [](std::int32_t number, std::string_view unit) {
    return std::to_string(number) + ' ' + std::string(unit) + (number == 1 ? "" : "s");
  };
  bool const whole_years = length.months % 12 == 0;
  std::string const months = whole_years ? part(length.months / 12, "year") : part(length.months, "month");
  if (length.months == 0) return part(length.days, "day");
  return length.days == 0 ? months : months + " + " + part(length.days, "day");
}

}  // namespace casus::model
