#include "scenario_text.hpp"

#include "engine/facts/print.hpp"
#include "engine/model/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace casus::session {
namespace {

using facts::value;

class writer {
 public:
  writer(facts::scenario const& told, check::program const& program)
      : told_(told), base_(told.agreed), program_(program) {
    std::set<std::string> taken;
    for (auto const& entity : base_.entities) taken.insert(entity.id);
    for (auto const& event : base_.events) taken.insert(event.id);
    for (auto const& event : base_.events) {
      auto id = event.id;
      for (std::size_t i = 1; id.empty() || (event.id.empty() && !taken.insert(id).second); ++i)
        id = fmt::format("{}_{}", program.event_kinds[event.kind].name, i);
      event_ids_.push_back(std::move(id));
    }
  }

  [[nodiscard]] std::string write(scenario_head const& head) const {
    std::string text;
    for (auto const& line : head.comment) text += line.empty() ? "#\n" : fmt::format("# {}\n", line);
    text += fmt::format("scenario: {}\nrules: {}\n", model::quoted(told_.title),
                        head.rules.size() == 1 ? model::quoted(head.rules.front()) : list(head.rules));
    if (told_.as_of) text += "as_of: " + source::to_iso(*told_.as_of) + '\n';
    for (auto const& one : law(told_.law.everywhere, told_.law.of_article)) text += one + '\n';
    if (told_.known_by) text += "known_by: " + source::to_iso(*told_.known_by) + '\n';
    text += entities() + facts_told();
    for (auto const& one : readings(told_.readings)) text += one + '\n';
    if (!told_.expectations.empty()) text += "expect:\n";
    for (auto const& one : told_.expectations) text += "  - " + expected(one) + '\n';
    return text;
  }

  [[nodiscard]] std::string expected(facts::expectation const& of) const {
    std::vector<std::string> pairs;
    if (of.at) pairs.push_back("at: " + source::to_iso(*of.at));
    if (of.view) pairs.push_back("view: " + *of.view);
    for (auto const& more : {law(of.law, of.law_of), readings(of.readings)})
      pairs.insert(pairs.end(), more.begin(), more.end());
    if (of.known_by) pairs.push_back("known_by: " + source::to_iso(*of.known_by));
    bool const is_bare = pairs.empty() && of.subjects.size() == 1 && !of.conflicts;
    for (auto const& one : of.subjects) pairs.push_back(expected(one));
    if (of.conflicts) pairs.push_back(conflicts(*of.conflicts));
    return is_bare ? pairs.front() : mapping(pairs);
  }

 private:
  static std::string list(std::vector<std::string> const& texts) {
    std::vector<std::string> quoted;
    for (auto const& one : texts) quoted.push_back(model::quoted(one));
    return fmt::format("[{}]", fmt::join(quoted, ", "));
  }

  [[nodiscard]] std::vector<std::string> law(std::optional<source::date> const& everywhere,
                                             std::map<check::article_index, source::date> const& of_article) const {
    if (everywhere) return {"law: " + source::to_iso(*everywhere)};
    std::vector<std::string> pairs;
    for (auto const& [article, day] : of_article)
      pairs.push_back(program_.articles[article].id + ": " + source::to_iso(day));
    if (pairs.empty()) return {};
    return {"law: " + mapping(pairs)};
  }

  static std::string under(std::string_view key, std::map<std::string, std::vector<std::string>> const& groups) {
    if (groups.empty()) return {};
    auto text = fmt::format("{}:\n", key);
    for (auto const& [name, lines] : groups) {
      text += fmt::format("  {}:\n", name);
      for (auto const& line : lines) text += "    " + line + '\n';
    }
    return text;
  }

  static std::string mapping(std::vector<std::string> const& pairs) {
    return fmt::format("{{{}}}", fmt::join(pairs, ", "));
  }

  [[nodiscard]] std::string written(value const& of) const {
    if (of.tag == facts::tag::event) return event_ids_[facts::index_of(of)];
    return facts::print(of, program_, base_);
  }

  [[nodiscard]] std::string entities() const {
    std::map<std::string, std::vector<std::string>> groups;
    for (std::size_t i = program_.individuals.size(); i < base_.entities.size(); ++i) {
      auto const& one = base_.entities[i];
      auto const& kind = program_.kinds[one.kind];
      std::vector<std::string> pairs{"title: " + model::quoted(one.title)};
      for (std::size_t f = 0; f < one.fields.size() && f < kind.fields.size(); ++f) {
        if (one.fields[f].is_known() && one.fields[f].tag != facts::tag::absent)
          pairs.push_back(kind.fields[f].name + ": " + written(one.fields[f]));
      }
      groups[kind.name].push_back(pairs.size() == 1 ? fmt::format("{}: {}", one.id, model::quoted(one.title))
                                                    : fmt::format("{}: {}", one.id, mapping(pairs)));
    }
    return under("entities", groups);
  }

  [[nodiscard]] std::string facts_told() const {
    std::map<std::string, std::vector<std::string>> groups;
    for (std::size_t i = 0; i < base_.events.size(); ++i)
      groups[program_.event_kinds[base_.events[i].kind].name].push_back(event_ids_[i] + ": " + event(base_.events[i]));
    for (auto const& one : base_.statements)
      groups[program_.relations[one.relation].name].push_back("- " + statement(one));
    return under("facts", groups);
  }

  [[nodiscard]] std::string event(facts::event const& of) const {
    auto const& kind = program_.event_kinds[of.kind];
    std::vector<std::string> pairs;
    for (std::size_t f = 0; f < of.fields.size(); ++f) {
      // What an account leaves open is not what a default would make of it.
      bool const is_said = of.origins[f] != facts::origin::by_default && of.origins[f] != facts::origin::left_out;
      if (is_said && of.fields[f].tag != facts::tag::absent)
        pairs.push_back(kind.fields[f].name + ": " + written(of.fields[f]));
    }
    pairs.push_back("date: " + written(of.date));
    if (of.effective != of.date) pairs.push_back("effective: " + written(of.effective));
    if (of.known) pairs.push_back("known: " + source::to_iso(*of.known));
    add_holds(of.holds, pairs);
    return mapping(pairs);
  }

  static void add_holds(facts::truth holds, std::vector<std::string>& to) {
    if (holds != facts::truth::yes) to.emplace_back(holds == facts::truth::no ? "holds: false" : "holds: unknown");
  }

  [[nodiscard]] std::string statement(facts::statement const& of) const {
    auto const& relation = program_.relations[of.relation];
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < of.arguments.size(); ++i)
      pairs.push_back(relation.parameter_names[i] + ": " + written(of.arguments[i]));
    if (relation.value) pairs.push_back("value: " + written(of.held));
    if (of.from) pairs.push_back("from: " + written(*of.from));
    if (of.until) pairs.push_back("until: " + written(*of.until));
    if (of.known) pairs.push_back("known: " + source::to_iso(*of.known));
    add_holds(of.holds, pairs);
    return mapping(pairs);
  }

  [[nodiscard]] std::vector<std::string> readings(facts::readings const& all) const {
    std::vector<std::string> pairs;
    for (auto const& [point, value] : all) {
      auto const& of = program_.interpretations[point];
      pairs.push_back(of.id + ": " + (value ? program_.enumerations[of.values].values[*value] : "unknown"));
    }
    if (pairs.empty()) return {};
    return {"readings: " + mapping(pairs)};
  }

  [[nodiscard]] std::string name_of(facts::expected_subject const& of) const {
    switch (of.of) {
      case facts::expected_subject::kind::provision: return program_.articles[of.index].id;
      case facts::expected_subject::kind::question: return program_.questions[of.index].id;
      case facts::expected_subject::kind::relation: return program_.relations[of.index].name;
    }
    return {};
  }

  [[nodiscard]] std::string expected(facts::expected_subject const& of) const {
    std::vector<std::string> pairs;
    if (!of.status.empty()) pairs.push_back("status: " + of.status);
    if (of.for_instances) pairs.push_back("for: " + instances(*of.for_instances));
    if (of.only_instances) pairs.push_back("only: " + instances(*of.only_instances));
    if (of.duty) pairs.push_back("duty: " + *of.duty);
    if (of.failing) pairs.push_back("failing: " + list(*of.failing));
    if (of.displaced_by) pairs.push_back("displaced_by: " + model::quoted(*of.displaced_by));
    bool const is_bare = pairs.size() == 1 && !of.status.empty();
    return name_of(of) + ": " + (is_bare ? of.status : mapping(pairs));
  }

  [[nodiscard]] std::string instances(std::vector<std::vector<facts::binding>> const& all) const {
    std::vector<std::string> items;
    for (auto const& one : all) {
      std::vector<std::string> pairs;
      for (auto const& each : one) pairs.push_back(each.variable + ": " + written(each.expected));
      items.push_back(mapping(pairs));
    }
    return fmt::format("[{}]", fmt::join(items, ", "));
  }

  static std::string conflicts(std::vector<facts::expected_conflict> const& all) {
    std::vector<std::string> items;
    for (auto const& one : all) items.push_back(fmt::format("{{must: {}, must not: {}}}", one.must, one.must_not));
    return fmt::format("conflicts: [{}]", fmt::join(items, ", "));
  }

  facts::scenario const& told_;
  facts::base const& base_;
  check::program const& program_;
  std::vector<std::string> event_ids_;
};

}  // namespace

std::string scenario_text(facts::scenario const& told, check::program const& program, scenario_head const& head) {
  return writer{told, program}.write(head);
}

std::string expectation_text(facts::expectation const& of, facts::scenario const& told, check::program const& program) {
  return writer{told, program}.expected(of);
}

}  // namespace casus::session
