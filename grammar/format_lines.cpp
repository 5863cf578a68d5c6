#include "grammar/format_lines.hpp"
#include <algorithm>

namespace casus::grammar {
namespace {

// Columns, not bytes.
std::size_t width_of(std::string_view text) {
  auto const starts_character = [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

class line_writer {
 public:
  line_writer(std::vector<piece> const& pieces, std::vector<joint> const& joints, std::size_t first, row const& of)
      : pieces_(pieces), joints_(joints), first_(first), row_(of) {}

  std::string write() {
    for (std::size_t i = row_.begin; i < row_.end;) {
      std::size_t end = i + 1;
      while (end < row_.end && !must_break(end)) ++end;
      write_lines(i, end);
      i = end;
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] joint const& joint_of(std::size_t i) const { return joints_[i - first_]; }
  [[nodiscard]] bool must_break(std::size_t i) const {
    bool const author_breaks = joint_of(i).is_connective && pieces_[i].starts_line;
    return author_breaks || !pieces_[i].comments.empty() || !pieces_[i - 1].trailing.empty();
  }
  [[nodiscard]] std::size_t indent_of(std::size_t i) const {
    if (i == row_.begin) return row_.indent;
    std::size_t const body = joint_of(i).in_body ? 2 : 0;
    if (!open_columns_.empty()) return open_columns_.back() + 1 + body;
    return row_.indent + (joint_of(i).is_connective ? 1 + body : 2);
  }
  void write_lines(std::size_t begin, std::size_t end);
  [[nodiscard]] std::size_t break_in(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t outer_break(std::size_t begin, std::size_t end) const;
  void write_line(std::size_t begin, std::size_t end);

  std::vector<piece> const& pieces_;
  std::vector<joint> const& joints_;
  std::size_t first_;
  row row_;
  std::string text_;
  std::vector<std::size_t> open_columns_;  // of the parentheses and braces that are open
};

void line_writer::write_lines(std::size_t begin, std::size_t end) {
  while (begin < end) {
    std::size_t const next = break_in(begin, end);
    write_line(begin, next);
    begin = next;
  }
}

// Where a part is broken, so is what it is a part of: the last break before it that costs less.
std::size_t line_writer::outer_break(std::size_t begin, std::size_t end) const {
  constexpr int dearest = 2;  // of connectives, labels and tails; a list does not break because of a part of it
  std::size_t best = end;
  if (end == row_.end || !joint_of(end).is_connective) return end;
  for (std::size_t i = begin + 1; i < end; ++i) {
    int const cost = joint_of(i).break_cost;
    bool const is_outer = cost < joint_of(end).break_cost && (joint_of(i).is_connective || cost % 10 <= dearest);
    if (is_outer && cost <= joint_of(best).break_cost) best = i;
  }
  return best;
}

// Where the line that starts with a piece ends: at the end if that fits, else at the best break that does, else at the
// first break there is.
std::size_t line_writer::break_in(std::size_t begin, std::size_t end) const {
  std::size_t column = indent_of(begin) + width_of(pieces_[begin].text);
  std::size_t best = end;
  for (std::size_t i = begin + 1; i < end; ++i) {
    bool const can_break = joint_of(i).break_cost < unbreakable;
    if (can_break && (best == end || joint_of(i).break_cost <= joint_of(best).break_cost)) best = i;
    column += (joint_of(i).space ? 1U : 0U) + width_of(pieces_[i].text);
    if (column <= line_width) continue;
    if (best != end) return best;
    for (++i; i < end; ++i) {
      if (joint_of(i).break_cost < unbreakable) return i;
    }
    return end;
  }
  return outer_break(begin, end);
}

void line_writer::write_line(std::size_t begin, std::size_t end) {
  std::size_t column = indent_of(begin);
  text_ += comments_before(pieces_[begin], column);
  text_.append(column, ' ');
  for (std::size_t i = begin; i < end; ++i) {
    std::string_view const word = pieces_[i].text;
    bool const space = i != begin && joint_of(i).space;
    if (space) text_ += ' ';
    column += space ? 1U : 0U;
    bool const is_wide = word == "{" && i + 1 < row_.end && joint_of(i + 1).space;
    if (word == "(" || word == "{") open_columns_.push_back(column + (is_wide ? 1U : 0U));
    if (word == ")" || word == "}") open_columns_.pop_back();
    text_ += word;
    column += width_of(word);
  }
  std::string_view const trailing = pieces_[end - 1].trailing;
  if (!trailing.empty()) text_ += "  " + std::string(trailing);
  text_ += '\n';
}

}  // namespace

std::string lines_of(std::vector<piece> const& pieces, std::vector<joint> const& joints, std::size_t first,
                     row const& of) {
  return line_writer(pieces, joints, first, of).write();
}

std::string comments_before(piece const& of, std::size_t indent) {
  std::string text;
  for (comment const& each : of.comments) {
    if (each.blank_before) text += '\n';
    text.append(indent, ' ') += std::string(each.text) + '\n';
  }
  if (!of.comments.empty() && of.blank_before) text += '\n';
  return text;
}

}  // namespace casus::grammar
