#include "rule_difference.hpp"

#include "grammar/format.hpp"
#include "grammar/parse.hpp"

#include <algorithm>

namespace casus::cli {
namespace {

source::span place_of(model::declaration const& of) {
  return std::visit([](model::declared const& it) { return it.where; }, of);
}

std::string edited(std::string_view rule, source::span where, std::vector<suite::text_edit> edits) {
  std::string text{rule};
  std::stable_sort(edits.begin(), edits.end(),
                   [](auto const& a, auto const& b) { return b.where.begin < a.where.begin; });
  for (auto const& one : edits) text.replace(one.where.begin - where.begin, one.where.end - one.where.begin, one.by);
  return text;
}

std::string in_layout(std::string const& text) {
  auto const laid_out = grammar::format(source::text{"", text}, {});
  return laid_out.value.value_or(text);
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    auto const to = std::min(text.find('\n', from), text.size());
    lines.emplace_back(text.substr(from, to - from));
    from = to + 1;
  }
  return lines;
}

// A mutant is a change in one place: what stands before it and behind it is the same.
std::vector<std::string> between_what_is_same(std::vector<std::string> const& before,
                                              std::vector<std::string> const& after) {
  auto const most = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < most && before[head] == after[head]) ++head;
  std::size_t tail = 0;
  while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  std::vector<std::string> lines;
  for (auto i = head; i < before.size() - tail; ++i) lines.push_back("- " + before[i]);
  for (auto i = head; i < after.size() - tail; ++i) lines.push_back("+ " + after[i]);
  return lines;
}

// Comments aside, whether the text says what the model does.
bool says(std::string const& text, model::rule_set meant) {
  auto read = grammar::parse(source::text{"", text}, {});
  if (read.has_errors()) return false;
  for (auto* rules : {&*read.value, &meant})
    for (auto& each : rules->declarations) std::visit([](model::declared& it) { it.documentation.clear(); }, each);
  return model::dump(*read.value) == model::dump(meant);
}

}  // namespace

std::vector<std::string> rule_difference(model::rule_set const& rules, source::files const& files,
                                         suite::mutant const& of, suite::mutant_maker& maker) {
  auto const where = place_of(rules.declarations[of.declaration]);
  auto const rule = files[where.file].content().substr(where.begin, where.end - where.begin);
  auto text = edited(rule, where, of.text);
  if (!says(text, maker.made(of))) text = edited(rule, where, maker.written(of));
  return between_what_is_same(lines_of(in_layout(std::string{rule})), lines_of(in_layout(text)));
}

}  // namespace casus::cli
