#include "change_words.hpp"

#include "diagnostics.hpp"
#include "label.hpp"
#include "reading.hpp"
#include "settlement_words.hpp"

#include <algorithm>

namespace casus::report {
namespace {

using explain::change;
using explain::open_fact;
using explain::surprise;
using kind = change::kind;
using several = std::vector<facts::value>;

constexpr std::size_t most_values = 6;  // that are listed

class change_writer {
 public:
  change_writer(subject const& about, names const& named)
      : about_(about), named_(named), program_(about.rules.program()), facts_(about.world.facts()) {}

  // `part` has one of the values, if any are given.
  [[nodiscard]] std::string words(change const& one, std::size_t part, several const& values) const {
    if (one.of == kind::addition) return addition(one, part, values);
    return clause(one, values) + " (" + instead_of(one) + ')';
  }

  [[nodiscard]] std::optional<source::span> place(change const& one) const {
    switch (one.of) {
      case kind::field: return facts_.events[one.subject].places[one.field];
      case kind::presence: return facts_.events[one.subject].where;
      case kind::tuple:
      case kind::value: {
        auto const* said = statement(one);
        return said == nullptr ? std::nullopt : std::optional(said->where);
      }
      case kind::addition: break;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] static open_fact fact_of(change const& one) {
    open_fact made;
    made.of = one.of == kind::field      ? open_fact::kind::event_field
              : one.of == kind::presence ? open_fact::kind::event_holds
              : one.of == kind::tuple    ? open_fact::kind::unstated_tuple
                                         : open_fact::kind::fact_value;
    made.subject = one.subject;
    made.field = one.field;
    made.arguments = one.arguments;
    return made;
  }

  [[nodiscard]] std::string clause(change const& one, several const& values) const {
    auto const fact = fact_of(one);
    if (values.size() < 2) return supposed_words(about_, named_, {fact, one.to.front()});
    auto const noun = open_fact_noun(about_, named_, fact);
    if (one.of == kind::field && is_every_other(one, values)) {
      return noun + " is not " + named_.of(facts_.events[one.subject].fields[one.field]);
    }
    return noun + " is " + listed(values);
  }

  // Whether these are all the values that it does not have, of more than two.
  [[nodiscard]] bool is_every_other(change const& one, several const& values) const {
    auto const& event = facts_.events[one.subject];
    auto const& type = program_.event_kinds[event.kind].fields[one.field].type;
    auto const all = about_.world.range_of(type, {about_.found.date, {}, false});
    return event.fields[one.field].is_known() && values.size() > 2 && all.size() == values.size() + 1 &&
           std::find(all.begin(), all.end(), event.fields[one.field]) != all.end();
  }

  [[nodiscard]] std::string listed(several const& values) const {
    std::string text;
    auto const shown = values.size() > most_values + 1 ? most_values : values.size();
    for (std::size_t i = 0; i < shown; ++i) {
      bool const is_last = i + 1 == shown && shown == values.size();
      text += (i == 0 ? "" : is_last ? " or " : ", ") + named_.of(values[i]);
    }
    if (shown < values.size()) text += " or one of " + std::to_string(values.size() - shown) + " more";
    return text;
  }

  // "there is also a request of 12 June 2010 (by: Kyrgyzstan, to: Russia)".
  [[nodiscard]] std::string addition(change const& one, std::size_t part, several const& values) const {
    auto const& of_kind = program_.event_kinds[one.subject];
    std::string said;
    for (std::size_t i = explain::part_fields; i < one.to.size(); ++i) {
      auto const& field = of_kind.fields[i - explain::part_fields];
      auto const value = explain::value_left_out(program_, facts_, one, i);
      if (!one.to[i].is_known() || (value && *value == one.to[i])) continue;
      said += (said.empty() ? "" : ", ") + in_words(field.name) + ": ";
      said += values.size() > 1 && i == part ? listed(values) : named_.of(one.to[i]);
    }
    auto const noun = of_kind.is_act ? "an act `" + of_kind.name + '`' : with_article(in_words(of_kind.name));
    auto const text = "there is also " + noun + " of " + named_.of(one.to[explain::part_date]);
    return said.empty() ? text : text + " (" + said + ')';
  }

  [[nodiscard]] facts::statement const* statement(change const& one) const {
    for (auto const& said : facts_.statements)
      if (said.relation == one.subject && said.arguments == one.arguments) return &said;
    return nullptr;
  }

  [[nodiscard]] std::string instead_of(change const& one) const {
    auto const at = place(one);
    auto const behind = at ? ": " + line_of(about_.files, *at) : "";
    switch (one.of) {
      case kind::field: {
        auto const& event = facts_.events[one.subject];
        auto const origin = event.origins[one.field];
        if (!event.fields[one.field].is_known()) return open_words(origin) + behind;
        auto const now = is_flag(one) ? flag(event.fields[one.field]) : named_.of(event.fields[one.field]);
        return (origin == facts::origin::by_default ? "by default " : "stated: ") + now +
               (origin == facts::origin::by_default || !at ? "" : ", " + line_of(about_.files, *at));
      }
      case kind::presence:
        if (facts_.events[one.subject].holds == facts::truth::open) return "stated to be unknown" + behind;
        return (facts_.events[one.subject].holds == facts::truth::yes ? "stated" : "denied") + behind;
      case kind::tuple: {
        auto const* said = statement(one);
        if (said == nullptr) return "not stated";
        if (said->holds == facts::truth::open) return "stated to be unknown" + behind;
        return (said->holds == facts::truth::yes ? "stated" : "denied") + behind;
      }
      case kind::value: {
        auto const* said = statement(one);
        if (said == nullptr) return "not stated";
        return said->held.is_known() ? "stated: " + named_.of(said->held) + ", " + line_of(about_.files, said->where)
                                     : "stated to be unknown" + behind;
      }
      case kind::addition: break;
    }
    return {};
  }

  [[nodiscard]] bool is_flag(change const& one) const {
    auto const& event = facts_.events[one.subject];
    return program_.event_kinds[event.kind].fields[one.field].type.base == check::base_type::boolean;
  }
  [[nodiscard]] static std::string flag(facts::value value) { return value.payload != 0 ? "it does" : "it does not"; }

  [[nodiscard]] static std::string open_words(facts::origin why) {
    if (why == facts::origin::stated_unknown) return "stated to be unknown";
    return why == facts::origin::left_open_by_account ? "left open by this account" : "not stated";
  }

  subject const& about_;
  names const& named_;
  check::program const& program_;
  facts::base const& facts_;
};

using place_of_part = std::pair<std::size_t, std::size_t>;

// Where two sets about the same facts differ; none where they are about others.
std::optional<std::vector<place_of_part>> differences(explain::changes const& a, explain::changes const& b) {
  if (a.size() != b.size()) return std::nullopt;
  std::vector<place_of_part> found;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!same_fact(a[i], b[i])) return std::nullopt;
    for (std::size_t part = 0; part < a[i].to.size(); ++part)
      if (a[i].to[part] != b[i].to[part]) found.emplace_back(i, part);
  }
  return found;
}

bool joins(change_group& group, explain::changes const& set) {
  auto const differ = differences(group.made, set);
  if (!differ || differ->empty()) return false;
  auto const [change, part] = differ->front();
  auto const value = set[change].to[part];
  bool const is_first = group.several.empty() && group.others == 0;
  bool const is_same_place = !group.several.empty() && group.change == change && group.part == part;
  if (differ->size() == 1 && value.tag != facts::tag::boolean && (is_first || is_same_place)) {
    if (is_first) group.several = {group.made[change].to[part]};
    group.change = change, group.part = part;
    group.several.push_back(value);
    return true;
  }
  bool const is_addition = std::all_of(differ->begin(), differ->end(),
                                       [&](place_of_part const& at) { return set[at.first].of == kind::addition; });
  if (is_addition) ++group.others;
  return is_addition;
}

}  // namespace

grouped_flips grouped(std::vector<explain::changes> const& sets) {
  grouped_flips made;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    auto const joined =
        std::any_of(made.groups.begin(), made.groups.end(), [&](change_group& group) { return joins(group, sets[i]); });
    if (joined) continue;
    made.groups.push_back({.made = sets[i], .change = 0, .part = 0, .several = {}, .others = 0});
    made.first.push_back(i);
  }
  return made;
}

std::string change_words(subject const& about, names const& named, change_group const& group) {
  change_writer const write{about, named};
  std::vector<std::string> clauses;
  for (std::size_t i = 0; i < group.made.size(); ++i) {
    clauses.push_back(write.words(group.made[i], group.part, i == group.change ? group.several : several{}));
  }
  auto const others = group.others == 0 ? "" : ", or in one of " + std::to_string(group.others) + " other ways like it";
  return joined(clauses) + others;
}

std::string change_words(subject const& about, names const& named, explain::change const& one) {
  return change_writer{about, named}.words(one, 0, {});
}

std::optional<source::span> place_of_change(subject const& about, explain::change const& one) {
  names const named{about.rules.program(), about.world.facts()};
  return change_writer{about, named}.place(one);
}

}  // namespace casus::report
