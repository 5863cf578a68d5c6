// `facts:` of a document or of a view, taken apart: which events and statements of which kinds, with their ids, fields
// not yet read. Ids are collected over all documents before any field is read, since events may name one another.
#pragma once
#include "engine/scenario/loading.hpp"

namespace casus::scenario {

struct written_event {
  check::event_kind_index kind = 0;
  std::optional<element> id;  // none: anonymous
  element fields;             // whatever stands there; a mapping if all is well
};

struct written_statement {
  check::relation_index relation = 0;
  element what;
};

// The key of a kind of events, for what is to be said about all that it holds.
struct written_kind {
  check::event_kind_index kind = 0;
  element key;
};

struct facts_section {
  std::vector<written_event> events;
  std::vector<written_statement> statements;
  std::vector<written_kind> kinds;
};

// Adds what stands under `facts:` to `read`.
void read_section(loading& all, element section, facts_section& read);

}  // namespace casus::scenario
