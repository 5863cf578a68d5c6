// Rule sets at random: a fixed vocabulary, and above it layers of defines, provisions and questions.
#include "tests/property/evaluate/draw.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::oracle {
namespace {

// The vocabulary, each field a clause of its own so that it can be dropped.
std::vector<declaration> vocabulary(dice& with, features const& of) {
  auto const plain = [](std::string text) { return clause{std::move(text), std::nullopt, {}}; };
  std::vector<declaration> found;
  declaration treaty{"instrument T \"the Treaty\"", {}};
  if (of.versions && with.in(1, 3)) treaty.clauses.push_back(plain("in force from 2000-01-09 until 2000-01-27"));
  found.push_back(std::move(treaty));
  found.push_back({"entity Actor", {}});
  found.push_back({with.in(1, 2) ? "entity State : Actor closed" : "entity State : Actor",
                   {plain("rank: Int"), plain("label: Text"), plain("mood: Mode?")}});
  found.push_back({with.in(1, 2) ? "entity Group : Actor closed" : "entity Group : Actor", {}});
  found.push_back({"individual pole: State \"Pole\"", {}});
  found.push_back({"enum Mode { calm, sharp, grave }", {}});
  found.push_back({"event Raid \"a raid\"",
                   {plain(of.raids_by_groups ? "by: Group" : "by: Actor"), plain("to: State"), plain("mode: Mode"),
                    plain(with.in(1, 2) ? "flag: Bool" : "flag: Bool = false"), plain("term: Date?")}});
  found.push_back(
      {"event Call \"a call\"",
       {plain("by: State"), plain("raid: Raid"), plain("due: Date"), plain("num: Int"), plain("via: State?")}});
  found.push_back({"act aid \"aid\"", {plain("by: State"), plain("to: Actor")}});
  found.push_back({"fact share(s: State): Int \"a share\"", {}});
  found.push_back({"fact manner(a: Actor): Mode \"a manner\"", {}});
  found.push_back({"interpretation school \"which school?\" { wide, narrow } default narrow", {}});
  return found;
}

class author {
 public:
  author(dice& with, features const& of) : dice_(with), features_(of), rules_(with, of) {}

  sketch write();

 private:
  void add_facts();
  void add_define();
  void add_pair();
  void add_provision(std::string const& id, std::vector<drawn_variable> const& variables,
                     std::string const& overridden);
  void add_version(std::string const& id, std::vector<drawn_variable> const& variables, std::string const& judged,
                   std::vector<clause> first);
  void add_norm(std::size_t begin, std::string const& text);
  void add_question();
  std::vector<drawn_variable> some_variables(std::initializer_list<char const*> types, std::size_t most);
  std::string judged_at(std::vector<drawn_variable> const& variables);
  void add_consequences(declaration& to, surroundings const& here, bool judged);
  std::string establishment(surroundings const& here, bool judged);
  std::string norm(surroundings const& here, bool judged);
  surroundings around(std::vector<drawn_variable> const& variables, bool judged) const;

  dice& dice_;
  features const& features_;
  composer rules_;
  sketch made_;
  std::vector<drawn_relation> facts_;  // that a scenario may state
  std::vector<drawn_relation> establishable_;
  int articles_ = 0;
};

std::string heads(std::vector<drawn_variable> const& variables) {
  std::string text;
  for (drawn_variable const& each : variables)
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", each.name, each.type);
  return text;
}

void author::add_facts() {
  auto const add = [&](char const* name, std::vector<std::string> parameters, bool open, bool established) {
    std::string text;
    for (std::size_t index = 0; index < parameters.size(); ++index) {
      text += fmt::format("{}p{}: {}", text.empty() ? "" : ", ", index, parameters[index]);
    }
    made_.rules.push_back(
        {fmt::format("fact {}({}) \"{}\"{}", name, text, name, open ? " unstated is unknown" : ""), {}});
    facts_.push_back({name, parameters});
    (established ? establishable_ : rules_.relations).push_back(facts_.back());
  };
  add("free", {"State"}, features_.unknowns && dice_.in(1, 4), false);
  add("armed", {"Actor"}, features_.unknowns && dice_.in(1, 2), false);
  if (dice_.in(1, 2)) add("near", {"State", "Actor"}, features_.unknowns && dice_.in(1, 4), false);
  if (dice_.in(1, 3)) add("grim", {"Raid"}, false, false);
  add("bound", {"State"}, features_.unknowns && dice_.in(1, 6), true);
  if (dice_.in(1, 2)) add("tied", {"State", "Actor"}, false, true);
}

std::vector<drawn_variable> author::some_variables(std::initializer_list<char const*> types, std::size_t most) {
  std::vector<drawn_variable> found;
  std::size_t const count = 1 + dice_.below(most);
  for (std::size_t index = 0; index < count; ++index) found.push_back({rules_.fresh("v"), dice_.among(types)});
  return found;
}

surroundings author::around(std::vector<drawn_variable> const& variables, bool judged) const {
  return {variables, 2, !judged, {}, {}};
}

void author::add_define() {
  auto const variables = some_variables({"State", "State", "Actor", "Raid", "Mode"}, 2);
  std::string const name = rules_.fresh("d");
  drawn_relation relation{name, {}};
  for (drawn_variable const& each : variables) relation.parameters.push_back(each.type);
  surroundings here = around(variables, false);
  if (features_.recursion && dice_.in(1, 2)) here.positive.push_back(relation);
  if (features_.before && dice_.in(1, 2)) here.earlier.push_back(relation);
  std::size_t const alternatives = 1 + dice_.below(2);
  for (std::size_t index = 0; index < alternatives; ++index) {
    std::string const head = fmt::format("define {}({}) \"{}\"", name, heads(variables), name);
    made_.rules.push_back({head, {{"when ", rules_.condition(here), ""}}});
  }
  rules_.relations.push_back(relation);
}

std::string author::judged_at(std::vector<drawn_variable> const& variables) {
  std::vector<std::string> days;
  for (drawn_variable const& each : variables) {
    if (each.type == "Raid")
      days = {each.name + ".date", each.name + ".date", each.name + ".effective", each.name + ".date + 3 days"};
    if (each.type == "Raid" && features_.optional) days.push_back(each.name + ".term");
    if (each.type == "Call")
      days = {each.name + ".date", each.name + ".due", fmt::format("the later of {}.date and 2000-01-16", each.name)};
  }
  if (days.empty() || !features_.judged || dice_.in(1, 4)) return {};
  return dice_.among(days);
}

std::string author::establishment(surroundings const& here, bool judged) {
  drawn_relation const& target = dice_.among(establishable_);
  std::string text = target.name + "(";
  for (std::size_t index = 0; index < target.parameters.size(); ++index) {
    text += (index == 0 ? "" : ", ") + rules_.term(target.parameters[index], here);
  }
  text += ")";
  if (judged && dice_.in(2, 3)) text += " from " + rules_.date(here);
  if (dice_.in(1, 2)) text += dice_.among({" until ", " through "}) + rules_.date(here);
  return text;
}

std::string author::norm(surroundings const& here, bool judged) {
  std::string const word = dice_.among({"must", "must", "must not", "must not", "may"});
  std::string text =
      fmt::format("{}{} {} aid({})", rules_.term("State", here), word == "must" && dice_.in(1, 3) ? " together" : "",
                  word, dice_.in(3, 4) ? rules_.term("Actor", here) : std::string{});
  if (word == "must" || (judged && dice_.in(1, 2))) text += " from " + rules_.date(here);
  if (word == "must" && dice_.in(1, 2)) {
    text += dice_.in(1, 2) ? fmt::format(" within {} days", dice_.below(12)) : " by " + rules_.date(here);
  }
  if (dice_.in(1, 3)) text += dice_.among({" until ", " through "}) + rules_.date(here);
  return text;
}

void author::add_consequences(declaration& to, surroundings const& here, bool judged) {
  std::size_t const count = dice_.below(3);
  for (std::size_t index = 0; index < count; ++index) {
    bool const is_norm = establishable_.empty() || (features_.norms && dice_.in(1, 2));
    if (is_norm && !features_.norms) continue;
    std::string const text = is_norm ? norm(here, judged) : establishment(here, judged);
    to.clauses.push_back({(dice_.in(1, 5) ? "otherwise " : "then ") + text, std::nullopt, ""});
  }
  std::stable_partition(to.clauses.begin(), to.clauses.end(),
                        [](clause const& each) { return each.before.rfind("otherwise", 0) != 0; });
}

void author::add_version(std::string const& id, std::vector<drawn_variable> const& variables, std::string const& judged,
                         std::vector<clause> first) {
  declaration made{fmt::format("provision {} \"{}\"", id, id), std::move(first)};
  made.clauses.push_back({"for each " + heads(variables), std::nullopt, ""});
  if (!judged.empty()) made.clauses.push_back({"judged at " + judged, std::nullopt, ""});
  surroundings here = around(variables, !judged.empty());
  if (features_.recursion && judged.empty() && dice_.in(1, 3)) here.positive = establishable_;
  if (features_.before && dice_.in(1, 3)) here.earlier = establishable_;
  if (dice_.in(5, 6)) made.clauses.push_back({"when ", rules_.condition(here), ""});
  here.positive.clear();
  if (dice_.in(1, 4)) made.clauses.push_back({"unless ", rules_.condition(here), ""});
  for (std::size_t count = dice_.below(3); count > 0; --count) {
    made.clauses.push_back({"requires ", rules_.condition(here), ""});
  }
  add_consequences(made, here, !judged.empty());
  made_.rules.push_back(std::move(made));
}

void author::add_provision(std::string const& id, std::vector<drawn_variable> const& variables,
                           std::string const& overridden) {
  std::string const judged = judged_at(variables);
  if (features_.versions && dice_.in(1, 3)) {
    std::string const day = rules_.literal_date();
    add_version(id, variables, judged, {{"in force until " + day, std::nullopt, ""}});
    if (!overridden.empty()) made_.rules.back().clauses.push_back({overridden, std::nullopt, ""});
    add_version(id, variables, judged, {{"in force from " + day, std::nullopt, ""}});
  } else {
    add_version(id, variables, judged, {});
  }
  if (!overridden.empty()) made_.rules.back().clauses.push_back({overridden, std::nullopt, ""});
}

// In every version from a declaration on, behind the requirements.
void author::add_norm(std::size_t begin, std::string const& text) {
  auto const stands_behind = [](clause const& each) {
    return each.before.rfind("then", 0) == 0 || each.before.rfind("otherwise", 0) == 0 ||
           each.before.rfind("overrides", 0) == 0;
  };
  for (; begin < made_.rules.size(); ++begin) {
    auto& clauses = made_.rules[begin].clauses;
    clauses.insert(std::find_if(clauses.begin(), clauses.end(), stands_behind), {text, std::nullopt, ""});
  }
}

// A provision, and perhaps before it one that overrides it: they need the same things, so neither can need the other.
void author::add_pair() {
  auto const variables = some_variables({"State", "State", "Raid", "Call", "Actor", "Raid"}, 2);
  std::string const id = fmt::format("T.{}", ++articles_);
  bool permission = false;  // whether the one lifts a prohibition of the other
  if (features_.overrides && dice_.in(1, 3)) {
    auto other = variables;
    if (dice_.in(1, 2)) other.push_back({rules_.fresh("v"), dice_.among({"State", "Raid"})});
    std::string text = fmt::format("overrides {}{}", dice_.in(1, 5) ? "all of " : "", id);
    if (text.find("all") == std::string::npos) text += " for the same " + dice_.among(variables).name;
    if (dice_.in(1, 4)) text += " from " + rules_.date(around(other, true));
    if (dice_.in(1, 4)) text += " until " + rules_.date(around(other, true));
    std::string const own = fmt::format("T.{}", ++articles_);
    std::size_t const begin = made_.rules.size();
    add_provision(own, other, text);
    permission = features_.norms && variables[0].type == "State" && dice_.in(1, 3);
    if (permission) add_norm(begin, fmt::format("then {} may aid()", variables[0].name));
    rules_.provisions.push_back({own, other, true});
  }
  std::size_t const begin = made_.rules.size();
  add_provision(id, variables, {});
  if (permission) add_norm(begin, fmt::format("then {} must not aid()", variables[0].name));
  rules_.provisions.push_back({id, variables, true});
}

void author::add_question() {
  // A variable of some provision, which can then be an answer.
  auto variables = some_variables({"State", "Raid"}, 1);
  if (!rules_.provisions.empty()) variables = {dice_.among(dice_.among(rules_.provisions).variables)};
  std::string const id = rules_.fresh("q");
  declaration made{fmt::format("question {} \"{}\"", id, id), {}};
  made.clauses.push_back({"for each " + heads(variables), std::nullopt, ""});
  made.clauses.push_back({"arises when ", rules_.condition(around(variables, false)), ""});
  for (drawn_provision const& each : rules_.provisions) {
    bool const shares = std::any_of(each.variables.begin(), each.variables.end(),
                                    [&](drawn_variable const& variable) { return variable.name == variables[0].name; });
    if (!shares) continue;
    char const* const word = made.clauses.size() == 2 ? "answered by" : ",";
    made.clauses.push_back({fmt::format("{} {} for the same {}", word, each.id, variables[0].name), std::nullopt, ""});
  }
  made_.rules.push_back(std::move(made));
}

sketch author::write() {
  made_.rules = vocabulary(dice_, features_);
  add_facts();
  std::size_t const layers = 1 + dice_.below(4);
  for (std::size_t layer = 0; layer < layers; ++layer) {
    if (dice_.in(1, 2)) add_define();
    if (dice_.in(2, 3)) add_pair();
    bool const may_read = layer + 1 == layers / 2 + 1;
    if (!may_read) continue;
    // From here on what is established may be read, and nothing more establishes it.
    rules_.relations.insert(rules_.relations.end(), establishable_.begin(), establishable_.end());
    establishable_.clear();
  }
  if (features_.questions && dice_.in(1, 2)) add_question();
  draw_scenario(dice_, features_, rules_, facts_, made_);
  return std::move(made_);
}

}  // namespace

std::vector<std::string> const& drawn_dates() {
  static std::vector<std::string> const dates{"2000-01-10", "2000-01-12", "2000-01-13",
                                              "2000-01-18", "2000-01-24", "2000-02-02"};
  return dates;
}

features some_features(dice& with) {
  features found;
  for (bool features::*each :
       {&features::unknowns, &features::quantifiers, &features::selections, &features::at, &features::before,
        &features::recursion, &features::judged, &features::versions, &features::overrides, &features::norms,
        &features::questions, &features::optional, &features::events_known_late, &features::effective,
        &features::statuses, &features::values}) {
    found.*each = with.in(2, 3);
  }
  found.raids_by_groups = with.in(1, 3);
  return found;
}

sketch draw(std::uint64_t seed) {
  dice with(seed);
  features const chosen = some_features(with);
  return author(with, chosen).write();
}

sketch draw(std::uint64_t seed, features const& of) {
  dice with(seed);
  return author(with, of).write();
}

}  // namespace casus::oracle
