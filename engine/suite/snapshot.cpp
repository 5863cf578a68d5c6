#include "snapshot.hpp"

#include "words.hpp"

#include "engine/evaluate/establishing.hpp"
#include "engine/facts/print.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::suite {
namespace {

// What YAML readers take for something else than text.
bool has_a_meaning(std::string_view word) {
  constexpr std::string_view known[] = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"};
  return std::find(std::begin(known), std::end(known), word) != std::end(known);
}

// A YAML scalar that stands anywhere: plain where it is a mere word, else in double quotes.
std::string scalar(std::string_view text) {
  auto const is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '-';
  };
  bool const is_word = !text.empty() && text.front() != '-' && std::all_of(text.begin(), text.end(), is_plain);
  if (is_word && !has_a_meaning(text)) return std::string{text};
  std::string quoted = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? ' ' : c;
  }
  return quoted + '"';
}

std::string list_of(std::vector<std::string> items) {
  std::sort(items.begin(), items.end());
  return fmt::format("[{}]", fmt::join(items, ", "));
}

class writer {
 public:
  writer(evaluate::world& world, evaluate::findings const& found, source::files const& files)
      : world_(world), program_(world.program()), facts_(world.facts()), found_(found), files_(files) {}

  [[nodiscard]] std::string write() {
    std::vector<std::string> blocks;
    for (auto const& article : program_.articles) {
      for (auto const version : article.versions) add_provision(version, blocks);
    }
    for (auto const& question : found_.questions) add_question(question, blocks);
    add_conflicts(blocks);
    std::sort(blocks.begin(), blocks.end());
    return blocks.empty() ? "  {}\n" : fmt::format("{}", fmt::join(blocks, ""));
  }

 private:
  [[nodiscard]] std::string print(facts::value const& value) const {
    return scalar(facts::print(value, program_, facts_));
  }

  [[nodiscard]] std::string binding(check::scope const& scope, evaluate::binding const& values) const {
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < values.size() && i < scope.parameters; ++i)
      pairs.push_back(program_.variables[scope.variables[i]].name + ": " + print(values[i]));
    std::sort(pairs.begin(), pairs.end());
    return fmt::format("{{{}}}", fmt::join(pairs, ", "));
  }

  static void add_block(std::string const& name, std::vector<std::string> lines, std::vector<std::string>& into) {
    if (lines.empty()) return;
    std::sort(lines.begin(), lines.end());
    into.push_back(fmt::format("  {}:\n    - {}\n", scalar(name), fmt::join(lines, "\n    - ")));
  }

  [[nodiscard]] std::string name_of(check::provision const& version) const {
    if (program_.articles[version.article].versions.size() < 2) return version.id;
    auto const& period = program_.text_of(version).in_force;
    return version.id + (period && period->from ? " as of " + source::to_iso(*period->from) : ", first text");
  }

  void add_provision(check::provision_index index, std::vector<std::string>& into) const {
    auto const& version = program_.provisions[index];
    std::vector<std::string> lines;
    for (auto const& one : found_.provisions[index].instances) lines.push_back(instance(index, one));
    add_block(name_of(version), std::move(lines), into);
  }

  [[nodiscard]] std::string instance(check::provision_index index, evaluate::instance const& one) const {
    auto const& version = program_.provisions[index];
    auto const& text = program_.text_of(version);
    auto line = fmt::format("{{for: {}, status: {}", binding(version.scope, one.binding), evaluate::words(one.status));
    if (one.judged_on) line += ", judged_on: " + source::to_iso(*one.judged_on);
    if (!one.failing.empty()) line += ", failing: " + labels(text.requirements, one.failing);
    if (!one.open.empty()) line += ", open: " + labels(text.requirements, one.open);
    if (!one.displaced.empty()) line += ", displaced_by: " + displacing(text, one);
    if (!one.norms.empty()) line += ", norms: " + norms(one);
    auto const established = evaluate::established_by(world_, index, one, found_.date);
    if (!established.empty()) line += ", establishes: " + established_words(established);
    return line + '}';
  }

  [[nodiscard]] std::string labels(std::vector<model::clause> const& clauses,
                                   std::vector<std::uint32_t> const& chosen) const {
    std::vector<std::string> items;
    for (auto const i : chosen) items.push_back(scalar(clause_words(program_.rules, files_, clauses[i].condition)));
    return list_of(std::move(items));
  }

  [[nodiscard]] std::string displacing(model::provision const& text, evaluate::instance const& one) const {
    std::vector<std::string> items;
    for (auto const& by : one.displaced) {
      if (by.exception) {
        items.push_back(scalar(clause_words(program_.rules, files_, text.exceptions[*by.exception].condition)));
      } else if (by.overridden_by) {
        auto const& other = program_.provisions[*by.overridden_by];
        items.push_back(fmt::format("{{{}: {}}}", scalar(other.id), binding(other.scope, by.by)));
      }
    }
    return list_of(std::move(items));
  }

  [[nodiscard]] static std::string_view words(model::modality mode) {
    switch (mode) {
      case model::modality::must: return "must";
      case model::modality::must_not: return "must not";
      case model::modality::may: return "may";
    }
    return {};
  }

  [[nodiscard]] std::string norms(evaluate::instance const& one) const {
    std::vector<std::string> items;
    for (auto const index : one.norms) {
      auto const& norm = found_.norms[index];
      std::vector<std::string> arguments;
      for (auto const& each : norm.arguments) arguments.push_back(print(each));
      auto item =
          fmt::format("{{actor: {}, {}: {}", print(norm.actor), words(norm.mode), program_.event_kinds[norm.act].name);
      if (!arguments.empty()) item += fmt::format(", to: [{}]", fmt::join(arguments, ", "));
      for (auto const& [name, date] : {std::pair{"from", norm.from}, {"by", norm.by}, {"until", norm.until}})
        if (date.tag != facts::tag::absent) item += fmt::format(", {}: {}", name, print(date));
      item += fmt::format(", state: {}", evaluate::words(norm.state));
      if (norm.certain != facts::truth::yes) item += ", follows: open";
      if (!norm.joint_with.empty()) item += ", together: true";
      items.push_back(item + '}');
    }
    return list_of(std::move(items));
  }

  [[nodiscard]] std::string established_words(std::vector<evaluate::established_fact> const& established) const {
    std::vector<std::string> items;
    for (auto const& fact : established) {
      std::vector<std::string> arguments;
      for (auto const& each : fact.arguments) arguments.push_back(print(each));
      auto item = fmt::format("{{{}: [{}]", program_.relations[fact.relation].name, fmt::join(arguments, ", "));
      for (auto const& [name, date] : {std::pair{"from", fact.from}, {"until", fact.until}})
        if (date.tag != facts::tag::absent) item += fmt::format(", {}: {}", name, print(date));
      items.push_back(item + '}');
    }
    return list_of(std::move(items));
  }

  void add_question(evaluate::question_findings const& of, std::vector<std::string>& into) const {
    auto const& question = program_.questions[of.question];
    std::vector<std::string> lines;
    for (auto const& one : of.instances) {
      auto line =
          fmt::format("{{for: {}, status: {}", binding(question.scope, one.binding), evaluate::words(one.status));
      std::vector<std::string> by;
      for (auto const p : one.answered_by) by.push_back(scalar(program_.provisions[p].id));
      if (!by.empty()) line += ", by: " + list_of(std::move(by));
      lines.push_back(line + '}');
    }
    add_block("question " + question.id, std::move(lines), into);
  }

  void add_conflicts(std::vector<std::string>& into) const {
    auto const side = [&](std::uint32_t index) {
      auto const& norm = found_.norms[index];
      return fmt::format("{{{}: {}}}", scalar(program_.provisions[norm.provision].id), print(norm.actor));
    };
    std::vector<std::string> lines;
    for (auto const& one : found_.conflicts)
      lines.push_back(fmt::format("{{must: {}, must not: {}}}", side(one.must), side(one.must_not)));
    add_block("conflicts", std::move(lines), into);
  }

  evaluate::world& world_;
  check::program const& program_;
  facts::base const& facts_;
  evaluate::findings const& found_;
  source::files const& files_;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Each line with the lines before it that are indented less and less, so that equal lines of different provisions are
// told apart.
std::map<std::pair<std::vector<std::string>, std::string>, int> leaves(std::string_view text) {
  std::map<std::pair<std::vector<std::string>, std::string>, int> found;
  std::vector<std::string_view> open;  // the lines that the next one may belong to, each indented more than the last
  auto const indent = [](std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); };
  for (auto const line : lines_of(text)) {
    while (!open.empty() && indent(open.back()) >= indent(line)) open.pop_back();
    bool const is_heading = line.empty() || line.back() == ':';
    if (!is_heading) {
      std::vector<std::string> path;
      for (auto const& above : open) path.push_back("  " + std::string{above});
      ++found[{std::move(path), std::string{line}}];
    }
    open.push_back(line);
  }
  return found;
}

}  // namespace

std::string snapshot(accounts& of, source::files const& files, source::date date) {
  auto const& told = of.scenario();
  auto text = "scenario: " + scalar(told.title) + '\n';
  for (std::size_t i = 0; i <= told.views.size(); ++i) {
    auto const view = i == 0 ? std::nullopt : std::optional{i - 1};
    auto const name = view ? "view " + told.views[*view].id : std::string{"agreed facts"};
    auto const asked = of.of_view(view);
    auto const on = scalar(fmt::format("{} on {}", name, source::to_iso(date)));
    text += on + ":\n" + writer{of.world(asked), of.at(asked, date), files}.write();
  }
  return text;
}

std::vector<std::string> changes(std::string_view before, std::string_view after) {
  auto const old_leaves = leaves(before);
  auto const new_leaves = leaves(after);
  std::map<std::vector<std::string>, std::vector<std::string>> by_path;
  auto const compare = [&](auto const& these, auto const& others, char sign) {
    for (auto const& [leaf, count] : these) {
      auto const other = others.find(leaf);
      auto const there = other == others.end() ? 0 : other->second;
      for (int i = there; i < count; ++i) by_path[leaf.first].push_back(std::string{sign, ' '} + leaf.second);
    }
  };
  compare(old_leaves, new_leaves, '-');
  compare(new_leaves, old_leaves, '+');
  std::vector<std::string> said;
  for (auto const& [path, lines] : by_path) {
    said.insert(said.end(), path.begin(), path.end());
    said.insert(said.end(), lines.begin(), lines.end());
  }
  return said;
}

}  // namespace casus::suite
