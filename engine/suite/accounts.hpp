// The worlds of one scenario: one for each account of its facts and each way of reading the law that is asked about,
// made when first asked for and kept, so that the report and the expectations share what has been worked out.
#pragma once
#include "engine/evaluate/world.hpp"
#include <map>
#include <memory>
#include <tuple>

namespace casus::suite {

struct account {
  std::optional<std::size_t> view;  // index into the scenario's views; none: the agreed facts
  facts::law_dates law;
  std::optional<source::date> known_by;
  facts::readings readings;
};

// The facts of a scenario as each of its accounts tells them, for several `accounts` to share, whatever their rules.
class told_facts {
 public:
  explicit told_facts(facts::scenario const& scenario);
  [[nodiscard]] facts::base const& of(std::optional<std::size_t> view) const { return bases_[view ? *view + 1 : 0]; }

 private:
  std::vector<facts::base> bases_;  // the agreed facts, then those of each view
};

class accounts {
  struct known;

 public:
  // `shared`: its facts, where they have been worked out already; they must outlive this.
  accounts(evaluate::compiled const& rules, facts::scenario const& scenario, evaluate::limits const& limits,
           told_facts const* shared = nullptr);

  [[nodiscard]] evaluate::world& world(account const& asked);
  // One date as one account tells it. Days of different accounts may be worked out at the same time.
  class day {
   public:
    [[nodiscard]] evaluate::world& world() const { return world_; }
    [[nodiscard]] source::date date() const { return date_; }
    // Worked out once.
    [[nodiscard]] evaluate::findings const& findings() const {
      if (!found_) found_ = world_.at(date_);
      return *found_;
    }
    [[nodiscard]] bool has_findings() const { return found_.has_value(); }

   private:
    friend accounts;
    day(evaluate::world& world, source::date date, std::optional<evaluate::findings>& found)
        : world_(world), date_(date), found_(found) {}
    evaluate::world& world_;
    source::date date_;
    std::optional<evaluate::findings>& found_;
  };
  [[nodiscard]] day on(account const& asked, source::date date);
  [[nodiscard]] evaluate::findings const& at(account const& asked, source::date date) {
    return on(asked, date).findings();
  }

  // What there is to warn of on all dates asked about so far.
  [[nodiscard]] std::vector<source::diagnostic> warnings();

  [[nodiscard]] evaluate::compiled const& rules() const { return rules_; }
  [[nodiscard]] facts::scenario const& scenario() const { return scenario_; }

  // The scenario's own law, known-by date and readings, those of the view laid over them.
  [[nodiscard]] account of_view(std::optional<std::size_t> view) const;

 private:
  using key = std::tuple<std::optional<std::size_t>, std::optional<source::date>,
                         std::map<check::article_index, source::date>, std::optional<source::date>, facts::readings>;
  struct known {
    std::unique_ptr<evaluate::world> world;
    std::map<source::date, std::optional<evaluate::findings>> days;  // none: asked about only in part
  };
  [[nodiscard]] known& of(account const& asked);
  [[nodiscard]] facts::base const& facts_of(std::optional<std::size_t> view);

  evaluate::compiled const& rules_;
  facts::scenario const& scenario_;
  evaluate::limits limits_;
  told_facts const* shared_;
  std::map<std::optional<std::size_t>, std::unique_ptr<facts::base>> bases_;
  std::map<key, known> worlds_;
};

}  // namespace casus::suite
