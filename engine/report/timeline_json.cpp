#include "json_account.hpp"
#include "timeline_page.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using ordered = nlohmann::ordered_json;
using explain::lane;

std::string_view word_of(timeline_event::kind of) {
  switch (of) {
    case timeline_event::kind::event: return "event";
    case timeline_event::kind::fact: return "fact";
    case timeline_event::kind::rule: return "rule";
  }
  return {};
}

ordered day_json(std::optional<source::date> const& day) {
  return day ? ordered(source::to_iso(*day)) : ordered(nullptr);
}

class lane_writer {
 public:
  lane_writer(told_account const& one, lane const& of)
      : one_(one), of_(of), program_(one.about.rules.program()), named_(program_, one.about.world.facts()) {}

  [[nodiscard]] std::string write() const {
    ordered spans = ordered::array();
    for (std::size_t i = 0; i < of_.spans.size(); ++i) {
      auto const& one = of_.spans[i];
      bool const is_there = one.state != explain::lane_state{};
      ordered made{{"from", day_json(one.begin)},
                   {"until", day_json(one.end)},
                   {"state", is_there ? ordered(words(one.state)) : ordered(nullptr)}};
      if (one.norm) made["due"] = one.norm->by.tag == facts::tag::date ? value_json(one.norm->by) : ordered(nullptr);
      made["began_with"] = because_json(one);
      made["ended_with"] = i + 1 < of_.spans.size() ? because_json(of_.spans[i + 1]) : ordered::array();
      spans.push_back(std::move(made));
    }
    auto made = subject_json();
    made["spans"] = spans;
    return dump(made);
  }

 private:
  [[nodiscard]] ordered value_json(facts::value const& value) const {
    return report::value_json(program_, one_.about.world.facts(), value);
  }

  [[nodiscard]] ordered binding(check::scope const& scope) const {
    return binding_json(program_, one_.about.world.facts(), scope, of_.binding);
  }

  [[nodiscard]] ordered subject_json() const {
    if (of_.of == lane::kind::question) {
      auto const& question = program_.questions[of_.subject];
      return {{"question", question.id}, {"binding", binding(question.scope)}};
    }
    auto const& version = program_.provisions[of_.subject];
    auto const& period = program_.text_of(version).in_force;
    ordered made{{"provision", version.id}, {"text_from", day_json(period ? period->from : std::nullopt)}};
    made["binding"] = of_.of == lane::kind::provision ? ordered(nullptr) : binding(version.scope);
    made["norm"] = of_.of == lane::kind::norm ? norm_json(version) : ordered(nullptr);
    made["fact"] = of_.of == lane::kind::fact ? fact_json(version) : ordered(nullptr);
    return made;
  }

  [[nodiscard]] ordered norm_json(check::provision const& version) const {
    auto const& norm = std::get<model::norm>(program_.text_of(version).consequences[*of_.consequence].effect);
    auto const& act = program_.event_kinds[version.consequence_targets[*of_.consequence]];
    ordered arguments = ordered::object();
    for (std::size_t i = 1; i < of_.parties.size() && i < act.fields.size(); ++i) {
      arguments[act.fields[i].name] = value_json(of_.parties[i]);
    }
    return {{"mode", mode_word(norm.mode)},
            {"act", act.name},
            {"actor", value_json(of_.parties.front())},
            {"arguments", arguments},
            {"together", norm.together}};
  }

  [[nodiscard]] ordered fact_json(check::provision const& version) const {
    auto const& relation = program_.relations[version.consequence_targets[*of_.consequence]];
    ordered arguments = ordered::object();
    for (std::size_t i = 0; i < of_.parties.size() && i < relation.parameter_names.size(); ++i)
      arguments[relation.parameter_names[i]] = value_json(of_.parties[i]);
    return {{"relation", relation.name}, {"arguments", arguments}};
  }

  [[nodiscard]] static std::string_view mode_word(model::modality mode) {
    switch (mode) {
      case model::modality::must: return "must";
      case model::modality::must_not: return "must not";
      case model::modality::may: return "may";
    }
    return {};
  }

  [[nodiscard]] ordered because_json(explain::span const& one) const {
    ordered all = ordered::array();
    for (auto const& why : one.because) {
      auto const what = event_of(one_, named_, why, *one.begin, of_);
      all.push_back({{"is", word_of(what.of)},
                     {"words", what.words},
                     {"where", what.where ? place_json(one_.about.files, *what.where) : ordered(nullptr)}});
    }
    return all;
  }

  told_account const& one_;
  lane const& of_;
  check::program const& program_;
  names named_;
};

}  // namespace

std::vector<std::string> json(told_account const& one, explain::timeline const& of,
                              std::vector<std::size_t> const& chosen) {
  std::vector<std::string> pieces;
  for (auto const index : chosen) pieces.push_back(lane_writer{one, of.lanes[index]}.write());
  return pieces;
}

}  // namespace casus::report
