// X3 plumbing shared by the three grammar files: the iterator, the context, the exported rules, and the few builders
// they are made of. Right of `>` stands only what has a name a reader understands: it ends up in messages.
#pragma once
#include "grammar/code_ends.hpp"
#include "grammar/surface.hpp"
#include <boost/spirit/home/x3.hpp>
#include <functional>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace casus::grammar {

namespace x3 = boost::spirit::x3;
using iterator = char const*;

// What stands before every token, hence by hand.
struct skipper_type : x3::parser<skipper_type> {
  using attribute_type = x3::unused_type;
  [[maybe_unused]] static constexpr bool has_attribute = false;

  explicit skipper_type(code_ends& ends) : ends_(&ends) {}

  template <class Context, class RuleContext, class Attribute>
  bool parse(iterator& first, iterator const& last, Context const&, RuleContext&, Attribute&) const {
    if (first == last || !code_ends::is_blank(*first)) return false;
    first = ends_->skip(first);
    return true;
  }

 private:
  code_ends* ends_;
};

// The one thing that is injected into a parse.
struct parse_state {
  code_ends ends;
  int depth = 0;

  // Stamps the range of the text on a node, without the blanks and comments at its end.
  void stamp(surface::node& node, iterator first, iterator last) const {
    node.begin = ends.offset_of(first);
    node.end = ends.before(ends.offset_of(last));
  }
};

struct state_tag;
using context_type =
    x3::context<state_tag, std::reference_wrapper<parse_state>, x3::phrase_parse_context<skipper_type>::type>;

// Stamps its range on every node that a rule produces.
struct located {
  template <class Context>
  void on_success(iterator const& first, iterator const& last, surface::node& node, Context const& context) {
    x3::get<state_tag>(context).get().stamp(node, first, last);
  }
};

struct name_id : located {};
struct any_word_id : located {};
struct provision_id_id : located {};
struct quotation_id : located {};
struct day_id : located {};
struct literal_id : located {};
struct type_id : located {};
struct variable_id : located {};
struct variables_id;
struct binding_id : located {};
struct term_id;
struct actor_id;
struct call_id : located {};
struct condition_id : located {};
struct declaration_id;

using name_type = x3::rule<name_id, surface::name>;
using any_word_type = x3::rule<any_word_id, surface::name>;
using provision_id_type = x3::rule<provision_id_id, surface::name>;
using quotation_type = x3::rule<quotation_id, surface::literal>;
using day_type = x3::rule<day_id, surface::literal>;
using literal_type = x3::rule<literal_id, surface::literal>;
using type_type = x3::rule<type_id, surface::type>;
using variable_type = x3::rule<variable_id, surface::variable>;
using variables_type = x3::rule<variables_id, std::vector<surface::variable>>;
using binding_type = x3::rule<binding_id, surface::binding>;
using term_type = x3::rule<term_id, surface::operand>;
using actor_type = x3::rule<actor_id, surface::operand>;
using call_type = x3::rule<call_id, surface::call>;
using condition_type = x3::rule<condition_id, surface::condition>;
using declaration_type = x3::rule<declaration_id, surface::declaration>;

inline constexpr name_type name = "a name";
inline constexpr any_word_type any_word = "a field name";
inline constexpr provision_id_type provision_id = "the id of a provision";
inline constexpr quotation_type quotation = "a text in quotation marks";
inline constexpr day_type day = "a date";
inline constexpr literal_type literal = "a value";
inline constexpr type_type type = "a type";
inline constexpr variable_type variable = "a variable and its type";
inline constexpr variables_type variables = "a variable and its type";
inline constexpr binding_type binding = "a name and its value";
inline constexpr term_type term = "a term";
inline constexpr actor_type actor = "what follows";
inline constexpr call_type call = "arguments in parentheses";
inline constexpr condition_type condition = "a condition";
inline constexpr declaration_type declaration = "a declaration";

BOOST_SPIRIT_DECLARE(name_type, any_word_type, provision_id_type, quotation_type, day_type, literal_type)
BOOST_SPIRIT_DECLARE(type_type, variable_type, variables_type, binding_type, term_type, actor_type, call_type)
BOOST_SPIRIT_DECLARE(condition_type, declaration_type)

inline auto const word_character = x3::char_("a-zA-Z0-9_");
inline auto const word_end = !word_character;

// A word of the language; its name in messages is its spelling.
struct word_id;
inline auto word(char const* spelling) {
  return x3::rule<word_id, x3::unused_type>{spelling} = x3::lexeme[x3::lit(spelling) >> word_end];
}

// A word whose presence is kept, where its id is `located`.
template <class Id>
auto marked(char const* spelling) {
  return x3::rule<Id, surface::mark>{spelling} = x3::omit[x3::lexeme[x3::lit(spelling) >> word_end]];
}

template <class Value>
struct table : x3::symbols<Value> {
  table(std::initializer_list<std::pair<char const*, Value>> entries) {
    for (auto const& [spelling, value] : entries) this->add(spelling, value);
  }
};

template <class Id, class Value>
auto one_of(char const* what, x3::symbols<Value> const& words) {
  return x3::rule<Id, Value>{what} = x3::lexeme[words >> word_end];
}

template <class Id, class Value>
auto one_sign_of(char const* what, x3::symbols<Value> const& signs) {
  return x3::rule<Id, Value>{what} = signs;
}

}  // namespace casus::grammar
