#include "session.hpp"

#include "library.hpp"
#include "rule_shelf.hpp"
#include "scenario_reader.hpp"

namespace casus::session {

struct session::implementation {
  implementation(file_system files, input_reader read_input, std::size_t most)
      : texts(std::move(files), std::move(read_input), most), rules(texts), scenarios(texts, rules) {}

  library texts;
  rule_shelf rules;
  scenario_reader scenarios;
};

session::session(file_system files, input_reader read_input, std::size_t most)
    : inside_(std::make_unique<implementation>(std::move(files), std::move(read_input), most)) {}
session::~session() = default;
session::session(session&&) noexcept = default;

rule_book const& session::rules(std::vector<std::string> const& paths) {
  std::vector<wanted_path> wanted;
  for (auto const& path : paths) wanted.push_back({.path = path, .named_at = std::nullopt});
  return inside_->rules.book(wanted);
}

void session::hold_against(std::vector<std::string> const& paths) {
  std::vector<wanted_path> wanted;
  for (auto const& path : paths) wanted.push_back({.path = path, .named_at = std::nullopt});
  inside_->scenarios.hold_against(std::move(wanted));
}

void session::each_scenario(std::string const& path, asked how, std::function<void(loaded_scenario)> const& visit) {
  inside_->scenarios.each(path, how, visit);
}

source::outcome<std::vector<loaded_scenario>> session::scenarios(std::string const& path, asked how) {
  source::outcome<std::vector<loaded_scenario>> all{.value = std::vector<loaded_scenario>{}, .diagnostics = {}};
  each_scenario(path, how, [&](loaded_scenario one) {
    if (one.is_told) {
      all.value->push_back(std::move(one));
      return;
    }
    all.diagnostics.insert(all.diagnostics.end(), one.diagnostics.begin(), one.diagnostics.end());
  });
  return all;
}

file_system const& session::disk() const { return inside_->texts.disk(); }

source::files const& session::texts() const { return inside_->texts.texts(); }

source::outcome<source::file_id> session::text(std::string const& path, std::optional<source::span> named_at) {
  return inside_->texts.text({.path = path, .named_at = named_at});
}

source::span session::nameplate(std::string const& path) { return inside_->texts.nameplate(path); }

}  // namespace casus::session
