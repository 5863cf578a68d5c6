#include "grammar/format.hpp"
#include "grammar/format_lines.hpp"
#include "grammar/keywords.hpp"
#include "grammar/parse.hpp"
#include <algorithm>
#include <cassert>

namespace casus::grammar {
namespace {

source::span span_of(model::declaration const& of) {
  return std::visit([](model::declared const& it) { return it.where; }, of);
}

// A declaration in canonical layout, and what stands before it.
struct block {
  std::string_view keyword;
  std::string comments;
  std::string text;
  bool blank_before = false;  // whether the author has an empty line before it and its comments
  [[nodiscard]] bool is_one_line() const { return std::count(text.begin(), text.end(), '\n') == 1; }
};

class layout {
 public:
  layout(std::string_view content, model::rule_set const& rules) : pieces_(pieces_of(content)), rules_(rules) {}

  std::string write() {
    std::string text;
    block before;
    for (model::declaration const& each : rules_.declarations) {
      block next = block_of(each);
      if (!text.empty() && (next.blank_before || !may_touch(before, next))) text += '\n';
      text += next.comments + next.text;
      before = std::move(next);
    }
    block const rest = comments_of(pieces_.back());
    if (!text.empty() && rest.blank_before && !rest.comments.empty()) text += '\n';
    return text + rest.comments;
  }

 private:
  // One-liners of a kind, and what is short by nature, may stand together without empty lines.
  static bool may_touch(block const& above, block const& below) {
    constexpr std::array<std::string_view, 5> short_ones{"use", "entity", "individual", "enum", "fact"};
    if (above.keyword != below.keyword) return false;
    return contains(short_ones, below.keyword) || (above.is_one_line() && below.is_one_line());
  }

  // The comments before a piece, which are taken from it.
  static block comments_of(piece& of) {
    block built;
    built.keyword = of.text;
    built.blank_before = of.blank_before;
    if (of.comments.empty()) return built;
    built.blank_before = of.comments.front().blank_before;
    of.comments.front().blank_before = false;
    built.comments = comments_before(of, 0);
    of.comments.clear();
    return built;
  }

  block block_of(model::declaration const& of);
  std::string settled_documentation(std::vector<row> const& rows, std::vector<joint> const& joints);
  [[nodiscard]] bool is_declarations_documentation(std::vector<row> const& rows, std::size_t i) const;

  std::vector<piece> pieces_;
  model::rule_set const& rules_;
  std::size_t next_ = 0;  // the first piece not yet written
};

block layout::block_of(model::declaration const& of) {
  std::size_t const begin = next_;
  while (pieces_[next_].kind != token_kind::end && pieces_[next_].begin < span_of(of).end) ++next_;
  std::vector<row> const rows = rows_of(pieces_, begin, next_, of);
  std::vector<joint> const joints = joints_of(pieces_, begin, next_);
  block built = comments_of(pieces_[begin]);
  built.comments += settled_documentation(rows, joints);
  for (row const& each : rows) built.text += lines_of(pieces_, joints, begin, each);
  return built;
}

// The comment at the end of a declaration's first line, unless it stands behind a field.
bool layout::is_declarations_documentation(std::vector<row> const& rows, std::size_t i) const {
  for (std::size_t k = rows.front().begin + 1; k <= i; ++k) {
    if (pieces_[k].starts_line) return false;
  }
  std::string_view const keyword = pieces_[rows.front().begin].text;
  bool const has_fields = keyword == "entity" || keyword == "event" || keyword == "act";
  bool const ends_field = std::any_of(rows.begin() + 1, rows.end(), [&](row const& each) { return i + 1 == each.end; });
  return !has_fields || !ends_field;
}

// A documentation comment means something by its place, which a new layout of the head may move: one that documents
// the declaration goes above it where it would no longer end the first line, and one that documents nothing becomes a
// plain comment where it would come to do so.
std::string layout::settled_documentation(std::vector<row> const& rows, std::vector<joint> const& joints) {
  row const& head = rows.front();
  std::string const head_text = lines_of(pieces_, joints, head.begin, head);
  bool const is_one_line = std::count(head_text.begin(), head_text.end(), '\n') == 1;
  std::string moved;
  for (std::size_t i = head.begin; i < rows.back().end; ++i) {
    piece& each = pieces_[i];
    if (!is_documentation(each.trailing)) continue;
    bool const ends_head = i + 1 == head.end;
    if (is_declarations_documentation(rows, i)) {
      if (ends_head && is_one_line) continue;
      moved += std::string(each.trailing) + '\n';
      each.trailing = {};
    } else if (i < head.end) {
      each.trailing.remove_prefix(1);
    }
  }
  return moved;
}

// A line that a first pass breaks can let its neighbour be joined in a second; a few passes settle it.
std::string settled(std::string formatted, source::file_id file) {
  constexpr int most_passes = 8;
  for (int pass = 0; pass < most_passes; ++pass) {
    source::text const again("", formatted);
    std::string next = layout(again.content(), *parse(again, file).value).write();
    if (next == formatted) break;
    formatted = std::move(next);
  }
  return formatted;
}

}  // namespace

source::outcome<std::string> format(source::text const& text, source::file_id file) {
  auto parsed = parse(text, file);
  if (parsed.has_errors()) return {std::nullopt, std::move(parsed.diagnostics)};
  std::string formatted = settled(layout(text.content(), *parsed.value).write(), file);
  bool const same = model::dump(*parse(source::text("", formatted), file).value) == model::dump(*parsed.value);
  assert(same);
  // A layout that changes what a file means would be a bug of ours, and must not cost the author the file.
  if (!same) formatted = text.content();
  return {std::move(formatted), std::move(parsed.diagnostics)};
}

}  // namespace casus::grammar
