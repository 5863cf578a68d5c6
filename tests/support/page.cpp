#include "page.hpp"

#include "engine/source/overloaded.hpp"

#include <utility>

namespace casus::test {
namespace {

std::string_view fence_of(std::string_view line) {
  auto const length = line.find_first_not_of('`');
  auto const fence = line.substr(0, length);
  return fence.size() >= 3 ? fence : std::string_view{};
}

bool closes(std::string_view line, std::string_view fence) {
  return line.size() >= fence.size() && line.find_first_not_of('`') == std::string_view::npos;
}

bool is_prompt(std::string_view line) { return line.substr(0, 2) == "$ "; }

bool is_ours(std::vector<std::string> const& words) {
  return !words.empty() && (words.front() == "casus" || words.front() == "cat");
}

class reader {
 public:
  explicit reader(std::string_view text) : lines_(lines_of(text)) {}

  page read() {
    while (at_ < lines_.size()) {
      std::string const line = lines_[at_];
      std::string_view const fence = fence_of(line);
      take();
      if (!fence.empty()) read_block(fence, std::string_view{line}.substr(fence.size()));
    }
    return std::move(page_);
  }

 private:
  // The line is prose: part of the page as it stands.
  void take() { page_.pieces.emplace_back(prose{lines_[at_++]}); }

  bool is_inside(std::string_view fence) const { return at_ < lines_.size() && !closes(lines_[at_], fence); }

  void read_block(std::string_view fence, std::string_view info) {
    std::size_t const opened = at_;
    auto const space = info.find(' ');
    if (info == "console") {
      read_console(fence);
    } else if (space != std::string_view::npos) {
      read_input(fence, std::string{info.substr(space + 1)});
    } else {
      while (is_inside(fence)) take();
    }
    if (at_ == lines_.size()) {
      page_.problems.push_back("line " + std::to_string(opened) + ": the block is not closed");
    } else {
      take();
    }
  }

  void read_input(std::string_view fence, std::string name) {
    input found{.name = std::move(name), .content = {}};
    for (; is_inside(fence); ++at_) found.content += lines_[at_] + '\n';
    page_.pieces.emplace_back(std::move(found));
  }

  void read_console(std::string_view fence) {
    while (is_inside(fence)) {
      command found{.line = at_ + 1, .prompt = lines_[at_], .words = {}, .expected = {}};
      if (is_prompt(lines_[at_])) found.words = words_of(std::string_view{lines_[at_]}.substr(2));
      if (!is_ours(found.words)) {
        take();
        continue;
      }
      for (++at_; is_inside(fence) && !is_prompt(lines_[at_]); ++at_) found.expected.push_back(lines_[at_]);
      page_.pieces.emplace_back(std::move(found));
    }
  }

  std::vector<std::string> lines_;
  std::size_t at_ = 0;
  page page_;
};

}  // namespace

page read_page(std::string_view text) { return reader(text).read(); }

std::string write_page(page const& page) {
  std::string text;
  auto const write = source::overloaded{
      [&](prose const& kept) { text += kept.line + '\n'; },
      [&](input const& file) { text += file.content; },
      [&](command const& ran) {
        text += ran.prompt + '\n';
        for (std::string const& line : ran.expected) text += line + '\n';
      },
  };
  for (piece const& one : page.pieces) std::visit(write, one);
  return text;
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  char quote = '\0';
  bool in_word = false;
  for (char const c : line) {
    if (quote != '\0' && c == quote) {
      quote = '\0';
    } else if (quote == '\0' && (c == '\'' || c == '"')) {
      quote = c;
      if (!std::exchange(in_word, true)) words.emplace_back();
    } else if (quote == '\0' && c == ' ') {
      in_word = false;
    } else {
      if (!std::exchange(in_word, true)) words.emplace_back();
      words.back() += c;
    }
  }
  return words;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto const end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

}  // namespace casus::test
