#include "timeline_scale.hpp"

#include <cmath>

namespace casus::report {
namespace {

constexpr double open_width = 96;   // before the first change and after the last
constexpr double no_width = 20;     // before the first where nothing is shown there
constexpr double least_width = 34;  // room for two letters, and for a slanted date
constexpr double each_doubling = 16;

}  // namespace

timeline_scale::timeline_scale(timeline_page const& shown, double left) : left_(left), right_(left), first_(no_width) {
  for (auto const& entry : shown.entries) {
    for (auto const& lane : entry.lanes) {
      for (auto const& one : lane.spans) {
        if (one.begin) marks_[*one.begin] = 0;
        if (!one.begin) first_ = open_width;
        if (one.end) marks_[*one.end] = 0;
      }
    }
  }
  std::optional<source::date> last;
  right_ += first_;
  for (auto& [day, x] : marks_) {
    if (last) right_ += least_width + each_doubling * std::log2(static_cast<double>(day.days - last->days));
    x = right_;
    last = day;
  }
  right_ += open_width;
}

double timeline_scale::within(source::date day) const {
  auto const after = marks_.lower_bound(day);
  if (after != marks_.end() && after->first == day) return after->second;
  if (after == marks_.begin()) return left_ + first_ / 2;
  auto const before = std::prev(after);
  if (after == marks_.end()) return (before->second + right_) / 2;
  auto const part =
      static_cast<double>(day.days - before->first.days) / static_cast<double>(after->first.days - before->first.days);
  return before->second + part * (after->second - before->second);
}

std::string timeline_scale::short_words(source::date day) {
  constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  auto const of = source::civil_of(day);
  return std::to_string(of.day) + ' ' + std::string{months.substr(static_cast<std::size_t>(of.month - 1) * 3, 3)} +
         ' ' + std::to_string(of.year);
}

}  // namespace casus::report
