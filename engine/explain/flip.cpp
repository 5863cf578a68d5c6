#include "flip.hpp"

#include "changeable.hpp"
#include "kinds_ranged_over.hpp"

#include <algorithm>
#include <map>

namespace casus::explain {
namespace {

using facts::truth;
using kind = change::kind;

// Evaluates sets of changes, each once, up to a limit.
class tried_sets {
 public:
  tried_sets(evaluate::world& world, evaluate::compiled const& rules, std::vector<asked_version> const& asked,
             source::date date, std::size_t most)
      : world_(world), rules_(rules), asked_(asked), date_(date), most_(most) {
    std::vector<check::provision_index> provisions;
    for (auto const& version : asked) provisions.push_back(version.provision);
    kinds_ = kinds_ranged_over(rules.program(), provisions);
  }

  // None where no more sets are to be tried.
  [[nodiscard]] std::optional<truth> applies(changes const& made) {
    if (auto const known = known_.find(made); known != known_.end()) return known->second;
    if (known_.size() >= most_) return std::nullopt;
    auto const changed = facts_with(made);
    evaluate::world world(rules_, changed, world_.how());
    truth found = truth::open;  // what cannot be evaluated turns nothing
    try {
      found = strongest(world);
    } catch (evaluate::failure const&) { has_failed_ = true; }
    return known_.emplace(made, found).first->second;
  }

  // What the answer rests on, of which something must change for it to be `target`.
  [[nodiscard]] facts_read_by const& rests_on(changes const& made, truth target) {
    auto const [place, is_new] = read_of_.try_emplace({target, made});
    if (!is_new) return place->second;
    auto const changed = facts_with(made);
    evaluate::world world(rules_, changed, world_.how());
    try {
      auto const proof = target == truth::yes ? prove_none(world, asked_, date_) : proof_of_strongest(world);
      place->second = facts_read(world, proof, world_.facts().events.size());
    } catch (evaluate::failure const&) { place->second.is_partial = true; }
    add_events(place->second.facts);
    return place->second;
  }

  [[nodiscard]] std::size_t number() const { return known_.size(); }
  [[nodiscard]] bool has_failed() const { return has_failed_; }

 private:
  [[nodiscard]] facts::base facts_with(changes const& made) const {
    auto changed = world_.facts();
    for (auto const& one : made) make(changed, one);
    return changed;
  }

  [[nodiscard]] truth strongest(evaluate::world& world) const {
    auto found = truth::no;
    for (auto const& [provision, values] : asked_) {
      for (auto const& one : world.instances_of(provision, values, {date_, {}, false}))
        found = facts::either(found, one.applies);
    }
    return found;
  }

  // For the answer to turn, every instance must; so also this one.
  [[nodiscard]] proof proof_of_strongest(evaluate::world& world) const {
    asked_version const* of = nullptr;
    std::optional<evaluate::world::read_instance> best;
    for (auto const& version : asked_) {
      for (auto& one : world.instances_of(version.provision, version.given, {date_, {}, false})) {
        if (best && one.applies <= best->applies) continue;
        best = std::move(one);
        of = &version;
      }
    }
    return best ? prove(world, of->provision, best->binding, date_) : proof{};
  }

  // Events that there could be: one more of each kind, and those that are said not to have happened, which no proof
  // reads.
  void add_events(std::vector<changeable>& into) const {
    auto const& events = world_.facts().events;
    auto const ranges_over = [&](check::event_kind_index of) {
      return std::find(kinds_.begin(), kinds_.end(), of) != kinds_.end();
    };
    for (std::uint32_t e = 0; e < events.size(); ++e) {
      if (events[e].holds != truth::no || !ranges_over(events[e].kind)) continue;
      into.push_back({{kind::presence, e, 0, {}, {facts::unknown}}, {}});
    }
    for (auto const of : kinds_) into.push_back(one_more(rules_.program(), of, date_));
  }

  evaluate::world& world_;
  evaluate::compiled const& rules_;
  std::vector<asked_version> const& asked_;
  source::date date_;
  std::size_t most_;
  std::vector<check::event_kind_index> kinds_;
  std::map<changes, truth> known_;
  std::map<std::pair<truth, changes>, facts_read_by> read_of_;
  bool has_failed_ = false;
};

class search {
 public:
  search(evaluate::world& world, tried_sets& sets, std::vector<fixed_fact> const& fixed, truth target, flips& into)
      : world_(world), sets_(sets), fixed_(fixed), target_(target), into_(into) {}

  // All sets of one change before those of two, so that a limit cuts off the larger ones.
  void run(std::size_t most) {
    for (std::size_t size = 1; size <= most && !is_over_; ++size) {
      seen_.clear();
      (void)visit({}, size);
    }
    into_.every_set_tried = into_.every_set_tried && !is_over_;
  }

 private:
  // Whether something turns the answer that has all of these changes, or is part of them.
  bool visit(changes const& made, std::size_t size) {
    if (has_known_part(made)) return true;
    auto const [seen, is_new] = seen_.try_emplace(made, false);
    if (!is_new) return seen->second;
    auto const found = sets_.applies(made);
    if (!found) is_over_ = true;
    if (is_over_) return false;
    bool turns = false;
    auto const part = forgotten_part(made);
    if (*found == target_ && is_finished(made)) {
      turns = keep(made);
    } else if (part && (*found != opposite() || sets_.rests_on(made, target_).is_partial)) {
      turns = give_values(made, *part, size);
    } else if (made.size() < size) {
      turns = extend(made, size);
    }
    return seen_[made] = turns;
  }

  [[nodiscard]] truth opposite() const { return facts::negate(target_); }

  // One change more, of what the answer rests on.
  bool extend(changes const& made, std::size_t size) {
    auto const read = sets_.rests_on(made, target_);
    if (read.is_partial) into_.every_fact_read = false;
    bool turns = false;
    for (auto const& one : read.facts) {
      auto const is_it = [&](change const& other) { return same_fact(one.fact, other); };
      if (std::any_of(made.begin(), made.end(), is_it) || is_fixed(one.fact)) continue;
      remember(one);
      auto more = made;
      more.insert(std::upper_bound(more.begin(), more.end(), one.fact, before), one.fact);
      turns = visit(more, size) || turns;
    }
    return turns;
  }

  // By fact, so that a set stays in order whatever values it is given.
  static bool before(change const& a, change const& b) {
    return std::tie(a.of, a.subject, a.field, a.arguments) < std::tie(b.of, b.subject, b.field, b.arguments);
  }

  struct forgotten {
    std::size_t change = 0;
    std::size_t part = 0;
  };

  // The first part of a change that has no value yet and could have one.
  [[nodiscard]] std::optional<forgotten> forgotten_part(changes const& made) const {
    for (std::size_t i = 0; i < made.size(); ++i) {
      for (std::size_t part = 0; part < made[i].to.size(); ++part) {
        if (!made[i].to[part].is_known() && !values_of(made[i], part).empty()) return forgotten{i, part};
      }
    }
    return std::nullopt;
  }

  // What is added has a day, and everything else a value.
  [[nodiscard]] static bool is_finished(changes const& made) {
    return std::all_of(made.begin(), made.end(), [](change const& one) {
      auto const needed = one.of == kind::addition ? part_fields : one.to.size();
      return std::all_of(one.to.begin(), one.to.begin() + static_cast<std::ptrdiff_t>(needed),
                         [](auto const& value) { return value.is_known(); });
    });
  }

  bool give_values(changes const& made, forgotten const& at, std::size_t size) {
    auto const& whole = made[at.change];
    auto const left_out = value_left_out(world_, whole, at.part);
    bool const is_day = whole.of == kind::addition && at.part == part_date;
    bool turns = false;
    for (auto const& value : values_of(whole, at.part)) {
      auto given = made;
      given[at.change].to[at.part] = value;
      turns = visit(given, size) || turns;
      // Any day serves as well as another, and where it is enough to say nothing of a field, nothing is said.
      if (turns && (is_day || (left_out && value == *left_out))) break;
    }
    return turns;
  }

  bool keep(changes made) {
    for (auto& one : made) {
      for (auto part = part_fields; one.of == kind::addition && part < one.to.size(); ++part) {
        if (one.to[part].is_known()) continue;
        if (auto const said = value_left_out(world_, one, part)) one.to[part] = *said;
      }
    }
    if (has_known_part(made)) return true;
    if (sets_.applies(made) != target_ || has_turning_part(made)) return false;
    into_.found.push_back({target_, std::move(made)});
    return true;
  }

  [[nodiscard]] bool has_turning_part(changes const& made) {
    for (std::size_t subset = 0; subset + 1 < (std::size_t{1} << made.size()); ++subset) {
      changes part;
      for (std::size_t i = 0; i < made.size(); ++i)
        if ((subset >> i & 1) != 0) part.push_back(made[i]);
      auto const found = sets_.applies(part);
      if (!found) is_over_ = true;
      if (!found || *found == target_) return true;
    }
    return false;
  }

  [[nodiscard]] bool has_known_part(changes const& made) const {
    return std::any_of(into_.found.begin(), into_.found.end(), [&](flip const& known) {
      return known.to == target_ && std::all_of(known.made.begin(), known.made.end(), [&](change const& one) {
               return std::find(made.begin(), made.end(), one) != made.end();
             });
    });
  }

  [[nodiscard]] bool is_fixed(change const& one) const {
    return std::any_of(fixed_.begin(), fixed_.end(),
                       [&](fixed_fact const& fixed) { return touches(one, fixed, world_.facts()); });
  }

  // Which values it was compared with, wherever it was read.
  void remember(changeable const& one) {
    auto const place =
        std::find_if(read_.begin(), read_.end(), [&](auto const& other) { return other.fact == one.fact; });
    if (place == read_.end()) {
      read_.push_back(one);
      return;
    }
    for (auto const& value : one.compared) {
      if (std::find(place->compared.begin(), place->compared.end(), value) == place->compared.end())
        place->compared.push_back(value);
    }
  }

  [[nodiscard]] std::vector<facts::value> values_of(change const& one, std::size_t part) const {
    auto const place =
        std::find_if(read_.begin(), read_.end(), [&](auto const& other) { return same_fact(other.fact, one); });
    return values_for(world_, *place, part);
  }

  evaluate::world& world_;
  tried_sets& sets_;
  std::vector<fixed_fact> const& fixed_;
  truth target_;
  flips& into_;
  std::vector<changeable> read_;
  std::map<changes, bool> seen_;
  bool is_over_ = false;
};

// The most surprising change of a set counts first, then how many there are.
std::vector<std::size_t> rank(evaluate::world const& world, flip const& of) {
  std::vector<std::size_t> surprises;
  for (auto const& one : of.made) surprises.push_back(static_cast<std::size_t>(surprise_of(world, one)));
  std::sort(surprises.rbegin(), surprises.rend());
  surprises.insert(surprises.begin() + 1, surprises.size());
  surprises.insert(surprises.begin(), of.to == facts::truth::yes ? 0 : 1);
  return surprises;
}

}  // namespace

surprise surprise_of(evaluate::world const& world, change const& one) {
  auto const& known = world.facts();
  auto const& program = world.program();
  auto const said = std::find_if(known.statements.begin(), known.statements.end(), [&](auto const& statement) {
    return statement.relation == one.subject && statement.arguments == one.arguments;
  });
  bool const is_said = said != known.statements.end();
  switch (one.of) {
    case kind::field:
      return known.events[one.subject].fields[one.field].is_known() ? surprise::otherwise : surprise::answered;
    case kind::presence:
      if (known.events[one.subject].holds == truth::open) return surprise::answered;
      return one.to.front() == facts::of_boolean(false) ? surprise::removed : surprise::restated;
    case kind::tuple: {
      auto const& relation = program.relations[one.subject];
      bool const is_open = is_said ? said->holds == truth::open : relation.open;
      if (is_open) return surprise::answered;
      return is_said || relation.established_by.empty() ? surprise::restated : surprise::asserted;
    }
    case kind::value: return is_said && said->held.is_known() ? surprise::otherwise : surprise::answered;
    case kind::addition: return surprise::added;
  }
  return surprise::asserted;
}

flips find_flips(evaluate::world& world, evaluate::compiled const& rules, std::vector<asked_version> const& asked,
                 source::date date, std::vector<fixed_fact> const& fixed, flip_limits const& most) {
  flips made;
  tried_sets sets(world, rules, asked, date, most.tried);
  made.now = sets.applies({}).value_or(truth::open);
  for (auto const target : {truth::yes, truth::no}) {
    if (made.now == target) continue;
    search(world, sets, fixed, target, made).run(most.size);
  }
  made.tried = sets.number() - 1;
  if (sets.has_failed()) made.every_fact_read = false;
  std::stable_sort(made.found.begin(), made.found.end(),
                   [&](flip const& a, flip const& b) { return rank(world, a) < rank(world, b); });
  return made;
}

}  // namespace casus::explain
