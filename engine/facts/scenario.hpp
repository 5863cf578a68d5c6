// A scenario as loaded: the agreed facts, each account's differences from them, what it expects, how it is to be read.
#pragma once
#include "engine/facts/expectation.hpp"

namespace casus::facts {

// Readings of points of law: interpretation → value, none for `unknown`.
using readings = std::map<check::interpretation_index, std::optional<std::uint32_t>>;

struct law_dates {
  std::optional<source::date> everywhere;
  std::map<check::article_index, source::date> of_article;
};

// One account laid over the agreed facts.
struct view {
  struct field_change {
    std::uint32_t event = 0;  // index into the scenario's events
    std::uint32_t field = 0;
    value to;
    origin why = origin::stated;
    source::span where;
  };
  struct event_change {  // date, effective, known, holds; `raid: false` is holds = no
    std::uint32_t event = 0;
    std::optional<value> date;
    std::optional<value> effective;
    std::optional<source::date> known;
    std::optional<truth> holds;
    source::span where;
  };
  std::string id;
  std::string says;
  std::vector<field_change> field_changes;
  std::vector<event_change> event_changes;
  std::vector<event> new_events;
  std::vector<statement> statements;  // replace all agreed statements about the same tuples
  facts::readings readings;
  source::span where;
};

struct scenario {
  std::string title;
  std::string file;           // as the reader named it
  std::string documentation;  // the optional key `note`
  std::optional<source::date> as_of;
  law_dates law;
  std::optional<source::date> known_by;
  base agreed;
  facts::readings readings;
  std::vector<view> views;
  std::vector<expectation> expectations;
  source::span where;
};

// The facts as a view tells them (index into views), or the agreed ones alone.
[[nodiscard]] base as_told_by(scenario const& told, std::optional<std::size_t> view);

}  // namespace casus::facts
