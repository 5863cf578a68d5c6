#include "session.hpp"

#include "library.hpp"
#include "rule_shelf.hpp"
#include "scenario_reader.hpp"

namespace casus::session {

struct session::implementation {
  implementation(file_system files, std::function<read_result()> read_input)
      : texts(std::move(files), std::move(read_input)), rules(texts), scenarios(texts, rules) {}

  library texts;
  rule_shelf rules;
  scenario_reader scenarios;
};

session::session(file_system files, std::function<read_result()> read_input)
    : inside_(std::make_unique<implementation>(std::move(files), std::move(read_input))) {}
session::~session() = default;
session::session(session&&) noexcept = default;

rule_book const& session::rules(std::vector<std::string> const& paths) {
  std::vector<wanted_path> wanted;
  for (auto const& path : paths) wanted.push_back({.path = path, .named_at = std::nullopt});
  return inside_->rules.book(wanted);
}

source::outcome<std::vector<loaded_scenario>> session::scenarios(std::string const& path, asked how) {
  return inside_->scenarios.read(path, how);
}

file_system const& session::disk() const { return inside_->texts.disk(); }

source::files const& session::texts() const { return inside_->texts.texts(); }

source::outcome<source::file_id> session::text(std::string const& path, std::optional<source::span> named_at) {
  return inside_->texts.text({.path = path, .named_at = named_at});
}

source::span session::nameplate(std::string const& path) { return inside_->texts.nameplate(path); }

}  // namespace casus::session
