// Laying a file out changes nothing that it means and nothing more the second time; printing a condition neither.
#include "rule_text.hpp"

#include "engine/model/print.hpp"
#include "grammar/format.hpp"
#include "grammar/parse.hpp"
#include "grammar/scanner.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <algorithm>

namespace {

using namespace casus;

source::outcome<model::rule_set> parsed(std::string const& rules) {
  return grammar::parse(source::text("random.casus", rules), source::file_id{});
}

std::string dumped(std::string const& rules) {
  auto const outcome = parsed(rules);
  std::string said;
  for (source::diagnostic const& one : outcome.diagnostics) {
    if (one.severity == source::severity::error) said += one.message + '\n';
  }
  RC_ASSERT(said == "");
  return model::dump(*outcome.value);
}

std::string formatted(std::string const& rules) {
  return grammar::format(source::text("random.casus", rules), source::file_id{}).value.value();
}

// The words of all comments, in order of the alphabet.
std::vector<std::string> comments_of(std::string const& rules) {
  std::vector<std::string> found;
  auto next = grammar::scan(rules, 0);
  for (; next.kind != grammar::token_kind::end; next = grammar::scan(rules, next.end)) {
    if (next.kind != grammar::token_kind::comment) continue;
    std::string words(grammar::text_of(rules, next));
    words.erase(0, words.find_first_not_of('#'));
    words.erase(words.find_last_not_of(" \t\r") + 1);
    found.push_back(words);
  }
  std::sort(found.begin(), found.end());
  return found;
}

test::choices any_choices() { return *rc::gen::container<test::choices>(rc::gen::inRange<std::uint8_t>(0, 240)); }

}  // namespace

TEST_CASE("a file means the same in canonical layout, keeps its comments, and is laid out once and for all") {
  CHECK(rc::check([] {
    std::string const rules = test::random_rules(any_choices());
    RC_LOG() << rules << '\n';
    std::string const canonical = formatted(rules);
    RC_LOG() << "---- laid out:\n" << canonical << '\n';
    RC_ASSERT(dumped(canonical) == dumped(rules));
    RC_ASSERT(comments_of(canonical) == comments_of(rules));
    RC_ASSERT(formatted(canonical) == canonical);
  }));
}

TEST_CASE("a condition that is printed reads as the same condition") {
  CHECK(rc::check([] {
    std::string const head = "define d() \"d\"\n  when ";
    std::string const rules = head + test::random_condition(any_choices()) + '\n';
    RC_LOG() << rules;
    auto const outcome = parsed(rules);
    RC_ASSERT(!outcome.has_errors());
    auto const& defined = std::get<model::define>(outcome.value->declarations.front());
    std::string const printed = head + model::print(*outcome.value, defined.body) + '\n';
    RC_LOG() << printed;
    RC_ASSERT(dumped(printed) == dumped(rules));
  }));
}
