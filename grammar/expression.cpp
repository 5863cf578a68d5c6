// Conditions and terms: a ladder of precedence from a whole clause down to a single word. Each step is
// `operand >> *(operator > operand)`, which never goes back over what it has read.
#include "grammar/linked.hpp"
#include "grammar/nesting.hpp"
#include "grammar/surface_adapted.hpp"

namespace casus::grammar {
namespace {

using surface::link;

table<link> const connectives{{"and", link::conjunction}, {"or", link::disjunction}};
table<link> const datings{{"at", link::at}, {"before", link::before}};
table<link> const comparisons{{"=", link::equal},          {"!=", link::not_equal}, {"<", link::less},
                              {"<=", link::less_or_equal}, {">", link::greater},    {">=", link::greater_or_equal}};
table<link> const memberships{{"in", link::membership}};
table<link> const copulas{{"is", link::status}};
table<link> const sums{{"+", link::plus}, {"-", link::minus}};
table<link> const dots{{".", link::field}};
table<surface::status_word> const status_words{{"given", surface::status_word::given},
                                               {"violated", surface::status_word::violated},
                                               {"breached", surface::status_word::breached}};
table<surface::quantity> const existences{{"some", surface::quantity::some}, {"no", surface::quantity::no}};
table<surface::quantity> const universals{{"every", surface::quantity::every}};
table<surface::choice> const choices{
    {"next", surface::choice::next}, {"first", surface::choice::first}, {"last", surface::choice::last}};
table<surface::extreme_word> const extremes{{"later", surface::extreme_word::later},
                                            {"earlier", surface::extreme_word::earlier}};

constexpr auto enter = [](auto& context) {
  x3::_pass(context) = ++x3::get<state_tag>(context).get().depth <= deepest_nesting;
};
constexpr auto leave = [](auto& context) { --x3::get<state_tag>(context).get().depth; };
// An action in a rule of its own: anywhere else it would switch off the attributes of its neighbours.
auto const open = x3::rule<struct open_id, x3::unused_type>{nesting_bound} = x3::eps[enter];
auto const close = x3::rule<struct close_id, x3::unused_type>{"the end"} = x3::eps[leave];

template <class Id>
using operand_rule = x3::rule<Id, surface::operand>;
template <class Id>
using operation_rule = x3::rule<Id, surface::operation>;

}  // namespace

struct connected_id : located {};
struct dating_id : located {};
struct compared_id : located {};
struct member_id : located {};
struct stated_id : located {};
struct added_id : located {};
struct dotted_id : located {};
struct called_id : located {};
struct negation_id : located {};
struct set_id : located {};
struct status_id : located {};
struct existence_id : located {};
struct universal_id : located {};
struct count_id : located {};
struct selection_id : located {};
struct extreme_id : located {};
struct parenthesis_id : located {};
struct segment_id : located {};

operand_rule<struct junction_id> const junction = "a condition";
operand_rule<struct conjunct_id> const conjunct = "a condition";
operand_rule<struct primary_id> const primary = "a term";
operation_rule<connected_id> const connected = "and or or";
operation_rule<dating_id> const dating = "at or before";
operation_rule<compared_id> const compared = "a comparison";
operation_rule<member_id> const member = "in";
operation_rule<stated_id> const stated = "is";
operation_rule<added_id> const added = "a sum";
operation_rule<dotted_id> const dotted = "a field";
operation_rule<called_id> const called = "arguments in parentheses";
operand_rule<struct range_id> const range = "a kind or a list of values in braces";
x3::rule<negation_id, surface::negation> const negation = "not";
x3::rule<set_id, surface::set> const set = "a list of values in braces";
x3::rule<status_id, surface::status> const status = "`given`, `violated` or `breached`";
x3::rule<struct quantifier_id, surface::quantifier> const quantifier = "some, no or every";
x3::rule<existence_id, surface::quantifier> const existence = "some or no";
x3::rule<universal_id, surface::quantifier> const universal = "every";
x3::rule<struct requirement_id, boost::optional<surface::operand>> const requirement = "satisfies";
x3::rule<count_id, surface::count> const count = "a count";
x3::rule<selection_id, surface::selection> const selection = "next, first or last";
x3::rule<extreme_id, surface::extreme> const extreme = "the later or the earlier of two dates";
x3::rule<parenthesis_id, surface::condition> const parenthesis = "a condition in parentheses";
x3::rule<segment_id, surface::name> const segment = "a field name";
x3::rule<struct terms_id, std::vector<surface::operand>> const terms = "a term";
x3::rule<struct bindings_id, std::vector<surface::binding>> const bindings = "a name and its value";

auto const label = word("as") > quotation;
auto const body = word("where") > junction;
auto const satisfied = word("satisfies") > junction;

auto const condition_def = junction >> -label;
auto const junction_def = linked(conjunct, connected, [](char at) { return at == 'a' || at == 'o'; });
auto const connected_def = one_of<struct connective_word_id>("and or or", connectives) > conjunct;
auto const relation = linked(term, compared | member | stated,
                             [](char at) { return at == 'i' || at == '=' || at == '!' || at == '<' || at == '>'; });
auto const dated = linked(relation, dating, [](char at) { return at == 'a' || at == 'b'; });
auto const conjunct_def = negation | quantifier | dated;
auto const negation_def = word("not") > open > conjunct > close;
auto const requirement_def = satisfied;
// Apart, so that in `every a: A where some b: B satisfies C` it is `every` that takes the `satisfies`.
auto const quantifier_def = existence | universal;
auto const existence_def = one_of<struct existence_word_id>("some or no", existences) > open > variables > -body >
                           close > x3::attr(boost::optional<surface::operand>{});
auto const universal_def =
    one_of<struct universal_word_id>("every", universals) > open > variables > -body > requirement > close;

auto const dating_def = one_of<struct dating_word_id>("at or before", datings) > term;
auto const compared_def = one_sign_of<struct comparison_sign_id>("a comparison", comparisons) > term;
auto const member_def = one_of<struct membership_word_id>("in", memberships) > range;
auto const range_def = set | type;
auto const set_def = '{' > terms > '}';
auto const stated_def = one_of<struct copula_word_id>("is", copulas) > status;
auto const status_def = one_of<struct status_word_id>("`given`, `violated` or `breached`", status_words) > -bindings;
auto const bindings_def = word("for") > binding > *(',' > binding);
auto const binding_def = name > '=' > term;

auto const term_def = linked(actor, added, [](char at) { return at == '+' || at == '-'; });
auto const added_def = one_sign_of<struct sum_sign_id>("a sum", sums) > actor;
auto const actor_def = linked(primary, dotted | called, [](char at) { return at == '.' || at == '('; });
auto const dotted_def = one_sign_of<struct dot_id>("a field", dots) > segment;
auto const segment_def = x3::omit[x3::lexeme[+word_character]];
auto const called_def = x3::attr(link::call) >> call;
auto const call_def = '(' > open > -((!x3::lit(')')) > terms) > close > ')';
auto const terms_def = term > *(',' > term);

auto const primary_def = name | literal | parenthesis | count | selection | extreme;
auto const parenthesis_def = '(' > open > condition > close > ')';
auto const count_def = word("count") > '(' > open > variables > -body > close > ')';
auto const selection_def = one_of<struct choice_word_id>("next, first or last", choices) > open > variable >
                           -(word("after") > term) > word("by") > term > -body > close;
auto const extreme_def = word("the") > one_of<struct extreme_word_id>("`later` or `earlier`", extremes) >
                         word("of") > open > term > word("and") > term > close;

BOOST_SPIRIT_DEFINE(condition, junction, connected, conjunct, negation, quantifier, existence, universal, requirement,
                    dating, compared)
BOOST_SPIRIT_DEFINE(member, range, set, stated, status, bindings, binding, term, added, actor, dotted, segment, called)
BOOST_SPIRIT_DEFINE(call, terms, primary, parenthesis, count, selection, extreme)
BOOST_SPIRIT_INSTANTIATE(condition_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(term_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(actor_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(call_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(binding_type, iterator, context_type)

}  // namespace casus::grammar
