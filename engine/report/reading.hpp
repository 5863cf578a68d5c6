// Readings ("{by} attacks {against}") made into sentences. What stands for a placeholder is the caller's to say; here
// is only how a sentence is put together: who must do what, and what is said of several subjects at once.
#pragma once
#include "engine/model/declaration.hpp"
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::report {

using filler = std::function<std::string(std::string_view placeholder)>;

// "Armenia", "Armenia and Belarus", "Armenia, Belarus and Kazakhstan".
[[nodiscard]] std::string joined(std::vector<std::string> const& names);

// The reading with every placeholder filled in: "raiders attacks Kyrgyzstan".
[[nodiscard]] std::string statement(std::string_view reading, filler const& fill);

// The reading denied: "{s} is not a member state"; "it is not so that …" where it does not begin with a placeholder.
[[nodiscard]] std::string denial(std::string_view reading);

// The same, said of each of several at the place of `subject`: "Armenia and Belarus are each a member state".
[[nodiscard]] std::string statement_of_each(std::string_view reading, std::string_view subject,
                                            std::vector<std::string> const& several, filler const& fill);

struct bound_parties {
  std::vector<std::string> names;
  std::string_view field;  // the act's first field, whose placeholder stands for them
  bool together = false;
};
enum class mood { indicative, conditional };  // "must", "would have to"
struct force_of_norm {
  model::modality mode{};
  mood force = mood::indicative;
};
// "Armenia and Belarus must give Kyrgyzstan the necessary help". A reading that does not begin with its actor is
// turned round: "Armenia must see to it that help is given by Armenia".
[[nodiscard]] std::string norm_sentence(std::string_view reading, force_of_norm how, bound_parties const& who,
                                        filler const& fill);

}  // namespace casus::report
