// What a machine works out and keeps: instances with what decides them, tuples with their truth.
#pragma once
#include "engine/evaluate/chains.hpp"
#include "engine/evaluate/findings.hpp"
#include "engine/evaluate/table.hpp"
#include <map>

namespace casus::evaluate {

using facts::truth;
using facts::value;

using event_set = pooled_vector<std::uint32_t>;  // in their order

// When a condition is read: the date, and the events that count as visible besides (an interned set; 0 is none).
struct context {
  source::date date;
  std::uint32_t extra = 0;
  bool unknown = false;  // the date is not known
};

// One instance of a provision that is judged on a day of its own.
struct judged_instance {
  context where;
  truth when = truth::no;
  bool is_judged = false;  // whether the rest is known
  truth displaced = truth::no;
  truth applies = truth::no;
  truth outcome = truth::yes;
};

struct ledger {
  ledger(std::size_t arity, pool& from) : bindings(arity, from), instances(from) {}
  table bindings;  // row i: the variables of instance i
  pooled_vector<judged_instance> instances;
  bool is_ready = false;
  bool is_being_made = false;
  std::optional<source::date> judging;  // in a circle through time: the day that is being judged
  struct heads_of_effect {
    heads_of_effect(std::size_t arity, pool& from) : heads(arity, from), instances(from) {}
    table heads;
    chains instances;                 // by head
    std::vector<std::uint32_t> wild;  // instances with an unknown argument
    std::uint32_t covered = 0;        // instances looked at
  };
  std::map<std::uint32_t, heads_of_effect> heads;  // by consequence
};

// A relation of a circle on one date, to its least fixed point.
struct extent {
  extent(std::size_t arity, pool& from) : tuples(arity, from), truths(from) {}
  table tuples;
  pooled_vector<truth> truths;
  std::vector<std::uint32_t> fresh;  // rows that the last round added or raised
  // Adds a row or raises its truth, and notes it among `changed` if either.
  void raise(value const* row, truth to, std::vector<std::uint32_t>& changed);
};

struct circle_extent {
  std::vector<pooled<extent>> relations;
};

// Rows, each once and with the truth of whatever makes it hold.
struct known_rows {
  known_rows(std::size_t arity, pool& from) : rows(arity, from), truths(from) {}
  table rows;
  pooled_vector<truth> truths;  // by row
  // Whether the row is new.
  bool add(value const* row, truth t) {
    auto const [at, is_new] = rows.insert(row);
    if (is_new)
      truths.push_back(t);
    else
      truths[at] = either(truths[at], t);
    return is_new;
  }
};

// Of a variant, by the values that are bound: those of the free parameters.
struct solutions {
  solutions(std::size_t arity, pool& from) : keys(arity, from), found(from) {}
  table keys;
  pooled_vector<pooled<known_rows>> found;  // by row of `keys`; they stay where they are while others are being found
};

// What decides an instance, before it is put into words.
struct verdict {
  truth when = truth::no;
  truth displaced = truth::no;
  truth applies = truth::no;
  truth outcome = truth::yes;
};

}  // namespace casus::evaluate
