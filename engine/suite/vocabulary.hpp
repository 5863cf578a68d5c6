// What of the facts a provision or a question can come to read, by way of whatever it rests on: which kinds of things,
// which events and fields of them, which facts, which points of law; and which days, numbers and lengths of time the
// rules name on the way.
#pragma once
#include "engine/check/program.hpp"
#include "engine/source/date.hpp"
#include <map>
#include <set>

namespace casus::suite {

struct vocabulary {
  std::set<check::kind_index> kinds;
  std::map<check::kind_index, std::set<std::uint32_t>> entity_fields;
  std::map<check::event_kind_index, std::set<std::uint32_t>> events;  // and the fields that are read
  std::set<check::relation_index> facts;
  std::set<check::interpretation_index> points;
  std::set<source::date> days;
  std::set<std::int64_t> numbers;
  std::set<std::pair<std::int32_t, std::int32_t>> durations;  // months and days
};

// Of a provision (all its versions) by its id, or a question by its id.
[[nodiscard]] vocabulary read_by(check::program const& program, std::string const& provision_or_question);

// What both know, by the names of the first: a scenario that reads under both can say no more.
[[nodiscard]] vocabulary shared(check::program const& program, vocabulary const& own, check::program const& other,
                                vocabulary const& others);

}  // namespace casus::suite
