#include "frontier.hpp"

#include "sweep.hpp"

#include <map>

namespace casus::explain {
namespace {

using answer_list = std::vector<std::uint16_t>;

std::size_t pairs_in(answer_list const& of) {
  std::size_t pairs = 0;
  for (std::size_t a = 0; a < of.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b)
      pairs += of[a] != of[b] && of[a] != not_worked_out && of[b] != not_worked_out ? 1U : 0U;
  }
  return pairs;
}

class walk {
 public:
  walk(std::vector<std::size_t> const& values, std::vector<std::uint16_t> const& answers, std::size_t fact)
      : values_(values), answers_(answers), fact_(fact) {
    for (std::size_t f = fact + 1; f < values.size(); ++f) stride_ *= values[f];
  }

  [[nodiscard]] frontier run() const {
    frontier made{.fact = fact_, .pairs = 0, .rows = {}};
    std::map<answer_list, std::uint16_t> known;
    std::vector<answer_list const*> lists;
    std::vector<std::uint16_t> numbers;
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      if (i / stride_ % values_[fact_] != 0) continue;
      answer_list along;
      for (std::size_t v = 0; v < values_[fact_]; ++v) along.push_back(answers_[i + v * stride_]);
      made.pairs += pairs_in(along);
      auto const [place, is_new] = known.try_emplace(std::move(along), static_cast<std::uint16_t>(known.size()));
      if (is_new) lists.push_back(&place->first);
      if (known.size() >= most_answers) return made;  // too various to be told in rows
      numbers.push_back(place->second);
    }
    if (made.pairs == 0) return made;
    auto without = values_;
    without[fact_] = 1;
    for (auto& row : folded(without, numbers).rows) {
      if (pairs_in(*lists[row.answer]) == 0) continue;
      row.values[fact_] = (std::uint64_t{2} << (values_[fact_] - 1)) - 1;
      made.rows.push_back({std::move(row.values), *lists[row.answer]});
    }
    return made;
  }

 private:
  std::vector<std::size_t> const& values_;
  std::vector<std::uint16_t> const& answers_;
  std::size_t fact_;
  std::size_t stride_ = 1;
};

}  // namespace

std::vector<frontier> frontiers_of(std::vector<std::size_t> const& values, std::vector<std::uint16_t> const& answers) {
  std::vector<frontier> made;
  for (std::size_t fact = 0; fact < values.size(); ++fact) {
    auto one = walk(values, answers, fact).run();
    if (one.pairs > 0) made.push_back(std::move(one));
  }
  return made;
}

}  // namespace casus::explain
