#include "engine/scenario/read_yaml.hpp"

#include "engine/scenario/tree_builder.hpp"
#include "engine/scenario/yaml_source.hpp"
#include "engine/scenario/yaml_words.hpp"
#include "engine/source/catalogue.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>
#include <algorithm>
#include <sstream>
#include <utility>

namespace casus::scenario {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::uint32_t offset_of_content(std::string_view content) {
  bool const is_marked = content.substr(0, byte_order_mark.size()) == byte_order_mark;
  return is_marked ? static_cast<std::uint32_t>(byte_order_mark.size()) : 0;
}

// Hands on what yaml-cpp reads. Its marks count bytes behind the byte order mark.
class listener final : public YAML::EventHandler {
 public:
  listener(std::string_view content, source::file_id file) : content_(content), file_(file) {}

  void OnDocumentStart(YAML::Mark const& mark) override {
    auto const begin = offset_of(mark);
    // Of a character that begins no value yaml-cpp makes one empty document after another, for ever.
    if (begin == begin_) throw cannot_read{stuck_at(begin)};
    begin_ = begin;
    builder_.emplace(content_, file_, values_);
  }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    builder_->nothing({offset_of(mark), {}, anchor});
  }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    builder_->alias({offset_of(mark), {}, anchor});
  }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    builder_->scalar({offset_of(mark), tag, anchor}, value);
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    builder_->begin_list({offset_of(mark), tag, anchor}, style_of(style));
  }
  void OnSequenceEnd() override { builder_->end(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    builder_->begin_mapping({offset_of(mark), tag, anchor}, style_of(style));
  }
  void OnMapEnd() override { builder_->end(); }

  [[nodiscard]] std::uint32_t offset_of(YAML::Mark const& mark) const {
    auto const counted = static_cast<std::uint32_t>(std::max(mark.pos, 0)) + offset_of_content(content_);
    return std::min(counted, static_cast<std::uint32_t>(content_.size()));
  }
  // Where the document that was read last begins.
  [[nodiscard]] std::uint32_t begin() const { return begin_.value_or(0); }
  [[nodiscard]] std::optional<source::span> open_bracket() const {
    return builder_ ? builder_->open_bracket() : std::nullopt;
  }
  // The document that was read last; none where no document was begun since.
  std::optional<tree_builder> take() {
    if (builder_) values_ = builder_->values();
    return std::exchange(builder_, std::nullopt);
  }

 private:
  [[nodiscard]] source::diagnostic stuck_at(std::uint32_t begin) const {
    auto words = in_words("unknown token", content_, begin);
    auto const end = std::min(begin + 1, static_cast<std::uint32_t>(content_.size()));
    return source::report("malformed-yaml", {file_, begin, end}, std::move(words.message), std::move(words.help));
  }
  static tree_builder::style style_of(YAML::EmitterStyle::value style) {
    return style == YAML::EmitterStyle::Flow ? tree_builder::style::brackets : tree_builder::style::block;
  }

  std::string_view content_;
  source::file_id file_;
  std::optional<std::uint32_t> begin_;
  std::uint32_t values_ = 0;
  std::optional<tree_builder> builder_;
};

// yaml-cpp takes a value behind the end of a document for another document. YAML wants a line of dashes between them.
bool begins_like_a_document(std::string_view content, std::uint32_t begin) {
  auto const rest = content.substr(begin);
  if (rest.substr(0, 3) == "---" || rest.substr(0, 1) == "%") return true;
  auto const before = content.substr(0, begin);
  auto const last = before.find_last_not_of(" \t\r\n");
  return last != std::string_view::npos && last >= 2 && before.substr(last - 2, 3) == "...";
}

void take_document(listener& heard, std::string_view content, source::file_id file,
                   source::outcome<std::vector<tree>>& read) {
  auto builder = heard.take();
  if (!builder) return;
  auto more = builder->take_diagnostics();
  read.diagnostics.insert(read.diagnostics.end(), more.begin(), more.end());
  if (builder->is_empty()) return;
  if (!read.value->empty() && !begins_like_a_document(content, heard.begin())) {
    throw cannot_read{source::report("malformed-yaml", {file, heard.begin(), heard.begin() + 1},
                                     "there is text after the end of the document",
                                     "write a line `---` between two scenarios")};
  }
  read.value->push_back(builder->take());
}

source::diagnostic complaint_of(YAML::Exception const& said, std::string_view content, source::file_id file,
                                listener const& heard) {
  auto const begin = heard.offset_of(said.mark);
  source::span const here{file, begin, std::min(begin + 1, static_cast<std::uint32_t>(content.size()))};
  auto words = in_words(said.msg, content, begin);
  auto const bracket = words.about == subject::bracket ? heard.open_bracket() : std::nullopt;
  auto problem =
      source::report("malformed-yaml", bracket.value_or(here), std::move(words.message), std::move(words.help));
  if (bracket) problem.notes.push_back({"this does not continue it", here});
  return problem;
}

}  // namespace

source::outcome<std::vector<tree>> read_yaml(source::text const& text, source::file_id file) {
  source::outcome<std::vector<tree>> read;
  read.value.emplace();
  auto const content = text.content();
  if (auto why = unreadable(content, file)) {
    read.diagnostics.push_back(std::move(*why));
    return read;
  }
  listener heard(content, file);
  try {
    std::istringstream in(std::string(content.substr(offset_of_content(content))));
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(heard)) take_document(heard, content, file, read);
  } catch (cannot_read& stopped) {
    read.diagnostics.push_back(std::move(stopped.why));
  } catch (YAML::Exception const& said) { read.diagnostics.push_back(complaint_of(said, content, file, heard)); }
  if (auto unfinished = heard.take()) {
    auto more = unfinished->take_diagnostics();
    read.diagnostics.insert(read.diagnostics.end(), more.begin(), more.end());
  }
  return read;
}

}  // namespace casus::scenario
