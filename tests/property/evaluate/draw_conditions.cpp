// Conditions and terms at random.
#include "tests/property/evaluate/draw.hpp"

#include <fmt/format.h>

namespace casus::oracle {
namespace {

phrase wrapped(std::string before, phrase inner, std::string after) {
  return {phrase::form::wrapped, std::move(before), {std::move(inner)}, std::move(after)};
}

// Under a negation nothing may be named in a circle but the day before.
surroundings negative(surroundings here) {
  here.positive.clear();
  --here.depth;
  return here;
}

surroundings deeper(surroundings here) {
  --here.depth;
  return here;
}

}  // namespace

surroundings composer::with(surroundings const& here, drawn_variable const& variable) const {
  surroundings more = here;
  more.variables.push_back(variable);
  --more.depth;
  return more;
}

std::vector<std::string> composer::of_type(std::string const& type, surroundings const& here) const {
  std::vector<std::string> found;
  auto const add = [&](std::string const& name, char const* field) { found.push_back(name + "." + field); };
  for (drawn_variable const& each : here.variables) {
    std::string const& name = each.name;
    if (each.type == type) found.push_back(name);
    if (type == "Actor" && (each.type == "State" || each.type == "Group")) found.push_back(name);
    if (type == "State" && each.type == "Actor") found.push_back(name);
    if (each.type == "Raid") {
      bool const may_be = type == "Actor" || type == (features_.raids_by_groups ? "Group" : "State");
      if (may_be) add(name, "by");
      if (type == "State" || type == "Actor") add(name, "to");
      if (type == "Mode") add(name, "mode");
      if (type == "Bool") add(name, "flag");
      if (type == "Date") add(name, "date"), add(name, "effective"), add(name, "known");
      if (type == "Date" && features_.optional) add(name, "term");
    }
    if (each.type == "Call") {
      if (type == "State" || type == "Actor") add(name, "by");
      if (type == "Raid") add(name, "raid");
      if (type == "Int") add(name, "num");
      if (type == "Date") add(name, "date"), add(name, "due");
      if (type == "State" && features_.optional) add(name, "via");
    }
    if (each.type == "act aid") {
      if (type == "State" || type == "Actor") add(name, "by"), add(name, "to");
      if (type == "Date") add(name, "date");
    }
    if (each.type == "State") {
      if (type == "Int") add(name, "rank");
      if (type == "Text") add(name, "label");
      if (type == "Mode" && features_.optional) add(name, "mood");
    }
  }
  return found;
}

std::string composer::literal_date() { return dice_.among(drawn_dates()); }

std::string composer::date(surroundings const& here) {
  auto const found = of_type("Date", here);
  if (found.empty() || dice_.in(1, 5)) return literal_date();
  std::string const start = dice_.among(found);
  if (dice_.in(1, 6)) return fmt::format("{} {} {} days", start, dice_.among({"+", "-"}), 1 + dice_.below(9));
  if (dice_.in(1, 8)) return fmt::format("(the {} of {} and {})", dice_.among({"later", "earlier"}), start, date(here));
  return start;
}

std::string composer::term(std::string const& type, surroundings const& here) {
  if (type == "Date") return date(here);
  auto const found = of_type(type, here);
  if (type == "Int" && features_.values && dice_.in(1, 3)) return fmt::format("share({})", term("State", here));
  if (type == "Mode" && features_.values && dice_.in(1, 4)) return fmt::format("manner({})", term("Actor", here));
  if (found.empty() || dice_.in(1, 8)) {
    if (type == "Mode") return dice_.among({"calm", "sharp", "grave"});
    if (type == "Bool") return dice_.among({"true", "false"});
    if (type == "Int") return std::to_string(dice_.below(4));
    if (type == "Text") return dice_.among({"\"a\"", "\"b\""});
    if (type == "State" || type == "Actor") return "pole";
    if (found.empty()) return {};  // events and groups must come from somewhere
  }
  return dice_.among(found);
}

phrase composer::application(std::vector<drawn_relation> const& among, surroundings const& here) {
  drawn_relation const& chosen = dice_.among(among);
  std::string arguments;
  for (std::string const& parameter : chosen.parameters) {
    std::string const given = term(parameter, here);
    if (given.empty()) return leaf("true");
    arguments += (arguments.empty() ? "" : ", ") + given;
  }
  return leaf(fmt::format("{}({})", chosen.name, arguments));
}

phrase composer::comparison(surroundings const& here) {
  std::string const type = dice_.among({"State", "Actor", "Mode", "Bool", "Int", "Text", "Date", "Date"});
  std::string const left = term(type, here);
  if (type == "Date" && here.now && dice_.in(1, 3)) {
    return leaf(fmt::format("{} {} now", left, dice_.among({"<=", "<", ">", ">=", "=", "!="})));
  }
  if (type == "Actor" && dice_.in(1, 2))
    return leaf(fmt::format("{} in {}", left, dice_.among({"State", "Group", "Actor"})));
  if (type == "Mode" && dice_.in(1, 3)) return leaf(fmt::format("{} in {{calm, grave}}", left));
  auto const optional = of_type(type, here);
  if (features_.optional && (type == "Date" || type == "Mode") && !optional.empty() && dice_.in(1, 4)) {
    return leaf(fmt::format("{} is given", dice_.among(optional)));
  }
  bool const ordered = type == "Int" || type == "Text" || type == "Date";
  std::string const sign = ordered ? dice_.among({"<=", "<", ">", ">=", "=", "!="}) : dice_.among({"=", "!="});
  return leaf(fmt::format("{} {} {}", left, sign, term(type, here)));
}

phrase composer::simple(surroundings const& here) {
  if (!here.positive.empty() && dice_.in(1, 3)) return application(here.positive, here);
  if (dice_.in(1, 12)) return leaf(fmt::format("school = {}", dice_.among({"wide", "narrow"})));
  if (!relations.empty() && dice_.in(3, 5)) return application(relations, here);
  return comparison(here);
}

phrase composer::quantified(surroundings const& here) {
  drawn_variable const variable{fresh("x"),
                                dice_.among({"State", "State", "Actor", "Raid", "Call", "act aid", "Mode", "Group"})};
  std::string const word = dice_.among({"some", "some", "no", "every"});
  surroundings const inner = with(word == "some" ? here : negative(here), variable);
  std::string const head = fmt::format("{} {}: {}", word, variable.name, variable.type);
  if (word == "every") {
    phrase body{phrase::form::all, {}, {}, {}};
    std::string const first = word == "every" && dice_.in(2, 3) ? " where " : "";
    if (first.empty()) return wrapped(head + " satisfies ", condition(inner), "");
    phrase made{phrase::form::wrapped, head + " where ", {}, {}};
    made.parts.push_back(condition(inner));
    phrase rest = condition(inner);
    if (rest.is == phrase::form::leaf)
      made.after = " satisfies " + rest.before;
    else
      made.after = " satisfies true";
    return made;
  }
  return wrapped(head + " where ", condition(inner), "");
}

phrase composer::counted(surroundings const& here) {
  drawn_variable const variable{fresh("x"), dice_.among({"State", "Actor", "Raid", "Call"})};
  surroundings const inner = with(negative(here), variable);
  return wrapped(fmt::format("count({}: {} where ", variable.name, variable.type), condition(inner),
                 fmt::format(") {} {}", dice_.among({">=", "=", "<", "!="}), dice_.below(4)));
}

phrase composer::selected(surroundings const& here) {
  bool const of_states = dice_.in(1, 2);
  drawn_variable const variable{fresh("x"), of_states ? "State" : "Raid"};
  surroundings const inner = with(negative(here), variable);
  std::string const key = variable.name + (of_states ? dice_.among({".rank", ".label"}) : std::string(".date"));
  std::string const word = dice_.among({"first", "last", "next"});
  std::string after;
  if (word == "next") {
    std::string const start = term(variable.type, here);
    if (start.empty()) return leaf("true");
    after = " after " + start;
  }
  std::string const rest = of_states ? ") = " + term("State", here) : std::string(").to = ") + term("State", here);
  return wrapped(fmt::format("({} {}: {}{} by {} where ", word, variable.name, variable.type, after, key),
                 condition(inner), rest);
}

phrase composer::elsewhere(surroundings const& here) {
  bool const is_at = features_.at && (!features_.before || dice_.in(1, 2));
  surroundings inner = negative(here);
  inner.now = true;
  if (is_at) {
    inner.earlier.clear();
    return wrapped("(", condition(inner), fmt::format(") at {}", date(here)));
  }
  if (!here.earlier.empty() && dice_.in(2, 3))
    return wrapped("", application(here.earlier, here), " before " + date(here));
  inner.earlier.clear();
  return wrapped("(", condition(inner), fmt::format(") before {}", date(here)));
}

phrase composer::status(surroundings const& here) {
  drawn_provision const& chosen = dice_.among(provisions);
  std::string bindings;
  for (drawn_variable const& each : chosen.variables) {
    std::string const given = dice_.in(2, 3) ? term(each.type, here) : std::string{};
    if (!given.empty()) bindings += fmt::format("{}{} = {}", bindings.empty() ? " for " : ", ", each.name, given);
  }
  return leaf(
      fmt::format("({} is {}{})", chosen.id, chosen.has_norms && dice_.in(2, 3) ? "breached" : "violated", bindings));
}

phrase composer::condition(surroundings const& here) {
  if (here.depth <= 0) return simple(here);
  switch (dice_.below(12)) {
    case 0:
    case 1: return {phrase::form::all, {}, {condition(deeper(here)), condition(deeper(here))}, {}};
    case 2: return {phrase::form::any, {}, {condition(deeper(here)), condition(deeper(here))}, {}};
    case 3: return {phrase::form::negation, {}, {condition(negative(here))}, {}};
    case 4:
    case 5: return features_.quantifiers ? quantified(here) : simple(here);
    case 6: return features_.quantifiers ? counted(here) : simple(here);
    case 7: return features_.selections ? selected(here) : simple(here);
    case 8: return features_.at || features_.before ? elsewhere(here) : simple(here);
    case 9: return features_.statuses && !provisions.empty() ? status(here) : simple(here);
    default: return simple(here);
  }
}

}  // namespace casus::oracle
