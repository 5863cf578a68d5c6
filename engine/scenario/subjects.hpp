// What one expectation says of one provision, question or relation.
#pragma once
#include "engine/scenario/loading.hpp"

namespace casus::scenario {

// None where it could not be read, which is reported.
[[nodiscard]] std::optional<facts::expected_subject> read_subject(loading& all, element key, element value);

// A provision by its id; says so where there is none.
[[nodiscard]] std::optional<check::article_index> read_article(loading& all, element id);

// `for:` and `only:` of a subject: a list of partial bindings.
[[nodiscard]] std::optional<std::vector<std::vector<facts::binding>>> read_instances(loading& all,
                                                                                     facts::expected_subject const& of,
                                                                                     element key, element value);

}  // namespace casus::scenario
