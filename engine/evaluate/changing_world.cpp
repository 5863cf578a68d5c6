#include "changing_world.hpp"

#include "machine.hpp"
#include "touched.hpp"

#include <algorithm>

namespace casus::evaluate {
namespace {

watch watch_on(plan const& rules, facts::base const& facts, std::vector<varied_place> const& places) {
  auto const& program = *rules.program;
  watch made(facts.events.size(), program.event_kinds.size(), facts.statements.size(), program.interpretations.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    auto const& place = places[i];
    auto const bit = std::uint64_t{1} << i;
    switch (place.of) {
      case varied_place::kind::event: made.on_event(place.subject, facts.events[place.subject].kind, bit); break;
      case varied_place::kind::field:
        made.on_field(place.subject, facts.events[place.subject].kind, place.field, bit);
        break;
      case varied_place::kind::tuple:
        for (auto const s : place.statements) made.on_statement(s, bit);
        break;
      case varied_place::kind::reading: made.on_reading(place.subject, bit); break;
    }
  }
  return made;
}

}  // namespace

struct changing_world::implementation {
  implementation(compiled const& rules, facts::base told, options const& how, std::vector<varied_place> const& places)
      : facts(std::move(told)),
        watched(watch_on(rules.inside().plan, facts, places)),
        within(touched_by(rules.inside().plan, facts, places)),
        inside(rules, facts, how) {
    inside.keep(watched);
  }

  void begin() {
    inside.forget(within);
    watched.seen = 0;
  }

  facts::base facts;
  evaluate::watch watched;
  touched within;
  machine inside;
};

changing_world::changing_world(compiled const& rules, facts::base facts, options const& how,
                               std::vector<varied_place> places)
    : inside_(std::make_unique<implementation>(rules, std::move(facts), how, places)) {}
changing_world::changing_world(changing_world&&) noexcept = default;
changing_world::~changing_world() = default;

facts::base& changing_world::facts() { return inside_->facts; }

void changing_world::read(check::interpretation_index point, std::optional<std::uint32_t> value) {
  inside_->inside.read(point, value);
}

changing_world::answer changing_world::article(check::article_index article, source::date date) {
  inside_->begin();
  auto& in = inside_->inside;
  answer found;
  for (auto const version : in.program().articles[article].versions) {
    provision_account account;
    in.fill_account(account, version, {date, 0, false});
    auto& established = found.established.emplace_back();
    for (auto const& one : account.found.instances) established.push_back(established_by(in, version, one, date));
    found.versions.push_back({std::move(account.found), std::move(account.norms)});
  }
  found.looked_at = inside_->watched.seen;
  return found;
}

changing_world::answer changing_world::question(check::question_index question, source::date date) {
  inside_->begin();
  auto const about = inside_->inside.find_question(question, {date, 0, false});
  answer found;
  found.instances = about.instances;
  found.status = about.status;
  found.looked_at = inside_->watched.seen;
  return found;
}

bool changing_world::is_touched(check::article_index article) const {
  auto const& versions = inside_->inside.program().articles[article].versions;
  return std::any_of(versions.begin(), versions.end(), [&](auto p) { return inside_->within.provisions[p]; });
}

}  // namespace casus::evaluate
