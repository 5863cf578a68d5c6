// Where the dates of a timeline stand from left to right. Between two at which something changes there is more room the
// longer it is, but only by its logarithm: a war of days and a treaty of decades have to stand in one picture.
#pragma once
#include "engine/report/timeline_page.hpp"
#include <map>

namespace casus::report {

class timeline_scale {
 public:
  timeline_scale(timeline_page const& shown, double left);
  [[nodiscard]] double left() const { return left_; }
  [[nodiscard]] double right() const { return right_; }
  // Of a date at which something changes.
  [[nodiscard]] double at(source::date day) const { return marks_.at(day); }
  // Of any date, between its neighbours.
  [[nodiscard]] double within(source::date day) const;
  [[nodiscard]] std::map<source::date, double> const& marks() const { return marks_; }
  [[nodiscard]] static std::string short_words(source::date day);  // "10 Jun 2014"

 private:
  double left_;
  double right_;
  double first_;  // the width before the first date
  std::map<source::date, double> marks_;
};

}  // namespace casus::report
