#include "sweep.hpp"

#include <algorithm>
#include <map>

namespace casus::explain {
namespace {

using place_kind = evaluate::varied_place::kind;

// The numbering of combinations: how far apart those lie that differ in one fact by one.
std::vector<std::size_t> strides_of(std::vector<varied_fact> const& varied) {
  std::vector<std::size_t> strides(varied.size(), 1);
  for (std::size_t i = varied.size(); i-- > 1;) strides[i - 1] = strides[i] * varied[i].choices.size();
  return strides;
}

std::vector<evaluate::varied_place> places_of(std::vector<varied_fact> const& varied) {
  std::vector<evaluate::varied_place> places;
  for (auto const& one : varied) places.push_back(one.place);
  return places;
}

class sweeper {
 public:
  sweeper(evaluate::compiled const& rules, facts::base const& facts, evaluate::options const& how, source::date date,
          std::vector<varied_fact> const& varied, answer_words words, sweep_progress progress)
      : told_(facts),
        date_(date),
        varied_(varied),
        strides_(strides_of(varied)),
        all_(combinations_of(varied)),
        chosen_(varied.size(), 0),
        world_(rules, facts, how, places_of(varied)),
        words_(words),
        progress_(progress) {
    for (auto const& one : varied_) suppose(world_, told_, one, one.choices.front());
  }

  [[nodiscard]] std::vector<swept> run(std::vector<swept_subject> const& subjects) {
    std::vector<swept> found;
    for (auto const& subject : subjects) {
      found.push_back({.subject = subject, .answers = {}, .of = {}, .evaluations = 0});
      found.back().of.assign(all_, not_worked_out);
    }
    total_ = all_ * subjects.size();
    for (auto& one : found)
      if (!run(one)) break;
    return found;
  }

 private:
  // False where it was stopped.
  [[nodiscard]] bool run(swept& into) {
    std::map<std::string, std::uint16_t> known;
    for (std::size_t i = 0; i < all_; ++i) {
      if (into.of[i] != not_worked_out) continue;
      if (!progress_(done_, total_)) return false;
      choose(i);
      auto const found = into.subject.is_question ? world_.question(into.subject.index, date_)
                                                  : world_.article(into.subject.index, date_);
      ++into.evaluations;
      auto const words = words_(into.subject, found);
      if (into.answers.size() == most_answers && known.count(words) == 0) return true;  // the rest is left open
      auto const [place, is_new] = known.try_emplace(words, static_cast<std::uint16_t>(into.answers.size()));
      if (is_new) into.answers.push_back(words);
      mark(into.of, i, found.looked_at, place->second);
    }
    return true;
  }

  void choose(std::size_t combination) {
    for (std::size_t f = 0; f < varied_.size(); ++f) {
      auto const choice = combination / strides_[f] % varied_[f].choices.size();
      if (choice == chosen_[f]) continue;
      chosen_[f] = choice;
      suppose(world_, told_, varied_[f], varied_[f].choices[choice]);
    }
  }

  // All combinations that agree with this one in the facts that were looked at.
  void mark(std::vector<std::uint16_t>& of, std::size_t combination, std::uint64_t looked_at, std::uint16_t answer) {
    auto first = combination;
    std::vector<std::size_t> free;
    for (std::size_t f = 0; f < varied_.size(); ++f) {
      if ((looked_at >> f & 1) != 0) continue;
      first -= chosen_[f] * strides_[f];
      free.push_back(f);
    }
    mark_from(of, first, free, 0, answer);
  }

  void mark_from(std::vector<std::uint16_t>& of, std::size_t combination, std::vector<std::size_t> const& free,
                 std::size_t next, std::uint16_t answer) {
    if (next == free.size()) {
      of[combination] = answer;
      ++done_;
      return;
    }
    auto const f = free[next];
    for (std::size_t c = 0; c < varied_[f].choices.size(); ++c)
      mark_from(of, combination + c * strides_[f], free, next + 1, answer);
  }

  facts::base const& told_;
  source::date date_;
  std::vector<varied_fact> const& varied_;
  std::vector<std::size_t> strides_;
  std::size_t all_;
  std::vector<std::size_t> chosen_;
  evaluate::changing_world world_;
  answer_words words_;
  sweep_progress progress_;
  std::size_t done_ = 0, total_ = 0;
};

facts::truth truth_of(facts::value const& value) {
  if (!value.is_known()) return facts::truth::open;
  return value.payload != 0 ? facts::truth::yes : facts::truth::no;
}

}  // namespace

std::size_t combinations_of(std::vector<varied_fact> const& facts) {
  std::size_t number = 1;
  for (auto const& one : facts) {
    number *= one.choices.size();
    if (number > most_combinations) return most_combinations + 1;
  }
  return number;
}

void suppose(evaluate::changing_world& into, facts::base const& told, varied_fact const& fact,
             fact_choice const& choice) {
  auto const& place = fact.place;
  switch (place.of) {
    case place_kind::event: {
      auto& event = into.facts().events[place.subject];
      if (fact.is_date) {
        bool const moves = told.events[place.subject].effective == told.events[place.subject].date;
        event.date = choice.value;
        if (moves) event.effective = choice.value;
        return;
      }
      event.holds = truth_of(choice.value);
      return;
    }
    case place_kind::field:
      into.facts().events[place.subject].fields[place.field] = choice.value;
      into.facts().events[place.subject].origins[place.field] = facts::origin::stated;
      return;
    case place_kind::tuple:
      for (auto const s : place.statements) {
        auto& said = into.facts().statements[s];
        said = told.statements[s];
        if (choice.is_as_told) continue;
        said.holds = truth_of(choice.value);
        if (said.holds == facts::truth::yes && told.statements[s].holds == facts::truth::yes) continue;
        said.from.reset();
        said.until.reset();
      }
      return;
    case place_kind::reading:
      into.read(place.subject, choice.value.is_known() ? std::optional(facts::index_of(choice.value)) : std::nullopt);
      return;
  }
}

std::vector<swept> sweep(evaluate::compiled const& rules, facts::base const& facts, evaluate::options const& how,
                         source::date date, std::vector<varied_fact> const& varied,
                         std::vector<swept_subject> const& subjects, answer_words words, sweep_progress progress) {
  return sweeper(rules, facts, how, date, varied, words, progress).run(subjects);
}

}  // namespace casus::explain
