// Writes tokens with whatever may stand between them, and the constructs of the language made of tokens.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casus::test {

enum class layout { plain, any };

class writer {
 public:
  writer(std::vector<std::uint8_t> row, layout how) : row_(std::move(row)), layout_(how) {}

  // A number below the bound.
  int pick(int bound);
  bool chance(int one_in) { return pick(one_in) == one_in - 1; }
  template <std::size_t Size>
  std::string_view one_of(char const* const (&words)[Size]) {
    return words[static_cast<std::size_t>(pick(static_cast<int>(Size)))];
  }

  // A token, with a blank or something else that means nothing before it.
  void word(std::string_view token);
  // A token that nothing may separate from the one before.
  void joined(std::string_view token) { text_ += token; }
  void words(std::string_view tokens);  // at single blanks
  void start_declaration();
  void finish();
  [[nodiscard]] std::string const& text() const { return text_; }

  // Bounds what nests.
  bool enter() { return ++depth_ < 6; }
  void leave() { --depth_; }

 private:
  void separate();

  std::vector<std::uint8_t> row_;
  std::size_t next_ = 0;
  layout layout_;
  std::string text_;
  int depth_ = 0;
};

void write_name(writer& to);
void write_type(writer& to);
void write_variables(writer& to);
void write_term(writer& to);
// Whether something can follow a condition inside its clause or parenthesis.
enum class place { last, inner };
void write_condition(writer& to, place where);  // without a label
void write_clause_condition(writer& to);        // perhaps with one
void write_text(writer& to);
void write_declaration(writer& to);

}  // namespace casus::test
