#include "json_account.hpp"
#include "settle_page.hpp"
#include "settlement_words.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using ordered = nlohmann::ordered_json;
using weight = explain::completions::weight;

ordered matters_json(weight of) {
  if (of == weight::not_tried) return nullptr;
  return of == weight::matters;
}

ordered sets_json(told_account const& one, names const& named,
                  std::vector<std::vector<explain::supposed>> const& sets) {
  ordered all = ordered::array();
  for (auto const& set : sets) {
    ordered words = ordered::array();
    for (auto const& what : set) words.push_back(supposed_words(one.about, named, what));
    all.push_back(words);
  }
  return all;
}

}  // namespace

std::string json(told_account const& one, check::provision_index provision, settled_instance const& found) {
  auto const& program = one.about.rules.program();
  auto const& known = one.about.world.facts();
  names const named(program, known);
  auto const& version = program.provisions[provision];
  ordered open = ordered::array();
  for (std::size_t i = 0; i < found.settlement.open.size(); ++i) {
    auto const& fact = found.settlement.open[i];
    bool const is_nowhere =
        fact.of == explain::open_fact::kind::unstated_tuple || fact.of == explain::open_fact::kind::reading;
    open.push_back({{"words", open_fact_noun(one.about, named, fact)},
                    {"where", is_nowhere ? ordered(nullptr) : place_json(one.about.files, fact.where)},
                    {"matters", matters_json(found.completions.weights[i])}});
  }
  auto const& tried = found.completions;
  ordered const completions =
      tried.tried ? ordered{{"applies", tried.applies}, {"does_not_apply", tried.not_applies}, {"open", tried.open}}
                  : ordered(nullptr);
  return dump({{"provision", version.id},
               {"binding", binding_json(program, known, version.scope, found.what.binding)},
               {"status", evaluate::words(found.what.status)},
               {"open", open},
               {"applies", sets_json(one, named, found.settlement.applies)},
               {"does_not_apply", sets_json(one, named, found.settlement.not_applies)},
               {"displaced", sets_json(one, named, found.settlement.displaced)},
               {"every_set_tried", found.settlement.every_set_tried},
               {"completions", completions}});
}

}  // namespace casus::report
