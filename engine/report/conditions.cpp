#include "conditions.hpp"

#include "label.hpp"

#include <algorithm>

namespace casus::report {
namespace {

std::string reading_words(check::program const& program, check::interpretation_index point,
                          std::optional<std::uint32_t> value) {
  auto const& of = program.interpretations[point];
  if (!value) return '`' + of.id + "` not settled";
  return '`' + of.id + "` read as " + in_words(program.enumerations[of.values].values[*value]);
}

}  // namespace

std::string view_words(facts::scenario const& told, std::optional<std::size_t> view) {
  return view ? "view: " + view_name(told, *view) : std::string{};
}

std::string view_name(facts::scenario const& told, std::size_t view) {
  auto const& id = told.views[view].id;
  auto const& entities = told.agreed.entities;
  auto const teller =
      std::find_if(entities.begin(), entities.end(), [&](facts::entity const& one) { return one.id == id; });
  return teller == entities.end() ? in_words(id) : teller->title;
}

std::vector<std::string> condition_words(check::program const& program, facts::scenario const& told,
                                         suite::account const& account, occasion on) {
  std::vector<std::string> words;
  words.push_back("as of " + source::to_english(on.date) +
                  (on.why == date_source::latest_named ? ", the latest date it names" : ""));
  if (account.view) words.push_back(view_words(told, account.view));
  if (account.law.everywhere) words.push_back("by the texts of " + source::to_english(*account.law.everywhere));
  for (auto const& [article, date] : account.law.of_article) {
    words.push_back(citation(program, program.articles[article]) + " in the text of " + source::to_english(date));
  }
  if (account.known_by) words.push_back("as known by " + source::to_english(*account.known_by));
  for (auto const& [point, value] : account.readings) {
    if (value != program.interpretations[point].default_value) words.push_back(reading_words(program, point, value));
  }
  return words;
}

}  // namespace casus::report
