#include "difference_page.hpp"

#include "condition_words.hpp"
#include "label.hpp"
#include "names.hpp"
#include "norm_state.hpp"
#include "passages.hpp"
#include "remarks.hpp"
#include "text.hpp"

#include "engine/evaluate/establishing.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace casus::report {
namespace {

using evaluate::instance;
using facts::truth;

class differ {
 public:
  explicit differ(compared_accounts const& both)
      : both_(both),
        program_(both.after.about.rules.program()),
        named_before_(program_, both.before.about.world.facts()),
        named_after_(program_, both.after.about.world.facts()) {}

  [[nodiscard]] std::vector<changed_entry> changed() const {
    std::vector<changed_entry> all;
    for (check::provision_index provision = 0; provision < program_.provisions.size(); ++provision) {
      auto one = entry(provision);
      if (!one.was.empty() || !one.now.empty()) all.push_back(std::move(one));
    }
    return all;
  }

  [[nodiscard]] std::vector<std::string> questions() const {
    std::vector<std::string> all;
    for (std::size_t q = 0; q < program_.questions.size(); ++q) {
      auto const was = both_.before.about.found.questions[q].status;
      auto const now = both_.after.about.found.questions[q].status;
      if (was == now) continue;
      all.push_back(program_.questions[q].text + " Was: " + std::string{evaluate::words(was)} +
                    "; now: " + std::string{evaluate::words(now)});
    }
    return all;
  }

 private:
  // What is said of an instance: its status, what fails, its norms with their states, and what it establishes.
  using account = std::pair<evaluate::status, std::set<std::string>>;

  [[nodiscard]] static account account_of(told_account const& in, names const& named, check::provision_index provision,
                                          instance const& one) {
    account made{one.status, {}};
    for (auto const index : one.failing) made.second.insert("fails " + std::to_string(index));
    for (auto const index : one.open) made.second.insert("open " + std::to_string(index));
    for (auto const index : one.norms) {
      auto const& norm = in.about.found.norms[index];
      made.second.insert(std::to_string(norm.consequence) + ' ' + named.of(norm.actor) + ' ' +
                         state_words(norm, named, in.about.world.facts()));
    }
    for (auto const& fact : evaluate::established_by(in.about.world, provision, one, in.about.found.date)) {
      auto words = std::to_string(fact.consequence) + " from " + named.of(fact.from) + " until " + named.of(fact.until);
      for (auto const& argument : fact.arguments) words += ' ' + named.of(argument);
      made.second.insert(std::move(words));
    }
    return made;
  }

  [[nodiscard]] static bool is_absent(instance const& one) {
    return one.status == evaluate::status::does_not_apply || one.status == evaluate::status::not_in_force;
  }

  using listed = std::map<evaluate::binding, instance const*>;
  [[nodiscard]] static listed listed_in(told_account const& in, check::provision_index provision) {
    listed all;
    for (auto const& one : in.about.found.provisions[provision].instances)
      if (!is_absent(one)) all[one.binding] = &one;
    return all;
  }

  [[nodiscard]] changed_entry entry(check::provision_index provision) const {
    auto was = listed_in(both_.before, provision);
    auto now = listed_in(both_.after, provision);
    for (auto one = was.begin(); one != was.end();) {
      auto const other = now.find(one->first);
      bool const is_same = other != now.end() && account_of(both_.before, named_before_, provision, *one->second) ==
                                                     account_of(both_.after, named_after_, provision, *other->second);
      if (is_same) now.erase(other);
      one = is_same ? was.erase(one) : std::next(one);
    }
    auto const& version = program_.provisions[provision];
    changed_entry made{.citation = citation(program_, version),
                       .version = version_words(program_, version),
                       .was = passages(both_.before, named_before_, provision, was),
                       .now = passages(both_.after, named_after_, provision, now),
                       .why = {}};
    for (auto const* const side : {&was, &now})
      for (auto const& [binding, one] : *side) explain(provision, binding, made.why);
    return made;
  }

  [[nodiscard]] std::vector<passage> passages(told_account const& in, names const& named,
                                              check::provision_index provision, listed const& of) const {
    std::vector<instance const*> instances;
    for (auto const& [binding, one] : of) instances.push_back(one);
    constexpr std::size_t most_settled = 16;  // instances for which it is worked out what they hang on
    std::size_t settled = 0;
    return passages_of(in.about, named, provision, instances, [&](instance const& one) {
      // What is undetermined now is said to hang on something; what was is not asked about.
      if (one.status != evaluate::status::undetermined) {
        return remarks_on(in.about, named, provision, one, settling::left_out);
      }
      if (&in != &both_.after || ++settled > most_settled) return std::vector<remark>{};
      return remarks_on(in.about, named, provision, one, settling::worked_out);
    });
  }

  // The conditions of the instance that come out otherwise than before, and the events that are new or gone.
  void explain(check::provision_index provision, evaluate::binding const& binding,
               std::vector<std::string>& into) const {
    auto const add = [&](std::string words) {
      if (std::find(into.begin(), into.end(), words) == into.end()) into.push_back(std::move(words));
    };
    bool is_there = true;
    for (auto const& value : binding) {
      if (value.tag != facts::tag::event) continue;
      auto const event = facts::index_of(value);
      bool const was_told = event < both_.before.about.world.facts().events.size();
      auto const was = was_told ? visible(both_.before, event) : truth::no;
      auto const now = visible(both_.after, event);
      is_there = is_there && was_told;
      if (was == now) continue;
      add(named_after_.of_event(event) + (now == truth::yes  ? " took place"
                                          : now == truth::no ? " did not take place"
                                                             : " may have taken place"));
    }
    if (!is_there) return;
    auto const& text = program_.text_of(program_.provisions[provision]);
    std::vector<model::expression_id> conditions;
    if (text.when) {
      auto const* const parts = std::get_if<model::junction>(&program_.rules[*text.when].node);
      bool const is_list = parts != nullptr && parts->op == model::connective::conjunction;
      conditions = is_list ? parts->operands : std::vector{*text.when};
    }
    for (auto const& exception : text.exceptions) conditions.push_back(exception.condition);
    for (auto const& requirement : text.requirements) conditions.push_back(requirement.condition);
    for (auto const condition : conditions) turned(provision, binding, condition, add);
  }

  [[nodiscard]] static truth visible(told_account const& in, std::uint32_t event) {
    return in.about.world.visible(event, {in.on.date, {}, false});
  }

  template <class Add>
  void turned(check::provision_index provision, evaluate::binding const& binding, model::expression_id condition,
              Add const& add) const {
    auto slots = binding;
    slots.resize(program_.provisions[provision].scope.variables.size());
    auto const place_in = [&](told_account const& in) {
      return in.about.world.place_of(provision, binding, in.on.date)
          .value_or(evaluate::world::place{in.on.date, {}, false});
    };
    auto const where = place_in(both_.after);
    auto const was = both_.before.about.world.truth_of(condition, slots, place_in(both_.before));
    auto const now = both_.after.about.world.truth_of(condition, slots, where);
    if (was == now) return;
    add(condition_words(both_.after.about, named_after_,
                        {.condition = condition, .truth = now, .slots = slots, .where = where}) +
        (was == truth::open   ? ", which was open"
         : now == truth::open ? ", which was not"
                              : ""));
  }

  compared_accounts const& both_;
  check::program const& program_;
  names named_before_, named_after_;
};

std::string none(std::string_view words) { return std::string{words} + '\n'; }

}  // namespace

difference_page difference_of(compared_accounts const& both, std::vector<std::string> edits) {
  differ const differences(both);
  return {.head = heading_of(both.before),
          .edits = std::move(edits),
          .changed = differences.changed(),
          .questions = differences.questions()};
}

std::string text(difference_page const& shown, painter const& paint) {
  auto made = text(shown.head, paint);
  for (auto const& edit : shown.edits) made += "  " + paint(tone::strong, "what if") + "  " + edit + '\n';
  auto const side = [&](std::string_view name, std::vector<passage> const& of) {
    if (of.empty()) {
      made += "    " + std::string{name} + "  " +
              none(paint(tone_of(evaluate::status::does_not_apply), evaluate::words(evaluate::status::does_not_apply)));
    }
    for (auto const& one : of) {
      made += "    " + std::string{name} + "  " + paint(tone_of(one.status), evaluate::words(one.status)) + "  ";
      made += one.sentence + (one.state.empty() ? "" : paint(tone::faint, " (" + one.state + ')')) + '\n';
      for (auto const& remark : one.remarks) made += "         " + words(remark) + '\n';
    }
  };
  for (auto const& entry : shown.changed) {
    made += "  " + paint(tone::strong, entry.citation);
    made += (entry.version.empty() ? "" : paint(tone::faint, " [" + entry.version + ']')) + '\n';
    side("was", entry.was);
    side("now", entry.now);
    for (auto const& why : entry.why) made += "         since " + why + '\n';
  }
  for (auto const& question : shown.questions) made += "  " + question + '\n';
  if (shown.changed.empty() && shown.questions.empty()) made += "  nothing changes\n";
  return made;
}

std::string markdown(difference_page const& shown) {
  constexpr auto escaped = escaped_for_markdown;
  auto made = markdown(shown.head, level::scenario);
  for (auto const& edit : shown.edits) made += "- what if: " + escaped(edit) + '\n';
  if (!shown.changed.empty()) made += "\n| provision | was | now | since |\n| --- | --- | --- | --- |\n";
  auto const cell = [&](std::vector<passage> const& of) {
    if (of.empty()) return std::string{evaluate::words(evaluate::status::does_not_apply)};
    std::string text;
    for (auto const& one : of) {
      text += (text.empty() ? "" : "<br>") + std::string{evaluate::words(one.status)} + ": " + escaped(one.sentence);
      if (!one.state.empty()) text += " *(" + escaped(one.state) + ")*";
      for (auto const& remark : one.remarks) text += "<br>" + escaped(words(remark));
    }
    return text;
  };
  for (auto const& entry : shown.changed) {
    std::string why;
    for (auto const& one : entry.why) why += (why.empty() ? "" : "<br>") + escaped(one);
    auto const label = entry.citation + (entry.version.empty() ? "" : ", " + entry.version);
    made += "| " + escaped(label) + " | " + cell(entry.was) + " | " + cell(entry.now) + " | " + why + " |\n";
  }
  if (shown.changed.empty() && shown.questions.empty()) made += "\nNothing changes.\n";
  for (auto const& question : shown.questions) made += "\n- " + escaped(question) + '\n';
  return made;
}

}  // namespace casus::report
