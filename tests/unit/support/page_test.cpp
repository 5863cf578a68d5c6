#include "tests/support/page.hpp"

#include "tests/support/difference.hpp"
#include "tests/support/run_page.hpp"

#include <doctest/doctest.h>

namespace test = casus::test;

namespace {

constexpr char const* example = R"(# A heading

Some prose with `code`.

```casus rules.casus
entity State
```

````console
$ casus check rules.casus
an old line
$ ls
rules.casus
$ casus shout 'two words' < rules.casus
````

```casus
only a snippet
```
)";

// Prints its arguments and standard input; `check` fails.
int pretend(std::span<std::string const> arguments, casus::cli::environment const& around) {
  for (std::string const& word : arguments) around.write_output("[" + word + "]");
  around.write_output("\n");
  around.write_error(around.read_input(100).content.value_or("none"));
  if (arguments[0] == "write") static_cast<void>(around.files.write("new.txt", "written\n"));
  return arguments[0] == "check" ? 1 : 0;
}

std::string ran(std::string_view text) {
  auto const empty = casus::session::in_memory(std::make_shared<casus::session::memory>());
  return test::write_page(test::run_page(test::read_page(text), pretend, empty));
}

}  // namespace

TEST_CASE("a page is written as it was read") {
  auto const page = test::read_page(example);
  CHECK(page.problems.empty());
  CHECK(test::write_page(page) == example);
}

TEST_CASE("running a page replaces the output of the commands that are ours, and nothing else") {
  CHECK(ran(example) == R"(# A heading

Some prose with `code`.

```casus rules.casus
entity State
```

````console
$ casus check rules.casus
[check][rules.casus]
[exit 1]
$ ls
rules.casus
$ casus shout 'two words' < rules.casus
[shout][two words]
entity State
````

```casus
only a snippet
```
)");
}

TEST_CASE("a later command sees what an earlier one wrote, and a missing line feed is shown") {
  CHECK(ran("```yaml a.yaml\nno: line\n```\n```console\n$ casus write\n$ cat new.txt\n$ cat gone\n```\n") ==
        "```yaml a.yaml\nno: line\n```\n```console\n$ casus write\n[write]\n$ cat new.txt\nwritten\n$ cat gone\n"
        "cat: gone: there is no such file\n[exit 1]\n```\n");
  CHECK(ran("```yaml a b.yaml\n```\n```console\n$ casus x\n```\n") ==
        "```yaml a b.yaml\n```\n```console\n$ casus x\n[x]\n```\n");
}

TEST_CASE("a block that is not closed is a problem") {
  CHECK(test::read_page("text\n```console\n$ casus x\n").problems ==
        std::vector<std::string>{"line 2: the block is not closed"});
}

TEST_CASE("words are split as a shell does") {
  CHECK(test::words_of("casus  check 'a b' \"c d\"e ''") ==
        std::vector<std::string>{"casus", "check", "a b", "c de", ""});
  CHECK(test::words_of("").empty());
}

TEST_CASE("a difference shows what is missing and what is new, with some lines around it") {
  CHECK(test::difference({"1", "2", "3", "4", "old", "5", "6", "7", "8"},
                         {"1", "2", "3", "4", "new", "newer", "5", "6", "7", "8"}) ==
        " 2\n 3\n 4\n-old\n+new\n+newer\n 5\n 6\n 7\n");
  CHECK(test::difference({"a", "b", "c"}, {"c"}) == "-a\n-b\n c\n");
  CHECK(test::difference({}, {"a"}) == "+a\n");
}
