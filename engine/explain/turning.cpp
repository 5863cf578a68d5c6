#include "turning.hpp"

#include <algorithm>

namespace casus::explain {
namespace {

using evaluate::turn;
using kind = evaluate::turn::kind;

// The facts with one of them as it was the day before its date: an event that has not come about, a fact whose
// beginning or end is a day off.
class facts_without {
 public:
  facts_without(facts::base& of, turn what) : of_(of), what_(what) {
    if (what.of == kind::event) {
      event_ = of.events[what.subject];
      of.events[what.subject].holds = facts::truth::no;
      return;
    }
    auto& said = of.statements[what.subject];
    statement_ = said;
    auto& end = what.of == kind::fact_begins ? said.from : said.until;
    if (end && end->tag == facts::tag::date) ++end->payload;
  }
  ~facts_without() {
    if (event_) of_.events[what_.subject] = *event_;
    if (statement_) of_.statements[what_.subject] = *statement_;
  }
  facts_without(facts_without const&) = delete;
  facts_without& operator=(facts_without const&) = delete;

 private:
  facts::base& of_;
  turn what_;
  std::optional<facts::event> event_;
  std::optional<facts::statement> statement_;
};

bool is_of_facts(turn const& one) {
  return one.of == kind::event || one.of == kind::fact_begins || one.of == kind::fact_ends;
}

// The state of a lane on a day, as the account of its provision has it.
lane_state state_in(evaluate::provision_account const& account, lane const& of) {
  if (of.of == lane::kind::provision) return account.found.status;
  for (auto const& one : account.found.instances) {
    if (one.binding != of.binding) continue;
    if (of.of == lane::kind::instance) return one.status;
    for (auto const n : one.norms) {
      auto const& norm = account.norms[n];
      bool const is_it =
          norm.consequence == of.consequence && norm.actor == of.parties.front() &&
          std::equal(norm.arguments.begin(), norm.arguments.end(), of.parties.begin() + 1, of.parties.end());
      if (is_it) return norm.state;
    }
  }
  if (of.of == lane::kind::norm) return std::monostate{};
  return account.found.in_force ? evaluate::status::does_not_apply : evaluate::status::not_in_force;
}

// The same of a fact that is established.
lane_state fact_in(evaluate::world& world, lane const& of, source::date day) {
  auto const& account = world.account_of(of.subject, {day});
  for (auto const& one : account.found.instances) {
    if (one.binding != of.binding || one.status == evaluate::status::displaced) continue;
    for (auto const& fact : evaluate::established_by(world, of.subject, one, day))
      if (fact.consequence == of.consequence && fact.arguments == of.parties) return evaluate::state_of(fact, one, day);
  }
  return std::monostate{};
}

void read(evaluate::world& world, lane const& of, source::date day) {
  if (of.of == lane::kind::question)
    (void)world.question_of(of.subject, of.binding, day);
  else if (of.of == lane::kind::fact)
    (void)fact_in(world, of, day);
  else
    (void)world.account_of(of.subject, {day});
}

class causes {
 public:
  causes(evaluate::compiled const& rules, facts::base const& facts, evaluate::options const& how)
      : rules_(rules), facts_(facts), how_(how) {}

  void explain(lane const& of, span& one) {
    auto const read = read_on(of, *one.begin);
    std::vector<turn> decisive, dates, facts;
    for (auto const& each : read) {
      if (!is_of_facts(each)) {
        dates.push_back(each);
        continue;
      }
      facts.push_back(each);
      if (would_differ(of, one, each)) decisive.push_back(each);
    }
    one.because = !decisive.empty() ? decisive : of_the_rules(of, one, dates);
    if (one.because.empty()) one.because = facts;  // any of several would have done
  }

 private:
  // What is read of the lane's provision or question on the day and the day before, dated that day.
  [[nodiscard]] std::set<turn> const& read_on(lane const& of, source::date day) {
    auto const [known, is_new] = read_.try_emplace({of.of, of.subject, day});
    if (!is_new) return known->second;
    evaluate::world world(rules_, facts_, how_);
    evaluate::calendar dates;
    evaluate::keep(world, dates);
    if (day > source::first_date) read(world, of, {day.days - 1});
    read(world, of, day);
    return known->second = dates.on(day);
  }

  [[nodiscard]] bool would_differ(lane const& of, span const& one, turn const& without) {
    if (of.of != lane::kind::question && of.of != lane::kind::fact) {
      auto const* const account = account_without(of.subject, *one.begin, without);
      return account == nullptr || state_in(*account, of) != one.state;
    }
    if (worlds_++ >= most_worlds_without) return true;
    facts_without const other(facts_, without);
    evaluate::world world(rules_, facts_, how_);
    if (of.of == lane::kind::fact) return fact_in(world, of, *one.begin) != one.state;
    return lane_state{world.question_of(of.subject, of.binding, *one.begin).status} != one.state;
  }

  // Of a provision on a day without one fact; none where so many were worked out already that no more are. Lanes of
  // one provision follow one another, so that only its own are kept.
  [[nodiscard]] evaluate::provision_account const* account_without(check::provision_index provision, source::date day,
                                                                   turn const& without) {
    if (kept_of_ != provision) accounts_.clear();
    kept_of_ = provision;
    auto const known = accounts_.find({day, without});
    if (known != accounts_.end()) return &known->second;
    if (instances_ >= most_instances_without || worlds_++ >= most_worlds_without) return nullptr;
    facts_without const other(facts_, without);
    evaluate::world world(rules_, facts_, how_);
    auto const& made = accounts_.emplace(std::pair{day, without}, world.account_of(provision, {day})).first->second;
    instances_ += made.found.instances.size();
    return &made;
  }

  // A norm's own dates first; then when its text and its instrument speak; then whatever else the rules date so.
  [[nodiscard]] std::vector<turn> of_the_rules(lane const& of, span const& one, std::vector<turn> const& dates) const {
    auto const chosen = [&](auto const& is_meant) {
      std::vector<turn> some;
      std::copy_if(dates.begin(), dates.end(), std::back_inserter(some), is_meant);
      return some;
    };
    auto const first = chosen([&](turn const& each) { return is_own_date(of, one, each); });
    if (!first.empty()) return first;
    auto const texts = chosen([&](turn const& each) { return is_own_text(of, each); });
    if (!texts.empty()) return texts;
    return chosen([](turn const& each) { return each.of != kind::every_day; });
  }

  [[nodiscard]] bool is_own_date(lane const& of, span const& one, turn const& each) const {
    if (of.of == lane::kind::fact) return each.of == kind::term && is_date_of(rules_.program(), of, each.subject);
    if (!one.norm || each.subject != of.subject || each.part != of.consequence) return false;
    auto const is = [&](facts::value end, int days) {
      return end.tag == facts::tag::date && end.payload + days == one.begin->days;
    };
    return (each.of == kind::norm_begins && is(one.norm->from, 0)) ||
           (each.of == kind::norm_due && is(one.norm->by, 1)) || (each.of == kind::norm_ends && is(one.norm->until, 0));
  }

  [[nodiscard]] bool is_own_text(lane const& of, turn const& each) const {
    if (of.of == lane::kind::question) return false;
    auto const& version = rules_.program().provisions[of.subject];
    return (each.of == kind::version && each.subject == of.subject) ||
           (each.of == kind::instrument && each.subject == version.instrument);
  }

  evaluate::compiled const& rules_;
  facts::base facts_;
  evaluate::options const& how_;
  std::map<std::tuple<lane::kind, std::uint32_t, source::date>, std::set<turn>> read_;
  std::map<std::pair<source::date, turn>, evaluate::provision_account> accounts_;
  std::optional<check::provision_index> kept_of_;
  std::size_t worlds_ = 0;
  std::size_t instances_ = 0;
};

}  // namespace

bool is_date_of(check::program const& program, lane const& of, std::uint32_t expression) {
  if (of.of != lane::kind::fact) return false;
  auto const& text = program.text_of(program.provisions[of.subject]);
  auto const& effect = std::get<model::establishment>(text.consequences[*of.consequence].effect);
  return (effect.from && effect.from->index == expression) || (effect.until && effect.until->date.index == expression);
}

void find_causes(timeline& into, std::vector<std::size_t> const& chosen, evaluate::compiled const& rules,
                 facts::base const& facts, evaluate::options const& how) {
  causes found(rules, facts, how);
  for (auto const index : chosen) {
    auto& of = into.lanes[index];
    for (auto& one : of.spans)
      if (one.begin) found.explain(of, one);
  }
}

}  // namespace casus::explain
