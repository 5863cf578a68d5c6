#include "engine/scenario/yaml_reader.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace casus;
using scenario::shape;

namespace {

std::string text_of(scenario::element what) {
  switch (what.form()) {
    case shape::nothing: return "nothing";
    case shape::plain: return what.text();
    case shape::quoted: return '"' + what.text() + '"';
    case shape::list: {
      std::string all = "[";
      for (std::size_t i = 0; i < what.size(); ++i) all += (i == 0 ? "" : ", ") + text_of(what.item(i));
      return all + "]";
    }
    case shape::mapping: {
      std::string all = "{";
      for (std::size_t i = 0; i < what.size(); ++i) {
        all += (i == 0 ? "" : ", ") + text_of(what.key(i)) + ": " + text_of(what.value(i));
      }
      return all + "}";
    }
  }
  return {};
}

// Every document on a line, then what is said with the text it is said of.
std::string read(std::string const& yaml) {
  source::text const text("test.yaml", yaml);
  scenario::yaml_reader documents(text, {});
  std::string all;
  while (auto const each = documents.next()) all += text_of({*each, each->root}) + '\n';
  for (source::diagnostic const& each : documents.take_diagnostics()) {
    auto const at = text.position_of(each.where.begin);
    all += fmt::format("{}:{} <{}> {} {}\n", at.line, at.column,
                       text.content().substr(each.where.begin, each.where.end - each.where.begin), each.code,
                       each.message);
  }
  return all;
}

// The texts that the spans of all scalars cover.
std::string covered(std::string const& yaml) {
  source::text const text("test.yaml", yaml);
  scenario::yaml_reader documents(text, {});
  auto const only = documents.next();
  REQUIRE(only.has_value());
  CHECK(!documents.next().has_value());
  std::string all;
  for (scenario::node const& each : only->nodes) {
    all += '<' + std::string(text.content().substr(each.where.begin, each.where.end - each.where.begin)) + '>';
  }
  return all;
}

}  // namespace

TEST_CASE("scalars keep their text and remember their quotes") {
  CHECK(read("{a: no, b: 010, c: 'it''s', d: \"x\\u00e9\", e: unknown, f: \"unknown\"}") ==
        "{a: no, b: 010, c: \"it's\", d: \"xé\", e: unknown, f: \"unknown\"}\n");
  CHECK(read("a: |\n  two\n  lines\nb: >-\n  one\n  line\n") == "{a: \"two\nlines\n\", b: \"one line\"}\n");
  CHECK(read("a: ~\nb:\nc: null\nd: ''\nnull: e\n") == "{a: nothing, b: nothing, c: nothing, d: \"\", null: e}\n");
}

TEST_CASE("standard tags are read, others are not known") {
  CHECK(read("a: !!str unknown\nb: !!int 5\nc: !!map {d: e}\nf: !!seq []\n") ==
        "{a: \"unknown\", b: 5, c: {d: e}, f: []}\n");
  CHECK(read("a: !mine 5\n") == "{a: 5}\n1:4 <!mine> unknown-tag casus does not know the tag `!mine`\n");
  CHECK(read("a: !!map [x]\n") == "{a: [x]}\n1:4 <!!map> unknown-tag the tag `!!map` does not fit a list\n");
}

TEST_CASE("several documents in one file are several trees, empty ones left out") {
  CHECK(read("a: b\n---\nc: d\n---\n") == "{a: b}\n{c: d}\n");
  CHECK(read("# nothing\n") == "");
  CHECK(read("{a: b}\nc: d\n") == "2:1 <c> malformed-yaml there is text after the end of the document\n");
}

TEST_CASE("aliases repeat a value, and merged keys give way to those that are written") {
  CHECK(read("a: &x [1, 2]\nb: *x\n") == "{a: [1, 2], b: [1, 2]}\n");
  CHECK(read("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\n") == "{a: {b: 1, c: 2}, d: {c: 3, b: 1}}\n");
  CHECK(read("a: {<<: [{b: 1}, {b: 2, c: 3}]}\n") == "{a: {b: 1, c: 3}}\n");
  CHECK(read("a: {<<: 5}\n") == "{a: {}}\n1:9 <5> wrong-shape `<<` takes a mapping or a list of mappings\n");
  CHECK(read("a: &x [*x]\n") == "1:8 <*x> malformed-yaml the alias `*x` stands inside the value that it repeats\n");
  CHECK(read("a: *x\n") == "1:4 <*> malformed-yaml no value above has this anchor\n");
}

TEST_CASE("a key is given once, and is a word") {
  CHECK(read("a: 1\nb: 2\na: 3\n") == "{a: 1, b: 2}\n3:1 <a> duplicate-key the key `a` is given twice\n");
  CHECK(read("? [a]\n: b\n") == "{}\n1:3 <[a]> wrong-shape a key is a word, and this is a list\n");
  CHECK(read(": b\n") == "{}\n1:1 <> wrong-shape there is no key before this colon\n");
}

TEST_CASE("places are those of the text, whatever its letters and line ends") {
  CHECK(covered("ключ: Россия и\nb: [ 'it''s', \"q\" ] # c\n") ==
        "<ключ: Россия и\nb: [ 'it''s', \"q\" ]><ключ><Россия и><b><[ 'it''s', \"q\" ]><'it''s'><\"q\">");
  CHECK(covered("\xEF\xBB\xBF"
                "a: b\r\nc: &x !!str d\r\n") == "<a: b\r\nc: &x !!str d><a><b><c><d>");
  CHECK(covered("a: one\n  two\nb: |\n  x\nc:\n") == "<a: one\n  two\nb: |\n  x\nc><a><one><b><|><c><c>");
}

TEST_CASE("what is not YAML is said in words, at its place") {
  CHECK(read("a: \"x\nb: c\n") == "1:4 <\"> malformed-yaml the quote that opens here is not closed\n");
  CHECK(read("a: [x, y\nb: c\n") ==
        "1:4 <[> malformed-yaml the list that opens here is not closed, or a comma is missing\n");
  CHECK(read("a:\n\tb: c\n") == "2:1 <\t> malformed-yaml the line is indented with a tab\n");
  CHECK(read("a:\n   b: c\n  d: e\n") == "3:3 <d> malformed-yaml the indentation of this line fits nothing above it\n");
  CHECK(read("a: b: c\n") == "1:5 <:> malformed-yaml a `:` stands where no key can end\n");
  CHECK(read("a: \"x\" y\n") == "1:8 <y> malformed-yaml there is text after the end of a value\n");
  CHECK(read("a: @x\n") == "1:4 <@> malformed-yaml no value can begin with `@`\n");
  CHECK(read(", a: b\n") == "1:1 <,> malformed-yaml no value can begin with `,`\n");
  CHECK(read("a: {b: c}}\n") == "1:10 <}> malformed-yaml this bracket or brace closes nothing\n");
}

TEST_CASE("what is not text is not read") {
  CHECK(read("a: b\nc: \xFF\n") == "2:4 <\xFF> malformed-text this byte is not part of any text in UTF-8\n");
  CHECK(read(std::string("a: b\x04\nc: d\n")) ==
        "1:5 <\x04> malformed-text a control character (U+0004) stands in the text\n");
}

TEST_CASE("a document is handed out before the next but one is read, each with what is said of it") {
  source::text const text("test.yaml", "a: b\n---\na: 1\na: 2\n---\n[\n");
  scenario::yaml_reader documents(text, {});
  CHECK(documents.next().has_value());
  CHECK(documents.take_diagnostics().empty());
  CHECK(documents.next().has_value());
  auto const of_second = documents.take_diagnostics();
  REQUIRE(of_second.size() == 1);
  CHECK(of_second[0].code == "duplicate-key");
  CHECK(!documents.next().has_value());
  auto const at_end = documents.take_diagnostics();
  REQUIRE(at_end.size() == 1);
  CHECK(at_end[0].code == "malformed-yaml");
}

TEST_CASE("what lies within the bounds is read") {
  auto const nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  CHECK(read(nested(64)) == nested(64) + "\n");
  CHECK(read(nested(65)).find("too-deep") != std::string::npos);
  auto const commented = [](std::size_t marks) { return "a: b\n#" + std::string(marks - 1, ',') + '\n'; };
  CHECK(read(commented(1'000'000)) == "{a: b}\n");
  CHECK(read(commented(1'000'001)).find("too-large") != std::string::npos);
  CHECK(read(commented(999'999) + "---\n" + commented(999'999)) == "{a: b}\n{a: b}\n");  // each for itself
  std::string thousand = "- &a [x";
  for (int i = 1; i < 999; ++i) thousand += ",x";
  thousand += "]\n";
  for (int i = 0; i < 1'000; ++i) thousand += "- *a\n";
  CHECK(read(thousand).find("too-many-aliases") == std::string::npos);
  CHECK(read(thousand + "- *a\n").find("1002:3 <*a> too-many-aliases") != std::string::npos);
}

TEST_CASE("bounds are kept and named") {
  CHECK(read(std::string(100'000, '[') + std::string(100'000, ']')) ==
        "1:65 <[> too-deep lists and mappings are nested more than 64 deep\n");
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  CHECK(read(deep) == "65:65 <a> too-deep lists and mappings are nested more than 64 deep\n");
  std::string chain = "- &a0 [x]\n";
  for (int i = 1; i < 70; ++i) chain += fmt::format("- &a{} [*a{}]\n", i, i - 1);
  CHECK(read(chain) == "64:9 <*a62> too-deep lists and mappings are nested more than 64 deep, aliases followed\n");
  std::string bomb = "- &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 10; ++i) {
    bomb += fmt::format("- &a{} [", i);
    for (int j = 0; j < 10; ++j) bomb += fmt::format("*a{},", i - 1);
    bomb += "]\n";
  }
  CHECK(read(bomb) == "6:36 <*a4> too-many-aliases the file's aliases stand for more than 1000000 values\n");
  CHECK(read("[" + std::string(1'000'000, ',') + "]") ==
        "1:1000001 <,> too-large the document has more than 1000000 brackets, commas, colons and quotes\n");
}
