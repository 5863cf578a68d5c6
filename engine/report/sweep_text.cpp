#include "reading.hpp"
#include "sweep_page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {
namespace {

constexpr std::size_t most_idle = 6;   // provisions that apply to nothing that are named
constexpr std::size_t most_steps = 6;  // of a frontier that are told in a page

// A table of words: the heading, then the rows.
using word_table = std::vector<std::vector<std::string>>;

std::string grouped(std::size_t number) {
  auto text = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), ",");
  return text;
}

std::string all_words(swept_fact const& of) {
  bool const is_run = of.is_ordered && of.values.size() > 2;
  return is_run
             ? fmt::format("{} days, the first {}, the last {}", of.values.size(), of.values.front(), of.values.back())
             : joined(of.values);
}

word_table table_of(sweep_page const& shown, swept_entry const& entry) {
  word_table made{{}};
  for (std::size_t f = 0; f < shown.facts.size(); ++f)
    if (entry.table.matters[f]) made[0].push_back(shown.facts[f].name);
  made[0].emplace_back("answer");
  made[0].emplace_back("combinations");
  for (auto const& row : entry.table.rows) {
    made.emplace_back();
    for (std::size_t f = 0; f < shown.facts.size(); ++f)
      if (entry.table.matters[f]) made.back().push_back(values_words(shown.facts[f], row.values[f]));
    made.back().push_back(entry.answers[row.answer]);
    made.back().push_back(grouped(row.combinations));
  }
  return made;
}

// "external: applies (5); internal: does not apply".
std::string answers_words(swept_fact const& fact, swept_entry const& entry, explain::frontier_row const& row) {
  std::string text;
  for (std::size_t v = 0; v < row.answers.size(); ++v) {
    if (std::find(row.answers.begin(), row.answers.begin() + static_cast<std::ptrdiff_t>(v), row.answers[v]) !=
        row.answers.begin() + static_cast<std::ptrdiff_t>(v))
      continue;
    std::uint64_t same = 0;
    for (std::size_t other = v; other < row.answers.size(); ++other)
      if (row.answers[other] == row.answers[v]) same |= std::uint64_t{1} << other;
    auto const answer = row.answers[v] == explain::not_worked_out ? "not worked out" : entry.answers[row.answers[v]];
    text += (text.empty() ? "" : "; ") + values_words(fact, same) + ": " + answer;
  }
  return text;
}

std::string where_words(sweep_page const& shown, std::size_t fact, std::vector<std::uint64_t> const& values) {
  std::string text;
  for (std::size_t f = 0; f < shown.facts.size(); ++f) {
    auto const words = values_words(shown.facts[f], values[f]);
    if (f != fact && words != "any")
      text += (text.empty() ? ", where " : " and ") + shown.facts[f].name + " is " + words;
  }
  return text;
}

std::vector<std::string> frontier_words(sweep_page const& shown, swept_entry const& entry,
                                        explain::frontier const& of) {
  std::vector<std::string> lines;
  for (auto const& row : of.rows) {
    if (lines.size() == most_steps) {
      lines.push_back(fmt::format("and {} more", of.rows.size() - most_steps));
      break;
    }
    lines.push_back(answers_words(shown.facts[of.fact], entry, row) + where_words(shown, of.fact, row.values));
  }
  return lines;
}

std::string pairs_words(std::size_t pairs) { return grouped(pairs) + (pairs == 1 ? " pair" : " pairs") + " one apart"; }

std::string how_words(swept_entry const& entry) {
  auto const rows = entry.table.rows.size();
  auto const text = grouped(rows) + (rows == 1 ? " row" : " rows");
  return entry.table.is_smallest ? text + ": no table says the same in fewer"
                                 : text + ", none of which can be left out: perhaps there is a smaller table";
}

// What applies to nothing is counted, the rest is named.
std::string alike_words(sweep_page const& shown) {
  std::string text;
  std::size_t others = 0;
  for (auto const& one : shown.alike) {
    bool const is_idle = one.answer == evaluate::words(evaluate::status::does_not_apply) ||
                         one.answer == evaluate::words(evaluate::status::not_in_force) ||
                         one.answer == evaluate::words(evaluate::question_status::does_not_arise);
    if (is_idle && shown.alike.size() > most_idle)
      ++others;
    else
      text += (text.empty() ? "" : "; ") + one.citation + " " + one.answer;
  }
  if (others == 0) return text;
  return text + (text.empty() ? "" : "; ") + grouped(others) + (text.empty() ? "" : " more") + " that apply to nothing";
}

// "applies (5) in 4, does not apply in 572".
std::string answer_counts(swept_entry const& entry) {
  std::string text;
  for (std::size_t a = 0; a < entry.answers.size(); ++a)
    text += (a == 0 ? "" : "; ") + entry.answers[a] + " in " + grouped(entry.counts[a]);
  return text;
}

std::string count_words(sweep_page const& shown) {
  auto const answers = shown.evaluations == 1 ? " answer" : " answers";
  return grouped(shown.combinations) + " combinations; " + grouped(shown.evaluations) + answers + " worked out" +
         (shown.is_stopped ? "; stopped before all was worked out" : "");
}

std::string lines_of(word_table const& table, painter const& paint) {
  std::vector<std::size_t> widths(table.front().size(), 0);
  for (auto const& row : table)
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width_of(row[c]));
  std::string text;
  for (std::size_t r = 0; r < table.size(); ++r) {
    std::string line = "   ";
    for (std::size_t c = 0; c < table[r].size(); ++c) {
      bool const is_last = c + 1 == table[r].size();
      auto const words =
          is_last ? std::string(widths[c] - width_of(table[r][c]), ' ') + table[r][c] : padded(table[r][c], widths[c]);
      line += (c == 0 ? " " : "  ") + words;
    }
    text += (r == 0 ? paint(tone::faint, line) : line) + '\n';
  }
  return text;
}

}  // namespace

std::string text(sweep_page const& shown, painter const& paint) {
  auto made = text(shown.head, paint);
  for (auto const& fact : shown.facts) made += "  varied  " + fact.name + ": " + all_words(fact) + '\n';
  made += "  " + count_words(shown) + '\n';
  for (auto const& entry : shown.entries) {
    made += "  " + paint(tone::strong, entry.citation) + "  " + entry.title + '\n';
    made += lines_of(table_of(shown, entry), paint);
    made += "    " + paint(tone::faint, how_words(entry)) + '\n';
    made += "    " + answer_counts(entry) + '\n';
    for (auto const& one : entry.frontiers) {
      made += "    frontier along " + shown.facts[one.fact].name + ": " + pairs_words(one.pairs) + '\n';
      for (auto const& line : frontier_words(shown, entry, one)) made += "      " + line + '\n';
    }
  }
  auto const idle = idle_facts(shown);
  if (!idle.empty() && !shown.is_stopped) made += "  never matters: " + joined(idle) + '\n';
  if (!shown.alike.empty()) made += "  the same in all: " + alike_words(shown) + '\n';
  return made;
}

std::string markdown(sweep_page const& shown) {
  constexpr auto escaped = escaped_for_markdown;
  auto made = markdown(shown.head, level::scenario);
  for (auto const& fact : shown.facts)
    made += "- varied: " + escaped(fact.name) + ": " + escaped(all_words(fact)) + '\n';
  made += "\n" + count_words(shown) + ".\n\n";
  for (auto const& entry : shown.entries) {
    made += "### " + escaped(entry.citation) + ' ' + escaped(entry.title) + "\n\n";
    auto const table = table_of(shown, entry);
    for (std::size_t r = 0; r < table.size(); ++r) {
      for (auto const& words : table[r]) made += "| " + escaped(words) + ' ';
      made += "|\n";
      for (std::size_t c = 0; r == 0 && c < table[r].size(); ++c) made += "| --- ";
      if (r == 0) made += "|\n";
    }
    made += "\n*" + escaped(how_words(entry)) + "*\n\n" + escaped(answer_counts(entry)) + ".\n\n";
    for (auto const& one : entry.frontiers) {
      made += "- frontier along " + escaped(shown.facts[one.fact].name) + ": " + pairs_words(one.pairs) + '\n';
      for (auto const& line : frontier_words(shown, entry, one)) made += "  - " + escaped(line) + '\n';
    }
    made += '\n';
  }
  auto const idle = idle_facts(shown);
  if (!idle.empty() && !shown.is_stopped) made += "Never matters: " + escaped(joined(idle)) + "\n\n";
  if (!shown.alike.empty()) made += "The same in all: " + escaped(alike_words(shown)) + "\n\n";
  return made;
}

}  // namespace casus::report
