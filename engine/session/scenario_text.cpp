#include "scenario_text.hpp"

#include "engine/facts/print.hpp"
#include "engine/model/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::session {
namespace {

using facts::value;

class writer {
 public:
  writer(facts::scenario const& told, check::program const& program)
      : told_(told), base_(told.agreed), program_(program) {
    std::map<check::event_kind_index, std::size_t> unnamed;
    for (auto const& event : base_.events) {
      auto id = event.id;
      if (id.empty()) id = fmt::format("{}_{}", program.event_kinds[event.kind].name, ++unnamed[event.kind]);
      event_ids_.push_back(std::move(id));
    }
  }

  [[nodiscard]] std::string write(std::string const& rules) const {
    auto text = fmt::format("scenario: {}\nrules: {}\n", model::quoted(told_.title), model::quoted(rules));
    if (told_.as_of) text += "as_of: " + source::to_iso(*told_.as_of) + '\n';
    if (told_.law.everywhere) text += "law: " + source::to_iso(*told_.law.everywhere) + '\n';
    if (told_.known_by) text += "known_by: " + source::to_iso(*told_.known_by) + '\n';
    return text + entities() + facts_told() + readings();
  }

 private:
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
      bool const is_said = of.origins[f] == facts::origin::stated || of.origins[f] == facts::origin::stated_unknown;
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

  [[nodiscard]] std::string readings() const {
    std::vector<std::string> pairs;
    for (auto const& [point, value] : told_.readings) {
      auto const& of = program_.interpretations[point];
      pairs.push_back(of.id + ": " + (value ? program_.enumerations[of.values].values[*value] : "unknown"));
    }
    return pairs.empty() ? std::string{} : "readings: " + mapping(pairs) + '\n';
  }

  facts::scenario const& told_;
  facts::base const& base_;
  check::program const& program_;
  std::vector<std::string> event_ids_;
};

}  // namespace

std::string scenario_text(facts::scenario const& told, check::program const& program, std::string const& rules) {
  return writer{told, program}.write(rules);
}

}  // namespace casus::session
