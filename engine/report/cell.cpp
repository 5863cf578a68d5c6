#include "cell.hpp"

#include "instance_rows.hpp"
#include "reading.hpp"
#include "row_sentence.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace casus::report {
namespace {

using evaluate::status;
using facts::truth;

constexpr std::size_t most_details = 3;  // of one cell

bool leads_to_anything(status of) { return of != status::does_not_apply && of != status::not_in_force; }

void add(std::vector<std::int64_t>& key, facts::value const& v) {
  key.insert(key.end(), {static_cast<std::int64_t>(v.tag), static_cast<std::int64_t>(v.extra), v.payload});
}

void add(std::vector<std::int64_t>& key, std::span<facts::value const> values) {
  for (auto const& v : values) add(key, v);
}

std::set<evaluate::norm_state> states_of(std::vector<told_version> const& versions) {
  std::set<evaluate::norm_state> states;
  for (auto const& version : versions)
    for (auto const& norm : version.norms) states.insert(norm.state);
  return states;
}

// The statuses, and under each the states of its norms.
std::string summary(std::vector<told_version> const& versions) {
  auto strongest = status::not_in_force;
  std::map<status, std::size_t> instances;
  std::map<status, std::set<std::string>> states;
  for (auto const& version : versions) {
    strongest = std::min(strongest, version.found.status);
    for (auto const& one : version.found.instances) {
      ++instances[one.status];
      for (auto const index : one.norms) {
        auto const& norm = version.norms[index];
        if (norm.certain == truth::yes) states[one.status].emplace(evaluate::words(norm.state));
      }
    }
  }
  if (!leads_to_anything(strongest)) return std::string{evaluate::words(strongest)};
  std::string text;
  for (auto const& [found, count] : instances) {
    if (!leads_to_anything(found)) continue;
    text += (text.empty() ? "" : "; ") + std::string{evaluate::words(found)} + " (" + std::to_string(count) + ')';
    auto const& reached = states[found];
    if (!reached.empty()) text += ": " + joined({reached.begin(), reached.end()});
  }
  return text;
}

bool has_come(facts::value const& date, source::date today) {
  return date.tag == facts::tag::date && facts::date_of(date) <= today;
}

std::string_view state_of(evaluate::established_fact const& fact, source::date today) {
  if (has_come(fact.until, today)) return "ended";
  if (fact.from.tag == facts::tag::date && !has_come(fact.from, today)) return "not yet";
  return {};
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from <= text.size();) {
    auto const end = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

}  // namespace

cell_writer::cell_writer(check::program const& program, facts::base const& known, source::date today, dates how)
    : program_(program), facts_(known), named_(program, known), today_(today), dates_(how) {}

cell_writer::key cell_writer::key_of(std::vector<told_version> const& versions) const {
  key made;
  for (auto const& version : versions) {
    made.insert(made.end(), {-1, static_cast<std::int64_t>(version.found.status)});
    for (std::size_t i = 0; i < version.found.instances.size(); ++i) {
      auto const& one = version.found.instances[i];
      made.insert(made.end(), {-2, static_cast<std::int64_t>(one.status)});
      for (auto const index : one.norms) {
        auto const& norm = version.norms[index];
        made.insert(made.end(), {-3, norm.consequence, static_cast<std::int64_t>(norm.state),
                                 static_cast<std::int64_t>(norm.certain)});
        add(made, norm.actor), add(made, norm.arguments);
        if (dates_ == dates::told) add(made, norm.from), add(made, norm.by), add(made, norm.until);
      }
      for (auto const& fact : version.established[i]) {
        made.insert(made.end(), {-4, fact.consequence,
                                 state_of(fact, today_).empty() ? 0
                                 : has_come(fact.until, today_) ? 1
                                                                : 2});
        add(made, fact.arguments);
        if (dates_ == dates::told) add(made, fact.from), add(made, fact.until);
      }
    }
  }
  return made;
}

std::vector<std::string> cell_writer::details(told_version const& version, evaluate::instance const& one,
                                              std::size_t index, bool has_states) const {
  speaker const with{program_, facts_, named_};
  std::vector<std::string> said;
  auto const add = [&](row const& of, std::string_view state) {
    auto words = sentence(with, version.found.provision, of);
    if (!state.empty()) words += " (" + std::string{state} + ')';
    said.push_back(std::move(words));
  };
  for (auto const n : one.norms) {
    auto const of = norm_row(named_, facts_, one, version.norms[n]);
    auto const state = has_states ? evaluate::words(version.norms[n].state) : std::string_view{};
    add(of, dates_ == dates::told ? std::string_view{of.state} : state);
  }
  for (auto const& fact : version.established[index]) {
    auto const of = fact_row(named_, one, fact, today_);
    add(of, dates_ == dates::told ? std::string_view{of.state} : state_of(fact, today_));
  }
  return said;
}

std::string cell_writer::write(std::vector<told_version> const& versions) {
  auto const [place, is_new] = known_.try_emplace(key_of(versions));
  if (!is_new) return place->second;
  auto text = summary(versions);
  std::set<std::string> said;
  bool const has_states = states_of(versions).size() > 1;  // else the first line says of all in which they are
  for (auto const& version : versions) {
    for (std::size_t i = 0; i < version.found.instances.size(); ++i) {
      auto const& one = version.found.instances[i];
      if (!leads_to_anything(one.status)) continue;
      for (auto& line : details(version, one, i, has_states)) said.insert(std::move(line));
    }
  }
  for (auto const& line : said) text += '\n' + line;
  return place->second = std::move(text);
}

std::vector<std::string> side_by_side(std::vector<std::string> const& cells) {
  std::vector<std::vector<std::string>> lines;
  std::map<std::string, std::set<std::string>> kinds;                 // by first line: the cells that begin with it
  std::map<std::pair<std::string, std::string>, std::size_t> shared;  // by first line and detail: in so many of these
  for (auto const& cell : cells) {
    lines.push_back(lines_of(cell));
    auto const& first = lines.back().front();
    if (!kinds[first].insert(cell).second) continue;
    for (std::size_t i = 1; i < lines.back().size(); ++i) ++shared[{first, lines.back()[i]}];
  }
  std::vector<std::string> shown;
  for (auto const& all : lines) {
    auto text = all.front();
    std::vector<std::string> own;
    for (std::size_t i = 1; i < all.size() && kinds[text].size() > 1; ++i)
      if (shared[{text, all[i]}] < kinds[text].size()) own.push_back(all[i]);
    auto const rarer = [&](std::string const& a, std::string const& b) {
      return shared[{all.front(), a}] < shared[{all.front(), b}];
    };
    std::stable_sort(own.begin(), own.end(), rarer);
    for (std::size_t i = 0; i < own.size() && i < most_details; ++i) text += (i == 0 ? ": " : "; ") + own[i];
    if (own.size() > most_details) text += "; and " + std::to_string(own.size() - most_details) + " more";
    shown.push_back(std::move(text));
  }
  return shown;
}

}  // namespace casus::report
