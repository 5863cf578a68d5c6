#include "mutation_runner.hpp"

#include "command.hpp"
#include "made_scenarios.hpp"
#include "named_files.hpp"
#include "rule_difference.hpp"
#include "survivor_files.hpp"

#include "engine/report/label.hpp"
#include "engine/report/test_run.hpp"
#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

namespace casus::cli {
namespace {

using suite::fate;

// So many of so many, by their places, each set as likely as any other; the same for the same seed on every machine.
std::set<std::size_t> chosen(std::size_t count, std::size_t of, std::uint64_t seed) {
  std::mt19937_64 random{seed};
  std::vector<std::size_t> places(of);
  for (std::size_t i = 0; i < of; ++i) places[i] = i;
  for (std::size_t i = 0; i < std::min(count, of); ++i) std::swap(places[i], places[i + random() % (of - i)]);
  return {places.begin(), places.begin() + static_cast<std::ptrdiff_t>(std::min(count, of))};
}

class mutation_runner {
 public:
  mutation_runner(mutation_request const& asked, environment const& around, session::session& all,
                  diagnostics_desk& desk)
      : asked_(asked), around_(around), session_(all), desk_(desk) {}

  [[nodiscard]] mutation_result run() {
    made_.page.tries = asked_.how.tries;
    made_.page.folder = asked_.folder;
    read_scenarios();
    if (desk_.has_errors()) return std::move(made_);
    if (cases_.empty()) throw usage_error{"there are no scenarios that expect anything"};
    run_suite();
    if (made_.failing > 0 || desk_.has_errors()) return std::move(made_);
    find_mutants();
    run_all();
    made_.page.is_interrupted = around_.is_interrupted && around_.is_interrupted();
    return std::move(made_);
  }

 private:
  struct book_of_cases {
    session::rule_book const* rules = nullptr;
    std::vector<suite::test_case> cases;
    std::vector<suite::reach> reaches;
    std::vector<std::uint32_t> numbers;           // of the cases among all
    std::vector<std::vector<std::string>> named;  // the rules, as a file with the case in it would name them
  };
  struct found_mutant {
    session::rule_book const* rules = nullptr;
    suite::mutant what;
    std::size_t place = 0;  // in the page
  };

  void read_scenarios() {
    for (auto const& file : named_files(asked_.scenarios, around_, session_, desk_)) {
      session_.each_scenario(file.path, file.how, [&](session::loaded_scenario one) {
        if (one.rules != nullptr) desk_.take(one.rules->diagnostics, session_.texts());
        desk_.take(std::move(one.diagnostics), session_.texts());
        if (!one.scenario || !one.rules->compiled || one.scenario->expectations.empty()) return;
        told_.push_back(std::make_unique<facts::scenario>(std::move(*one.scenario)));
        add_case(*one.rules, *told_.back(), one.named_rules);
      });
    }
  }

  void add_case(session::rule_book const& rules, facts::scenario const& told, std::vector<std::string> const& named) {
    auto const date = told.as_of ? told.as_of : session::latest_date(told);
    if (!date) return;
    auto const is_of = [&](book_of_cases const& one) { return one.rules == &rules; };
    auto book = std::find_if(cases_.begin(), cases_.end(), is_of);
    if (book == cases_.end())
      book = cases_.insert(cases_.end(), {.rules = &rules, .cases = {}, .reaches = {}, .numbers = {}, .named = {}});
    book->cases.push_back({&told, &*rules.compiled, *date});
    book->numbers.push_back(static_cast<std::uint32_t>(made_.page.scenarios.size()));
    book->named.push_back(rules_seen_from(asked_.folder, named));
    made_.page.scenarios.push_back(report::name_of(report::tested(told, {}, session_.texts())));
  }

  // Only a suite that passes can tell a mutant from the rules as they are.
  void run_suite() {
    for (auto& book : cases_) {
      auto outcomes =
          suite::run(book.cases, session_.texts(), asked_.how.limits, asked_.how.threads, suite::coverage::asked);
      for (auto& one : outcomes) {
        if (one.stopped) desk_.take({*one.stopped}, session_.texts());
        for (auto const& each : one.results) made_.failing += each.mismatches.empty() ? 0U : 1U;
        book.reaches.push_back(std::move(one.reach));
      }
    }
  }

  [[nodiscard]] bool is_wanted(model::declaration const& of) {
    auto const owner = suite::owner_of(of);
    if (owner.empty()) return false;
    auto const name = owner.substr(owner.rfind(' ') + 1);
    names_.insert(name);
    auto const file = std::visit([](model::declared const& it) { return it.where.file; }, of);
    auto const& paths = asked_.rules;
    bool const in_files = paths.empty() || std::any_of(paths.begin(), paths.end(), [&](std::string const& path) {
                            return session::normal(path) == session_.texts()[file].name();
                          });
    bool const is_named = asked_.provisions.empty() ||
                          std::any_of(asked_.provisions.begin(), asked_.provisions.end(),
                                      [&](std::string const& wanted) { return report::is_under(name, wanted); });
    return in_files && is_named;
  }

  // Rule sets may share files: a mutant that several have is one.
  void find_mutants() {
    std::map<std::tuple<source::span, suite::mutation, std::size_t>, std::size_t> places;
    for (auto const& book : cases_) {
      auto const& program = *book.rules->program;
      for (std::uint32_t i = 0; i < program.rules.declarations.size(); ++i) {
        if (!is_wanted(program.rules.declarations[i])) continue;
        std::map<std::pair<source::span, suite::mutation>, std::size_t> alike;
        for (auto& one : suite::mutants_of(program, session_.texts(), i)) {
          auto const number = alike[{one.where, one.what}]++;
          auto const [place, is_new] = places.try_emplace({one.where, one.what, number}, places.size());
          if (is_new) {
            auto& told = made_.page.mutants.emplace_back();
            told.mutant = one;
            told.owner = suite::owner_of(program.rules.declarations[i]);
          }
          mutants_.push_back({.rules = book.rules, .what = std::move(one), .place = place->second});
        }
      }
    }
    if (made_.page.mutants.empty()) refuse();
    name_in_order();
    made_.page.of_all = made_.page.mutants.size();
  }

  [[nodiscard]] std::pair<std::string, std::uint32_t> place_of(report::told_mutant const& one) const {
    auto const& where = one.mutant.where;
    return {std::string{session_.texts()[where.file].name()}, where.begin};
  }

  void name_in_order() {
    auto& mutants = made_.page.mutants;
    std::vector<std::size_t> order(mutants.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return place_of(mutants[a]) < place_of(mutants[b]); });
    std::vector<std::size_t> new_place(mutants.size());
    std::vector<report::told_mutant> sorted;
    for (auto const old : order) {
      new_place[old] = sorted.size();
      sorted.push_back(std::move(mutants[old]));
    }
    mutants = std::move(sorted);
    for (auto& one : mutants_) one.place = new_place[one.place];
    name_files(mutants);
  }

  [[noreturn]] void refuse() const {
    if (asked_.provisions.empty()) throw usage_error{"there is nothing in these rules that could be mutated"};
    std::vector<std::string> const known(names_.begin(), names_.end());
    auto const& name = asked_.provisions.front();
    auto const help = source::did_you_mean(name, known);
    throw usage_error{
        fmt::format("no rule that could be mutated is called `{}`{}", name, help.empty() ? "" : "; " + help)};
  }

  void run_all() {
    auto& mutants = made_.page.mutants;
    std::vector<bool> is_in(mutants.size(), true);
    if (asked_.sample) {
      auto const some = chosen(*asked_.sample, mutants.size(), asked_.seed);
      for (std::size_t i = 0; i < mutants.size(); ++i) is_in[i] = some.count(i) > 0;
    }
    for (auto const& book : cases_) run_book(book, is_in);
    for (std::size_t i = mutants.size(); i-- > 0;)
      if (!is_in[i]) mutants.erase(mutants.begin() + static_cast<std::ptrdiff_t>(i));
  }

  // What another rule set's scenarios have killed is not run again.
  void run_book(book_of_cases const& book, std::vector<bool> const& is_in) {
    auto& told = made_.page.mutants;
    std::vector<suite::mutant> mutants;
    std::vector<std::size_t> places;
    for (auto const& one : mutants_) {
      if (one.rules != book.rules || !is_in[one.place] || told[one.place].outcome.fate == fate::killed) continue;
      mutants.push_back(one.what);
      places.push_back(one.place);
    }
    auto const& program = *book.rules->program;
    auto outcomes = suite::run_mutants(program, session_.texts(), mutants, book.cases, book.reaches, asked_.how);
    suite::mutant_maker maker{program.rules};
    for (std::size_t i = 0; i < mutants.size(); ++i) {
      auto& into = told[places[i]];
      bool const is_news = into.outcome.fate == fate::not_run || outcomes[i].fate == fate::killed;
      if (!is_news) continue;
      report::told_mutant news;
      news.mutant = mutants[i];
      news.outcome = std::move(outcomes[i]);
      news.owner = std::move(into.owner);
      news.file = std::move(into.file);
      into = std::move(news);
      if (into.outcome.by) into.outcome.by = book.numbers[*into.outcome.by];
      if (into.outcome.fate != fate::survived) continue;
      into.rule = rule_difference(program.rules, session_.texts(), mutants[i], maker);
      if (into.outcome.killer.scenario) write_killer(into, book);
    }
  }

  void write_killer(report::told_mutant& into, book_of_cases const& book) {
    auto const by = into.outcome.killer.scenario->by;
    auto const& told = by ? *book.cases[*by].told : *into.outcome.killer.scenario->alone;
    write_texts(into, told, *book.rules->program, book.named[by.value_or(0)], session_.texts());
    if (by) into.outcome.killer.scenario->by = book.numbers[*by];
  }

  mutation_request const& asked_;
  environment const& around_;
  session::session& session_;
  diagnostics_desk& desk_;
  std::vector<std::unique_ptr<facts::scenario>> told_;
  std::vector<book_of_cases> cases_;
  std::vector<found_mutant> mutants_;
  std::set<std::string> names_;
  mutation_result made_;
};

}  // namespace

mutation_result run_mutation(mutation_request const& asked, environment const& around, session::session& all,
                             diagnostics_desk& desk) {
  return mutation_runner{asked, around, all, desk}.run();
}

}  // namespace casus::cli
