// Asking an element for the shape that its place takes, and saying so where it has another.
#pragma once
#include "engine/scenario/node.hpp"
#include "engine/scenario/problems.hpp"
#include "engine/source/date.hpp"
#include <optional>

namespace casus::scenario {

// "a list", "a mapping", "a word", "nothing".
[[nodiscard]] std::string_view words_for(shape form);
// `takes` completes the sentence: "`facts` takes a mapping of kinds to facts".
[[nodiscard]] bool expect_mapping(element what, std::string_view takes, problems& said, std::string help = {});
[[nodiscard]] bool expect_list(element what, std::string_view takes, problems& said, std::string help = {});
[[nodiscard]] bool expect_scalar(element what, std::string_view takes, problems& said, std::string help = {});

// A day of the calendar; none where something else stands there, which is reported. `called` is the key.
[[nodiscard]] std::optional<source::date> read_day(element what, std::string_view called, problems& said);

// What a key lacks that has its value in it, "date 2014-06-15" or "date:2014-06-15". Empty: nothing.
[[nodiscard]] std::string lacking_sign(std::string const& key);

}  // namespace casus::scenario
