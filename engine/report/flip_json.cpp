#include "change_words.hpp"
#include "flip_page.hpp"
#include "json_account.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using ordered = nlohmann::ordered_json;

std::string_view word(explain::surprise of) {
  switch (of) {
    case explain::surprise::answered: return "answered";
    case explain::surprise::otherwise: return "otherwise";
    case explain::surprise::restated: return "restated";
    case explain::surprise::removed: return "removed";
    case explain::surprise::added: return "added";
    case explain::surprise::history: return "history";
    case explain::surprise::asserted: return "asserted";
  }
  return {};
}

std::string_view word(facts::truth applies) {
  return applies == facts::truth::yes ? "applies" : applies == facts::truth::no ? "does not apply" : "undetermined";
}

ordered change_json(told_account const& one, names const& named, explain::flip_question const& question,
                    explain::change const& of) {
  auto const place = place_of_change(one.about, of);
  return {{"words", change_words(one.about, named, of)},
          {"surprise", word(explain::surprise_of(one.about.world, of, question.own))},
          {"where", place ? place_json(one.about.files, *place) : ordered(nullptr)}};
}

}  // namespace

std::string json(told_account const& one, flip_findings const& found) {
  auto const& program = one.about.rules.program();
  auto const& known = one.about.world.facts();
  names const named(program, known);
  auto const& first = found.question.asked.front();
  auto const& version = program.provisions[first.provision];
  ordered given = ordered::object();
  for (auto const& value : first.given) {
    given[program.variables[version.scope.variables[value.slot]].name] = value_json(program, known, value.value);
  }
  ordered flips = ordered::array();
  for (auto const& flip : found.flips) {
    ordered changes = ordered::array();
    for (auto const& one_change : flip.what.made)
      changes.push_back(change_json(one, named, found.question, one_change));
    flips.push_back({{"to", flip.what.is_displaced ? "displaced" : word(flip.what.to)},
                     {"changes", changes},
                     {"command", flip.command.empty() ? ordered(nullptr) : ordered(flip.command)}});
  }
  return dump({{"provision", version.id},
               {"given", given},
               {"now", word(found.all.now)},
               {"size", found.size},
               {"sets", flips},
               {"sets_tried", found.all.tried},
               {"every_set_tried", found.all.every_set_tried},
               {"every_fact_read", found.all.every_fact_read}});
}

}  // namespace casus::report
