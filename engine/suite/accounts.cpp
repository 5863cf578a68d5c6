#include "accounts.hpp"

namespace casus::suite {

told_facts::told_facts(facts::scenario const& scenario) {
  bases_.push_back(facts::as_told_by(scenario, std::nullopt));
  for (std::size_t view = 0; view < scenario.views.size(); ++view) bases_.push_back(facts::as_told_by(scenario, view));
}

accounts::accounts(evaluate::compiled const& rules, facts::scenario const& scenario, evaluate::limits const& limits,
                   told_facts const* shared)
    : rules_(rules), scenario_(scenario), limits_(limits), shared_(shared) {}

facts::base const& accounts::facts_of(std::optional<std::size_t> view) {
  if (shared_ != nullptr) return shared_->of(view);
  auto& base = bases_[view];
  if (!base) base = std::make_unique<facts::base>(facts::as_told_by(scenario_, view));
  return *base;
}

accounts::known& accounts::of(account const& asked) {
  auto& found = worlds_[{asked.view, asked.law.everywhere, asked.law.of_article, asked.known_by, asked.readings}];
  if (found.world) return found;
  evaluate::options const how{
      .law = asked.law, .known_by = asked.known_by, .readings = asked.readings, .limits = limits_};
  found.world = std::make_unique<evaluate::world>(rules_, facts_of(asked.view), how);
  return found;
}

evaluate::world& accounts::world(account const& asked) { return *of(asked).world; }

accounts::day accounts::on(account const& asked, source::date date) {
  auto& told = of(asked);
  return {*told.world, date, told.days[date]};
}

std::vector<source::diagnostic> accounts::warnings() {
  std::vector<source::diagnostic> all;
  for (auto const& [asked, told] : worlds_) {
    for (auto const& [date, found] : told.days) {
      auto const some = found ? found->warnings : told.world->warnings_at(date);
      all.insert(all.end(), some.begin(), some.end());
    }
  }
  return all;
}

account accounts::of_view(std::optional<std::size_t> view) const {
  account told{.view = view, .law = scenario_.law, .known_by = scenario_.known_by, .readings = scenario_.readings};
  if (!view) return told;
  for (auto const& [point, value] : scenario_.views[*view].readings) told.readings[point] = value;
  return told;
}

}  // namespace casus::suite
