#include "norm_state.hpp"

namespace casus::report {
namespace {

bool is_date(facts::value const& value) { return value.tag == facts::tag::date; }

// "since 10 June 2010", or nothing where the norm has no beginning.
std::string with_date(std::string_view word, facts::value const& value, names const& named) {
  if (value.tag == facts::tag::absent) return {};
  if (!is_date(value)) return ' ' + std::string{word} + " an unknown date";
  return ' ' + std::string{word} + ' ' + named.of(value);
}

std::string and_until(evaluate::norm const& norm, names const& named) {
  return is_date(norm.until) ? ", until " + named.of(norm.until) : std::string{};
}

std::string and_due(evaluate::norm const& norm, names const& named) {
  auto const due = with_date("by", norm.by, named);
  return due.empty() ? std::string{} : ", due" + due;
}

// The day on which a matching act counts: its date or its effective date, whichever is later.
std::string day_of_act(evaluate::norm const& norm, names const& named, facts::base const& facts) {
  if (norm.acts.empty()) return {};
  auto const& act = facts.events[norm.acts.front()];
  if (!is_date(act.date) || !is_date(act.effective)) return {};
  return " on " + named.of(act.date.payload < act.effective.payload ? act.effective : act.date);
}

// Where it is open whether the norm follows at all, only its dates are worth saying.
std::string dates_alone(evaluate::norm const& norm, names const& named) {
  auto text = with_date("from", norm.from, named) + and_due(norm, named) + and_until(norm, named);
  return text.empty() ? text : text.substr(text.find_first_not_of(" ,"));
}

std::string duty_state(evaluate::norm const& norm, names const& named, facts::base const& facts) {
  auto const was_due = is_date(norm.by) ? "was due by " + named.of(norm.by) : std::string{};
  switch (norm.state) {
    case evaluate::norm_state::outstanding:
      return "outstanding" + with_date("since", norm.from, named) + and_due(norm, named) + and_until(norm, named);
    case evaluate::norm_state::breached: return was_due.empty() ? "breached" : "breached: " + was_due;
    case evaluate::norm_state::fulfilled: return "fulfilled" + day_of_act(norm, named, facts);
    case evaluate::norm_state::fulfilled_late:
      return "fulfilled late" + day_of_act(norm, named, facts) + (was_due.empty() ? "" : ": " + was_due);
    case evaluate::norm_state::open: return "open whether it is fulfilled" + and_due(norm, named);
    case evaluate::norm_state::not_yet_due:
    case evaluate::norm_state::ended:
    case evaluate::norm_state::respected:
    case evaluate::norm_state::lifted:
    case evaluate::norm_state::permitted: break;
  }
  return std::string{evaluate::words(norm.state)};
}

std::string prohibition_state(evaluate::norm const& norm, names const& named, facts::base const& facts) {
  switch (norm.state) {
    case evaluate::norm_state::respected:
      return "respected" + with_date("since", norm.from, named) + and_until(norm, named);
    case evaluate::norm_state::breached: return "breached" + day_of_act(norm, named, facts);
    case evaluate::norm_state::open: return "open whether it is respected";
    case evaluate::norm_state::not_yet_due:
    case evaluate::norm_state::outstanding:
    case evaluate::norm_state::fulfilled:
    case evaluate::norm_state::fulfilled_late:
    case evaluate::norm_state::ended:
    case evaluate::norm_state::lifted:
    case evaluate::norm_state::permitted: break;
  }
  return std::string{evaluate::words(norm.state)};
}

std::string permission_state(evaluate::norm const& norm, names const& named) {
  if (norm.state != evaluate::norm_state::permitted) return std::string{evaluate::words(norm.state)};
  auto text = with_date("since", norm.from, named) + and_until(norm, named);
  return text.empty() ? text : text.substr(text.find_first_not_of(" ,"));
}

}  // namespace

std::string state_words(evaluate::norm const& norm, names const& named, facts::base const& facts) {
  if (norm.certain != facts::truth::yes) return dates_alone(norm, named);
  if (norm.state == evaluate::norm_state::not_yet_due) {
    return "not yet due:" + with_date("from", norm.from, named) + and_due(norm, named);
  }
  if (norm.state == evaluate::norm_state::ended) return "ended" + with_date("on", norm.until, named);
  switch (norm.mode) {
    case model::modality::must: return duty_state(norm, named, facts);
    case model::modality::must_not: return prohibition_state(norm, named, facts);
    case model::modality::may: return permission_state(norm, named);
  }
  return {};
}

}  // namespace casus::report
