#include "grammar/lower_literal.hpp"
#include <charconv>
#include <limits>

namespace casus::grammar {
namespace {

std::int64_t integer_of(lowering& to, std::string_view text, source::span where) {
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) to.report("too-large", where, "`" + std::string(text) + "` is larger than a number can be");
  return value;
}

bool is_date_shaped(std::string_view text) { return text.find_first_not_of("0123456789") == 4 && text[4] == '-'; }

// A number, blanks or comments, a unit.
model::duration_literal duration_of(lowering& to, std::string_view text, source::span where) {
  constexpr std::int64_t largest = std::numeric_limits<std::int32_t>::max();
  std::size_t const unit_begin = text.find_last_not_of("abcdefghijklmnopqrstuvwxyz") + 1;
  std::string_view const number = text.substr(0, text.find_first_not_of("0123456789"));
  char const unit = text[unit_begin];
  std::int64_t const per_unit = unit == 'y' ? 12 : unit == 'w' ? 7 : 1;
  std::int64_t amount = integer_of(to, number, where);
  if (amount > largest / per_unit) {
    to.report("too-large", where, "`" + std::string(number) + "` is more than a length of time can be");
    amount = 0;
  }
  auto const total = static_cast<std::int32_t>(amount * per_unit);
  bool const in_months = unit == 'y' || unit == 'm';
  return {in_months ? source::duration{total, 0} : source::duration{0, total}};
}

}  // namespace

source::date date_of(lowering& to, surface::literal const& literal) {
  std::string_view const text = to.text_of(literal);
  if (auto const day = source::parse_date(text)) return *day;
  bool const is_written_in_full = text.size() == std::string_view("2014-06-15").size();
  if (is_written_in_full) {
    to.report("no-such-date", to.span_of(literal), "there is no day `" + std::string(text) + "` in the calendar");
  } else {
    to.report("no-such-date", to.span_of(literal), "`" + std::string(text) + "` is not written as a date",
              "a date is written year-month-day, with two digits for month and day: `2014-06-15`");
  }
  return {};
}

model::expression_node literal_of(lowering& to, surface::literal const& literal) {
  std::string_view const text = to.text_of(literal);
  if (text.front() == '"') return model::text_literal{to.unquoted(literal)};
  if (text == "true" || text == "false") return model::boolean_literal{text == "true"};
  if (text == "now") return model::today{};
  if (is_date_shaped(text)) return model::date_literal{date_of(to, literal)};
  bool const has_unit = text.back() >= 'a' && text.back() <= 'z';
  if (has_unit) return duration_of(to, text, to.span_of(literal));
  return model::integer_literal{integer_of(to, text, to.span_of(literal))};
}

}  // namespace casus::grammar
