#include "verb.hpp"

#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace casus::report {
namespace {

using pair = std::pair<std::string_view, std::string_view>;
constexpr std::array irregular{pair{"is", "be"},         pair{"has", "have"},     pair{"does", "do"},
                               pair{"was", "have been"}, pair{"lies", "lie"},     pair{"dies", "die"},
                               pair{"ties", "tie"},      pair{"unties", "untie"}, pair{"belies", "belie"},
                               pair{"focuses", "focus"}, pair{"biases", "bias"},  pair{"aches", "ache"},
                               pair{"caches", "cache"}};

// Words that may stand before the verb and are no verbs themselves, besides those that end in "ly".
constexpr std::array adverbs{"always", "also", "never", "again", "not", "once", "thus", "then", "first", "themselves"};

// Endings whose "es" is no part of the verb, in front of it: passes, fixes, launches, pushes, buzzes, goes.
constexpr std::array hissing{"ss", "x", "ch", "sh", "zz", "o"};

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

bool is_adverb(std::string_view word) {
  if (ends_with(word, "ly") && word.size() > 3) return true;
  for (std::string_view const known : adverbs) {
    if (word == known) return true;
  }
  return false;
}

std::string_view without_last(std::string_view word, std::size_t count) { return word.substr(0, word.size() - count); }

struct clause {
  std::string_view before;              // adverbs and the blank after them
  std::vector<std::string_view> verbs;  // one, or two joined by a conjunction
  std::string_view conjunction;         // " and ", " or "
  std::string_view rest;
};

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" ,;:")); }

clause split(std::string_view predicate) {
  std::size_t at = 0;
  while (at < predicate.size() && is_adverb(first_word(predicate.substr(at)))) {
    auto const word = first_word(predicate.substr(at));
    at = std::min(predicate.size(), at + word.size() + 1);
  }
  clause parts{.before = predicate.substr(0, at), .verbs = {}, .conjunction = {}, .rest = {}};
  auto rest = predicate.substr(at);
  parts.verbs.push_back(first_word(rest));
  rest.remove_prefix(parts.verbs[0].size());
  for (std::string_view const joint : {" and ", " or "}) {
    if (rest.substr(0, joint.size()) != joint) continue;
    auto const second = first_word(rest.substr(joint.size()));
    if (!ends_with(second, "s")) break;
    parts.conjunction = rest.substr(0, joint.size());
    parts.verbs.push_back(second);
    rest.remove_prefix(joint.size() + second.size());
    break;
  }
  parts.rest = rest;
  return parts;
}

template <class Form>
std::string joined(clause const& parts, Form form) {
  std::string text{parts.before};
  text += form(parts.verbs[0]);
  if (parts.verbs.size() > 1) {
    text += parts.conjunction;
    text += form(parts.verbs[1]);
  }
  text += parts.rest;
  return text;
}

constexpr std::string_view negated = " not ";

}  // namespace

std::string infinitive(std::string_view third_person) {
  for (auto const& [from, to] : irregular) {
    if (third_person == from) return std::string{to};
  }
  if (ends_with(third_person, "ies")) return std::string{without_last(third_person, 3)} + "y";
  if (ends_with(third_person, "es")) {
    auto const stem = without_last(third_person, 2);
    for (std::string_view const ending : hissing) {
      if (ends_with(stem, ending)) return std::string{stem};
    }
  }
  if (ends_with(third_person, "ss") || !ends_with(third_person, "s")) return std::string{third_person};
  return std::string{without_last(third_person, 1)};
}

std::string plural(std::string_view third_person) {
  if (third_person == "is") return "are";
  if (third_person == "was") return "were";
  return infinitive(third_person);
}

std::string after_auxiliary(std::string_view predicate) {
  auto parts = split(predicate);
  auto const verb = parts.verbs[0];
  if (parts.verbs.size() == 1 && parts.rest.substr(0, negated.size()) == negated) {
    auto const rest = std::string{parts.rest.substr(1)};  // "not object"
    if (verb == "does") return std::string{parts.before} + rest;
    return std::string{parts.before} + "not " + infinitive(verb) + rest.substr(3);
  }
  return joined(parts, infinitive);
}

std::string after_several(std::string_view predicate) {
  auto const parts = split(predicate);
  auto const verb = parts.verbs[0];
  bool const is_auxiliary =
      parts.verbs.size() == 1 && (verb == "is" || verb == "has" || verb == "does" || verb == "was");
  if (is_auxiliary && parts.before.empty()) return plural(verb) + " each" + std::string{parts.rest};
  return "each " + joined(parts, plural);
}

namespace {

// What follows `has` is a thing that is had, as in "has its seat", not what is done, as in "has left".
bool has_object(std::string_view rest) {
  for (std::string_view const determiner : {" a ", " an ", " the ", " its ", " their ", " his ", " her ", " no "}) {
    if (rest.substr(0, determiner.size()) == determiner) return true;
  }
  return false;
}

}  // namespace

std::string denied(std::string_view predicate) {
  auto const parts = split(predicate);
  auto const verb = parts.verbs[0];
  bool const is_auxiliary =
      verb == "is" || (verb == "has" && !has_object(parts.rest)) || verb == "was" || verb == "does";
  if (parts.verbs.size() == 1 && is_auxiliary) {
    bool const was_denied = parts.rest.substr(0, negated.size()) == negated;
    auto const rest = was_denied ? parts.rest.substr(negated.size() - 1) : parts.rest;
    return std::string{parts.before} + std::string{verb} + (was_denied ? "" : " not") + std::string{rest};
  }
  return "does not " + joined(parts, infinitive);
}

}  // namespace casus::report
