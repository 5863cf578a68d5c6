#include "reading.hpp"

#include "verb.hpp"

namespace casus::report {
namespace {

struct piece {
  std::string_view text;
  bool is_placeholder = false;
};

std::vector<piece> pieces_of(std::string_view reading) {
  std::vector<piece> pieces;
  while (!reading.empty()) {
    auto const open = reading.find('{');
    if (open != 0) pieces.push_back({reading.substr(0, open), false});
    if (open == std::string_view::npos) break;
    auto const close = reading.find('}', open);
    if (close == std::string_view::npos) {
      pieces.push_back({reading.substr(open), false});
      break;
    }
    pieces.push_back({reading.substr(open + 1, close - open - 1), true});
    reading.remove_prefix(close + 1);
  }
  return pieces;
}

std::string filled(std::vector<piece> const& pieces, std::size_t from, filler const& fill) {
  std::string text;
  for (std::size_t i = from; i < pieces.size(); ++i) {
    text += pieces[i].is_placeholder ? fill(pieces[i].text) : std::string{pieces[i].text};
  }
  return text;
}

// Whether the reading begins "{subject} …", so that what follows is its predicate.
bool begins_with(std::vector<piece> const& pieces, std::string_view subject) {
  return pieces.size() > 1 && pieces[0].is_placeholder && pieces[0].text == subject && !pieces[1].is_placeholder &&
         pieces[1].text.size() > 1 && pieces[1].text[0] == ' ';
}

std::string_view auxiliary(force_of_norm how) {
  bool const is_conditional = how.force == mood::conditional;
  switch (how.mode) {
    case model::modality::must: return is_conditional ? "would have to" : "must";
    case model::modality::must_not: return is_conditional ? "would not be free to" : "must not";
    case model::modality::may: return is_conditional ? "could" : "may";
  }
  return {};
}

// The predicate changes its form before its placeholders are filled in, so that no name is mistaken for a verb.
std::string changed_predicate(std::string_view predicate, std::string (*change)(std::string_view), filler const& fill) {
  return filled(pieces_of(change(predicate)), 0, fill);
}

std::string_view after_subject(std::string_view reading) { return reading.substr(reading.find('}') + 2); }

}  // namespace

std::string joined(std::vector<std::string> const& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

std::string statement(std::string_view reading, filler const& fill) { return filled(pieces_of(reading), 0, fill); }

std::string denial(std::string_view reading) {
  auto const pieces = pieces_of(reading);
  if (pieces.empty() || !begins_with(pieces, pieces[0].text)) return "it is not so that " + std::string{reading};
  return std::string{reading.substr(0, reading.find('}') + 2)} + denied(after_subject(reading));
}

std::string statement_of_each(std::string_view reading, std::string_view subject,
                              std::vector<std::string> const& several, filler const& fill) {
  auto const pieces = pieces_of(reading);
  if (several.size() > 1 && begins_with(pieces, subject)) {
    return joined(several) + ' ' + changed_predicate(after_subject(reading), after_several, fill);
  }
  return filled(pieces, 0, [&](std::string_view placeholder) {
    return placeholder == subject ? joined(several) : fill(placeholder);
  });
}

std::string norm_sentence(std::string_view reading, force_of_norm how, bound_parties const& who, filler const& fill) {
  std::string text = joined(who.names);
  if (who.together) text += who.names.size() > 1 ? " together" : " together with others";
  text += ' ';
  text += auxiliary(how);
  text += ' ';
  if (begins_with(pieces_of(reading), who.field)) {
    return text + changed_predicate(after_subject(reading), after_auxiliary, fill);
  }
  text += how.mode == model::modality::must ? "see to it that " : "let it be that ";
  return text + statement(reading, [&](std::string_view placeholder) {
           return placeholder == who.field ? joined(who.names) : fill(placeholder);
         });
}

}  // namespace casus::report
