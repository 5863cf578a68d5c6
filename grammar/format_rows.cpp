#include "grammar/format_rows.hpp"
#include "engine/source/overloaded.hpp"
#include "grammar/keywords.hpp"
#include <algorithm>

namespace casus::grammar {
namespace {

constexpr std::array<std::string_view, 9> row_words{
    "judged", "when", "unless", "requires", "then", "otherwise", "overrides", "arises", "answered",
};

std::vector<std::uint32_t> begins_of(std::vector<model::field> const& fields) {
  std::vector<std::uint32_t> begins;
  for (model::field const& each : fields) begins.push_back(each.where.begin);
  return begins;
}

std::vector<std::uint32_t> field_begins(model::declaration const& of) {
  using none = std::vector<std::uint32_t>;
  return std::visit(source::overloaded{
                        [](model::use_file const&) { return none{}; },
                        [](model::instrument const&) { return none{}; },
                        [](model::entity_kind const& it) { return begins_of(it.fields); },
                        [](model::individual const&) { return none{}; },
                        [](model::enumeration const&) { return none{}; },
                        [](model::event_kind const& it) { return begins_of(it.fields); },
                        [](model::fact const&) { return none{}; },
                        [](model::define const&) { return none{}; },
                        [](model::provision const&) { return none{}; },
                        [](model::interpretation const&) { return none{}; },
                        [](model::question const&) { return none{}; },
                    },
                    of);
}

// Finds where the rows of one declaration start.
class row_finder {
 public:
  row_finder(std::vector<piece> const& pieces, std::size_t begin, std::size_t end, std::vector<std::uint32_t> fields)
      : pieces_(pieces), begin_(begin), end_(end), fields_(std::move(fields)) {}

  std::vector<row> find() {
    rows_.push_back({begin_, end_, 0});
    int depth = 0;
    for (std::size_t i = begin_ + 1; i < end_; ++i) {
      std::string_view const text = pieces_[i].text;
      if (depth == 0 && starts_row(i)) {
        rows_.back().end = i;
        rows_.push_back({i, end_, 2});
      }
      if (text == "(" || text == "{") ++depth;
      if (text == ")" || text == "}") --depth;
    }
    return std::move(rows_);
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t i) const { return i < end_ ? pieces_[i].text : std::string_view{}; }
  [[nodiscard]] bool starts_row(std::size_t i) const {
    std::string_view const keyword = text(begin_);
    if (keyword == "entity" || keyword == "event" || keyword == "act") return is_field(i);
    if (keyword == "instrument") return follows_title(i) ? text(i) == "signed" || text(i) == "in" : text(i) == "in";
    if (keyword == "interpretation") return text(i) == "{";
    bool const has_clauses = keyword == "define" || keyword == "provision" || keyword == "question";
    return has_clauses && text(i - 1) != "." && starts_clause(i);
  }
  [[nodiscard]] bool is_field(std::size_t i) const {
    return std::binary_search(fields_.begin(), fields_.end(), pieces_[i].begin);
  }
  [[nodiscard]] bool follows_title(std::size_t i) const {
    return rows_.size() == 1 && pieces_[i - 1].kind == token_kind::text;
  }
  // `in force` and `for each` stand before any condition; elsewhere the words may mean something else.
  [[nodiscard]] bool starts_clause(std::size_t i) const {
    bool const only_head = rows_.size() == 1 || text(rows_.back().begin) == "in";
    if (text(i) == "in") return follows_title(i);
    if (text(i) == "for") return only_head && text(i + 1) == "each";
    // `arises when` is one clause.
    return contains(row_words, text(i)) && text(i - 1) != "arises";
  }

  std::vector<piece> const& pieces_;
  std::size_t begin_;
  std::size_t end_;
  std::vector<std::uint32_t> fields_;
  std::vector<row> rows_;
};

}  // namespace

std::vector<row> rows_of(std::vector<piece> const& pieces, std::size_t begin, std::size_t end,
                         model::declaration const& declaration) {
  return row_finder(pieces, begin, end, field_begins(declaration)).find();
}

}  // namespace casus::grammar
