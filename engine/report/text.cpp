#include "text.hpp"

#include "reading.hpp"

#include <algorithm>

namespace casus::report {
namespace {

struct columns {
  std::size_t label = 0;
  std::size_t status = 0;
};

columns columns_of(sheet const& shown) {
  columns widths;
  for (auto const& section : shown.instruments) {
    for (auto const& article : section.articles) {
      widths.label = std::max(widths.label, width_of(article.label));
      for (auto const& one : article.passages) {
        widths.status = std::max(widths.status, width_of(evaluate::words(one.status)));
      }
    }
  }
  return widths;
}

class article_writer {
 public:
  article_writer(columns widths, painter const& paint)
      : widths_(widths), paint_(paint), margin_(4 + widths.label + 2 + widths.status + 2, ' ') {}

  [[nodiscard]] std::string operator()(article_entry const& article) const {
    std::string text;
    bool is_first = true;
    std::optional<evaluate::status> last;
    for (auto const& said : article.passages) {
      auto const label = is_first ? article.label : std::string{};
      auto const status = last == said.status ? std::string{} : std::string{evaluate::words(said.status)};
      text += "    " + padded(label, widths_.label) + "  " + paint_(tone_of(said.status), status) +
              std::string(widths_.status - width_of(status) + 2, ' ') + body(said, is_first ? article.version : "");
      is_first = false;
      last = said.status;
    }
    return text;
  }

 private:
  // The sentence and its remarks; without a sentence the first remark takes its place.
  [[nodiscard]] std::string body(passage const& said, std::string_view version) const {
    std::vector<std::string> lines;
    if (!said.sentence.empty()) {
      lines.push_back(said.sentence + (said.state.empty() ? "" : paint_(tone::faint, " (" + said.state + ')')));
    }
    for (auto const& one : said.remarks) lines.push_back(words(one));
    if (lines.empty()) lines.emplace_back();
    if (!version.empty())
      lines[0] += (lines[0].empty() ? "" : " ") + paint_(tone::faint, "[" + std::string{version} + ']');
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : margin_) + lines[i] + '\n';
    return text;
  }

  columns widths_;
  painter const& paint_;
  std::string margin_;
};

std::string questions(sheet const& shown, painter const& paint) {
  if (shown.questions.empty()) return {};
  std::size_t width = 0;
  for (auto const& one : shown.questions) width = std::max(width, width_of(evaluate::words(one.status)));
  std::string text = "  " + paint(tone::strong, "Questions") + '\n';
  for (auto const& one : shown.questions) {
    auto const status = evaluate::words(one.status);
    text += "    " + paint(tone_of(one.status), status) + std::string(width - width_of(status) + 2, ' ') + one.text;
    if (!one.note.empty()) text += paint(tone::faint, " (" + one.note + ')');
    text += '\n';
  }
  return text;
}

std::string conflicts(sheet const& shown, painter const& paint) {
  if (shown.conflicts.empty()) return {};
  std::string text = "  " + paint(tone::strong, "Conflicts") + '\n';
  for (auto const& one : shown.conflicts) text += "    " + paint(tone::bad, "conflict") + "  " + one + '\n';
  return text;
}

std::string background(sheet const& shown, painter const& paint) {
  if (shown.background.empty()) return {};
  std::size_t width = 0;
  for (auto const& one : shown.background) width = std::max(width, width_of(evaluate::words(one.status)));
  std::string text =
      "  " + paint(tone::strong, "From the background alone") + paint(tone::faint, " (in full with --all)") + '\n';
  for (auto const& one : shown.background) {
    auto const status = evaluate::words(one.status);
    text += "    " + paint(tone_of(one.status), status) + std::string(width - width_of(status) + 2, ' ') +
            joined(one.citations) + '\n';
  }
  return text;
}

// Blanks at the end of a line are of no use to anyone.
std::string without_trailing_blanks(std::string_view text) {
  std::string kept;
  for (char const c : text) {
    while (c == '\n' && !kept.empty() && kept.back() == ' ') kept.pop_back();
    kept += c;
  }
  return kept;
}

}  // namespace

std::string words(remark const& said) {
  switch (said.of) {
    case remark::kind::fails: return "fails: " + said.words;
    case remark::kind::would_fail: return "would fail: " + said.words;
    case remark::kind::open: return "open: " + said.words;
    case remark::kind::displaced: return "displaced: " + said.words;
    case remark::kind::overridden: return "overridden by " + said.words;
    case remark::kind::settles:
    case remark::kind::because: break;
  }
  return said.words;
}

std::string text(sheet const& shown, painter const& paint) {
  article_writer const write{columns_of(shown), paint};
  std::string made = text(shown.head, paint);
  for (auto const& section : shown.instruments) {
    if (!section.title.empty()) made += "  " + paint(tone::strong, section.title) + '\n';
    for (auto const& article : section.articles) made += write(article);
  }
  if (shown.instruments.empty() && shown.background.empty())
    made += "  " + paint(tone::faint, "nothing applies") + '\n';
  return without_trailing_blanks(made + questions(shown, paint) + conflicts(shown, paint) + background(shown, paint));
}

}  // namespace casus::report
