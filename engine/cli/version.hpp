// Which casus this is. The number stands in CMakeLists.txt, the commit is asked of git at each build.
#pragma once
#include <string_view>

namespace casus::cli {

[[nodiscard]] std::string_view version();  // "0.1.0"
[[nodiscard]] std::string_view commit();   // "1a2b3c4d5e6f", with "+" where the work tree differs; empty without git

}  // namespace casus::cli
