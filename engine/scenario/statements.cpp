#include "engine/scenario/statements.hpp"

#include "engine/scenario/shapes.hpp"
#include "engine/scenario/values.hpp"

#include <fmt/format.h>
#include <utility>

namespace casus::scenario {
namespace {

class reader {
 public:
  reader(loading& all, written_statement const& written)
      : all_(all), relation_(all.rules.relations[written.relation]), written_(written) {}

  std::optional<facts::statement> read() {
    auto const arguments = read_arguments(all_, relation_, written_.what);
    if (!arguments) return std::nullopt;
    said_.relation = written_.relation;
    said_.where = written_.what.where();
    said_.arguments.resize(relation_.parameters.size());
    given_.resize(relation_.parameters.size());
    for (argument const& each : arguments->given) read_argument(each);
    for (auto const& [key, value] : arguments->other_keys) read_key(key, value);
    for (std::size_t i = 0; i < given_.size(); ++i) {
      if (!given_[i]) missing(relation_.parameter_names[i], relation_.parameters[i]);
    }
    if (relation_.value && !has_value_) missing("value", *relation_.value);
    check_interval();
    return is_sound_ ? std::optional(std::move(said_)) : std::nullopt;
  }

 private:
  void read_argument(argument const& each) {
    std::string const& name = relation_.parameter_names[each.parameter];
    given_[each.parameter] = true;
    auto const read = read_value(all_, each.value, relation_.parameters[each.parameter], name);
    if (read && !read->is_known()) {
      all_.said.add(
          "wrong-value", each.value.where(),
          fmt::format("a statement of `{}` is about known things, and `{}` is unknown here", relation_.name, name),
          "state each that it may be, with `holds: unknown`");
    }
    is_sound_ = is_sound_ && read && read->is_known();
    if (read) said_.arguments[each.parameter] = *read;
  }

  void read_key(element key, element value) {
    std::string const& name = key.text();
    if (name == "from") {
      said_.from = needed(read_day_or_unknown(all_, value, name));
      from_ = value;
    } else if (name == "until" || name == "through") {
      read_end(key, value);
    } else if (name == "known") {
      said_.known = needed(read_day(value, name, all_.said));
    } else if (name == "holds") {
      said_.holds = needed(read_truth(all_, value)).value_or(facts::truth::yes);
    } else if (name == "value" && relation_.value) {
      has_value_ = true;
      said_.held = needed(read_value(all_, value, *relation_.value, name)).value_or(facts::unknown);
    } else {
      unknown_key(key);
    }
  }

  // `through` is stored as the day after; the last day of the calendar has none, and so is for ever.
  void read_end(element key, element value) {
    if (end_) {
      all_.said.add("misplaced-key", key.where(), "an interval has one end, `until` or `through`",
                    {"the other is here", end_->where()}, "`until` leaves its day out, `through` includes it");
      is_sound_ = false;
      return;
    }
    end_ = value;
    said_.until = needed(read_day_or_unknown(all_, value, key.text()));
    if (key.text() == "until" || !said_.until || !said_.until->is_known()) return;
    auto const day_after = source::add(facts::date_of(*said_.until), {0, 1});
    said_.until = day_after ? std::optional(facts::of_date(*day_after)) : std::nullopt;
  }

  void check_interval() {
    if (!said_.from || !said_.until || !said_.from->is_known() || !said_.until->is_known()) return;
    if (facts::date_of(*said_.from) < facts::date_of(*said_.until)) return;
    bool const is_empty = said_.from == said_.until;
    all_.said.add("empty-interval", end_->where(),
                  is_empty ? "the interval ends on the day on which it begins, and `until` leaves that day out"
                           : "the interval ends before it begins",
                  {"it begins here", from_->where()}, is_empty ? "`through` includes its day" : "");
    is_sound_ = false;
  }

  void missing(std::string const& name, check::type const& type) {
    bool const is_value = name == "value";
    all_.said.add("missing-field", written_.what.where(),
                  fmt::format("a statement of `{}` needs `{}`: {}", relation_.name, name, words_for(all_.rules, type)),
                  is_value ? "write `value: unknown` where it is not known" : "");
    is_sound_ = false;
  }

  void unknown_key(element key) {
    is_sound_ = false;
    std::string const& name = key.text();
    if (name == "date" || name == "effective") {
      all_.said.add("misplaced-key", key.where(), fmt::format("a fact holds over an interval, so no `{}`", name),
                    "write `from:`, and `until:` or `through:`");
      return;
    }
    if (name == "value") {
      all_.said.add(
          "misplaced-key", key.where(), fmt::format("`{}` is a fact without a value", relation_.name),
          {fmt::format("`{}` is declared here", relation_.name), place_of(all_.rules, relation_.declaration)});
      return;
    }
    auto names = relation_.parameter_names;
    for (char const* own : {"from", "until", "through", "known", "holds"}) names.emplace_back(own);
    if (relation_.value) names.emplace_back("value");
    all_.said.add("unknown-field", key.where(), fmt::format("`{}` has no parameter `{}`", relation_.name, name),
                  {fmt::format("`{}` is declared here", relation_.name), place_of(all_.rules, relation_.declaration)},
                  all_.said.suggest_or_list(name, names, "its keys are"));
  }

  template <class T>
  std::optional<T> needed(std::optional<T> read) {
    is_sound_ = is_sound_ && read;
    return read;
  }

  loading& all_;
  check::relation const& relation_;
  written_statement const& written_;
  facts::statement said_;
  std::vector<bool> given_;
  std::optional<element> from_;
  std::optional<element> end_;
  bool has_value_ = false;
  bool is_sound_ = true;
};

}  // namespace

void bind_statements(loading& all, facts_section const& section, std::vector<facts::statement>& statements) {
  statements.reserve(statements.size() + section.statements.size());
  for (written_statement const& each : section.statements) {
    if (auto said = reader(all, each).read()) statements.push_back(std::move(*said));
  }
}

}  // namespace casus::scenario
