#include "xml_text.hpp"

namespace casus::report {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// U+FFFE and U+FFFF are no characters of XML.
bool is_forbidden_sequence(std::string_view rest) {
  return rest.size() >= 3 && rest.substr(0, 2) == "\xEF\xBF" && (rest[2] == '\xBE' || rest[2] == '\xBF');
}

}  // namespace

std::string escaped_for_xml(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (text[i] == '&') {
      escaped += "&amp;";
    } else if (text[i] == '<') {
      escaped += "&lt;";
    } else if (text[i] == '>') {
      escaped += "&gt;";
    } else if (text[i] == '"') {
      escaped += "&quot;";
    } else if (byte == '\t' || byte == '\n' || byte == '\r') {
      escaped += "&#" + std::to_string(byte) + ';';
    } else if (byte < 0x20 || byte == 0x7F) {
      escaped += replacement;
    } else if (is_forbidden_sequence(text.substr(i))) {
      escaped += replacement;
      i += 2;
    } else {
      escaped += text[i];
    }
  }
  return escaped;
}

}  // namespace casus::report
