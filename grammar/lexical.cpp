// Names and literals. Bytes from 0x80 on are opaque: they stand in texts and comments only, and
// `parse` has checked that they are UTF-8.
#include "grammar/keywords.hpp"
#include "grammar/rules.hpp"
#include <string>

namespace casus::grammar {
namespace {

struct reserved_words : x3::symbols<> {
  reserved_words() {
    auto const add_all = [this](auto const& words) {
      for (std::string_view const each : words) add(std::string(each));
    };
    add_all(declaration_words), add_all(clause_words), add_all(condition_words);
  }
};
reserved_words const reserved;

x3::symbols<> words_of(std::initializer_list<char const*> spellings) {
  x3::symbols<> words;
  for (char const* each : spellings) words.add(each);
  return words;
}
auto const value_words = words_of({"true", "false", "now"});
auto const units = words_of({"year", "years", "month", "months", "week", "weeks", "day", "days"});

auto const digit = x3::char_("0-9");
auto const letter = x3::char_("a-zA-Z_");
auto const plain_name = letter >> *word_character;
auto const free_name = !(reserved >> word_end) >> plain_name;

// Shaped like a date; whether there is such a day is for `lower` to say.
auto const date_shape = x3::repeat(4)[digit] >> '-' >> x3::repeat(1, 2)[digit] >> '-' >> x3::repeat(1, 2)[digit];
auto const date_token = x3::lexeme[date_shape >> word_end];
auto const natural = x3::lexeme[+digit >> word_end];
// `days: Int` after `limit: Int = 3` is the next field.
auto const length_of_time = natural >> x3::lexeme[units >> word_end] >> !x3::lit(':');
auto const integer = x3::lexeme[-x3::lit('-') >> +digit >> word_end];
auto const escaped = '\\' >> x3::char_("\"\\");
auto const closing_quote = x3::rule<struct closing_quote_id>{"closing quotation mark"} = x3::lit('"');
auto const quoted = x3::lexeme[('"' >> *(escaped | ~x3::char_("\"\\\n"))) > closing_quote];

}  // namespace

auto const name_def = x3::omit[x3::lexeme[free_name]];
auto const any_word_def = x3::omit[x3::lexeme[+word_character]];
auto const provision_id_def = x3::omit[x3::lexeme[free_name >> *('.' >> +word_character)]];
auto const quotation_def = x3::omit[quoted];
auto const day_def = x3::omit[date_token];
auto const literal_def = x3::omit[quoted | x3::lexeme[value_words >> word_end] | date_token | length_of_time | integer];

BOOST_SPIRIT_DEFINE(name, any_word, provision_id, quotation, day, literal)
BOOST_SPIRIT_INSTANTIATE(name_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(any_word_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(provision_id_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(quotation_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(day_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(literal_type, iterator, context_type)

}  // namespace casus::grammar
