// Facts as stated and established, defines, and the recursion of both.
#include "tests/property/evaluate/oracle.hpp"

#include <algorithm>

namespace casus::oracle {
namespace {

truth of(bool condition) { return condition ? truth::yes : truth::no; }

// Whether a day lies in the interval of a statement: an end that is not known lies after the known one.
truth spans(facts::statement const& said, moment const& when) {
  bool const has_from = said.from.has_value();
  bool const has_until = said.until.has_value();
  if (when.is_unknown) return has_from || has_until ? truth::open : truth::yes;
  source::date const on = when.date;
  bool const from_known = has_from && said.from->is_known();
  bool const until_known = has_until && said.until->is_known();
  if (from_known && on < facts::date_of(*said.from)) return truth::no;
  if (until_known && on >= facts::date_of(*said.until)) return truth::no;
  bool const first_day = from_known && on == facts::date_of(*said.from);
  bool const last_day = until_known && on.days == facts::date_of(*said.until).days - 1;
  if (has_from && !from_known && !last_day) return truth::open;
  if (has_until && !until_known && !first_day) return truth::open;
  return truth::yes;
}

bool is_hidden(facts::statement const& said, evaluate::options const& how) {
  return how.known_by && said.known && *said.known > *how.known_by;
}

}  // namespace

truth evaluator::holds(check::relation_index relation, values const& arguments, moment const& on) {
  return tuple(relation, arguments, on);
}

// True if true of every candidate for what is unknown, false if false of every one.
truth evaluator::over_candidates(check::relation_index relation, values arguments,
                                 std::vector<check::type> const& types, moment const& on) {
  auto const& parameters = rules_.relations[relation].parameters;
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    if (arguments[index] == facts::absent) return truth::no;
    bool const is_entity = parameters[index].base == check::base_type::entity && arguments[index].is_known();
    if (is_entity && within(arguments[index], parameters[index].index) == truth::no) return truth::no;
  }
  auto const unknown = std::find(arguments.begin(), arguments.end(), facts::unknown);
  if (unknown == arguments.end()) return tuple(relation, arguments, on);
  auto const choices = candidates(types[static_cast<std::size_t>(unknown - arguments.begin())]);
  bool some = choices.empty();
  bool every = !choices.empty();
  for (value const& choice : choices) {
    *unknown = choice;
    truth const here = over_candidates(relation, arguments, types, on);
    some = some || here != truth::no;
    every = every && here == truth::yes;
  }
  return every ? truth::yes : some ? truth::open : truth::no;
}

truth evaluator::tuple(check::relation_index relation, values const& arguments, moment const& on) {
  check::relation const& meant = rules_.relations[relation];
  truth of_kind = truth::yes;
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    if (meant.parameters[index].base != check::base_type::entity) continue;
    of_kind = facts::both(of_kind, within(arguments[index], meant.parameters[index].index));
  }
  if (of_kind == truth::no) return truth::no;
  std::uint32_t const node = graph_.node_of_relation(relation);
  if (graph_.is_recursive(node)) {
    std::uint32_t const component = graph_.component(node);
    solve(component, on);
    auto const& table = tables_[{relation, on}];
    auto const found = table.find(arguments);
    return facts::both(of_kind, found == table.end() ? truth::no : found->second);
  }
  std::tuple const key{relation, on, arguments};
  auto const found = known_.find(key);
  if (found != known_.end()) return found->second;
  truth const answer = facts::both(of_kind, work_out(relation, arguments, on));
  known_.emplace(key, answer);
  return answer;
}

truth evaluator::work_out(check::relation_index relation, values const& arguments, moment const& on) {
  check::relation const& meant = rules_.relations[relation];
  if (meant.is_fact) { return facts::either(stated(relation, arguments, on), established(relation, arguments, on)); }
  truth found = truth::no;
  for (check::definition const& each : meant.definitions) {
    values slots = slots_for(each.scope, arguments);
    found = facts::either(found, condition(each.body, slots, on));
  }
  return found;
}

// The least fixed point of what needs itself on one date, by going round until nothing changes.
void evaluator::solve(std::uint32_t component, moment const& on) {
  if (!solved_.insert({component, on}).second) return;
  auto const members = graph_.relations_in(component);
  for (bool changed = true; changed;) {
    changed = false;
    for (check::relation_index const relation : members) {
      for (values const& arguments : tuples(relation)) {
        truth const now = work_out(relation, arguments, on);
        truth& before = tables_[{relation, on}][arguments];
        changed = changed || now != before;
        before = now;
      }
    }
  }
}

// Every tuple that could be asked about.
std::vector<values> evaluator::tuples(check::relation_index relation) const {
  std::vector<values> found{{}};
  for (check::type const& parameter : rules_.relations[relation].parameters) {
    std::vector<value> choices = candidates(parameter);
    if (parameter.base == check::base_type::entity) {
      // One that is not named may be known by its kind or by one around or below it.
      for (std::uint32_t kind = 0; kind < rules_.kinds.size(); ++kind) {
        value const unnamed = facts::unnamed_of(facts::tag::entity, kind);
        bool const is_new = std::find(choices.begin(), choices.end(), unnamed) == choices.end();
        if (is_new && !rules_.kinds[kind].closed && within(unnamed, parameter.index) != truth::no)
          choices.push_back(unnamed);
      }
    }
    std::vector<values> longer;
    for (values const& start : found) {
      for (value const& choice : choices) {
        longer.push_back(start);
        longer.back().push_back(choice);
      }
    }
    found = std::move(longer);
  }
  return found;
}

// The statements of one tuple read together.
truth evaluator::stated(check::relation_index relation, values const& arguments, moment const& on) const {
  truth positive = truth::no, negative = truth::no, doubtful = truth::no;
  bool has_positive = false;
  for (facts::statement const& said : facts_.statements) {
    if (said.relation != relation || said.arguments != arguments || is_hidden(said, how_)) continue;
    truth const here = spans(said, on);
    has_positive = has_positive || said.holds == truth::yes;
    truth& kind = said.holds == truth::yes ? positive : said.holds == truth::no ? negative : doubtful;
    kind = facts::either(kind, here);
  }
  if (positive == truth::yes) return truth::yes;
  if (positive == truth::open || doubtful != truth::no) return truth::open;
  if (negative == truth::yes) return truth::no;
  return of(rules_.relations[relation].open && !has_positive) == truth::yes ? truth::open : truth::no;
}

value evaluator::stated_value(check::relation_index relation, values const& arguments, moment const& on) const {
  for (value const& each : arguments) {
    if (each == facts::absent) return facts::absent;
  }
  for (facts::statement const& said : facts_.statements) {
    if (said.relation != relation || said.arguments != arguments || is_hidden(said, how_) || on.is_unknown) continue;
    if (said.holds == truth::yes && spans(said, on) == truth::yes) return said.held;
  }
  return facts::unknown;
}

truth evaluator::established(check::relation_index relation, values const& arguments, moment const& on) {
  truth found = truth::no;
  for (auto const& [provision, consequence] : rules_.relations[relation].established_by) {
    for (values const& binding : bindings(rules_.provisions[provision].scope)) {
      found = facts::either(found, established_by(provision, consequence, arguments, binding, on));
    }
  }
  return found;
}

}  // namespace casus::oracle
