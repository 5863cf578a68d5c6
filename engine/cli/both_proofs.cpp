#include "both_proofs.hpp"

#include "engine/explain/absence.hpp"
#include "engine/explain/prover.hpp"
#include "engine/facts/print.hpp"
#include "engine/report/absence_page.hpp"
#include "engine/report/proof_page.hpp"
#include "engine/scenario/load.hpp"
#include "engine/suite/words.hpp"

#include <algorithm>

namespace casus::cli {
namespace {

struct named_instance {
  check::provision_index version = 0;
  evaluate::instance const* what = nullptr;
  std::string name;    // "a: raid, ally: georgia"
  std::string status;  // with it
};

// The scenario as one side reads it. The text is read once more, for its places to be known.
class told_side {
 public:
  told_side(session::compared_rules const& rules, source::files files, std::string const& text)
      : rules_(rules),
        files_(std::move(files)),
        told_(read(rules, files_, text)),
        accounts_(rules.compiled, told_, {}) {}

  [[nodiscard]] std::vector<named_instance> instances(std::string const& subject) {
    std::vector<named_instance> all;
    for (auto const& found : findings().provisions) {
      auto const& version = rules_.program->provisions[found.provision];
      if (version.id != subject) continue;
      for (auto const& one : found.instances) {
        auto name = suite::written(*rules_.program, told_.agreed, version.scope, one.binding);
        auto status = name + ": " + std::string{evaluate::words(one.status)};
        all.push_back({found.provision, &one, std::move(name), std::move(status)});
      }
    }
    return all;
  }

  [[nodiscard]] std::string proof(named_instance const& of) {
    auto const why = explain::prove(world(), of.version, of.what->binding, *told_.as_of);
    return report::text(report::proof_page_of(account(), of.version, *of.what, why, {}), paint_);
  }

  // What keeps it from applying to what the other side says it applies to.
  [[nodiscard]] std::string absence(std::string const& subject, std::string const& name) {
    constexpr std::size_t most_near = 200;
    constexpr std::size_t most_shown = 1;
    report::absence_page page{.head = report::heading_of(account()), .entries = {}};
    for (auto const& found : findings().provisions) {
      if (rules_.program->provisions[found.provision].id != subject) continue;
      auto near = explain::near_misses(world(), found.provision, *told_.as_of, most_near, {.own = told_.where.file});
      auto const is_it = [&](explain::absence const& one) {
        return suite::written(*rules_.program, told_.agreed, rules_.program->provisions[found.provision].scope,
                              one.nearest) == name;
      };
      auto const place = std::find_if(near.begin(), near.end(), is_it);
      if (place != near.end()) near = {*place};
      page.entries.push_back(report::absence_entry_of(
          account(), {.provision = found.provision, .given = {}, .listed = {}, .near = near}, most_shown));
    }
    return page.entries.empty() ? std::string{} : report::text(page, paint_);
  }

 private:
  static facts::scenario read(session::compared_rules const& rules, source::files& files, std::string const& text) {
    auto const id = files.add("scenario.yaml", text);
    auto const outline = scenario::outline(files[id], id);
    return std::move(*scenario::bind(outline.value->front(), {}, *rules.program).value);
  }

  [[nodiscard]] evaluate::world& world() { return accounts_.world(account_); }
  [[nodiscard]] evaluate::findings const& findings() { return accounts_.at(account_, *told_.as_of); }
  [[nodiscard]] report::told_account account() {
    return {.about = {.world = world(), .rules = rules_.compiled, .files = files_, .found = findings()},
            .told = told_,
            .account = account_,
            .on = {.date = *told_.as_of}};
  }

  session::compared_rules const& rules_;
  source::files files_;
  facts::scenario told_;
  suite::accounts accounts_;
  suite::account account_ = accounts_.of_view(std::nullopt);
  report::painter paint_{report::colour::off};
};

// The first of the one that the other does not have; else of the other; else the first of all.
named_instance const* telling(std::vector<named_instance> const& these, std::vector<named_instance> const& those) {
  for (auto const& [own, others] : {std::pair{&these, &those}, std::pair{&those, &these}})
    for (auto const& one : *own)
      if (std::none_of(others->begin(), others->end(), [&](auto const& it) { return it.status == one.status; }))
        return &one;
  return these.empty() ? nullptr : &these.front();
}

named_instance const* with_name(std::vector<named_instance> const& all, std::string const& name) {
  auto const place = std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.name == name; });
  return place == all.end() ? nullptr : &*place;
}

}  // namespace

both_explained explain_both(session::compared_pair const& rules, source::files const& before, source::files const& now,
                            std::string const& text, std::string const& subject) {
  both_explained made;
  if (subject.rfind("question ", 0) == 0) return made;
  told_side old_side{rules.before, before, text};
  told_side new_side{rules.now, now, text};
  auto const old_ones = old_side.instances(subject);
  auto const new_ones = new_side.instances(subject);
  auto const* const chosen = telling(old_ones, new_ones);
  if (chosen == nullptr) return made;
  auto const explain = [&](told_side& side, std::vector<named_instance> const& all) -> explained {
    if (auto const* one = with_name(all, chosen->name)) return {.proof = side.proof(*one), .absence = {}};
    return {.proof = {}, .absence = side.absence(subject, chosen->name)};
  };
  made.before = explain(old_side, old_ones);
  made.now = explain(new_side, new_ones);
  return made;
}

}  // namespace casus::cli
