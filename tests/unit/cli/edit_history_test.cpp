#include "engine/cli/edit_history.hpp"

#include <doctest/doctest.h>

namespace casus::cli {
namespace {

edit set(std::string text) { return {edit::kind::set, std::move(text)}; }
edit add(std::string text) { return {edit::kind::add, std::move(text)}; }
edit removal(std::string text) { return {edit::kind::remove, std::move(text)}; }

std::string written(std::vector<edit> const& all) {
  std::string text;
  for (auto const& one : all) {
    text += one.of == edit::kind::set ? "=" : one.of == edit::kind::add ? "+" : "-";
    text += one.text + '\n';
  }
  return text;
}

std::string after(std::vector<edit> const& made) {
  edit_history history;
  for (auto const& one : made) history.make(one);
  return written(history.now());
}

TEST_CASE("a later change takes the place of an earlier one of the same thing") {
  CHECK(after({set("A.x.f=1"), set("A.x.g=1"), set("A.x.f=2")}) == "=A.x.g=1\n=A.x.f=2\n");
  CHECK(after({add("p(a, b)"), removal("p(a, b)")}) == "-p(a, b)\n");
  CHECK(after({set("p(a)=1"), set("p(b)=1"), set("p(a) = 2")}) == "=p(b)=1\n=p(a) = 2\n");
  CHECK(after({set("A.x.f=1"), removal("A.x")}) == "-A.x\n");
  CHECK(after({removal("A.x"), set("A.x.f=1")}) == "=A.x.f=1\n");
}

TEST_CASE("an event that was added is changed where it is added, and goes without a trace") {
  CHECK(after({add("A.x(f: 1, g: 2)"), set("A.x.f=3")}) == "+A.x(g: 2, f: 3)\n");
  CHECK(after({add("A.x(f: 1)"), removal("A.x")}) == "");
  CHECK(after({add("A(f: 1)"), add("A(f: 1)")}) == "+A(f: 1)\n");
}

TEST_CASE("changes are taken back and made again, until another is made") {
  edit_history history;
  CHECK(!history.made_last());
  history.make(set("A.x.f=1"));
  history.make(set("A.x.f=2"));
  history.undo();
  CHECK(written(history.now()) == "=A.x.f=1\n");
  CHECK(history.taken_back_last() == set("A.x.f=2"));
  history.redo();
  CHECK(written(history.now()) == "=A.x.f=2\n");
  history.undo();
  history.undo();
  history.undo();
  CHECK(written(history.now()) == "");
  history.make(add("p(a)"));
  CHECK(!history.taken_back_last());
  CHECK(written(history.now()) == "+p(a)\n");
}

TEST_CASE("what is compared has the same events in the same places") {
  auto const [before, now] =
      aligned({add("A.x(f: 1)"), add("A()"), set("B.y.g=1")}, {add("A()"), add("p(a)"), add("A.z(f: 2)")}, {"A", "B"});
  CHECK(written(before) == "+A.x(f: 1)\n+A()\n+A.z(f: 2, holds: false)\n=B.y.g=1\n");
  CHECK(written(now) == "+A.x(f: 1, holds: false)\n+A()\n+A.z(f: 2)\n+p(a)\n");
  auto const [first, second] = aligned({add("A.x(f: 1)")}, {add("A.x(f: 2)")}, {"A"});
  CHECK(written(first) + written(second) == "+A.x(f: 1)\n+A.x(f: 2)\n");
}

}  // namespace
}  // namespace casus::cli
