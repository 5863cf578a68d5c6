// The engine against clingo on random rule sets without anything unknown. CASUS_PROPERTY_CASES and CASUS_PROPERTY_SEED
// choose how many and which.
#include "asp.hpp"
#include "solve.hpp"
#include "tests/property/evaluate/census.hpp"
#include "tests/property/evaluate/compare.hpp"
#include "tests/property/evaluate/draw.hpp"
#include "tests/property/evaluate/settings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <span>

namespace casus::clingo {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr std::uint64_t usual_sets = 60;
#else
constexpr std::uint64_t usual_sets = 2'000;
#endif
constexpr std::size_t sets_together = 25;  // in one process

oracle::features two_valued(std::uint64_t seed) {
  oracle::dice with(seed);
  oracle::features found = oracle::some_features(with);
  found.unknowns = false, found.values = false, found.norms = false, found.questions = false;
  return found;
}

std::vector<source::date> asked_dates() {
  std::vector<source::date> found;
  for (std::string const& each : oracle::drawn_dates()) {
    found.push_back(*source::parse_date(each));
    found.push_back({found.back().days + 1});
  }
  return found;
}

// What the engine says, in the words of the program that clingo solves; `open` are those atoms of which it says that
// they are open: nothing is unknown here but what depends on the order of equal keys.
struct said {
  std::set<std::string> yes, open;
};

class asked_set {
 public:
  asked_set(oracle::sketch drawn, check::program program, std::size_t number)
      : drawn_(std::move(drawn)), rules_(std::move(program)), number_(number) {
    facts_ = oracle::facts_of(drawn_, rules_);
    for (model::expression const& each : rules_.rules.expressions) {
      if (auto const* const text = std::get_if<model::text_literal>(&each.node)) facts_.texts.intern(text->value);
    }
    how_ = oracle::options_of(drawn_, rules_);
    rank_of_text_ = ranks(facts_);
  }

  [[nodiscard]] std::string program() const { return answer_set_program({rules_, facts_, how_, dates_, number_}); }
  [[nodiscard]] std::size_t number() const { return number_; }
  [[nodiscard]] oracle::sketch const& drawn() const { return drawn_; }
  [[nodiscard]] std::set<std::string_view> constructs() const {
    auto found = oracle::constructs_of(rules_);
    found.merge(oracle::constructs_of(facts_, how_));
    return found;
  }

  [[nodiscard]] said engine() const {
    said found;
    evaluate::compiled const compiled(rules_);
    evaluate::world world(compiled, facts_, how_);
    for (source::date const date : dates_) add(found, world, date);
    return found;
  }

 private:
  [[nodiscard]] std::string values(std::span<facts::value const> of) const {
    std::vector<std::string> all;
    for (facts::value const& each : of) all.push_back(constant(each, rank_of_text_));
    return tuple(all);
  }

  void add(said& to, evaluate::world& world, source::date date) const {
    for (check::relation_index index = 0; index < rules_.relations.size(); ++index) {
      if (rules_.relations[index].value) continue;
      for (evaluate::tuple const& each : world.tuples(index, date)) {
        auto& into = each.truth == facts::truth::yes ? to.yes : to.open;
        into.insert(fmt::format("h({},{},{},{})", number_, index, values(each.arguments), date.days));
      }
    }
    for (auto const& provision : world.at(date).provisions) {
      for (auto const& each : provision.instances) add(to, provision.provision, each, date);
    }
  }

  void add(said& to, check::provision_index provision, evaluate::instance const& of, source::date date) const {
    auto const atom = [&](char const* status) {
      return fmt::format("s({},{},{},{},{})", number_, provision, values(of.binding), date.days, status);
    };
    switch (of.status) {
      case evaluate::status::violated: to.yes.insert(atom("violated")); [[fallthrough]];
      case evaluate::status::satisfied:
      case evaluate::status::applies: to.yes.insert(atom("applies")); break;
      case evaluate::status::open: to.yes.insert(atom("applies")), to.open.insert(atom("violated")); break;
      case evaluate::status::displaced: to.yes.insert(atom("displaced")); break;
      case evaluate::status::undetermined:
        to.open.insert({atom("applies"), atom("displaced"), atom("violated")});
        break;
      case evaluate::status::does_not_apply: to.open.insert(atom("displaced")); break;
      case evaluate::status::not_in_force: break;
    }
  }

  oracle::sketch drawn_;
  check::program rules_;
  facts::base facts_;
  evaluate::options how_;
  std::vector<std::uint32_t> rank_of_text_;
  std::vector<source::date> dates_ = asked_dates();
  std::size_t number_;
};

struct tally {
  std::size_t compared = 0, refused = 0, left_out = 0, answers = 0, open = 0;
  std::map<std::string_view, std::size_t> sets;
  std::map<std::string, std::size_t> reasons;  // for leaving sets out
};

std::vector<std::string> without(std::set<std::string> const& all, std::set<std::string> const& others,
                                 std::string const& of_set) {
  std::vector<std::string> found;
  for (std::string const& each : all) {
    bool const is_here = each.compare(1, of_set.size(), of_set) == 0;
    if (is_here && others.count(each) == 0) found.push_back(each);
  }
  return found;
}

bool is_unforeseen(asked_set const& of, solved const& found) {
  return found.atoms.count(fmt::format("o({})", of.number())) != 0;
}

// In what the engine and clingo differ, or nothing.
std::string difference(said const& engine, asked_set const& of, solved const& found) {
  if (found.models != 1) return fmt::format("{} answer sets\n{}", found.models, found.said.substr(0, 500));
  if (is_unforeseen(of, found)) return {};
  std::string const head = fmt::format("({},", of.number());
  auto known = engine.yes;
  known.insert(engine.open.begin(), engine.open.end());
  auto const only_clingo = without(found.atoms, known, head);
  auto const only_engine = without(engine.yes, found.atoms, head);
  if (only_clingo.empty() && only_engine.empty()) return {};
  return fmt::format("only clingo says {}\nonly the engine says {}", fmt::join(only_clingo, " "),
                     fmt::join(only_engine, " "));
}

// The set that is drawn so, where it can be asked about; else why not.
std::optional<asked_set> asked(oracle::sketch drawn, std::size_t number, tally& into) {
  std::string why;
  auto program = oracle::program_of(drawn, why);
  if (!program || oracle::without_conflicts(drawn.facts).size() != drawn.facts.size()) {
    ++into.refused;
    return std::nullopt;
  }
  try {
    asked_set found(std::move(drawn), std::move(*program), number);
    static_cast<void>(found.program());
    static_cast<void>(found.engine());
    return found;
  } catch (not_translated const& what) { ++into.reasons[what.what]; } catch (evaluate::failure const&) {
    ++into.reasons["no way back in time"];
  }
  ++into.left_out;
  return std::nullopt;
}

constexpr std::string_view shown = "#show h/4. #show s/5. #show o/1.\n";

std::string difference_alone(asked_set const& of) {
  return difference(of.engine(), of, solve(std::string(shown) + of.program()));
}

[[noreturn]] void report(asked_set const& of) {
  oracle::sketch least = of.drawn();
  for (bool changed = true; changed;) {
    changed = false;
    for (oracle::sketch& candidate : oracle::smaller(least)) {
      tally none;
      auto const smaller = asked(candidate, of.number(), none);
      if (!smaller || difference_alone(*smaller).empty()) continue;
      least = std::move(candidate);
      changed = true;
      break;
    }
  }
  tally none;
  FAIL(fmt::format("seed {}: {}\n{}", of.number(), difference_alone(*asked(least, of.number(), none)),
                   oracle::print(least)));
  std::abort();
}

void compare(std::vector<asked_set> const& sets, tally& into) {
  std::string program(shown);
  for (asked_set const& each : sets) program += each.program();
  solved const found = solve(program);
  for (asked_set const& each : sets) {
    said const engine = each.engine();
    bool const differs = found.models == 1 ? !difference(engine, each, found).empty() : !difference_alone(each).empty();
    if (differs) report(each);
    if (is_unforeseen(each, found)) {
      ++into.left_out, ++into.reasons["a date that was not foreseen"];
      continue;
    }
    ++into.compared;
    into.answers += engine.yes.size();
    into.open += engine.open.size();
    for (std::string_view const name : each.constructs()) ++into.sets[name];
  }
}

// Without events of which something is not known, since there is nothing that it could be.
oracle::sketch only_known(oracle::sketch drawn) {
  drawn.readings.erase(std::remove_if(drawn.readings.begin(), drawn.readings.end(),
                                      [](auto const& each) { return each.second == "unknown"; }),
                       drawn.readings.end());
  auto const lacks = [&](oracle::told_event const& of, char const* field) {
    auto const found =
        std::find_if(of.fields.begin(), of.fields.end(), [&](auto const& each) { return each.first == field; });
    return found == of.fields.end();
  };
  auto const is_partial = [&](oracle::told_event const& of) {
    return lacks(of, "by") || (of.kind == "Call" ? lacks(of, "raid") : lacks(of, "to"));
  };
  std::set<std::string> gone;
  for (oracle::told_event const& each : drawn.events) {
    if (is_partial(each)) gone.insert(each.id);
  }
  auto const names_gone = [&](auto const& of) {
    return std::any_of(of.fields.begin(), of.fields.end(),
                       [&](auto const& each) { return gone.count(each.second) != 0; });
  };
  auto const is_gone = [&](oracle::told_event const& of) { return gone.count(of.id) != 0 || names_gone(of); };
  drawn.events.erase(std::remove_if(drawn.events.begin(), drawn.events.end(), is_gone), drawn.events.end());
  drawn.facts.erase(std::remove_if(drawn.facts.begin(), drawn.facts.end(), names_gone), drawn.facts.end());
  return drawn;
}

TEST_CASE("the engine and clingo agree") {
  if (!is_installed()) {
    MESSAGE("clingo is not installed (Debian: gringo), so that nothing is held against it");
    return;
  }
  std::uint64_t const end =
      oracle::setting("CASUS_PROPERTY_SEED", 1) + oracle::setting("CASUS_PROPERTY_CASES", usual_sets);
  tally all;
  std::vector<asked_set> together;
  for (std::uint64_t seed = oracle::setting("CASUS_PROPERTY_SEED", 1); seed < end; ++seed) {
    auto found = asked(only_known(oracle::draw(seed, two_valued(seed))), seed, all);
    if (found) together.push_back(std::move(*found));
    if (together.size() < sets_together && seed + 1 < end) continue;
    compare(together, all);
    together.clear();
  }
  MESSAGE(fmt::format("{} agreed, {} refused, {} left out, {} answers, {} open", all.compared, all.refused,
                      all.left_out, all.answers, all.open));
  for (auto const& [reason, count] : all.reasons) MESSAGE(fmt::format("left out: {} {}", count, reason));
  std::string listed;
  for (auto const& [name, count] : all.sets) listed += fmt::format("{}{}: {}", listed.empty() ? "" : ", ", name, count);
  MESSAGE(fmt::format("sets with each: {}", listed));
}

}  // namespace
}  // namespace casus::clingo
