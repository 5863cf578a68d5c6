#include "catalogue.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace casus::source {
namespace {

constexpr severity error = severity::error;
constexpr severity warning = severity::warning;

// In the order of the alphabet, so that a code is quick to find for people and programs.
constexpr std::array entries{
    catalogue_entry{"ambiguous-value", error,
                    "a value is spelt like several things and its place does not tell which is meant"},
    catalogue_entry{"argument-count", error, "a relation or an act is given more or fewer arguments than it declares"},
    catalogue_entry{"background-expects", error,
                    "a background file gives only facts: no date of evaluation, no expectations"},
    catalogue_entry{"cannot-fail", warning, "an expectation, or a part of it, is met whatever is found"},
    catalogue_entry{"circular-kinds", error, "a kind is its own ancestor"},
    catalogue_entry{"circular-override", error, "provisions override one another in a circle"},
    catalogue_entry{"circular-use", error, "background files bring one another in, in a circle"},
    catalogue_entry{"clause-order", error,
                    "the clauses of a provision do not stand in their order, or one stands twice"},
    catalogue_entry{"conflicting-entity", error, "an entity is named twice, with different kinds, titles or fields"},
    catalogue_entry{"conflicting-facts", error, "two statements of one fact disagree on the same day"},
    catalogue_entry{"constant-condition", warning, "a condition can only be true, or only be false"},
    catalogue_entry{"deadline-before-start", error, "a duty is due before it begins"},
    catalogue_entry{"duplicate-event", error, "two events of one kind have the same id"},
    catalogue_entry{"duplicate-key", error, "a mapping gives one key twice"},
    catalogue_entry{"duplicate-name", error, "two declarations have the same name"},
    catalogue_entry{"empty-interval", error, "an interval ends before it begins"},
    catalogue_entry{"established-and-stated", warning, "a scenario states a fact that a provision establishes as well"},
    catalogue_entry{"from-before-visible", warning,
                    "what follows may begin before the events that bring it about are visible"},
    catalogue_entry{"from-without-judged-at", warning,
                    "what follows begins at a date, but the instance is judged afresh every day"},
    catalogue_entry{"impossible-provision", warning,
                    "a provision can never apply, for the kinds of things it speaks of"},
    catalogue_entry{"late-requirement", warning, "a requirement asks for an event after the day of judgment"},
    catalogue_entry{"limit-reached", error, "an evaluation takes more time or room than casus allows"},
    catalogue_entry{"loose-conjunct", warning, "a condition in the body of a quantifier does not mention its variable"},
    catalogue_entry{"malformed-text", error, "a file is not text in UTF-8"},
    catalogue_entry{"malformed-yaml", error, "a scenario is not well-formed YAML"},
    catalogue_entry{"misplaced-key", error, "a key stands where it has no meaning"},
    catalogue_entry{"misplaced-now", error, "`now` stands where it has no meaning"},
    catalogue_entry{"missing-date", error, "an event has no date"},
    catalogue_entry{"missing-field", error, "a field or an argument that must be given is left out"},
    catalogue_entry{"mixed-and-or", error, "`and` and `or` stand side by side without parentheses"},
    catalogue_entry{"moving-judgment", error, "a day of judgment depends on the day on which it is asked for"},
    catalogue_entry{"name-hides-name", error, "a variable has the name of another that is in force there"},
    catalogue_entry{"near-identical-names", warning, "two names are so alike that one of them may be a slip"},
    catalogue_entry{"nested-too-deep", error, "the parts of a condition are nested deeper than casus takes"},
    catalogue_entry{"never-read", warning, "something is declared that no rule reads"},
    catalogue_entry{"no-expectations", warning, "a scenario expects nothing"},
    catalogue_entry{"no-such-date", error, "a date does not exist or lies outside the years 1 to 9999"},
    catalogue_entry{"not-a-fact", error, "a scenario states what follows by rule"},
    catalogue_entry{"not-an-actor", error, "the first field of an act cannot act"},
    catalogue_entry{"not-earlier", error, "a recursion through `before` does not go back to an earlier date"},
    catalogue_entry{"not-enumerable", error, "a quantifier ranges over something that cannot be listed"},
    catalogue_entry{"not-establishable", error, "a provision establishes something that is not a plain fact"},
    catalogue_entry{"not-stratified", error, "rules depend on their own negation in a circle"},
    catalogue_entry{"overlapping-versions", error, "two versions of a provision are in force on the same day"},
    catalogue_entry{"reading-text", error, "a reading names a field that its declaration does not have"},
    catalogue_entry{"reserved-name", error, "a name is reserved"},
    catalogue_entry{"shared-variable", error,
                    "a variable that provisions share is missing in one of them or of another type there"},
    catalogue_entry{"signed-after-in-force", warning, "an instrument is signed after it enters into force"},
    catalogue_entry{"stray-documentation", warning, "a documentation comment belongs to no declaration and no field"},
    catalogue_entry{"syntax", error, "the text does not read as a rule file"},
    catalogue_entry{"too-deep", error, "parentheses or nodes are nested too deep"},
    catalogue_entry{"too-large", error, "a file, a number or a list is larger than casus takes"},
    catalogue_entry{"too-many-aliases", error, "the aliases of a scenario stand for more nodes than casus takes"},
    catalogue_entry{"type-mismatch", error, "a value is of another type than its place takes"},
    catalogue_entry{"unbound-variable", error, "a variable is used where nothing binds it"},
    catalogue_entry{"uneven-versions", warning, "versions of a provision are judged at different dates"},
    catalogue_entry{"unknown-field", error, "there is no field or parameter of that name"},
    catalogue_entry{"unknown-key", error, "there is no key of that name"},
    catalogue_entry{"unknown-name", error, "nothing of that name is declared"},
    catalogue_entry{"unknown-tag", error, "a YAML tag stands where casus gives it no meaning"},
    catalogue_entry{"unknown-value", error, "there is no value of that name in the enumeration"},
    catalogue_entry{"unreadable-file", error, "a file or folder cannot be read"},
    catalogue_entry{"unused-event", warning, "no rule ranges over an event that a scenario states"},
    catalogue_entry{"unused-reading", warning, "a reading is picked that no rule uses"},
    catalogue_entry{"unused-variable", warning, "a variable is bound and never mentioned"},
    catalogue_entry{"unused-view", warning, "a view that no expectation speaks of"},
    catalogue_entry{"within-without-from", error, "a duty is due within a length of time that nothing begins"},
    catalogue_entry{"wrong-shape", error, "a mapping stands where a list is needed, or the like"},
    catalogue_entry{"wrong-value", error, "a scalar cannot be read as the type that is declared for it"},
};

bool precedes(catalogue_entry const& entry, std::string_view code) { return entry.code < code; }

}  // namespace

std::span<catalogue_entry const> catalogue() { return entries; }

catalogue_entry const* find_code(std::string_view code) {
  auto const* const found = std::lower_bound(entries.begin(), entries.end(), code, precedes);
  return found != entries.end() && found->code == code ? found : nullptr;
}

diagnostic report(std::string_view code, span where, std::string message, std::string help) {
  catalogue_entry const* const entry = find_code(code);
  assert(entry != nullptr && "the code stands in the catalogue");
  return {.code = entry ? entry->code : code,
          .severity = entry ? entry->severity : severity::error,
          .message = std::move(message),
          .where = where,
          .notes = {},
          .help = std::move(help)};
}

}  // namespace casus::source
