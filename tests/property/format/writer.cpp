#include "writer.hpp"

namespace casus::test {
namespace {

constexpr char const* comments[] = {"# note", "## doc", "#", "##", "# a \"quoted\" (remark", "## and more", "#!odd\t"};

}  // namespace

int writer::pick(int bound) { return next_ < row_.size() ? row_[next_++] % bound : 0; }

void writer::separate() {
  if (layout_ == layout::plain) {
    text_ += ' ';
    return;
  }
  switch (pick(24)) {
    case 16: text_ += '\n'; break;
    case 17: text_ += "\n\n  "; break;
    case 18: text_ += "\t \r\n"; break;
    case 19: text_ += "  " + std::string(one_of(comments)) + '\n'; break;
    case 20: text_ += '\n' + std::string(one_of(comments)) + "\n  "; break;
    case 21: text_ += "\n\n  " + std::string(one_of(comments)) + "\n\n" + std::string(one_of(comments)) + '\n'; break;
    case 22: text_ += ' ' + std::string(one_of(comments)) + '\n' + std::string(one_of(comments)) + '\n'; break;
    default: text_ += ' '; break;
  }
}

void writer::word(std::string_view token) {
  separate();
  text_ += token;
}

void writer::words(std::string_view tokens) {
  while (!tokens.empty()) {
    std::size_t const end = std::min(tokens.find(' '), tokens.size());
    word(tokens.substr(0, end));
    tokens.remove_prefix(std::min(end + 1, tokens.size()));
  }
}

// A declaration starts a line.
void writer::start_declaration() {
  if (!text_.empty()) separate();
  text_ += '\n';
  for (int i = pick(4); i > 2; --i) text_ += std::string(one_of(comments)) + '\n';
}

void writer::finish() {
  separate();
  if (chance(3)) text_ += one_of(comments);
}

}  // namespace casus::test
