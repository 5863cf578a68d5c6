#include "schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <regex>

namespace casus::test {
namespace {

using json = nlohmann::json;

bool is_of_type(json const& value, std::string const& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  return false;
}

class validator {
 public:
  explicit validator(json const& root) : root_(root) {}

  void hold(json const& schema, json const& value, std::string const& path) {
    for (auto const& [keyword, wanted] : schema.items()) {
      if (keyword == "$ref") {
        hold(root_.at(json::json_pointer{wanted.get<std::string>().substr(1)}), value, path);
      } else if (keyword == "type") {
        auto const types = wanted.is_array() ? wanted : json::array({wanted});
        bool const fits =
            std::any_of(types.begin(), types.end(), [&](json const& type) { return is_of_type(value, type); });
        if (!fits) say(path, "is not of type " + wanted.dump());
      } else if (keyword == "enum") {
        if (std::find(wanted.begin(), wanted.end(), value) == wanted.end()) say(path, value.dump() + " is not listed");
      } else if (keyword == "const") {
        if (value != wanted) say(path, "is not " + wanted.dump());
      } else if (keyword == "pattern") {
        if (value.is_string() && !std::regex_search(value.get<std::string>(), std::regex{wanted.get<std::string>()})) {
          say(path, value.dump() + " does not match");
        }
      } else if (keyword == "minimum") {
        if (value.is_number() && value < wanted) say(path, "is too small");
      } else if (keyword == "minItems") {
        if (value.is_array() && value.size() < wanted) say(path, "has too few items");
      } else if (keyword == "maxItems") {
        if (value.is_array() && value.size() > wanted) say(path, "has too many items");
      } else if (keyword == "items") {
        for (std::size_t i = 0; value.is_array() && i < value.size(); ++i)
          hold(wanted, value[i], path + '/' + std::to_string(i));
      } else if (keyword == "required") {
        for (auto const& key : wanted) {
          if (value.is_object() && !value.contains(key)) say(path, "has no " + key.dump());
        }
      } else if (keyword == "properties") {
        hold_properties(schema, value, path);
      } else if (keyword == "additionalProperties") {
        if (!schema.contains("properties")) hold_properties(schema, value, path);
      } else if (keyword == "anyOf") {
        hold_any(wanted, value, path);
      } else if (keyword != "$schema" && keyword != "$defs" && keyword != "title" && keyword != "description") {
        say(path, "the schema has a keyword that this test does not know: " + keyword);
      }
    }
  }

  [[nodiscard]] std::string said() const { return said_; }

 private:
  void say(std::string const& path, std::string const& what) { said_ += path + ": " + what + '\n'; }

  // The form may grow, but what casus writes today is described in full.
  void hold_properties(json const& schema, json const& value, std::string const& path) {
    if (!value.is_object()) return;
    auto const described = schema.value("properties", json::object());
    for (auto const& [key, item] : value.items()) {
      if (described.contains(key)) {
        hold(described[key], item, path + '/' + key);
      } else if (schema.contains("additionalProperties")) {
        hold(schema["additionalProperties"], item, path + '/' + key);
      } else {
        say(path, "has a key that is not described: " + key);
      }
    }
  }

  void hold_any(json const& choices, json const& value, std::string const& path) {
    for (auto const& choice : choices) {
      validator each{root_};
      each.hold(choice, value, path);
      if (each.said().empty()) return;
    }
    say(path, "fits none of the choices");
  }

  json const& root_;
  std::string said_;
};

}  // namespace

std::string misfits(std::string_view schema, std::string_view document) {
  auto const root = json::parse(schema);
  auto const value = json::parse(document, nullptr, false);
  if (value.is_discarded()) return "it is not JSON\n";
  validator all{root};
  all.hold(root, value, "");
  return all.said();
}

}  // namespace casus::test
