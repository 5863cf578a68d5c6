#include "interview.hpp"

#include "engine/explain/completions.hpp"
#include "engine/facts/print.hpp"
#include "engine/report/settlement_words.hpp"
#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

class interviewer {
 public:
  interviewer(opened_case const& in, chosen_instance const& about, line_reader const& read,
              std::function<void(std::string_view)> const& write, report::painter const& paint)
      : in_(in),
        about_(about),
        read_(read),
        write_(write),
        paint_(paint),
        told_(explain::supposing(in.accounts.world(in.account), {})),
        world_(in.rules, told_.facts, told_.how),
        found_(world_.at(in.on.date)) {}

  void run() {
    while (true) {
      auto const now = world_.instance_of(about_.provision, about_.what.binding, in_.on.date);
      if (now.applies != facts::truth::open) return conclude(now);
      auto const open = explain::settle(world_, in_.rules, about_.provision, about_.what.binding, in_.on.date);
      if (open.in_every_completion) return conclude_anyway(*open.in_every_completion);
      auto const fact = explain::fact_to_ask(world_, open, passed_over_);
      if (!fact) return write_("it stays open" + because() + "; there is nothing more to ask\n");
      if (!ask(*fact)) return write_("\nit stays open" + because() + "; there are no more answers\n");
    }
  }

 private:
  [[nodiscard]] report::subject subject() { return {world_, in_.rules, in_.files, found_}; }

  // Asks until an answer is understood; false at the end of the input.
  bool ask(explain::open_fact const& fact) {
    report::names const named(in_.rules.program(), told_.facts);
    auto const values = explain::values_to_try(world_, fact);
    std::vector<std::string> words, ids;
    for (auto const& value : values) {
      words.push_back(named.of(value));
      ids.push_back(facts::print(value, in_.rules.program(), told_.facts));
    }
    write_(paint_(report::tone::strong, report::open_fact_words(subject(), named, fact) + "?") + '\n');
    for (std::size_t i = 0; i < words.size(); ++i) write_(fmt::format("  {}  {}\n", i + 1, words[i]));
    write_("  ?  not known\n");
    while (true) {
      write_("> ");
      auto const answer = read_();
      if (!answer) return false;
      if (*answer == "?") {
        passed_over_.push_back(fact);
        return true;
      }
      auto const chosen = meant(*answer, words, ids);
      if (chosen) {
        take({fact, values[*chosen]});
        return true;
      }
      auto const help = source::did_you_mean(*answer, words);
      write_(fmt::format("answer by a number, a value or `?`{}\n", help.empty() ? "" : "; " + help));
    }
  }

  static std::optional<std::size_t> meant(std::string const& answer, std::vector<std::string> const& words,
                                          std::vector<std::string> const& ids) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (answer == std::to_string(i + 1) || answer == words[i] || answer == ids[i]) return i;
    }
    return std::nullopt;
  }

  void take(explain::supposed const& what) {
    report::names const named(in_.rules.program(), told_.facts);
    answers_.push_back(report::supposed_words(subject(), named, what));
    auto next = explain::supposing(world_, {what});
    told_ = std::move(next);
    world_ = evaluate::world(in_.rules, told_.facts, told_.how);
    found_ = world_.at(in_.on.date);
  }

  void conclude(evaluate::instance const& now) {
    write_(paint_(report::tone_of(now.status), evaluate::words(now.status)) + because() + '\n');
  }
  void conclude_anyway(bool applies) {
    write_((applies ? "applies" : "does not apply") + because() + ", however the rest comes out\n");
  }
  [[nodiscard]] std::string because() const {
    std::string text;
    for (auto const& one : answers_) text += (text.empty() ? ", since " : " and ") + one;
    return text;
  }

  opened_case const& in_;
  chosen_instance const& about_;
  line_reader const& read_;
  std::function<void(std::string_view)> const& write_;
  report::painter const& paint_;
  explain::told_otherwise told_;
  evaluate::world world_;
  evaluate::findings found_;
  std::vector<explain::open_fact> passed_over_;
  std::vector<std::string> answers_;
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto const end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (!lines.back().empty() && lines.back().back() == '\r') lines.back().pop_back();
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

}  // namespace

line_reader lines_of_input(environment const& around, std::size_t most) {
  if (around.read_line) return around.read_line;
  auto const read = around.read_input(most);
  auto const write = around.write_output;
  return
      [lines = split(read.content.value_or("")), next = std::size_t{0}, write]() mutable -> std::optional<std::string> {
        if (next == lines.size()) return std::nullopt;
        write(lines[next] + '\n');  // nobody types it
        return lines[next++];
      };
}

void interview(opened_case const& in, chosen_instance const& about, line_reader const& read,
               std::function<void(std::string_view)> const& write, report::painter const& paint) {
  interviewer{in, about, read, write, paint}.run();
}

}  // namespace casus::cli
