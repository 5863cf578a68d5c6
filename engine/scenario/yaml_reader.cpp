#include "engine/scenario/yaml_reader.hpp"

#include "engine/scenario/tree_builder.hpp"
#include "engine/scenario/yaml_source.hpp"
#include "engine/scenario/yaml_words.hpp"
#include "engine/source/catalogue.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>
#include <algorithm>
#include <istream>
#include <iterator>
#include <streambuf>
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
    builder_.emplace(content_, file_, repeated_);
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
    if (builder_) repeated_ = builder_->repeated();
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
  std::uint32_t repeated_ = 0;  // values that aliases stood for, over all documents
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

source::diagnostic complaint_of(YAML::Exception const& said, std::string_view content, source::file_id file,
                                listener const& heard) {
  auto const begin = heard.offset_of(said.mark);
  source::span const here{file, begin, std::min(begin + 1, static_cast<std::uint32_t>(content.size()))};
  auto words = in_words(said.msg, content, begin);
  auto const bracket = words.about == subject::bracket ? heard.open_bracket() : std::nullopt;
  auto const place = words.at_fault ? source::span{file, words.at_fault->begin, words.at_fault->end} : here;
  auto problem =
      source::report("malformed-yaml", bracket.value_or(place), std::move(words.message), std::move(words.help));
  if (bracket) problem.notes.push_back({"this does not continue it", here});
  return problem;
}

// Reads from a text without taking a copy of it.
class text_buffer : public std::streambuf {
 public:
  explicit text_buffer(std::string_view content) {
    auto* const begin = const_cast<char*>(content.data());  // which is only read
    setg(begin, begin, begin + content.size());
  }
};

}  // namespace

struct yaml_reader::implementation {
  implementation(std::string_view text, source::file_id id)
      : content(text),
        file(id),
        heard(text, id),
        buffer(text.substr(offset_of_content(text))),
        in(&buffer),
        parser(in) {}

  // A document and what was said of it.
  struct read_document {
    tree content;
    std::vector<source::diagnostic> said;
  };

  // The next document that is not empty, whether or not what follows it is right.
  std::optional<read_document> read_one() {
    while (parser.HandleNextDocument(heard)) {
      auto builder = heard.take();
      if (!builder) continue;
      append(of_next, builder->take_diagnostics());
      if (builder->is_empty()) continue;
      if (is_begun && !begins_like_a_document(content, heard.begin())) {
        throw cannot_read{source::report("malformed-yaml", {file, heard.begin(), heard.begin() + 1},
                                         "there is text after the end of the document",
                                         "write a line `---` between two scenarios")};
      }
      is_begun = true;
      return read_document{builder->take(), std::exchange(of_next, {})};
    }
    return std::nullopt;
  }

  // After a document that cannot be read on, there is none. The one before it may be cut short by the same mistake.
  void stop(source::diagnostic why) {
    if (ahead && !begins_like_a_document(content, heard.begin())) {
      append(of_next, std::move(ahead->said));
      ahead.reset();
    }
    if (auto unfinished = heard.take()) append(of_next, unfinished->take_diagnostics());
    of_next.push_back(std::move(why));
    is_at_end = true;
  }

  static void append(std::vector<source::diagnostic>& to, std::vector<source::diagnostic> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  tree hand_out(read_document of) {
    append(said, std::move(of.said));
    return std::move(of.content);
  }

  std::string_view content;
  source::file_id file;
  listener heard;
  text_buffer buffer;
  std::istream in;
  YAML::Parser parser;
  std::vector<source::diagnostic> said;     // of what was handed out
  std::vector<source::diagnostic> of_next;  // of what is to come
  std::optional<read_document> ahead;
  bool is_begun = false;
  bool is_at_end = false;
};

yaml_reader::yaml_reader(source::text const& text, source::file_id file) {
  auto why = unreadable(text.content(), file);
  inside_ = std::make_unique<implementation>(why ? std::string_view{} : text.content(), file);
  if (why) inside_->stop(std::move(*why));
}
yaml_reader::~yaml_reader() = default;

std::optional<tree> yaml_reader::next() {
  auto& in = *inside_;
  while (!in.is_at_end) {
    try {
      auto read = in.read_one();
      in.is_at_end = !read.has_value();
      if (auto before = std::exchange(in.ahead, std::move(read))) return in.hand_out(std::move(*before));
    } catch (cannot_read& stopped) { in.stop(std::move(stopped.why)); } catch (YAML::Exception const& said) {
      in.stop(complaint_of(said, in.content, in.file, in.heard));
    }
  }
  if (auto last = std::exchange(in.ahead, std::nullopt)) return in.hand_out(std::move(*last));
  in.append(in.said, std::exchange(in.of_next, {}));
  return std::nullopt;
}

std::vector<source::diagnostic> yaml_reader::take_diagnostics() { return std::exchange(inside_->said, {}); }

}  // namespace casus::scenario
