#include "flip.hpp"

#include "tried_sets.hpp"

#include <algorithm>
#include <map>

namespace casus::explain {
namespace {

using facts::truth;
using kind = change::kind;

class search {
 public:
  search(evaluate::world& world, tried_sets& sets, flip_question const& question, truth target, flips& into)
      : world_(world), sets_(sets), question_(question), target_(target), into_(into) {}

  // The sets of so many changes of which none surprises more than that, and so many that much.
  void run(std::size_t size, surprise ceiling, std::size_t most_at_ceiling) {
    if (is_over_) return;
    ceiling_ = ceiling;
    most_at_ceiling_ = most_at_ceiling;
    seen_.clear();
    (void)visit({}, size);
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
      if (std::any_of(made.begin(), made.end(), is_it) || is_fixed(one.fact) || surprises_too_much(made, one.fact)) {
        continue;
      }
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
    auto const left_out = value_left_out(world_.program(), world_.facts(), whole, at.part);
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
        if (auto const said = value_left_out(world_.program(), world_.facts(), one, part)) one.to[part] = *said;
      }
    }
    if (has_known_part(made)) return true;
    if (sets_.applies(made) != target_ || has_turning_part(made)) return false;
    bool const is_displaced = target_ == truth::no && sets_.displaces(made);
    into_.found.push_back({target_, std::move(made), is_displaced});
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

  [[nodiscard]] bool surprises_too_much(changes const& made, change const& more) const {
    auto const surprise = surprise_of(world_, more, question_.own);
    if (surprise != ceiling_) return surprise > ceiling_;
    auto const at_ceiling = std::count_if(made.begin(), made.end(), [&](change const& one) {
      return surprise_of(world_, one, question_.own) == ceiling_;
    });
    return static_cast<std::size_t>(at_ceiling) >= most_at_ceiling_;
  }

  [[nodiscard]] bool is_fixed(change const& one) const {
    return std::any_of(question_.fixed.begin(), question_.fixed.end(),
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
  flip_question const& question_;
  truth target_;
  surprise ceiling_ = surprise::asserted;
  std::size_t most_at_ceiling_ = 0;
  flips& into_;
  std::vector<changeable> read_;
  std::map<changes, bool> seen_;
  bool is_over_ = false;
};

// The most surprising change of a set counts first, then how many there are.
std::vector<std::size_t> rank(evaluate::world const& world, flip_question const& question, flip const& of) {
  std::vector<std::size_t> surprises;
  for (auto const& one : of.made) surprises.push_back(static_cast<std::size_t>(surprise_of(world, one, question.own)));
  std::sort(surprises.rbegin(), surprises.rend());
  surprises.insert(surprises.begin() + 1, surprises.size());
  surprises.insert(surprises.begin(), of.to == facts::truth::yes ? 0 : 1);
  return surprises;
}

}  // namespace

flips find_flips(evaluate::world& world, evaluate::compiled const& rules, flip_question const& question,
                 flip_limits const& most) {
  flips made;
  tried_sets sets(world, rules, question, most.tried);
  made.now = sets.applies({}).value_or(truth::open);
  std::vector<search> ways;
  for (auto const target : {truth::yes, truth::no})
    if (made.now != target) ways.emplace_back(world, sets, question, target, made);
  for (auto const ceiling : {surprise::answered, surprise::otherwise, surprise::restated, surprise::removed,
                             surprise::added, surprise::history, surprise::asserted}) {
    for (std::size_t number = 1; number <= most.size; ++number) {
      for (auto size = number; size <= most.size; ++size)
        for (auto& way : ways) way.run(size, ceiling, number);
    }
  }
  made.tried = sets.number() - 1;
  if (sets.has_failed()) made.every_fact_read = false;
  std::stable_sort(made.found.begin(), made.found.end(),
                   [&](flip const& a, flip const& b) { return rank(world, question, a) < rank(world, question, b); });
  return made;
}

}  // namespace casus::explain
