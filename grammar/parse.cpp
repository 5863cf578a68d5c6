#include "grammar/parse.hpp"
#include "engine/source/catalogue.hpp"
#include "grammar/expectation.hpp"
#include "grammar/lower.hpp"
#include "grammar/rules.hpp"
#include "grammar/scanner.hpp"
#include <algorithm>
#include <limits>

namespace casus::grammar {
namespace {

// What can go on after a declaration, in messages about what does not.
struct continuation {
  using result_type = char const*;
  char const* operator()(surface::use_file const&) const { return "the next declaration"; }
  char const* operator()(surface::instrument const&) const { return "`signed`, `in force` or the next declaration"; }
  char const* operator()(surface::entity const&) const { return "a field or the next declaration"; }
  char const* operator()(surface::individual const&) const { return "the next declaration"; }
  char const* operator()(surface::enumeration const&) const { return "the next declaration"; }
  char const* operator()(surface::event const&) const { return "a field or the next declaration"; }
  char const* operator()(surface::fact const&) const { return "the next declaration"; }
  char const* operator()(surface::define const&) const { return "`and`, `or` or the next declaration"; }
  char const* operator()(surface::provision const&) const { return "a clause or the next declaration"; }
  char const* operator()(surface::interpretation const&) const { return "the next declaration"; }
  char const* operator()(surface::question const&) const { return "`answered by` or the next declaration"; }
};

class reader {
 public:
  reader(std::string_view content, source::file_id file) : content_(content), file_(file), lowering_(content, file) {}

  source::outcome<model::rule_set> read();

 private:
  void read_declaration();
  void fail(source::diagnostic what, std::uint32_t where);
  [[nodiscard]] std::uint32_t offset_of(iterator where) const {
    return static_cast<std::uint32_t>(where - content_.data());
  }

  std::string_view content_;
  source::file_id file_;
  lowering lowering_;
  std::uint32_t at_ = 0;
};

// Reading goes on at the next line that starts with a declaration.
void reader::fail(source::diagnostic what, std::uint32_t where) {
  lowering_.diagnostics.push_back(std::move(what));
  at_ = next_declaration(content_, where);
}

void reader::read_declaration() {
  std::uint32_t const start = at_;
  parse_state state{code_ends{content_}};
  iterator next = content_.data() + start;
  iterator const end = content_.data() + content_.size();
  surface::declaration declared;
  try {
    bool const matches = x3::phrase_parse(next, end, x3::with<state_tag>(std::ref(state))[declaration],
                                          skipper_type{state.ends}, declared);
    if (!matches) return fail(no_declaration(content_, file_, start), start + 1);
  } catch (x3::expectation_failure<iterator> const& failed) {
    failure const what{start, offset_of(failed.where()), failed.which()};
    source::diagnostic said = describe(content_, file_, what);
    std::uint32_t const stop = said.where.begin;
    return fail(std::move(said), std::max(stop, start + 1));
  }
  lower(lowering_, declared);
  at_ = scan_code(content_, offset_of(next)).begin;
  if (at_ == content_.size() || at_declaration(content_, at_)) return;
  std::string const expected = boost::apply_visitor(continuation{}, declared.get());
  fail(describe(content_, file_, {start, at_, expected}), at_);
}

source::outcome<model::rule_set> reader::read() {
  if (content_.substr(0, byte_order_mark.size()) == byte_order_mark) at_ = byte_order_mark.size();
  for (at_ = scan_code(content_, at_).begin; at_ < content_.size(); at_ = scan_code(content_, at_).begin) {
    if (!starts_line(content_, at_) && at_declaration(content_, at_)) {
      token const word = scan_code(content_, at_);
      lowering_.report("syntax", lowering_.span_of(word.begin, word.end), "a declaration starts a line of its own");
    }
    read_declaration();
  }
  if (!source::has_errors(lowering_.diagnostics)) lowering_.report_stray_documentation();
  source::sort(lowering_.diagnostics);
  return {std::move(lowering_.rules), std::move(lowering_.diagnostics)};
}

}  // namespace

source::outcome<model::rule_set> parse(source::text const& of, source::file_id file) {
  constexpr std::size_t largest = std::numeric_limits<std::uint32_t>::max() - 1;
  std::string_view const content = of.content();
  if (content.size() > largest) {
    return {model::rule_set{}, {source::report("too-large", {file, 0, 0}, "the file is larger than 4 GiB")}};
  }
  if (std::size_t const bad = source::first_malformed_utf8(content); bad != std::string_view::npos) {
    auto const at = static_cast<std::uint32_t>(bad);
    return {model::rule_set{},
            {source::report("malformed-text", {file, at, at + 1}, "the file is not text in UTF-8 here")}};
  }
  return reader(content, file).read();
}

}  // namespace casus::grammar
