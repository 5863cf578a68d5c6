#include "passages.hpp"

#include "instance_rows.hpp"
#include "remarks.hpp"
#include "row_sentence.hpp"

namespace casus::report {
namespace {

// Instances of one provision on one date for which it is worked out what would settle them.
constexpr std::size_t most_settled = 64;

}  // namespace

std::vector<passage> passages_of(subject const& about, names const& named, check::provision_index provision,
                                 std::vector<evaluate::instance const*> const& instances, remark_maker remarks) {
  std::vector<row> rows;
  for (auto const* const one : instances) {
    auto const said = remarks(*one);
    for (auto& made : rows_of(about, named, provision, *one)) {
      // What follows from a violation is not itself what failed.
      if (one->status != evaluate::status::violated || made.of == row::kind::plain) made.remarks = said;
      rows.push_back(std::move(made));
    }
  }
  speaker const with{about.rules.program(), about.world.facts(), named};
  std::vector<passage> made;
  for (auto& one : merged(std::move(rows))) {
    made.push_back({.status = one.status,
                    .sentence = sentence(with, provision, one),
                    .state = one.state,
                    .remarks = std::move(one.remarks)});
  }
  return made;
}

std::vector<passage> passages_of(subject const& about, names const& named, check::provision_index provision,
                                 std::vector<evaluate::instance const*> const& instances) {
  std::size_t undetermined = 0;
  explain::supposed_worlds shared(about.world, about.rules);
  return passages_of(about, named, provision, instances, [&](evaluate::instance const& one) {
    undetermined += one.status == evaluate::status::undetermined ? 1 : 0;
    auto const how = undetermined <= most_settled ? settling::worked_out : settling::left_out;
    return remarks_on(about, named, provision, one, how, &shared);
  });
}

}  // namespace casus::report
