#include "absence.hpp"

#include "conjuncts.hpp"
#include "places.hpp"
#include "refusal.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace casus::explain {
namespace {

using facts::truth;
using place = evaluate::world::place;

// How far a failed conjunct takes an instance from applying. One that holds two variables against each other says who
// is who: with the victim as its own ally, say, an instance is not near.
std::size_t distance(check::program const& program, model::expression_id conjunct) {
  auto const is_variable = [&](model::expression_id id) {
    return program.resolved[id].of == check::resolution::kind::variable &&
           std::holds_alternative<model::reference>(program.rules[id].node);
  };
  auto const* compared = std::get_if<model::comparison>(&program.rules[conjunct].node);
  return compared != nullptr && is_variable(compared->left) && is_variable(compared->right) ? 3 : 1;
}

// When an instance is judged. The date asked about where there is no saying, or nothing yet that says it.
place judged(evaluate::world& world, check::provision_index provision, evaluate::binding const& slots,
             source::date date) {
  auto const& of = world.program().provisions[provision];
  auto const& text = world.program().text_of(of);
  if (text.judged_at) {
    for (auto const slot : slots_in(world.program(), *text.judged_at))
      if (slot < of.scope.parameters && !slots[slot].is_known()) return {date, {}, false};
  }
  return world.place_of(provision, {slots.begin(), slots.begin() + of.scope.parameters}, date)
      .value_or(place{date, {}, false});
}

// Part of an instance: so many variables bound, in the order of the search, and what is known to fail.
struct attempt {
  bool is_background = false;
  bool is_not_in_force = false;  // on the day that is judged
  std::size_t failed = 0;        // by distance
  std::size_t open = 0;
  std::size_t bound = 0;
  std::size_t sequence = 0;
  evaluate::binding slots;

  // Those that can be the scenario's own first, then those that can be in force, then the nearest; of two that are
  // equally near, the one that is further on.
  bool operator<(attempt const& other) const {
    auto const rank = [](attempt const& of) {
      return std::tuple{of.is_background, of.is_not_in_force, of.failed, of.open};
    };
    return std::tuple{rank(*this), other.bound, sequence} < std::tuple{rank(other), bound, other.sequence};
  }
};

class nearest_search {
 public:
  nearest_search(evaluate::world& world, check::provision_index provision, source::date date, absence_search const& how)
      : world_(world),
        program_(world.program()),
        provision_(provision),
        scope_(program_.provisions[provision].scope),
        text_(program_.text_of(program_.provisions[provision])),
        date_(date),
        how_(how) {
    choose_order();
    assign_conjuncts();
    for (std::uint32_t slot = 0; slot < scope_.parameters; ++slot) {
      ranges_.push_back(world_.range_of(type_of(program_, scope_, slot), {date, {}, false}));
    }
    for (auto const& one : how.values) ranges_[one.slot] = {one.value};
  }

  [[nodiscard]] std::vector<std::uint32_t> empty_variables() const {
    std::vector<std::uint32_t> empty;
    for (std::uint32_t slot = 0; slot < ranges_.size(); ++slot)
      if (ranges_[slot].empty()) empty.push_back(slot);
    return empty;
  }

  // Goes on as if there were something, of which nothing is known.
  void suppose_something() {
    for (auto& range : ranges_)
      if (range.empty()) range = {facts::unknown};
  }

  // Best first, so that the first that is complete is the nearest; beyond the bound, straight on from the best so far.
  // Goes on as long as `take` returns true.
  void find(evaluate::function_ref<bool(evaluate::binding const&)> take) {
    std::set<attempt> waiting;
    attempt first;
    first.slots.resize(scope_.variables.size());
    test(first);
    waiting.insert(first);
    while (!waiting.empty()) {
      auto const best = std::move(waiting.extract(waiting.begin()).value());
      if (best.bound == order_.size()) {
        if (!take(best.slots)) return;
        continue;
      }
      if (sequence_ >= how_.tried) waiting.clear();
      for (auto const& value : ranges_[order_[best.bound]]) {
        auto next = best;
        next.slots[order_[best.bound]] = value;
        next.sequence = ++sequence_;
        ++next.bound;
        test(next);
        waiting.insert(std::move(next));
        if (sequence_ >= how_.tried && waiting.size() > 1) waiting.erase(std::prev(waiting.end()));
      }
    }
  }

 private:
  struct due_conjunct {
    model::expression_id id;
    std::vector<std::uint32_t> slots;  // of the provision's variables
  };
  struct finding {
    std::size_t failed = 0;  // by distance
    std::size_t open = 0;
  };
  // A conjunct, the values of its variables, and when it is read.
  using reading = std::tuple<std::uint32_t, evaluate::binding, std::int32_t, bool, std::vector<std::uint32_t>>;

  // What the day of judgment hangs on comes first, since nothing can be read before that is known.
  void choose_order() {
    std::vector<bool> is_early(scope_.parameters, false);
    if (text_.judged_at) {
      for (auto const slot : slots_in(program_, *text_.judged_at))
        if (slot < scope_.parameters) is_early[slot] = true;
      for (std::uint32_t slot = 0; slot < scope_.parameters; ++slot) {
        is_early[slot] = is_early[slot] || type_of(program_, scope_, slot).base == check::base_type::event;
      }
    }
    for (bool const early : {true, false}) {
      for (std::uint32_t slot = 0; slot < scope_.parameters; ++slot)
        if (is_early[slot] == early) order_.push_back(slot);
      if (early) judged_from_ = order_.size();
    }
    due_.resize(order_.size() + 1);
  }

  void assign_conjuncts() {
    if (!text_.when) return;
    for (auto const conjunct : conjuncts_of(program_.rules, *text_.when)) {
      auto level = judged_from_;
      auto slots = slots_in(program_, conjunct);
      slots.erase(std::remove_if(slots.begin(), slots.end(), [&](auto slot) { return slot >= scope_.parameters; }),
                  slots.end());
      for (auto const slot : slots) {
        auto const at = static_cast<std::size_t>(std::find(order_.begin(), order_.end(), slot) - order_.begin());
        level = std::max(level, at + 1);
      }
      due_[level].push_back({conjunct, std::move(slots)});
    }
  }

  void test(attempt& one) {
    one.is_background = how_.own && is_background_alone(one);
    if (one.bound < judged_from_) return;
    auto const where = judged(world_, provision_, one.slots, date_);
    one.is_not_in_force = world_.in_force(provision_, where) == truth::no;
    for (auto const& due : due_[one.bound]) {
      auto const& found = found_of(due, one, where);
      one.open += found.open;
      one.failed += found.failed;
    }
  }

  // Attempts differ in few variables, and what a conjunct comes to hangs on its own and on the day alone.
  [[nodiscard]] finding const& found_of(due_conjunct const& due, attempt& one, place const& where) {
    evaluate::binding values;
    for (auto const slot : due.slots) values.push_back(one.slots[slot]);
    auto const [known, is_new] =
        known_.try_emplace({due.id.index, std::move(values), where.date.days, where.is_unknown, where.visible});
    auto& made = known->second;
    if (!is_new) return made;
    auto const found = world_.truth_of(due.id, one.slots, where);
    if (found == truth::open) made.open = 1;
    if (found != truth::no) return made;
    refusal(world_, [&](model::expression_id part, standpoint const&) {
      made.failed += distance(program_, part);
    }).look_at(due.id, {scope_, one.slots, where});
    return made;
  }

  // Whether events are bound, none of them the scenario's own, and none that could be is to come.
  [[nodiscard]] bool is_background_alone(attempt const& one) const {
    bool const is_complete = std::all_of(
        order_.begin() + static_cast<std::ptrdiff_t>(one.bound), order_.end(),
        [&](std::uint32_t slot) { return type_of(program_, scope_, slot).base != check::base_type::event; });
    return is_complete && is_background(world_.facts(), one.slots, *how_.own);
  }

  evaluate::world& world_;
  check::program const& program_;
  check::provision_index provision_;
  check::scope const& scope_;
  model::provision const& text_;
  source::date date_;
  absence_search const& how_;
  std::vector<std::vector<facts::value>> ranges_;  // by slot
  std::vector<std::uint32_t> order_;               // of binding
  std::size_t judged_from_ = 0;                    // so many bound, the day of judgment is known
  std::vector<std::vector<due_conjunct>> due_;     // by the number of variables bound
  std::map<reading, finding> known_;
  std::size_t sequence_ = 0;
};

absence failures(evaluate::world& world, check::provision_index provision, evaluate::binding slots, source::date date) {
  auto const& of = world.program().provisions[provision];
  auto const& text = world.program().text_of(of);
  absence found;
  found.provision = provision;
  found.has_candidates = true;
  slots.resize(of.scope.variables.size());
  found.nearest.assign(slots.begin(), slots.begin() + of.scope.parameters);
  auto const where = judged(world, provision, slots, date);
  if (text.when) {
    refusal(world, [&](model::expression_id part, standpoint const& at) {
      found.failed.push_back({part, truth::no, places_behind(world, part, at), at.slots});
    }).look(*text.when, {of.scope, slots, where});
    refusal(
        world,
        [&](model::expression_id part, standpoint const& at) {
          found.open.push_back({part, truth::open, places_behind(world, part, at), at.slots});
        },
        truth::open)
        .look(*text.when, {of.scope, slots, where});
  }
  for (auto const& value : found.nearest) {
    if (value.tag != facts::tag::event) continue;
    auto const event = facts::index_of(value);
    if (world.visible(event, {date, {}, false}) == truth::no) found.unseen_events.push_back(event);
  }
  if (text.judged_at && !where.is_unknown && date < where.date && found.unseen_events.empty()) {
    found.failed.push_back(
        {*text.judged_at, truth::no, places_behind(world, *text.judged_at, {of.scope, slots, where}), slots});
  }
  return found;
}

}  // namespace

std::vector<absence> near_misses(evaluate::world& world, check::provision_index provision, source::date date,
                                 std::size_t most, absence_search const& how) {
  nearest_search search(world, provision, date, how);
  auto const empty = search.empty_variables();
  search.suppose_something();
  std::vector<absence> found;
  search.find([&](evaluate::binding const& slots) {
    if (world.in_force(provision, judged(world, provision, slots, date)) == truth::no) return true;
    auto one = failures(world, provision, slots, date);
    one.nothing_for = empty;
    if (!one.failed.empty() || !one.unseen_events.empty() || !empty.empty()) found.push_back(std::move(one));
    return found.size() < most;
  });
  return found;
}

absence why_not(evaluate::world& world, check::provision_index provision, source::date date,
                absence_search const& how) {
  nearest_search search(world, provision, date, how);
  absence found;
  found.provision = provision;
  if (auto const empty = search.empty_variables(); !empty.empty()) {
    found.empty_variable = empty.front();
    return found;
  }
  search.find([&](evaluate::binding const& slots) {
    found = failures(world, provision, slots, date);
    return false;
  });
  return found;
}

}  // namespace casus::explain
