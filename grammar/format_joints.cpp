#include "grammar/format_rows.hpp"
#include "grammar/keywords.hpp"

namespace casus::grammar {
namespace {

constexpr std::array<std::string_view, 6> comparison_signs{"=", "!=", "<", "<=", ">", ">="};
constexpr std::array<std::string_view, 5> tail_words{"from", "by", "within", "until", "through"};

// A break inside parentheses is worth less than any outside.
constexpr int cost_of_depth = 10;
constexpr int cost_of_body = 5;

class joiner {
 public:
  joiner(std::vector<piece> const& pieces, std::size_t begin, std::size_t end)
      : pieces_(pieces), begin_(begin), end_(end), title_(begin) {
    while (title_ < end && pieces[title_].kind != token_kind::text) ++title_;
  }

  std::vector<joint> join() {
    std::vector<joint> joints;
    joints.reserve(end_ - begin_);
    for (std::size_t i = begin_; i < end_; ++i) {
      if (closes(i)) bodies_.pop_back();
      joints.push_back(i == begin_ ? joint{} : before(i));
      if (opens(i)) bodies_.push_back(false);
      if (is_word(i) && text(i) == "where") bodies_.back() = true;
      if (is_word(i) && contains(clause_words, text(i))) bodies_.front() = false;
    }
    return joints;
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t i) const {
    return i >= begin_ && i < end_ ? pieces_[i].text : std::string_view{};
  }
  [[nodiscard]] int depth() const { return static_cast<int>(bodies_.size()) - 1; }
  [[nodiscard]] bool opens(std::size_t i) const { return text(i) == "(" || text(i) == "{"; }
  [[nodiscard]] bool closes(std::size_t i) const { return text(i) == ")" || text(i) == "}"; }
  // A word of the language, not a field or a parameter that is spelt like one.
  [[nodiscard]] bool is_word(std::size_t i) const {
    return pieces_[i].kind == token_kind::word && text(i - 1) != "." && text(i + 1) != ":";
  }
  [[nodiscard]] bool declares(std::string_view keyword) const { return text(begin_) == keyword; }
  [[nodiscard]] bool has_wide_braces() const {
    return declares("enum") || declares("interpretation") || declares("individual");
  }

  joint before(std::size_t i);
  [[nodiscard]] bool space_before(std::size_t i) const;
  [[nodiscard]] bool is_extreme_of(std::size_t i) const;
  [[nodiscard]] bool names_relation(std::size_t i) const;
  [[nodiscard]] bool is_sign_of_number(std::size_t i) const;
  [[nodiscard]] int cost_before(std::size_t i) const;
  bool connects(std::size_t i);

  std::vector<piece> const& pieces_;
  std::size_t begin_;
  std::size_t end_;
  std::size_t title_;                // the first text, which closes the head of most declarations
  std::vector<bool> bodies_{false};  // of each open parenthesis, whether its `where` has come; the clause is the first
  std::vector<int> extremes_;        // the depths at which the `and` of `the later of … and …` is still to come
};

joint joiner::before(std::size_t i) {
  joint built;
  built.space = space_before(i);
  built.is_connective = connects(i);
  if (built.is_connective) {
    built.in_body = bodies_.back();
    built.break_cost = depth() * cost_of_depth + (built.in_body ? cost_of_body : 0);
  } else if (built.space) {
    built.break_cost = cost_before(i);
  }
  return built;
}

bool joiner::connects(std::size_t i) {
  if (!is_word(i)) return false;
  bool const is_extreme = text(i) == "the" && (text(i + 1) == "later" || text(i + 1) == "earlier");
  if (is_extreme) extremes_.push_back(depth());
  if (text(i) == "or") return true;
  if (text(i) != "and") return false;
  if (extremes_.empty() || extremes_.back() != depth()) return true;
  extremes_.pop_back();
  return false;
}

// The `of` of `the later of`.
bool joiner::is_extreme_of(std::size_t i) const {
  return text(i) == "of" && text(i - 2) == "the" && (text(i - 1) == "later" || text(i - 1) == "earlier");
}

// Whether the word before a parenthesis is applied to it.
bool joiner::names_relation(std::size_t i) const {
  if (pieces_[i].kind != token_kind::word) return false;
  return !is_extreme_of(i) && (text(i) == "count" || !is_reserved(text(i)));
}

// The minus that belongs to a number stands where no term ends.
bool joiner::is_sign_of_number(std::size_t i) const {
  if (text(i) != "-") return false;
  piece const& before = pieces_[i - 1];
  bool const is_value = before.text == "true" || before.text == "false" || before.text == "now";
  bool const is_name = before.kind == token_kind::word &&
                       (!is_reserved(before.text) || text(i - 2) == "." || is_value) && !is_extreme_of(i - 1);
  bool const ends_term = is_name || before.kind == token_kind::date || before.kind == token_kind::text ||
                         before.text == ")" || before.text == "}";
  return !ends_term;
}

bool joiner::space_before(std::size_t i) const {
  std::string_view const previous = text(i - 1);
  std::string_view const next = text(i);
  if (previous == "." || next == "." || next == "," || next == ")" || next == "?" || previous == "(") return false;
  bool const parent_follows = declares("entity") && i == begin_ + 2;
  if (next == ":") return parent_follows;
  if (previous == "{" || next == "}") return has_wide_braces();
  if (next == "(") return !names_relation(i - 1);
  return !is_sign_of_number(i - 1);
}

int joiner::cost_before(std::size_t i) const {
  int const base = depth() * cost_of_depth;
  if (text(i - 1) == ",") return base + 4;
  if (i == title_) return base;
  if (text(i) == "{" && has_wide_braces()) return base;
  if (contains(comparison_signs, text(i))) return declares("individual") ? unbreakable : base + 26;
  if (text(i) == "+" || (text(i) == "-" && !is_sign_of_number(i))) return base + 27;
  if (!is_word(i)) return unbreakable;
  if (text(i) == "as") return base - 1;
  if (text(i) == "default" || text(i) == "unstated")
    return declares("interpretation") || declares("fact") ? base : unbreakable;
  bool const is_key = text(i) == "after" || (text(i) == "by" && depth() > 0);  // of `next`, `first` and `last`
  if (is_key) return base + 8;
  bool const is_tail = contains(tail_words, text(i)) && !declares("individual") && text(i - 1) != "answered";
  if (is_tail) return base + 2;
  if (text(i) == "where" || text(i) == "satisfies") return base + 3;
  if (text(i) == "at" || text(i) == "before") return text(i - 1) == "judged" ? unbreakable : base + 25;
  return unbreakable;
}

}  // namespace

std::vector<joint> joints_of(std::vector<piece> const& pieces, std::size_t begin, std::size_t end) {
  return joiner(pieces, begin, end).join();
}

}  // namespace casus::grammar
