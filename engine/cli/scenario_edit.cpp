#include "scenario_edit.hpp"

#include "command.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

constexpr std::string_view blanks = " \t";

std::string trimmed(std::string_view text) {
  auto const begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return std::string{text.substr(begin, text.find_last_not_of(blanks) - begin + 1)};
}

// "a, {b, c}, “d, e”" at its outer commas.
std::vector<std::string> at_commas(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  int depth = 0;
  char quote = 0;
  for (char const c : text) {
    if (quote != 0) {
      quote = c == quote ? char{0} : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else {
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    }
    if (c == ',' && depth == 0 && quote == 0) {
      parts.push_back(trimmed(part));
      part.clear();
    } else {
      part += c;
    }
  }
  if (!trimmed(part).empty()) parts.push_back(trimmed(part));
  return parts;
}

[[noreturn]] void refuse(std::string_view option, std::string_view form, std::string_view text) {
  throw usage_error{fmt::format("{} takes {}, not `{}`", option, form, text)};
}

// What is said under one kind of event or one fact: by id, or without.
struct said {
  std::map<std::string, std::vector<std::string>> by_id;
  std::map<std::string, std::string> whole;  // by id: `false`
  std::vector<std::string> items;
};

class fact_writer {
 public:
  explicit fact_writer(check::program const* program) : program_(program) {}

  void set(std::string const& text) {
    constexpr std::string_view form = "EVENT.ID.FIELD=VALUE or FACT(ARGUMENTS)=VALUE";
    auto const sign = text.rfind('=');
    if (sign == std::string::npos) refuse("--set", form, text);
    auto const what = read_target(trimmed(std::string_view{text}.substr(0, sign)));
    auto const value = trimmed(std::string_view{text}.substr(sign + 1));
    if (!what || value.empty()) refuse("--set", form, text);
    if (what->is_applied && what->id.empty()) {
      said_[what->name].items.push_back(tuple(*what, (has_value(what->name, value) ? "value: " : "holds: ") + value));
    } else if (!what->is_applied && !what->field.empty()) {
      said_[what->name].by_id[what->id].push_back(what->field + ": " + value);
    } else {
      refuse("--set", form, text);
    }
  }

  void add(std::string const& text) {
    auto const what = read_target(trimmed(text));
    if (!what || !what->is_applied || !what->field.empty()) {
      refuse("--add", "EVENT(FIELD: VALUE, …) or FACT(ARGUMENTS)", text);
    }
    auto& here = said_[what->name];
    if (what->id.empty()) {
      here.items.push_back(tuple(*what, {}));
      return;
    }
    auto& fields = here.by_id[what->id];
    fields.insert(fields.end(), what->arguments.begin(), what->arguments.end());
  }

  void remove(std::string const& text) {
    auto const what = read_target(trimmed(text));
    bool const is_event = what && !what->is_applied && !what->id.empty() && what->field.empty();
    bool const is_fact = what && what->is_applied && what->id.empty();
    if (!is_event && !is_fact) refuse("--remove", "EVENT.ID or FACT(ARGUMENTS)", text);
    if (is_event) said_[what->name].whole[what->id] = "false";
    if (is_fact) said_[what->name].items.push_back(tuple(*what, "holds: false"));
  }

  [[nodiscard]] std::string take() const {
    std::string text;
    for (auto const& [name, here] : said_) text += (text.empty() ? "" : ", ") + name + ": " + entries(here);
    return '{' + text + '}';
  }

 private:
  // Of a fact that has no value it is set whether it holds.
  [[nodiscard]] bool has_value(std::string const& name, std::string const& value) const {
    if (program_ == nullptr) return true;
    for (auto const& relation : program_->relations) {
      if (relation.name != name || !relation.is_fact || relation.value) continue;
      if (value == "true" || value == "false" || value == "unknown") return false;
      throw usage_error{
          fmt::format("`{}` is a fact without a value, which is true, false or unknown, not `{}`", name, value)};
    }
    return true;
  }

  // Arguments without names are those of the parameters, in their order.
  [[nodiscard]] std::string tuple(edit_target const& what, std::string const& more) const {
    std::vector<std::string> parameters;
    if (program_ != nullptr) {
      for (auto const& relation : program_->relations)
        if (relation.name == what.name) parameters = relation.parameter_names;
    }
    std::string text;
    for (std::size_t i = 0; i < what.arguments.size(); ++i) {
      auto const& argument = what.arguments[i];
      bool const is_named = argument.find(": ") != std::string::npos;
      auto const name = !is_named && i < parameters.size() ? parameters[i] + ": " : std::string{};
      text += (text.empty() ? "" : ", ") + name + argument;
    }
    if (!more.empty()) text += (text.empty() ? "" : ", ") + more;
    return '{' + text + '}';
  }

  // A kind has its events in a list or by their ids, not both: those without an id get one where others have.
  [[nodiscard]] static std::string entries(said const& here) {
    std::string text;
    auto const add = [&](std::string const& entry) { text += (text.empty() ? "" : ", ") + entry; };
    if (here.by_id.empty() && here.whole.empty()) {
      for (auto const& item : here.items) add(item);
      return '[' + text + ']';
    }
    for (auto const& [id, fields] : here.by_id) {
      std::string inner;
      for (auto const& field : fields) inner += (inner.empty() ? "" : ", ") + field;
      add(id + ": {" + inner + '}');
    }
    for (auto const& [id, what] : here.whole) add(id + ": " + what);
    for (std::size_t i = 0; i < here.items.size(); ++i) add("added_" + std::to_string(i + 1) + ": " + here.items[i]);
    return '{' + text + '}';
  }

  check::program const* program_;
  std::map<std::string, said> said_;
};

std::size_t end_of_line(std::string_view text, std::size_t at) {
  auto const end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

std::size_t indentation(std::string_view line) {
  auto const first = line.find_first_not_of(' ');
  return first == std::string_view::npos ? line.size() : first;
}

bool says_something(std::string_view line) {
  auto const first = line.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && line[first] != '#';
}

// A name for a view that the text does not mention.
std::string free_name(std::string_view scenario) {
  std::string const first = "what_if";
  auto name = first;
  for (int number = 2; scenario.find(name + ':') != std::string_view::npos; ++number)
    name = first + '_' + std::to_string(number);
  return name;
}

// A view as lines below a key that stands `margin` deep.
std::string view_text(std::size_t margin, std::string const& name, std::string_view body) {
  std::string const indent(margin, ' ');
  std::string text = indent + name + ':';
  if (!body.empty() && body.front() == '{') return text + ' ' + std::string{body} + '\n';
  text += '\n';
  while (!body.empty()) {
    auto const end = end_of_line(body, 0);
    auto line = std::string{body.substr(0, end)};
    if (line.back() != '\n') line += '\n';
    text += says_something(line) ? indent + "  " + line : line;
    body.remove_prefix(end);
  }
  return text;
}

}  // namespace

std::optional<edit_target> read_target(std::string_view text) {
  edit_target made;
  auto const open = text.find('(');
  if (open != std::string_view::npos) {
    if (text.back() != ')' || open == 0) return std::nullopt;
    made.is_applied = true;
    made.arguments = at_commas(text.substr(open + 1, text.size() - open - 2));
    text = text.substr(0, open);
  }
  auto const dot = text.find('.');
  made.name = trimmed(text.substr(0, dot));
  if (dot != std::string_view::npos) {
    auto const rest = text.substr(dot + 1);
    auto const next = rest.find('.');
    made.id = trimmed(rest.substr(0, next));
    if (next != std::string_view::npos) made.field = trimmed(rest.substr(next + 1));
    if (made.id.empty()) return std::nullopt;
  }
  if (made.name.empty()) return std::nullopt;
  return made;
}

std::vector<edit> in_order(edits const& what) {
  std::vector<edit> all;
  for (auto const& one : what.set) all.push_back({edit::kind::set, one});
  for (auto const& one : what.add) all.push_back({edit::kind::add, one});
  for (auto const& one : what.remove) all.push_back({edit::kind::remove, one});
  return all;
}

std::string facts_of(std::vector<edit> const& what, check::program const* program) {
  fact_writer write(program);
  for (auto const& one : what) {
    switch (one.of) {
      case edit::kind::set: write.set(one.text); break;
      case edit::kind::add: write.add(one.text); break;
      case edit::kind::remove: write.remove(one.text); break;
    }
  }
  return write.take();
}

patched with_view(std::string_view scenario, std::string_view body) {
  auto const name = free_name(scenario);
  std::string_view const key = "views:";
  std::size_t at = 0;
  while (at < scenario.size() && scenario.substr(at, key.size()) != key) at = end_of_line(scenario, at);
  auto const before = std::string{scenario.substr(0, std::min(at, scenario.size()))};
  if (at >= scenario.size()) {
    bool const ends = before.empty() || before.back() == '\n';
    return {before + (ends ? "" : "\n") + std::string{key} + '\n' + view_text(2, name, body), name, {}};
  }
  auto const end = end_of_line(scenario, at);
  if (says_something(scenario.substr(at + key.size(), end - at - key.size()))) {
    return {{}, {}, "its `views` stand on one line; put each on a line of its own"};
  }
  auto next = end;
  while (next < scenario.size() && !says_something(scenario.substr(next, end_of_line(scenario, next) - next))) {
    next = end_of_line(scenario, next);
  }
  auto const margin = std::max<std::size_t>(1, indentation(scenario.substr(next)));
  return {std::string{scenario.substr(0, end)} + view_text(margin, name, body) + std::string{scenario.substr(end)},
          name,
          {}};
}

std::string body_of_patch(std::string_view patch) {
  auto rest = patch;
  while (!rest.empty() && !says_something(rest.substr(0, end_of_line(rest, 0)))) {
    rest.remove_prefix(end_of_line(rest, 0));
  }
  for (std::string_view const key : {"facts:", "says:", "readings:"})
    if (rest.substr(0, key.size()) == key) return std::string{patch};
  std::string body = "says: a hypothetical\nfacts:\n";
  while (!rest.empty()) {
    auto const end = end_of_line(rest, 0);
    body += "  " + std::string{rest.substr(0, end)};
    rest.remove_prefix(end);
  }
  return body;
}

}  // namespace casus::cli
