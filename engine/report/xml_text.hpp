// Text as XML and HTML take it, in attributes and between tags.
#pragma once
#include <string>
#include <string_view>

namespace casus::report {

// `&`, `<`, `>` and quotes as entities, line ends and tabs as character references; what XML 1.0 cannot hold becomes
// U+FFFD.
[[nodiscard]] std::string escaped_for_xml(std::string_view text);

}  // namespace casus::report
