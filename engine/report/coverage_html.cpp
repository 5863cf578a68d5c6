#include "coverage.hpp"
#include "xml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::report {
namespace {

// No script and nothing from elsewhere: the page can be kept and opened anywhere.
constexpr std::string_view style = R"(<style>
  :root { color-scheme: light dark; }
  body { font-family: system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
  table { border-collapse: collapse; } td, th { padding: .15rem .8rem .15rem 0; text-align: left; }
  td + td { text-align: right; }
  pre { line-height: 1.45; overflow-x: auto; }
  .line { color: GrayText; display: inline-block; user-select: none; width: 4ch; text-align: right; margin-right: 2ch; }
  .all { background: #2e7d3226; } .some { background: #f9a82559; } .none { background: #c6282859; }
  mark { color: inherit; border-radius: 3px; }
</style>
)";

std::string counted(std::size_t scenarios) {
  return fmt::format("{} scenario{}", scenarios, scenarios == 1 ? "" : "s");
}

std::string title_of(suite::coverage_sum const& of, suite::point const& one) {
  // A provision and a question are themselves the owner.
  std::string text = one.text.empty() ? one.owner : fmt::format("{} of {}", words(one.kind), one.owner);
  for (auto const what : one.goals) {
    auto const& by = of.reached_by(one.where, what);
    text += fmt::format("\n{}: {}", words(what), by.empty() ? std::string{"never"} : counted(by.size()));
    constexpr std::size_t most_named = 5;
    for (std::size_t i = 0; i < std::min(most_named, by.size()); ++i) text += "\n  " + of.scenarios()[by[i]];
    if (by.size() > most_named) text += "\n  …";
  }
  return text;
}

std::string_view state_of(suite::coverage_sum const& of, suite::point const& one) {
  auto const seen = std::count_if(one.goals.begin(), one.goals.end(),
                                  [&](suite::goal what) { return !of.reached_by(one.where, what).empty(); });
  if (static_cast<std::size_t>(seen) == one.goals.size()) return "all";
  return seen == 0 ? "none" : "some";
}

// A rule file with its places marked. Places lie within one another or apart; a mark ends and begins anew at each line.
class marked_file {
 public:
  marked_file(suite::coverage_sum const& of, source::text const& text, std::vector<suite::point> const& points) {
    for (auto const& one : points) {
      begins_[one.where.begin].push_back(
          {one.where.end,
           fmt::format("<mark class=\"{}\" title=\"{}\">", state_of(of, one), escaped_for_xml(title_of(of, one)))});
    }
    for (auto& [place, marks] : begins_)
      std::stable_sort(marks.begin(), marks.end(), [](mark const& a, mark const& b) { return a.end > b.end; });
    write(text.content());
  }

  [[nodiscard]] std::string take() { return std::move(html_); }

 private:
  struct mark {
    std::uint32_t end = 0;
    std::string tag;
  };

  void write(std::string_view content) {
    begin_line();
    for (std::uint32_t i = 0; i < content.size(); ++i) {
      while (!open_.empty() && open_.back().end <= i) {
        html_ += "</mark>";
        open_.pop_back();
      }
      if (auto const here = begins_.find(i); here != begins_.end()) {
        for (auto const& one : here->second) {
          html_ += one.tag;
          open_.push_back(one);
        }
      }
      if (content[i] == '\n') {
        end_line();
        if (i + 1 < content.size()) begin_line();
      } else if (content[i] != '\r') {
        html_ += escaped_for_xml(content.substr(i, 1));
      }
    }
    for (std::size_t i = 0; i < open_.size(); ++i) html_ += "</mark>";
  }

  void begin_line() {
    html_ += fmt::format("<span class=\"line\">{}</span>", ++line_);
    for (auto const& one : open_) html_ += one.tag;
  }
  void end_line() {
    for (std::size_t i = 0; i < open_.size(); ++i) html_ += "</mark>";
    html_ += '\n';
  }

  std::map<std::uint32_t, std::vector<mark>> begins_;
  std::vector<mark> open_;
  std::string html_;
  std::size_t line_ = 0;
};

// The points, and what conditions have been shown to decide with them.
std::vector<suite::point> marked_points(suite::coverage_sum const& of) {
  auto all = of.points();
  for (auto& one : of.conditions()) {
    auto const same = std::find_if(all.begin(), all.end(), [&](auto const& other) { return other.where == one.where; });
    if (same == all.end()) {
      all.push_back(std::move(one));
    } else {
      same->goals.insert(same->goals.end(), one.goals.begin(), one.goals.end());
    }
  }
  return all;
}

struct file_counts {
  goal_count goals;
  goal_count conditions;
  std::vector<suite::point> points;
};

std::map<std::string, file_counts> by_file(suite::coverage_sum const& of, source::files const& files) {
  std::map<std::string, file_counts> all;
  auto const file_of = [&](suite::point const& one) -> file_counts& {
    return all[std::string{files[one.where.file].name()}];
  };
  for (auto const& one : of.points()) {
    for (auto const what : one.goals) {
      ++file_of(one).goals.all;
      if (!of.reached_by(one.where, what).empty()) ++file_of(one).goals.reached;
    }
  }
  for (auto const& one : of.conditions()) {
    ++file_of(one).conditions.all;
    if (of.shown_by(one.where)) ++file_of(one).conditions.reached;
  }
  for (auto& one : marked_points(of)) file_of(one).points.push_back(std::move(one));
  return all;
}

std::string cells(goal_count const& sum) {
  return fmt::format("<td>{} of {}</td><td>{}</td>", sum.reached, sum.all, percent_words(sum));
}

std::string row(std::string_view name, file_counts const& of, bool has_mcdc) {
  return fmt::format("<tr><td><a href=\"#{0}\">{0}</a></td>{1}{2}</tr>\n", escaped_for_xml(name), cells(of.goals),
                     has_mcdc ? cells(of.conditions) : std::string{});
}

// Above the table of files.
std::string summary(suite::coverage_sum const& of) {
  auto const all = count_goals(of);
  auto text = fmt::format(
      "<h1>Coverage of the rules</h1>\n<p>{} of {} seen ({}) in {}. <mark class=\"all\">All "
      "that a place can turn out to be</mark>, <mark class=\"some\">some of it</mark>, <mark "
      "class=\"none\">none</mark>; pointing at a place says what, and in which scenarios.</p>\n",
      all.reached, all.all, percent_words(all), counted(of.scenarios().size()));
  if (!of.has_mcdc()) return text;
  auto const shown = count_conditions(of);
  return text + fmt::format(
                    "<p>Modified condition/decision coverage: {} of {} conditions ({}) shown to decide, while true and "
                    "while false: the second figure of each file.</p>\n",
                    shown.reached, shown.all, percent_words(shown));
}

}  // namespace

std::string coverage_html(suite::coverage_sum const& of, source::files const& files) {
  std::string rows;
  std::string pages;
  for (auto const& [name, file] : by_file(of, files)) {
    rows += row(name, file, of.has_mcdc());
    pages += fmt::format("<h2 id=\"{0}\">{0}</h2>\n<pre>", escaped_for_xml(name)) +
             marked_file{of, files[file.points.front().where.file], file.points}.take() + "</pre>\n";
  }
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Coverage of the rules</title>\n" +
         std::string{style} + summary(of) + "<table>\n" + rows + "</table>\n" + pages + "</html>\n";
}

}  // namespace casus::report
