// One change of the facts, as a person writes it: `Attack.raid.origin=external`, `Request(by: armenia)`,
// `party(armenia)`.
#pragma once
#include <string>

namespace casus::cli {

struct edit {
  enum class kind { set, add, remove };
  kind of = kind::set;
  std::string text;
  bool operator==(edit const&) const = default;
};

}  // namespace casus::cli
