// `casus diff`: its JSON is held to the schema that is shipped; what means the same is no difference; revisions are
// read through the environment.
#include "run_in_memory.hpp"
#include "schema.hpp"

#include <doctest/doctest.h>

namespace casus::test {
namespace {

constexpr auto rules = R"(instrument Pact "Pact"
entity State
fact party(s: State) "{s} is a party"
define member(s: State) "{s} is a member"
  when party(s)
provision Pact.1 "Peace"
  for each s: State, t: State
  when member(s) and member(t)
  requires s = t
)";

// Other names, another order, a label, a comment.
constexpr auto same_rules = R"(instrument Pact "Pact"
# a comment
provision Pact.1 "Peace among members"
  for each a: State, b: State
  when member(a) and member(b)
  requires a = b as "they are the same"
entity State
define member(x: State) "{x} belongs to it"
  when party(x)
fact party(s: State) "{s} takes part"
)";

constexpr auto told = R"(scenario: S
rules: ../old.casus
as_of: 2014-06-15
entities: {State: {x: X, y: Y, z: Z}}
facts: {party: [x, y]}
)";

session::memory files(std::string const& now) {
  return {{"old.casus", rules}, {"new.casus", now}, {"cases/a.yaml", told}};
}

std::string changed(std::string const& from, std::string const& to) {
  std::string text{rules};
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("changes of rules fit their schema") {
  auto const schema = session::disk(CASUS_ROOT).read("docs/reference/rule-changes.schema.json").content.value_or("");
  for (auto const& now : {std::string{rules}, std::string{same_rules}, changed("s = t", "s != t"),
                          changed("Pact.1", "Pact.2"), changed("when party(s)", "when not party(s)")}) {
    auto const made = run({"diff", "old.casus", "new.casus", "cases", "--format", "json"}, files(now));
    CHECK(misfits(schema, made.output) == "");
    CHECK(made.errors == "");
  }
}

TEST_CASE("names of variables, labels, comments and order are no differences") {
  auto const made = run({"diff", "old.casus", "new.casus", "cases"}, files(same_rules));
  CHECK(made.output ==
        "1 rule means the same, 0 differ, 0 written otherwise without a difference that was found; 1 scenario held "
        "against both\n");
  CHECK(made.code == 0);
}

TEST_CASE("a define by another name that says the same is no difference") {
  auto renamed = std::string{rules};
  for (auto at = renamed.find("member("); at != std::string::npos; at = renamed.find("member(", at + 1))
    renamed.replace(at, 6, "ally");
  auto const same = run({"diff", "old.casus", "new.casus"}, files(renamed));
  CHECK(same.code == 0);
  CHECK(same.output.find("1 rule means the same, 0 differ") == 0);
  auto const other = run({"diff", "old.casus", "new.casus"},
                         files(renamed.replace(renamed.find("when party(s)"), 13, "when not party(s)")));
  CHECK(other.code == 1);
}

TEST_CASE("defines that rest on themselves are known by their names") {
  auto const mutual = [](std::string const& first, std::string const& second) {
    return std::string{"instrument Pact \"Pact\"\nentity State\nfact near(s: State, t: State) \"{s} is near {t}\"\n"} +
           "define " + first + "(s: State) \"{s}\"\n  when some t: State where near(s, t) and " + second + "(t)\n" +
           "define " + second + "(s: State) \"{s}\"\n  when near(s, s) or some t: State where near(t, s) and " + first +
           "(t)\n" + "provision Pact.1 \"Peace\"\n  for each s: State\n  when one(s)\n";
  };
  auto made = files(mutual("one", "other"));
  made["old.casus"] = mutual("other", "one");
  auto const found = run({"diff", "old.casus", "new.casus"}, made);
  CHECK(found.code == 1);
  CHECK(found.output.find("differs, for instance on this scenario") != std::string::npos);
}

TEST_CASE("without scenarios, small ones are made, and an interruption ends it") {
  auto const other = changed("requires s = t", "requires s = t or not party(s)");
  auto const found = run({"diff", "old.casus", "new.casus"}, files(other));
  CHECK(found.code == 0);
  CHECK(found.output.find("every one with 3 entities of each kind and at most 2 events of each") != std::string::npos);
  auto const kept = std::make_shared<session::memory>(files(other));
  ran result;
  int asked = 0;
  cli::environment const around{.files = session::in_memory(kept),
                                .read_input = {},
                                .write_output = [&result](std::string_view text) { result.output += text; },
                                .write_error = [&result](std::string_view text) { result.errors += text; },
                                .today = {},
                                .commit = "0",
                                .is_interrupted = [&asked] { return ++asked > 1; }};
  result.code = cli::run(std::vector<std::string>{"diff", "old.casus", "new.casus"}, around);
  CHECK(result.errors == "");
  CHECK(result.output.find("It was interrupted before everything was tried.\n") != std::string::npos);
  CHECK(result.output.find("  Pact.1  nothing was tried\n") != std::string::npos);
}

TEST_CASE("a difference by way of a define is found, on a scenario without what does not matter") {
  auto const made =
      run({"diff", "old.casus", "new.casus", "cases"}, files(changed("when party(s)", "when not party(s)")));
  CHECK(made.code == 1);
  CHECK(made.output.find("party:") == std::string::npos);  // nobody need be one
}

}  // namespace casus::test
