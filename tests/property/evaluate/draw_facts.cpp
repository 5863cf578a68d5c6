// Scenarios at random for a drawn rule set.
#include "tests/property/evaluate/draw.hpp"

#include <fmt/format.h>

namespace casus::oracle {
namespace {

class witness {
 public:
  witness(dice& with, features const& of, sketch& into) : dice_(with), features_(of), into_(into) {}

  void run(std::vector<drawn_relation> const& facts) {
    entities();
    events();
    for (drawn_relation const& each : facts) statements(each);
    if (features_.values) valued();
    choices();
  }

 private:
  std::string date() { return dice_.among(drawn_dates()); }
  bool unknown() { return features_.unknowns && dice_.in(1, 8); }

  // A field: stated, said to be unknown, or left out.
  void say(named_values& fields, char const* name, std::string const& value) {
    if (!unknown()) {
      fields.emplace_back(name, value);
    } else if (dice_.in(1, 2)) {
      fields.emplace_back(name, "unknown");
    }
  }

  std::string thing(std::string const& type) {
    std::vector<std::string> found;
    if (type != "Group") found.push_back("pole");
    for (told_entity const& each : into_.entities) {
      if (type == "Actor" || each.kind == type) found.push_back(each.id);
    }
    for (told_event const& each : into_.events) {
      if (each.kind == type) found.push_back(each.id);
    }
    if (type == "Raid" && found.front() == "pole") found.erase(found.begin());
    return found.empty() ? std::string{} : dice_.among(found);
  }

  void entities() {
    for (char const* id : {"spain", "sweden"}) {
      if (dice_.in(3, 4)) into_.entities.push_back({"State", id, {}});
    }
    if (dice_.in(3, 4)) into_.entities.push_back({"Group", "gang", {}});
    if (dice_.in(1, 4)) into_.entities.push_back({"Actor", "agent", {}});
    into_.entities.push_back({"State", "pole", {}});
    for (told_entity& each : into_.entities) {
      if (each.kind != "State") continue;
      say(each.fields, "rank", std::to_string(dice_.below(3)));
      say(each.fields, "label", dice_.among({"a", "b", "c"}));
      if (dice_.in(1, 2)) say(each.fields, "mood", dice_.among({"calm", "sharp", "grave"}));
    }
  }

  void dates(told_event& of) {
    of.fields.emplace_back("date", unknown() ? "unknown" : date());
    if (features_.effective && dice_.in(1, 4)) say(of.fields, "effective", date());
    if (features_.events_known_late && dice_.in(1, 4)) of.fields.emplace_back("known", date());
    if (unknown()) of.fields.emplace_back("holds", dice_.among({"unknown", "unknown", "false"}));
  }

  void events() {
    for (std::size_t index = dice_.below(4); index > 0; --index) {
      told_event made{"Raid", fmt::format("raid{}", index), {}};
      std::string const who = thing(features_.raids_by_groups ? "Group" : "Actor");
      if (!who.empty()) say(made.fields, "by", who);
      say(made.fields, "to", thing("State"));
      say(made.fields, "mode", dice_.among({"calm", "sharp", "grave"}));
      say(made.fields, "flag", dice_.among({"true", "false"}));
      if (dice_.in(1, 2)) say(made.fields, "term", date());
      dates(made);
      into_.events.push_back(std::move(made));
    }
    for (std::size_t index = dice_.below(3); index > 0; --index) {
      told_event made{"Call", fmt::format("call{}", index), {}};
      say(made.fields, "by", thing("State"));
      std::string const raid = thing("Raid");
      if (!raid.empty()) say(made.fields, "raid", raid);
      say(made.fields, "due", date());
      say(made.fields, "num", std::to_string(dice_.below(4)));
      if (dice_.in(1, 2)) say(made.fields, "via", thing("State"));
      dates(made);
      into_.events.push_back(std::move(made));
    }
    for (std::size_t index = dice_.below(4); index > 0; --index) {
      told_event made{"aid", fmt::format("aid{}", index), {}};
      say(made.fields, "by", thing("State"));
      say(made.fields, "to", thing("Actor"));
      dates(made);
      into_.events.push_back(std::move(made));
    }
  }

  void interval(named_values& fields) {
    std::size_t const first = dice_.below(drawn_dates().size());
    std::size_t const length = 1 + dice_.below(drawn_dates().size());
    if (dice_.in(2, 3)) say(fields, "from", drawn_dates()[first]);
    if (dice_.in(1, 2) && first + length < drawn_dates().size()) say(fields, "until", drawn_dates()[first + length]);
  }

  void statements(drawn_relation const& of) {
    for (std::size_t count = dice_.below(4); count > 0; --count) {
      told_fact made{of.name, {}};
      for (std::size_t index = 0; index < of.parameters.size(); ++index) {
        std::string const given = thing(of.parameters[index]);
        if (given.empty()) return;
        made.fields.emplace_back(fmt::format("p{}", index), given);
      }
      interval(made.fields);
      if (unknown()) made.fields.emplace_back("holds", dice_.among({"unknown", "false"}));
      if (features_.events_known_late && dice_.in(1, 6)) made.fields.emplace_back("known", date());
      into_.facts.push_back(std::move(made));
    }
  }

  void valued() {
    for (std::string const state : {"pole", "spain"}) {
      if (thing("State").empty() || dice_.in(1, 3)) continue;
      if (state == "spain" && (into_.entities.empty() || into_.entities[0].id != "spain")) continue;
      into_.facts.push_back(
          {"share", {{"s", state}, {"value", unknown() ? "unknown" : std::to_string(dice_.below(4))}}});
      interval(into_.facts.back().fields);
      into_.facts.push_back({"manner", {{"a", state}, {"value", dice_.among({"calm", "sharp", "grave"})}}});
      interval(into_.facts.back().fields);
    }
  }

  void choices() {
    if (dice_.in(1, 3)) into_.readings.emplace_back("school", dice_.among({"wide", "narrow", "unknown"}));
    if (features_.events_known_late && dice_.in(1, 2)) into_.known_by = date();
    if (features_.versions && dice_.in(1, 4)) into_.law.emplace_back(dice_.among({"", "T.1", "T.2"}), date());
  }

  dice& dice_;
  features const& features_;
  sketch& into_;
};

}  // namespace

void draw_scenario(dice& with, features const& of, composer const&, std::vector<drawn_relation> const& facts,
                   sketch& into) {
  witness(with, of, into).run(facts);
  into.facts = without_conflicts(into.facts);
}

}  // namespace casus::oracle
