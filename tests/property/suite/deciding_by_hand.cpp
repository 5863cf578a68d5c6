#include "tests/property/suite/deciding_by_hand.hpp"

#include "engine/suite/conditions.hpp"

#include <algorithm>
#include <map>

namespace casus::oracle {
namespace {

using evaluate::world;
using facts::truth;
using model::expression_id;

// One way of coming by decisions.
class finder {
 public:
  enum class nested { always, where_possible };
  finder(world& of, nested how, std::set<turned>& into, deciding& all)
      : world_(of), program_(of.program()), how_(how), found_(into), all_(all) {}

  void provision(check::provision_index p, source::date date) {
    auto const& version = program_.provisions[p];
    auto const& text = program_.text_of(version);
    evaluate::binding slots(version.scope.variables.size());
    if (text.when) bind_instance(p, date, slots, 0, {date}, false);
    auto const findings = world_.at(date);
    for (auto const& one : findings.provisions[p].instances) instance(p, one, date);
  }

  void question(check::question_index q, source::date date) {
    auto const& of = program_.questions[q];
    evaluate::binding slots(of.scope.variables.size());
    std::vector<std::uint32_t> all(of.scope.parameters);
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    auto const& arises = program_.text_of(of).arises;
    each_binding(all, 0, arises, {of.scope, slots, {date}}, [&](spot const& at) { bound_decision(arises, at); });
  }

 private:
  struct spot {
    check::scope const& scope;
    evaluate::binding& slots;
    world::place where;
  };

  [[nodiscard]] bool has_enough() {
    constexpr std::size_t most = 200'000;
    all_.is_cut_off = all_.is_cut_off || all_.evaluations > most;
    return all_.is_cut_off;
  }

  [[nodiscard]] check::type const& type_of(check::scope const& scope, std::uint32_t slot) const {
    return program_.variables[scope.variables[slot]].type;
  }

  template <class Visit>
  void each_binding(std::vector<std::uint32_t> const& of, std::size_t next,
                    std::optional<expression_id> const& decision, spot const& at, Visit const& visit) {
    if (has_enough()) return;
    if (next == of.size()) return visit(at);
    inside_parts(decision, at, {of.begin() + static_cast<std::ptrdiff_t>(next), of.end()});
    for (auto const& value : world_.range_of(type_of(at.scope, of[next]), at.where)) {
      at.slots[of[next]] = value;
      each_binding(of, next + 1, decision, at, visit);
    }
  }

  // A part that does not speak of some variables can be come by before they are bound, and even if nothing is there to
  // be bound.
  void inside_parts(std::optional<expression_id> const& decision, spot const& at,
                    std::vector<std::uint32_t> const& unbound) {
    if (!decision || how_ == nested::where_possible) return;
    for (auto const part : suite::conjuncts_of(program_.rules, *decision)) {
      auto const spoken_of = suite::slots_in(program_, part);
      bool const can_be_read = std::none_of(unbound.begin(), unbound.end(), [&](std::uint32_t slot) {
        return std::find(spoken_of.begin(), spoken_of.end(), slot) != spoken_of.end();
      });
      if (can_be_read) inside(part, at);
    }
  }

  // First what the day of judgment hangs on, and events; then, as seen on that day, the others.
  void bind_instance(check::provision_index p, source::date date, evaluate::binding& slots, std::uint32_t next,
                     world::place const& where, bool is_judged) {
    auto const& scope = program_.provisions[p].scope;
    auto const& text = program_.text_of(program_.provisions[p]);
    if (has_enough()) return;
    if (next == scope.parameters && is_judged) return bound_decision(text.when, {scope, slots, where});
    if (next == scope.parameters) {
      auto const there = world_.place_of(p, {slots.begin(), slots.begin() + scope.parameters}, date);
      bool const speaks =
          there && (there->is_unknown || there->date <= date) && world_.in_force(p, *there) != truth::no;
      if (speaks) bind_instance(p, date, slots, 0, *there, true);
      return;
    }
    if (is_early(p, next) == is_judged) return bind_instance(p, date, slots, next + 1, where, is_judged);
    if (is_judged) inside_parts(text.when, {scope, slots, where}, late_from(p, next));
    for (auto const& value : world_.range_of(type_of(scope, next), where)) {
      slots[next] = value;
      bind_instance(p, date, slots, next + 1, where, is_judged);
    }
  }

  [[nodiscard]] bool is_early(check::provision_index p, std::uint32_t slot) const {
    auto const& version = program_.provisions[p];
    auto const& judged_at = program_.text_of(version).judged_at;
    if (!judged_at) return false;
    auto const spoken_of = suite::slots_in(program_, *judged_at);
    return type_of(version.scope, slot).base == check::base_type::event ||
           std::find(spoken_of.begin(), spoken_of.end(), slot) != spoken_of.end();
  }

  [[nodiscard]] std::vector<std::uint32_t> late_from(check::provision_index p, std::uint32_t first) const {
    std::vector<std::uint32_t> found;
    for (auto slot = first; slot < program_.provisions[p].scope.parameters; ++slot)
      if (!is_early(p, slot)) found.push_back(slot);
    return found;
  }

  void instance(check::provision_index p, evaluate::instance const& one, source::date date) {
    auto const& text = program_.text_of(program_.provisions[p]);
    auto const& scope = program_.provisions[p].scope;
    auto slots = one.binding;
    slots.resize(scope.variables.size());
    for (auto const end : suite::ends_of(text)) term(end, {scope, slots, {date}});
    auto const where = world_.place_of(p, one.binding, date);
    if (!where) return;
    spot const at{scope, slots, *where};
    if (!text.when || truth_of(*text.when, at) == truth::yes)
      for (auto const& each : text.exceptions) decision(each.condition, at);
    for (auto const each : suite::terms_of(text)) term(each, at);
    if (one.applies != truth::yes) return;
    for (auto const& each : text.requirements) decision(each.condition, at);
  }

  // A decision under a binding of variables of its own: what stands in it is come by where none of its parts is false.
  void bound_decision(std::optional<expression_id> const& id, spot const& at) {
    if (!id) return;
    turn(*id, at);
    auto const parts = suite::conjuncts_of(program_.rules, *id);
    bool const is_possible =
        std::all_of(parts.begin(), parts.end(), [&](expression_id part) { return truth_of(part, at) != truth::no; });
    if (is_possible || how_ == nested::always) inside(*id, at);
  }

  void decision(expression_id id, spot const& at) {
    turn(id, at);
    inside(id, at);
  }

  // What a condition connects and reads.
  void inside(expression_id id, spot const& at) {
    auto const& node = program_.rules[id].node;
    if (auto const* dated = std::get_if<model::at_date>(&node)) return elsewhere(dated->condition, dated->date, 0, at);
    if (auto const* earlier = std::get_if<model::before_date>(&node))
      return elsewhere(earlier->condition, earlier->date, 1, at);
    if (auto const* of = std::get_if<model::quantifier>(&node)) return quantified(id, *of, at);
    if (!suite::is_connective(node)) return term(id, at);
    for (auto const part : model::children(program_.rules[id])) inside(part, at);
  }

  void elsewhere(expression_id inner, expression_id date, int days_before, spot const& at) {
    term(date, at);
    if (auto const there = day_of(date, days_before, at)) inside(inner, {at.scope, at.slots, {*there}});
  }

  [[nodiscard]] std::optional<source::date> day_of(expression_id date, int days_before, spot const& at) {
    auto const day = world_.value_of(date, at.slots, at.where);
    if (day.tag != facts::tag::date) return std::nullopt;
    return source::date{facts::date_of(day).days - days_before};
  }

  void quantified(expression_id id, model::quantifier const& of, spot const& at) {
    each_binding(program_.bound[id], 0, of.body, at, [&](spot const& inner) {
      bound_decision(of.body, inner);
      auto const parts = of.body ? suite::conjuncts_of(program_.rules, *of.body) : std::vector<expression_id>{};
      bool const is_possible = std::all_of(parts.begin(), parts.end(),
                                           [&](expression_id part) { return truth_of(part, inner) != truth::no; });
      if (of.satisfies && is_possible) decision(*of.satisfies, inner);
    });
  }

  void term(expression_id id, spot const& at) {
    auto const& node = program_.rules[id].node;
    auto const each = [&](std::optional<expression_id> const& body) {
      each_binding(program_.bound[id], 0, body, at, [&](spot const& inner) { bound_decision(body, inner); });
    };
    if (auto const* counted = std::get_if<model::count>(&node)) return each(counted->body);
    if (auto const* selected = std::get_if<model::selection>(&node)) {
      if (selected->after) term(*selected->after, at);
      return each(selected->body);
    }
    if (auto const* of = std::get_if<model::application>(&node)) applied(program_.resolved[id].index, *of, at);
    for (auto const child : model::children(program_.rules[id])) term(child, at);
  }

  void applied(check::relation_index relation, model::application const& of, spot const& at) {
    evaluate::binding arguments;
    for (auto const argument : of.arguments) arguments.push_back(world_.value_of(argument, at.slots, at.where));
    bool const are_values = std::all_of(arguments.begin(), arguments.end(), [](facts::value const& one) {
      return one.is_known() && one.tag != facts::tag::absent;
    });
    if (!are_values) return;
    if (!read_.insert({relation, arguments, at.where.date, at.where.is_unknown, at.where.visible}).second) return;
    for (auto const& definition : program_.relations[relation].definitions) {
      auto slots = arguments;
      slots.resize(definition.scope.variables.size());
      decision(definition.body, {definition.scope, slots, at.where});
    }
  }

  [[nodiscard]] truth truth_of(expression_id id, spot const& at) {
    ++all_.evaluations;
    return world_.truth_of(id, at.slots, at.where);
  }

  // What a decision comes to under the truths of its conditions.
  using truths = std::map<expression_id, truth>;
  [[nodiscard]] truth worked_out(expression_id id, truths const& of) const {
    if (auto const known = of.find(id); known != of.end()) return known->second;
    auto const parts = suite::connected_by(program_.rules, id);
    auto const* junction = std::get_if<model::junction>(&program_.rules[id].node);
    if (junction == nullptr) {
      auto const inner = worked_out(parts.front(), of);
      bool const is_negation = std::holds_alternative<model::negation>(program_.rules[id].node);
      return is_negation ? facts::negate(inner) : inner;
    }
    bool const is_and = junction->op == model::connective::conjunction;
    auto sum = is_and ? truth::yes : truth::no;
    for (auto const part : parts) {
      auto const one = worked_out(part, of);
      sum = is_and ? std::min(sum, one) : std::max(sum, one);
    }
    return sum;
  }

  // Conditions, and whatever else has no part that is read: constants, an `at` of no day.
  void gather(expression_id id, spot const& at, truths& into, std::set<expression_id>& conditions) {
    auto const& node = program_.rules[id].node;
    auto const* dated = std::get_if<model::at_date>(&node);
    auto const* earlier = std::get_if<model::before_date>(&node);
    if (dated != nullptr || earlier != nullptr) {
      // Fails where it does not lead back in time, and is open where nobody can tell whether it does.
      bool const is_answered = truth_of(id, at) != truth::open;
      auto const day = dated != nullptr ? day_of(dated->date, 0, at) : day_of(earlier->date, 1, at);
      auto const inner = dated != nullptr ? dated->condition : earlier->condition;
      if (day && is_answered) return gather(inner, {at.scope, at.slots, {*day}}, into, conditions);
    } else if (suite::is_connective(node) && !std::holds_alternative<model::boolean_literal>(node)) {
      for (auto const part : suite::connected_by(program_.rules, id)) gather(part, at, into, conditions);
      return;
    } else if (!suite::is_connective(node)) {
      conditions.insert(id);
    }
    into[id] = truth_of(id, at);
  }

  void turn(expression_id decision, spot const& at) {
    truths now;
    std::set<expression_id> conditions;
    gather(decision, at, now, conditions);
    auto const whole = worked_out(decision, now);
    if (whole == truth::open) return;
    for (auto const condition : conditions) {
      if (now[condition] == truth::open) continue;
      auto other = now;
      other[condition] = facts::negate(now[condition]);
      if (worked_out(decision, other) == facts::negate(whole))
        found_.insert({program_.rules[condition].where, now[condition] == truth::yes});
    }
  }

  world& world_;
  check::program const& program_;
  nested how_;
  std::set<turned>& found_;
  deciding& all_;
  std::set<std::tuple<check::relation_index, evaluate::binding, source::date, bool, std::vector<std::uint32_t>>> read_;
};

}  // namespace

deciding deciding_by_hand(world& of, source::date date) {
  deciding made;
  for (auto const how : {finder::nested::always, finder::nested::where_possible}) {
    finder one{of, how, how == finder::nested::always ? made.possibly : made.certainly, made};
    auto const& program = of.program();
    for (check::provision_index p = 0; p < program.provisions.size(); ++p) one.provision(p, date);
    for (check::question_index q = 0; q < program.questions.size(); ++q) one.question(q, date);
  }
  return made;
}

}  // namespace casus::oracle
