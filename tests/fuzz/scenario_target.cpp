#include "loaded.hpp"
#include "require.hpp"
#include "targets.hpp"

namespace casus::fuzz {
namespace {

// Something of every kind that a scenario can speak of.
constexpr std::string_view vocabulary = R"(instrument T "the Treaty"
  in force from 2000-01-01
entity Actor
entity State : Actor closed
  rank: Int
  label: Text?
entity Group : Actor
individual pole: State "Pole"
  { rank = 1 }
enum Mode { calm, sharp, grave }
event Raid "{by} raids {to}"
  by: Actor
  to: State
  mode: Mode
  flag: Bool = false
  term: Duration?
  due: Date?
event Call "{by} calls"
  by: State
  raid: Raid
act aid "{by} gives {to} help"
  by: State
  to: Actor
fact member(s: State) "{s} is a member"
fact armed(a: Actor, m: Mode) "{a} is armed: {m}"   unstated is unknown
fact share(s: State): Int "{s} has a share of {value}"
fact term(a: Actor): Duration "{a} has a term of {value}"
fact seen(r: Raid, on: Date, as: Text, with: Bool) "{r} is seen"
define friend(s: State, o: State) "{s} is a friend of {o}"
  when member(s) and member(o) and s != o
interpretation school "Which school?" { wide, narrow } default narrow
provision T.1 "Help"
  in force until 2010-01-01
  for each r: Raid, s: State
  judged at r.date
  when (school = wide or member(s)) and friend(s, r.to)
  unless r.flag as "flagged"
  requires r.mode != grave as "not grave"
  then s must aid(r.to) from r.date within 10 days
  otherwise s must not aid(r.to)
provision T.1 "Help"
  in force from 2010-01-01
  for each r: Raid, s: State
  judged at r.date
  when member(s)
question gap "Who?"
  for each r: Raid
  arises when r.flag
  answered by T.1 for the same r
)";

check::program const& program() {
  static check::program const made = [] {
    source::files files;
    auto found = program_of(std::string(vocabulary), files);
    require(found.has_value(), "the vocabulary of the scenarios has errors");
    return std::move(*found);
  }();
  return made;
}

}  // namespace

void scenario(std::string_view input) {
  source::files files;
  files.add("rules.casus", std::string(vocabulary));  // as when the program was made, for what is said of both
  for (facts::scenario const& each : scenarios_of(std::string(input), program(), files)) {
    for (std::size_t view = 0; view < each.views.size(); ++view) static_cast<void>(facts::as_told_by(each, view));
  }
}

}  // namespace casus::fuzz
