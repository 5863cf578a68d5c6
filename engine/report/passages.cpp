#include "passages.hpp"

#include "instance_rows.hpp"
#include "remarks.hpp"
#include "row_sentence.hpp"

#include <algorithm>

namespace casus::report {
namespace {

// Instances of one provision on one date for which it is worked out what would settle them, or what follows from them.
constexpr std::size_t most_settled = 64;

bool has_open_norms(subject const& about, evaluate::instance const& one) {
  return std::any_of(one.norms.begin(), one.norms.end(),
                     [&](std::uint32_t index) { return is_open(about.found.norms[index]); });
}

}  // namespace

std::vector<passage> passages_of(subject const& about, names const& named, check::provision_index provision,
                                 std::vector<evaluate::instance const*> const& instances, remark_maker remarks) {
  std::vector<row> rows;
  std::size_t open = 0;
  for (auto const* const one : instances) {
    auto const said = remarks(*one);
    if (has_open_norms(about, *one)) ++open;
    auto const how = open <= most_settled ? settling::worked_out : settling::left_out;
    for (auto& made : rows_of(about, named, provision, *one, how)) {
      // What follows from a violation is not itself what failed.
      if (one->status != evaluate::status::violated || made.of == row::kind::plain) {
        made.remarks.insert(made.remarks.begin(), said.begin(), said.end());
      }
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
                                 std::vector<evaluate::instance const*> const& instances, settled_before& before) {
  std::size_t undetermined = 0;
  before.worlds.make_room();
  return passages_of(about, named, provision, instances, [&](evaluate::instance const& one) {
    undetermined += one.status == evaluate::status::undetermined ? 1 : 0;
    auto const how = undetermined <= most_settled ? settling::worked_out : settling::left_out;
    return remarks_on(about, named, provision, one, how, &before);
  });
}

}  // namespace casus::report
