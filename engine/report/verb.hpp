// Forms of English verbs, from the third person singular in which readings are written: "gives" → "give" after `must`,
// "is" → "are" after several subjects. A rule of spelling and a few irregular words; no dictionary.
#pragma once
#include <string>
#include <string_view>

namespace casus::report {

[[nodiscard]] std::string infinitive(std::string_view third_person);  // "notifies" → "notify", "is" → "be"
[[nodiscard]] std::string plural(std::string_view third_person);      // "notifies" → "notify", "is" → "are"

// What follows the subject of a sentence in the third person, as it stands after `must`, `must not` or `may`:
// "gives arms" → "give arms", "immediately tells all" → "immediately tell all", "signs and ratifies" → "sign and
// ratify", "does not object" → "not object".
[[nodiscard]] std::string after_auxiliary(std::string_view predicate);

// The same after several subjects, of each of which it is said: "is a member" → "are each a member", "bears a tenth" →
// "each bear a tenth".
[[nodiscard]] std::string after_several(std::string_view predicate);

// The denial: "is a member" → "is not a member", "has left" → "has not left", "gives arms" → "does not give arms".
[[nodiscard]] std::string denied(std::string_view predicate);

}  // namespace casus::report
