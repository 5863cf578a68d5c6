#include "engine/scenario/event_fields.hpp"

#include "engine/scenario/shapes.hpp"
#include "engine/scenario/values.hpp"

#include "engine/source/nearest.hpp"

#include <fmt/format.h>

namespace casus::scenario {
namespace {

class reader {
 public:
  reader(loading& all, check::event_kind const& kind, account whose) : all_(all), kind_(kind), whose_(whose) {}

  void read(element key, element value) {
    std::string const& name = key.text();
    if (name == "date") {
      event_.names_date = true;
      event_.date = read_day_or_unknown(all_, value, name);
    } else if (name == "effective") {
      event_.effective = read_day_or_unknown(all_, value, name);
    } else if (name == "known") {
      event_.known = read_day(value, name, all_.said);
    } else if (name == "holds") {
      event_.holds = read_truth(all_, value);
    } else if (auto const field = find_field(kind_.fields, name)) {
      read_field(*field, value);
    } else {
      unknown_key(key);
    }
  }

  [[nodiscard]] read_event take() { return std::move(event_); }

 private:
  void read_field(std::uint32_t index, element value) {
    check::field const& field = kind_.fields[index];
    auto const read = read_value(all_, value, field.type, field.name);
    if (!read) return;
    auto const open = whose_ == account::agreed ? facts::origin::stated_unknown : facts::origin::left_open_by_account;
    event_.fields.push_back({index, *read, read->is_known() ? facts::origin::stated : open, value.where()});
  }

  void unknown_key(element key) {
    std::string const& name = key.text();
    if (name == "from" || name == "until" || name == "through") {
      all_.said.add("misplaced-key", key.where(), fmt::format("an event has a day and no interval, so no `{}`", name),
                    "write `date:`, and `effective:` where it takes effect on another day");
      return;
    }
    auto names = names_of(kind_.fields);
    for (char const* own : {"date", "effective", "known", "holds"}) names.emplace_back(own);
    auto const lack = lacking_sign(name);
    auto const meant = lack.empty() ? all_.said.nearest(name, names) : std::nullopt;
    if (meant == "date" || (!lack.empty() && name.starts_with("date")))
      event_.names_date = true;  // one slip, one error
    all_.said.add("unknown-field", key.where(), fmt::format("`{}` has no field `{}`", kind_.name, name),
                  {fmt::format("`{}` is declared here", kind_.name), place_of(all_.rules, kind_.declaration)},
                  lack.empty() ? all_.said.suggest_or_list(name, names, "its fields are") : lack);
  }

  loading& all_;
  check::event_kind const& kind_;
  account whose_;
  read_event event_;
};

std::string takes(written_event const& written, check::event_kind const& kind) {
  return written.id ? fmt::format("`{}` takes a mapping of the event's fields", written.id->text())
                    : fmt::format("an event of `{}` is a mapping of its fields", kind.name);
}

}  // namespace

std::optional<read_event> read_event_fields(loading& all, written_event const& written, account whose) {
  check::event_kind const& kind = all.rules.event_kinds[written.kind];
  if (!written.fields.is_mapping() && !expect_mapping(written.fields, takes(written, kind), all.said)) {
    return std::nullopt;
  }
  reader read(all, kind, whose);
  for (std::size_t i = 0; i < written.fields.size(); ++i) read.read(written.fields.key(i), written.fields.value(i));
  return read.take();
}

}  // namespace casus::scenario
