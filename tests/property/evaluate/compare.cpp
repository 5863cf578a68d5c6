#include "tests/property/evaluate/compare.hpp"

#include "engine/check/check.hpp"
#include "engine/facts/print.hpp"
#include "grammar/parse.hpp"
#include "tests/property/evaluate/census.hpp"
#include "tests/property/evaluate/draw.hpp"
#include "tests/property/evaluate/oracle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace casus::oracle {
namespace {

constexpr std::array<std::string_view, 3> truths{"no", "open", "yes"};

std::string_view words(truth of) { return truths[static_cast<std::size_t>(of)]; }

struct difference : std::runtime_error {
  using std::runtime_error::runtime_error;
};

values as_values(evaluate::few_values const& of) { return {of.begin(), of.end()}; }

std::string_view status_words(evaluate::status of) {
  constexpr std::array<std::string_view, 8> all{"violated",     "satisfied", "applies",        "open",
                                                "undetermined", "displaced", "does not apply", "not in force"};
  return all[static_cast<std::size_t>(of)];
}

std::string_view state_words(evaluate::norm_state of) {
  constexpr std::array<std::string_view, 10> all{"not yet due",    "outstanding", "fulfilled", "breached",
                                                 "fulfilled late", "ended",       "open",      "respected",
                                                 "lifted",         "permitted"};
  return all[static_cast<std::size_t>(of)];
}

std::string_view question_words(evaluate::question_status of) {
  constexpr std::array<std::string_view, 4> all{"unanswered", "answered", "undetermined", "does not arise"};
  return all[static_cast<std::size_t>(of)];
}

class comparer {
 public:
  comparer(check::program const& rules, facts::base const& facts, evaluate::options const& how)
      : rules_(rules), facts_(facts), compiled_(rules), world_(compiled_, facts, how), oracle_(rules, facts, how) {}

  void on(source::date date) {
    date_ = date;
    evaluate::findings const found = world_.at(date);
    for (check::relation_index index = 0; index < rules_.relations.size(); ++index) relation(index);
    for (auto const& each : found.provisions) provision(found, each);
    for (auto const& each : found.questions) question(each);
    conflicts(found);
  }
  [[nodiscard]] std::size_t checked() const { return checked_; }
  [[nodiscard]] std::map<std::string_view, std::size_t> const& seen() const { return seen_; }

 private:
  template <class Word>
  void same(Word engine, Word oracle, std::string const& what, std::string_view (*words_of)(Word)) {
    ++checked_;
    if (engine != oracle) differ(what, words_of(engine), words_of(oracle));
  }

  [[noreturn]] void differ(std::string const& what, std::string_view engine, std::string_view oracle) const {
    throw difference(
        fmt::format("on {}, {}: the engine says {}, the oracle {}", source::to_iso(date_), what, engine, oracle));
  }

  void note(std::string_view name) { ++seen_[name]; }

  std::string name(std::string const& of, values const& arguments) const {
    std::string text;
    for (value const& each : arguments) {
      text += fmt::format("{}{}", text.empty() ? "" : ", ", facts::print(each, rules_, facts_));
    }
    return fmt::format("{}({})", of, text);
  }

  void relation(check::relation_index index) {
    check::relation const& meant = rules_.relations[index];
    if (meant.value) return;
    check::scope const none;
    std::vector<values> tuples{{}};
    for (check::type const& parameter : meant.parameters) {
      std::vector<values> longer;
      for (values const& start : tuples) {
        for (value const& each : oracle_.range(parameter)) {
          longer.push_back(start);
          longer.back().push_back(each);
        }
      }
      tuples = std::move(longer);
    }
    for (values const& each : tuples) {
      same(world_.holds(index, each, date_), oracle_.holds(index, each, {date_, {}}), name(meant.name, each), words);
    }
  }

  void provision(evaluate::findings const& all, evaluate::provision_findings const& found) {
    check::provision const& meant = rules_.provisions[found.provision];
    bool const in_force = oracle_.in_force(found.provision, {date_, {}}) == truth::yes;
    same(found.in_force ? truth::yes : truth::no, in_force ? truth::yes : truth::no, meant.id + " in force", words);
    auto strongest = in_force ? evaluate::status::does_not_apply : evaluate::status::not_in_force;
    bool is_first = true;
    for (values const& binding : oracle_.bindings(meant.scope)) {
      verdict const expected = oracle_.judge(found.provision, binding, {date_, {}});
      if (expected.exists) {
        strongest = is_first ? expected.status : std::min(strongest, expected.status);
        is_first = false;
      }
      auto const listed = std::find_if(found.instances.begin(), found.instances.end(),
                                       [&](evaluate::instance const& each) { return each.binding == binding; });
      std::string const who = name(meant.id, binding);
      if (listed == found.instances.end()) {
        note(status_words(expected.status));
        bool const is_nothing = expected.status >= evaluate::status::does_not_apply;
        if (!is_nothing) same(evaluate::status::does_not_apply, expected.status, who + " (not listed)", status_words);
        continue;
      }
      instance(all, *listed, expected, found.provision, who);
    }
    bool const is_weak =
        strongest >= evaluate::status::does_not_apply && found.status >= evaluate::status::does_not_apply;
    if (!is_weak) same(found.status, strongest, meant.id, status_words);
  }

  void instance(evaluate::findings const& all, evaluate::instance const& found, verdict const& expected,
                check::provision_index provision, std::string const& who) {
    same(found.status, expected.status, who, status_words);
    note(status_words(expected.status));
    displacement(found, expected, who);
    bool const is_judged = expected.status < evaluate::status::displaced;
    same(is_judged ? found.applies : expected.applies, expected.applies, who + " applies", words);
    if (expected.status <= evaluate::status::open) {
      same(found.outcome, expected.outcome, who + " outcome", words);
      same(found.failing == expected.failing ? truth::yes : truth::no, truth::yes, who + " failing", words);
      same(found.open == expected.open ? truth::yes : truth::no, truth::yes, who + " open", words);
    }
    for (norm const& each : oracle_.norms(provision, as_values(found.binding), {date_, {}})) {
      bool seen = false;
      for (std::uint32_t const index : found.norms) {
        evaluate::norm const& listed = all.norms[index];
        if (listed.consequence != each.consequence) continue;
        seen = true;
        std::string const what = fmt::format("{} norm {}", who, each.consequence);
        same(listed.certain, each.follows, what + " follows", words);
        same(listed.state, each.state, what, state_words);
        note(state_words(each.state));
        if (!listed.joint_with.empty()) note("bound jointly");
      }
      same(seen ? truth::yes : truth::no, truth::yes, fmt::format("{} has norm {}", who, each.consequence), words);
    }
  }

  // What displaces an instance, each once and in any order.
  void displacement(evaluate::instance const& found, verdict const& expected, std::string const& who) {
    if (expected.status == evaluate::status::not_in_force) return;
    auto const said = reasons(found.displaced);
    if (auto const wanted = reasons(expected.by); said != wanted) {
      differ(who + " displaced", listed(said), listed(wanted));
    }
    for (evaluate::displacement const& each : expected.by) {
      note(each.exception ? "displaced by an exception" : "displaced by a provision");
    }
  }

  std::set<std::string> reasons(std::vector<evaluate::displacement> const& all) const {
    std::set<std::string> found;
    for (evaluate::displacement const& each : all) {
      found.insert(each.exception ? fmt::format("exception {}", *each.exception)
                                  : name(rules_.provisions[*each.overridden_by].id, as_values(each.by)));
    }
    return found;
  }

  void conflicts(evaluate::findings const& found) {
    auto const place = [&](std::uint32_t index) {
      evaluate::norm const& norm = found.norms[index];
      auto const& binding = found.provisions[norm.provision].instances[norm.instance].binding;
      return std::tuple(norm.provision, as_values(binding), norm.consequence);
    };
    auto const words = [&](conflict const& of) {
      auto const side = [&](auto const& norm) {
        return fmt::format("{} norm {}", name(rules_.provisions[std::get<0>(norm)].id, std::get<1>(norm)),
                           std::get<2>(norm));
      };
      return side(of.must) + " against " + side(of.must_not);
    };
    std::set<std::string> said, wanted;
    for (evaluate::conflict const& each : found.conflicts) said.insert(words({place(each.must), place(each.must_not)}));
    for (conflict const& each : oracle_.conflicts(date_)) wanted.insert(words(each));
    if (said != wanted) differ("conflicts", listed(said), listed(wanted));
    if (!wanted.empty()) note("in conflict");
  }

  static std::string listed(std::set<std::string> const& all) {
    return all.empty() ? "nothing" : fmt::format("{}", fmt::join(all, "; "));
  }

  void question(evaluate::question_findings const& found) {
    check::question const& meant = rules_.questions[found.question];
    for (values const& binding : oracle_.bindings(meant.scope)) {
      auto const expected = oracle_.ask(found.question, binding, date_);
      auto const listed =
          std::find_if(found.instances.begin(), found.instances.end(),
                       [&](evaluate::question_instance const& each) { return each.binding == binding; });
      auto const said = listed == found.instances.end() ? evaluate::question_status::does_not_arise : listed->status;
      same(said, expected, name(meant.id, binding), question_words);
      note(question_words(expected));
    }
  }

  check::program const& rules_;
  facts::base const& facts_;
  evaluate::compiled compiled_;
  evaluate::world world_;
  evaluator oracle_;
  source::date date_;
  std::size_t checked_ = 0;
  std::map<std::string_view, std::size_t> seen_;
};

}  // namespace

std::optional<check::program> program_of(sketch const& of, std::string& said) {
  source::files files;
  auto const file = files.add("rules.casus", rules_of(of));
  auto parsed = grammar::parse(files[file], file);
  auto diagnostics = parsed.diagnostics;
  std::optional<check::program> program;
  if (!parsed.has_errors()) {
    auto checked = check::check(std::move(*parsed.value));
    diagnostics = checked.diagnostics;
    if (!checked.has_errors()) program = std::move(checked.value);
  }
  for (source::diagnostic const& each : diagnostics) {
    if (each.severity == source::severity::error)
      said += fmt::format("{} ({})\n", each.message, files[file].position_of(each.where.begin).line);
  }
  return program;
}

comparison compare(sketch const& of) {
  comparison found;
  auto const program = program_of(of, found.what);
  if (!program || without_conflicts(of.facts).size() != of.facts.size()) {
    found.how = ending::refused;
    return found;
  }
  std::vector<source::date> dates;
  for (std::string const& each : drawn_dates()) {
    dates.push_back(*source::parse_date(each));
    dates.push_back({dates.back().days + 1});
  }
  return compare(*program, facts_of(of, *program), options_of(of, *program), dates);
}

comparison compare(check::program const& rules, facts::base const& facts, evaluate::options const& how,
                   std::vector<source::date> const& dates) {
  comparison found;
  try {
    comparer both(rules, facts, how);
    for (source::date const date : dates) {
      both.on(date);
      found.checked = both.checked();
    }
    found.seen = both.seen();
    for (std::string_view const each : constructs_of(rules)) ++found.seen[each];
    for (std::string_view const each : constructs_of(facts, how)) ++found.seen[each];
  } catch (difference const& what) {
    found.how = ending::differed;
    found.what = what.what();
  } catch (evaluate::failure const&) { found.how = ending::gave_up; } catch (no_way_back const&) {
    found.how = ending::gave_up;
  } catch (out_of_steps const&) { found.how = ending::gave_up; }
  return found;
}

sketch shrink(sketch of) {
  for (bool changed = true; changed;) {
    changed = false;
    for (sketch& candidate : smaller(of)) {
      if (compare(candidate).how != ending::differed) continue;
      of = std::move(candidate);
      changed = true;
      break;
    }
  }
  return of;
}

}  // namespace casus::oracle
