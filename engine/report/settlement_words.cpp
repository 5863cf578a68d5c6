#include "settlement_words.hpp"

#include "diagnostics.hpp"
#include "label.hpp"
#include "reading.hpp"

#include <algorithm>

namespace casus::report {
namespace {

using fact_kind = explain::open_fact::kind;

constexpr std::size_t most_alternatives = 4;  // sets that are listed for each way

class settlement_writer {
 public:
  settlement_writer(subject const& about, names const& named)
      : about_(about), named_(named), program_(about.rules.program()), facts_(about.world.facts()) {}

  // The thing that is open, as a noun: "the origin of the attack `raid`", "whether Georgia is a party to the Treaty".
  [[nodiscard]] std::string noun(explain::open_fact const& fact) const {
    switch (fact.of) {
      case fact_kind::event_field:
      case fact_kind::entity_field:
        return is_flag(fact) ? "whether " + flag_words(field_of(fact).name, owner_of(fact), facts::truth::yes)
                             : field_words(field_of(fact).name) + " of " + owner_of(fact);
      case fact_kind::event_date: return "the date of " + named_.of_event(fact.subject);
      case fact_kind::event_holds: return "whether " + named_.of_event(fact.subject) + " took place";
      case fact_kind::statement: return "whether " + stated(fact, sense::affirmed);
      case fact_kind::unstated_tuple: return "whether " + unstated(fact, sense::affirmed);
      case fact_kind::fact_value: return value_noun(fact);
      case fact_kind::reading: return "the reading of `" + program_.interpretations[fact.subject].id + '`';
    }
    return {};
  }

  // The same supposed to be so or otherwise, as a clause after "if".
  [[nodiscard]] std::string clause(explain::supposed const& what) const {
    auto const& fact = what.fact;
    bool const denies = what.value.tag == facts::tag::boolean && what.value.payload == 0;
    switch (fact.of) {
      case fact_kind::event_holds:
        return named_.of_event(fact.subject) + (denies ? " did not take place" : " took place");
      case fact_kind::statement: return stated(fact, denies ? sense::denied : sense::affirmed);
      case fact_kind::unstated_tuple: return unstated(fact, denies ? sense::denied : sense::affirmed);
      case fact_kind::event_field:
      case fact_kind::entity_field:
        if (is_flag(fact)) {
          return flag_words(field_of(fact).name, owner_of(fact), denies ? facts::truth::no : facts::truth::yes);
        }
        [[fallthrough]];
      case fact_kind::event_date:
      case fact_kind::fact_value: return noun(fact) + " is " + named_.of(what.value);
      case fact_kind::reading: {
        auto const& point = program_.interpretations[fact.subject];
        return '`' + point.id + "` is read as " +
               in_words(program_.enumerations[point.values].values[facts::index_of(what.value)]);
      }
    }
    return {};
  }

  [[nodiscard]] std::string origin_of(explain::open_fact const& fact) const {
    std::string const place = fact.of == fact_kind::unstated_tuple || fact.of == fact_kind::reading
                                  ? ""
                                  : ": " + line_of(about_.files, fact.where);
    switch (fact.why) {
      case facts::origin::left_out: return "not stated" + place;
      case facts::origin::stated_unknown: return "stated to be unknown" + place;
      case facts::origin::left_open_by_account: return "left open by this account" + place;
      case facts::origin::stated:
      case facts::origin::by_default: break;
    }
    return "unknown" + place;
  }

 private:
  // Of a field of an event or an entity.
  [[nodiscard]] check::field const& field_of(explain::open_fact const& fact) const {
    return fact.of == fact_kind::event_field ? program_.event_kinds[facts_.events[fact.subject].kind].fields[fact.field]
                                             : program_.kinds[facts_.entities[fact.subject].kind].fields[fact.field];
  }
  [[nodiscard]] bool is_flag(explain::open_fact const& fact) const {
    return field_of(fact).type.base == check::base_type::boolean;
  }
  [[nodiscard]] std::string owner_of(explain::open_fact const& fact) const {
    return fact.of == fact_kind::event_field ? named_.of_event(fact.subject) : facts_.entities[fact.subject].title;
  }
  [[nodiscard]] std::string stated(explain::open_fact const& fact, sense how) const {
    auto const& statement = facts_.statements[fact.subject];
    return named_.statement_of(statement.relation, statement.arguments, statement.held, how);
  }
  [[nodiscard]] std::string unstated(explain::open_fact const& fact, sense how) const {
    auto text = named_.statement_of(fact.subject, fact.arguments, facts::unknown, how);
    return fact.date ? text + " on " + source::to_english(*fact.date) : text;
  }
  [[nodiscard]] std::string value_noun(explain::open_fact const& fact) const {
    std::vector<std::string> arguments;
    for (auto const& argument : fact.arguments) arguments.push_back(named_.of(argument));
    return field_words(program_.relations[fact.subject].name) + " of " + joined(arguments);
  }

  subject const& about_;
  names const& named_;
  check::program const& program_;
  facts::base const& facts_;
};

// Sets of one fact each about the same fact are said together: "is external or mixed".
std::string alternatives(settlement_writer const& write, names const& named,
                         std::vector<std::vector<explain::supposed>> const& sets) {
  std::vector<std::string> said;
  explain::open_fact const* last = nullptr;
  for (auto const& set : sets) {
    bool const is_value =
        set.size() == 1 && set[0].value.tag != facts::tag::boolean && set[0].fact.of != fact_kind::reading;
    if (is_value && last != nullptr && *last == set[0].fact) {
      said.back() += " or " + named.of(set[0].value);
      continue;
    }
    std::vector<std::string> clauses;
    for (auto const& one : set) clauses.push_back(write.clause(one));
    said.push_back(joined(clauses));
    last = is_value ? &set[0].fact : nullptr;
  }
  std::string text;
  for (std::size_t i = 0; i < said.size() && i < most_alternatives; ++i) text += (i == 0 ? "" : "; or if ") + said[i];
  if (said.size() > most_alternatives)
    text += "; or in " + std::to_string(said.size() - most_alternatives) + " more ways";
  return text;
}

using supposed_sets = std::vector<std::vector<explain::supposed>>;

supposed_sets without(supposed_sets const& sets, supposed_sets const& left_out) {
  supposed_sets kept;
  std::copy_if(sets.begin(), sets.end(), std::back_inserter(kept),
               [&](auto const& one) { return std::find(left_out.begin(), left_out.end(), one) == left_out.end(); });
  return kept;
}

std::string list_of_open(settlement_writer const& write, std::vector<explain::open_fact> const& open) {
  std::vector<std::string> nouns;
  constexpr std::size_t most = 8;
  for (std::size_t i = 0; i < open.size() && i < most; ++i) {
    nouns.push_back(write.noun(open[i]) + " (" + write.origin_of(open[i]) + ')');
  }
  if (open.size() > most) nouns.push_back(std::to_string(open.size() - most) + " more");
  return joined(nouns);
}

}  // namespace

std::string hanging_words(subject const& about, names const& named, std::vector<explain::open_fact> const& open) {
  return "hangs on " + list_of_open(settlement_writer{about, named}, open);
}

std::string open_fact_words(subject const& about, names const& named, explain::open_fact const& fact) {
  settlement_writer const write{about, named};
  return write.noun(fact) + " (" + write.origin_of(fact) + ')';
}

std::string open_fact_noun(subject const& about, names const& named, explain::open_fact const& fact) {
  return settlement_writer{about, named}.noun(fact);
}

std::string supposed_words(subject const& about, names const& named, explain::supposed const& what) {
  return settlement_writer{about, named}.clause(what);
}

std::vector<remark> settlement_words(subject const& about, names const& named, explain::settlement const& found) {
  settlement_writer const write{about, named};
  std::vector<remark> said;
  auto const add = [&](std::string words) { said.push_back({remark::kind::settles, std::move(words)}); };
  if (found.in_every_completion) {
    add(*found.in_every_completion ? "applies in every completion of what is open"
                                   : "does not apply in any completion of what is open");
    return said;
  }
  if (!found.open.empty()) add(hanging_words(about, named, found.open));
  if (!found.applies.empty()) add("applies if " + alternatives(write, named, found.applies));
  auto const others = without(found.not_applies, found.displaced);
  if (!others.empty()) add("does not apply if " + alternatives(write, named, others));
  if (!found.displaced.empty()) add("is displaced if " + alternatives(write, named, found.displaced));
  if (found.applies.empty() && found.not_applies.empty()) {
    bool const is_dated = std::any_of(found.open.begin(), found.open.end(),
                                      [](explain::open_fact const& fact) { return fact.of == fact_kind::event_date; });
    add(is_dated ? "what hangs on a date that is not known is not worked out" : "no three open facts settle it");
  }
  if (!found.every_set_tried) add("so many facts are open that not every set of three was tried");
  return said;
}

}  // namespace casus::report
