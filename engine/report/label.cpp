#include "label.hpp"

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace casus::report {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The segments of an id after its instrument.
std::vector<std::string_view> path_of(std::string_view id) {
  std::vector<std::string_view> segments;
  auto dot = id.find('.');
  while (dot != std::string_view::npos) {
    auto const end = id.find('.', dot + 1);
    segments.push_back(id.substr(dot + 1, end == std::string_view::npos ? end : end - dot - 1));
    dot = end;
  }
  return segments;
}

std::string label_of_id(std::string_view id) {
  auto const path = path_of(id);
  if (path.empty()) return std::string{id};
  std::string text = "art. " + std::string{path[0]};
  for (std::size_t i = 1; i < path.size(); ++i) text += '(' + std::string{path[i]} + ')';
  return text;
}

}  // namespace

std::string article_label(check::provision const& version) { return label_of_id(version.id); }

std::string citation(check::program const& program, check::provision const& version) {
  if (!version.instrument) return version.id;
  return program.instruments[*version.instrument].id + ' ' + label_of_id(version.id);
}

std::string citation(check::program const& program, check::article const& article) {
  return citation(program, program.provisions[article.versions.front()]);
}

std::string version_words(check::program const& program, check::provision const& version) {
  if (program.articles[version.article].versions.size() < 2) return {};
  auto const& period = program.text_of(version).in_force;
  if (period && period->from) return "text of " + source::to_english(*period->from);
  if (period && period->until) return "text until " + source::to_english(*period->until);
  return {};
}

bool is_under(std::string_view id, std::string_view wanted) {
  return id.substr(0, wanted.size()) == wanted && (id.size() == wanted.size() || id[wanted.size()] == '.');
}

std::string in_words(std::string_view identifier) {
  std::string words;
  for (std::size_t i = 0; i < identifier.size(); ++i) {
    char const c = identifier[i];
    bool const is_acronym = is_upper(c) && ((i + 1 < identifier.size() && is_upper(identifier[i + 1])) ||
                                            (i > 0 && is_upper(identifier[i - 1])));
    if (c == '_') {
      words += ' ';
    } else if (is_upper(c) && !is_acronym) {
      if (!words.empty() && words.back() != ' ') words += ' ';
      words += static_cast<char>(c - 'A' + 'a');
    } else {
      words += c;
    }
  }
  return words;
}

std::string plural_noun(std::string_view singular) {
  auto const ends_in = [&](std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](auto one) { return singular.ends_with(one); });
  };
  std::string text{singular};
  if (ends_in({"s", "x", "z", "ch", "sh"})) return text + "es";
  if (!ends_in({"y"}) || ends_in({"ay", "ey", "oy", "uy"})) return text + 's';
  text.back() = 'i';
  return text + "es";
}

}  // namespace casus::report
