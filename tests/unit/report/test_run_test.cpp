// Test runs in the forms that programs read: whatever stands in a title, what comes out is well-formed.
#include "engine/report/test_run.hpp"
#include "engine/report/xml_text.hpp"

#include <doctest/doctest.h>

using namespace casus;
using namespace std::string_literals;

namespace {

report::test_run hostile() {
  report::test_run run;
  run.scenarios.push_back({.title = "a <b> & \"c\" # \\ d\nok 7",
                           .file = "x & y.yaml",
                           .line = 3,
                           .verdict = report::test_verdict::failed,
                           .expectations = {{.subject = "Pact.1",
                                             .date = source::date{0},
                                             .view = "",
                                             .file = "x & y.yaml",
                                             .line = 9,
                                             .mismatches = {{"`\"a\"`", "]]> \x01"}, {"b", "c"}}}}});
  return run;
}

}  // namespace

TEST_CASE("XML takes every text") {
  CHECK(report::escaped_for_xml("<a href=\"b\">&</a>") == "&lt;a href=&quot;b&quot;&gt;&amp;&lt;/a&gt;");
  CHECK(report::escaped_for_xml("a\nb\tc\r") == "a&#10;b&#9;c&#13;");
  CHECK(report::escaped_for_xml("\0\x1b"s) == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(report::escaped_for_xml("\xEF\xBF\xBF é") == "\xEF\xBF\xBD é");
}

TEST_CASE("JUnit is well-formed whatever a title says") {
  CHECK(report::junit(hostile()) == R"xml(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="casus" tests="1" failures="1" errors="0" skipped="0">
  <testsuite name="x &amp; y.yaml" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="x &amp; y.yaml" name="a &lt;b&gt; &amp; &quot;c&quot; # \ d&#10;ok 7" file="x &amp; y.yaml" line="3">
      <failure message="Pact.1 on 1 January 1970: expected `&quot;a&quot;`, found ]]&gt; � (x &amp; y.yaml:9) (and 1 more)">Pact.1 on 1 January 1970: expected `&quot;a&quot;`, found ]]&gt; � (x &amp; y.yaml:9)
Pact.1 on 1 January 1970: expected b, found c (x &amp; y.yaml:9)
</failure>
    </testcase>
  </testsuite>
</testsuites>
)xml");
}

TEST_CASE("TAP takes a title for no line and no directive") {
  CHECK(report::tap(hostile()) == R"(TAP version 14
1..1
not ok 1 - a <b> & "c" \# \\ d ok 7 (x & y.yaml:3)
  ---
  failures:
    - at: "x & y.yaml:9"
      of: "Pact.1 on 1 January 1970"
      expected: "`\"a\"`"
      found: "]]> \u0001"
    - at: "x & y.yaml:9"
      of: "Pact.1 on 1 January 1970"
      expected: "b"
      found: "c"
  ...
)");
}

TEST_CASE("what could not be run counts as failed, what expects nothing counts as neither") {
  report::test_run run;
  for (auto const verdict : {report::test_verdict::passed, report::test_verdict::failed, report::test_verdict::not_run,
                             report::test_verdict::expects_nothing}) {
    run.scenarios.push_back({.title = "t", .file = "f", .line = 1, .verdict = verdict, .expectations = {}});
  }
  auto const sum = report::totals_of(run);
  CHECK(sum.passed == 1);
  CHECK(sum.failed == 2);
  CHECK(sum.not_run == 1);
  CHECK(sum.expecting_nothing == 1);
}
