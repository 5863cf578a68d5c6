// The declarations and their clauses. A provision's clauses are read in any order; `lower` holds them to theirs.
#include "grammar/rules.hpp"
#include "grammar/surface_adapted.hpp"

namespace casus::grammar {
namespace {

using surface::tail_word;

table<tail_word> const bound_words{
    {"from", tail_word::from}, {"until", tail_word::until}, {"through", tail_word::through}};
table<tail_word> const tail_words{{"from", tail_word::from},
                                  {"by", tail_word::by},
                                  {"within", tail_word::within},
                                  {"until", tail_word::until},
                                  {"through", tail_word::through}};
table<surface::event_word> const event_words{{"event", surface::event_word::event}, {"act", surface::event_word::act}};
table<surface::condition_word> const condition_words_{{"when", surface::condition_word::when},
                                                      {"unless", surface::condition_word::unless},
                                                      {"requires", surface::condition_word::requires_}};
table<surface::consequence_word> const consequence_words{{"then", surface::consequence_word::then},
                                                         {"otherwise", surface::consequence_word::otherwise}};
table<surface::norm_word> const norm_words{{"must", surface::norm_word::must}, {"may", surface::norm_word::may}};

}  // namespace

struct bound_id : located {};
struct period_id : located {};
struct tail_id : located {};
struct field_id : located {};
struct parameter_id : located {};
struct field_value_id : located {};
struct use_file_id : located {};
struct instrument_id : located {};
struct entity_id : located {};
struct individual_id : located {};
struct enumeration_id : located {};
struct event_id : located {};
struct fact_id : located {};
struct define_id : located {};
struct for_each_id : located {};
struct judged_at_id : located {};
struct condition_clause_id : located {};
struct norm_id : located {};
struct consequence_id : located {};
struct overriding_id : located {};
struct provision_rule_id : located {};
struct interpretation_id : located {};
struct answer_id : located {};
struct question_id : located {};

struct optional_sign_id : located {};
struct closed_mark_id : located {};
struct open_mark_id : located {};
struct act_mark_id : located {};
struct together_mark_id : located {};
struct not_mark_id : located {};
struct all_mark_id : located {};

template <class Id, class Attribute>
using rule = x3::rule<Id, Attribute>;

rule<bound_id, surface::period_bound> const bound = "`from`, `until` or `through` and a date";
rule<struct bounds_id, std::vector<surface::period_bound>> const bounds = "`from`, `until` or `through` and a date";
rule<period_id, surface::period> const period = "a period in force";
rule<tail_id, surface::tail> const tail = "from, by, within, until or through";
rule<field_id, surface::field> const field = "a field";
rule<parameter_id, surface::variable> const parameter = "a parameter and its type";
rule<struct parameters_id, std::vector<surface::variable>> const parameters = "parameters in parentheses";
rule<struct some_parameters_id, std::vector<surface::variable>> const some_parameters = "a parameter and its type";
rule<struct variable_parameters_id, std::vector<surface::variable>> const variable_parameters =
    "parameters in parentheses";
rule<struct names_id, std::vector<surface::name>> const names = "a name";
rule<struct values_id, std::vector<surface::name>> const values = "a list of names in braces";
rule<struct shared_id, std::vector<surface::name>> const shared = "`for the same` and a variable";
rule<struct other_shared_id, surface::name> const other_shared = "a variable";
rule<field_value_id, surface::binding> const field_value = "a field and its value";
rule<struct field_values_id, std::vector<surface::binding>> const field_values = "fields in braces";
rule<use_file_id, surface::use_file> const use_file = "use";
rule<instrument_id, surface::instrument> const instrument = "instrument";
rule<entity_id, surface::entity> const entity = "entity";
rule<individual_id, surface::individual> const individual = "individual";
rule<enumeration_id, surface::enumeration> const enumeration = "enum";
rule<event_id, surface::event> const event = "event or act";
rule<fact_id, surface::fact> const fact = "fact";
rule<define_id, surface::define> const define = "define";
rule<for_each_id, surface::for_each> const for_each = "for each";
rule<judged_at_id, surface::judged_at> const judged_at = "judged at";
rule<condition_clause_id, surface::condition_clause> const condition_clause = "when, unless or requires";
rule<norm_id, surface::norm> const norm = "must or may";
rule<consequence_id, surface::consequence> const consequence = "then or otherwise";
rule<overriding_id, surface::overriding> const overriding = "overrides";
rule<struct provision_clause_id, surface::provision_clause> const provision_clause = "a clause";
rule<provision_rule_id, surface::provision> const provision = "provision";
rule<interpretation_id, surface::interpretation> const interpretation = "interpretation";
rule<answer_id, surface::answer> const answer = "the id of a provision";
rule<struct answers_id, std::vector<surface::answer>> const answers = "the id of a provision";
rule<question_id, surface::question> const question = "question";

auto const optional_sign = x3::rule<optional_sign_id, surface::mark>{"?"} = x3::omit[x3::lit('?')];
auto const colon = x3::rule<struct colon_id>{"`:` and a type"} = x3::lit(':');
// `closed: Bool` is a field.
auto const closed = marked<closed_mark_id>("closed") >> !x3::lit(':');
auto const open = marked<open_mark_id>("unstated") > word("is") > word("unknown");

auto const type_def = -marked<act_mark_id>("act") >> name;
auto const variable_def = name > colon > type;
auto const variables_def = variable > *(',' > variable);
auto const parameter_def = any_word > colon > type;
auto const some_parameters_def = parameter > *(',' > parameter);
auto const parameters_def = '(' > -((!x3::lit(')')) > some_parameters) > ')';
auto const variable_parameters_def = '(' > -((!x3::lit(')')) > variables) > ')';
auto const names_def = name > *(',' > name);
auto const values_def = '{' > names > '}';
auto const bound_def = one_of<struct bound_word_id>("`from`, `until` or `through`", bound_words) > day;
auto const period_def = word("in") > word("force") > bounds;
auto const bounds_def = bound > *bound;
auto const tail_def = one_of<struct tail_word_id>("from, by, within, until or through", tail_words) > term;

auto const use_file_def = word("use") > quotation;
auto const instrument_def = word("instrument") > name > quotation > -(word("signed") > day) > *period;
auto const field_def = (any_word >> ':') > type > -optional_sign > -('=' > term);
auto const entity_def = word("entity") > name > -(x3::lit(':') > name) > -closed > *field;
auto const field_value_def = any_word > '=' > term;
auto const field_values_def = '{' > field_value > *(',' > field_value) > '}';
auto const individual_def = word("individual") > name > colon > name > -quotation > -field_values;
auto const enumeration_def = word("enum") > name > values;
auto const event_def = one_of<struct event_word_id>("event or act", event_words) > name > quotation > *field;
auto const fact_def = word("fact") > name > parameters > -(x3::lit(':') > type) > quotation > -open;
auto const define_def = word("define") > name > variable_parameters > quotation > word("when") > condition;

auto const for_each_def = word("for") > word("each") > variables;
auto const judged_at_def = word("judged") > word("at") > term;
auto const condition_clause_def =
    one_of<struct condition_word_id>("when, unless or requires", condition_words_) > condition;
auto const norm_def = -marked<together_mark_id>("together") >>
                      one_of<struct norm_word_id>("`must` or `may`", norm_words) > -marked<not_mark_id>("not") > name
                      > call;
auto const consequence_def =
    one_of<struct consequence_word_id>("then or otherwise", consequence_words) > actor > -norm > *tail;
auto const all_of = marked<all_mark_id>("all") > word("of");
// `answered by A.1 for the same p, B.2 for the same q`: after a comma stands a variable or the next provision.
auto const other_shared_def = name >> !(x3::lit('.') | word("for"));
auto const shared_def = word("for") > word("the") > word("same") > name > *(',' >> other_shared);
auto const overriding_def = word("overrides") > -all_of > provision_id > -shared > *tail;
auto const provision_clause_def = period | for_each | judged_at | condition_clause | consequence | overriding;
auto const provision_def = word("provision") > provision_id > quotation > *provision_clause;

auto const interpretation_def = word("interpretation") > name > quotation > values > word("default") > name;
auto const answer_def = provision_id > shared;
auto const answers_def = word("answered") > word("by") > answer > *(',' > answer);
auto const each_variables = word("for") > word("each") > variables;
auto const question_def = word("question") > name > quotation > -each_variables > word("arises") >
                          word("when") > condition > -answers;

auto const declaration_def = provision | define | fact | event | individual | entity | enumeration | instrument |
                             question | interpretation | use_file;

BOOST_SPIRIT_DEFINE(type, variable, variables, bound, bounds, period, tail, field, parameter, parameters)
BOOST_SPIRIT_DEFINE(some_parameters, variable_parameters, names, values, shared, other_shared, field_value,
                    field_values)
BOOST_SPIRIT_DEFINE(use_file, instrument, entity, individual, enumeration, event, fact, define, for_each, judged_at)
BOOST_SPIRIT_DEFINE(condition_clause, norm, consequence, overriding, provision_clause, provision, interpretation)
BOOST_SPIRIT_DEFINE(answer, answers, question, declaration)
BOOST_SPIRIT_INSTANTIATE(type_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(variable_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(variables_type, iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(declaration_type, iterator, context_type)

}  // namespace casus::grammar
