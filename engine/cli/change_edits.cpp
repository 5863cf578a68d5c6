#include "change_edits.hpp"

#include "engine/facts/print.hpp"

#include <algorithm>

namespace casus::cli {
namespace {

using explain::change;
using kind = change::kind;

class edit_writer {
 public:
  explicit edit_writer(opened_case const& in)
      : program_(in.rules.program()),
        facts_(in.accounts.world(in.account).facts()),
        agreed_events_(in.told.agreed.events.size()) {}

  // Whether everything that it names has a name.
  [[nodiscard]] bool write(change const& one, edits& into) const {
    switch (one.of) {
      case kind::field:
        if (!is_named(one.subject) || !is_writable(one.to.front())) return false;
        into.set.push_back(event(one.subject) + '.' + field(one) + '=' + value(one.to.front()));
        return true;
      case kind::presence: {
        if (!is_named(one.subject)) return false;
        bool const took_place = one.to.front().payload != 0;
        (took_place ? into.set : into.remove).push_back(event(one.subject) + (took_place ? ".holds=true" : ""));
        return true;
      }
      case kind::tuple:
      case kind::value: {
        if (!std::all_of(one.arguments.begin(), one.arguments.end(), [&](auto const& v) { return is_writable(v); })) {
          return false;
        }
        auto const text = tuple(one);
        if (one.of == kind::value)
          into.set.push_back(text + '=' + value(one.to.front()));
        else
          (one.to.front().payload != 0 ? into.add : into.remove).push_back(text);
        return true;
      }
      case kind::addition: break;
    }
    return add(one, into);
  }

 private:
  [[nodiscard]] bool is_named(std::uint32_t event) const {
    return event < agreed_events_ && !facts_.events[event].id.empty();
  }
  [[nodiscard]] bool is_writable(facts::value const& what) const {
    return what.tag != facts::tag::event || is_named(facts::index_of(what));
  }
  [[nodiscard]] std::string event(std::uint32_t index) const {
    auto const& of = facts_.events[index];
    return program_.event_kinds[of.kind].name + '.' + of.id;
  }
  [[nodiscard]] std::string field(change const& one) const {
    return program_.event_kinds[facts_.events[one.subject].kind].fields[one.field].name;
  }
  [[nodiscard]] std::string value(facts::value const& what) const {
    return what.tag == facts::tag::absent ? "null" : facts::print(what, program_, facts_);
  }
  [[nodiscard]] std::string tuple(change const& one) const {
    facts::statement said;
    said.relation = one.subject;
    said.arguments = one.arguments;
    return facts::print_tuple(said, program_, facts_);
  }

  [[nodiscard]] bool add(change const& one, edits& into) const {
    auto const& of_kind = program_.event_kinds[one.subject];
    std::string text;
    for (std::size_t i = explain::part_fields; i < one.to.size(); ++i) {
      if (!one.to[i].is_known() || one.to[i].tag == facts::tag::absent) continue;
      if (!is_writable(one.to[i])) return false;
      auto const& of = of_kind.fields[i - explain::part_fields];
      if (of.default_value && facts_says_default(one, i)) continue;
      text += of.name + ": " + value(one.to[i]) + ", ";
    }
    into.add.push_back(of_kind.name + '(' + text + "date: " + value(one.to[explain::part_date]) + ')');
    return true;
  }

  [[nodiscard]] bool facts_says_default(change const& one, std::size_t part) const {
    auto const left_out = explain::value_left_out(program_, facts_, one, part);
    return left_out && *left_out == one.to[part];
  }

  check::program const& program_;
  facts::base const& facts_;
  std::size_t agreed_events_;
};

std::string quoted(std::string const& word) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./=,:@%+-";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string text = "'";
  for (char const c : word) text += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return text + '\'';
}

}  // namespace

std::optional<edits> edits_of(explain::changes const& made, opened_case const& in) {
  edits written;
  edit_writer const write{in};
  for (auto const& one : made)
    if (!write.write(one, written)) return std::nullopt;
  return written;
}

std::string way_to_edits(explain::changes const& made, opened_case const& in) {
  auto const& agreed = in.told.agreed.events;
  auto const lacks_id = [&](std::uint32_t event) { return event < agreed.size() && agreed[event].id.empty(); };
  auto const speaks_of_one = [&](change const& one) {
    bool const is_of_event = one.of == kind::field || one.of == kind::presence;
    auto const is_one = [&](facts::value const& what) {
      return what.tag == facts::tag::event && lacks_id(facts::index_of(what));
    };
    return (is_of_event && lacks_id(one.subject)) || std::any_of(one.to.begin(), one.to.end(), is_one) ||
           std::any_of(one.arguments.begin(), one.arguments.end(), is_one);
  };
  return std::any_of(made.begin(), made.end(), speaks_of_one) ? "give the event an id to try this" : "";
}

std::string what_if_line(edits const& what, std::string const& scenario, written_options const& account) {
  std::string line = "casus what-if " + quoted(scenario);
  auto const add = [&](std::string_view option, std::string const& value) {
    line += ' ' + std::string{option} + ' ' + quoted(value);
  };
  if (account.at) add("--at", *account.at);
  if (account.view) add("--view", *account.view);
  for (auto const& one : account.readings) add("--reading", one);
  for (auto const& one : account.law) add("--law", one);
  if (account.known_by) add("--known-by", *account.known_by);
  for (auto const& one : what.set) add("--set", one);
  for (auto const& one : what.add) add("--add", one);
  for (auto const& one : what.remove) add("--remove", one);
  return line;
}

}  // namespace casus::cli
