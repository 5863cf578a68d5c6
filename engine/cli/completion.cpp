#include "completion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace casus::cli {
namespace {

bool takes_list(destination const& into) { return std::holds_alternative<std::vector<std::string>*>(into); }
bool is_documented_only(option const& one) { return std::holds_alternative<std::monostate>(one.into); }

std::string_view ending_of(completion kind) {
  switch (kind) {
    case completion::scenarios: return ".yaml";
    case completion::rules: return ".casus";
    case completion::files:
    case completion::folders:
    case completion::none: break;
  }
  return {};
}

// --- bash -----------------------------------------------------------------------------------------------------------

constexpr std::string_view bash_head = R"(# Completion of casus for bash.
_casus() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
    [[ $word == -* ]] || { command=$word; break; }
  done
  offer() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
  offer_files() {
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -X "!*$1" -- "$current"; compgen -d -- "$current")
  }
  offer_folders() {
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -d -- "$current")
  }
  COMPREPLY=()
)";

std::string bash_value(completion kind, std::vector<std::string> const& choices) {
  if (!choices.empty()) return fmt::format("offer '{}'", fmt::join(choices, " "));
  if (kind == completion::none) return ":";
  return kind == completion::folders ? "offer_folders" : fmt::format("offer_files '{}'", ending_of(kind));
}

// The options after which the same is offered, on one line.
std::string bash_values(command const& of) {
  std::vector<std::pair<std::string, std::string>> offers;  // what is offered, after which options
  for (auto const& group : of.groups) {
    for (auto const& one : group.options) {
      if (is_documented_only(one) || one.value.empty()) continue;
      auto const value = bash_value(one.completion, one.choices);
      auto const same =
          std::find_if(offers.begin(), offers.end(), [&](auto const& pair) { return pair.first == value; });
      if (same == offers.end()) {
        offers.emplace_back(value, one.name);
      } else {
        same->second += " | " + one.name;
      }
    }
  }
  std::string text;
  for (auto const& [offer, names] : offers) text += fmt::format("        {}) {}; return ;;\n", names, offer);
  return text;
}

std::string bash_of(command const& of) {
  std::string names;
  for (auto const& group : of.groups) {
    for (auto const& one : group.options) {
      if (!is_documented_only(one)) names += one.name + ' ';
    }
  }
  auto text = fmt::format("    {})\n", of.name);
  if (auto const values = bash_values(of); !values.empty()) {
    text += fmt::format("      case $previous in\n{}      esac\n", values);
  }
  text += fmt::format("      if [[ $current == -* ]]; then offer '{}--help'; return; fi\n", names);
  if (!of.arguments.empty()) {
    auto const& first = of.arguments.front();
    text += fmt::format("      {}\n", bash_value(first.completion, first.choices));
  }
  return text + "      ;;\n";
}

std::string bash_script(std::span<command_entry const> commands) {
  std::string text{bash_head};
  std::string names;
  for (auto const& one : commands) names += std::string{one.name} + ' ';
  text += fmt::format("  case $command in\n    '') offer '{}--help --version' ;;\n", names);
  for (auto const& one : commands) text += bash_of(one.make());
  return text + "  esac\n}\ncomplete -F _casus casus\n";
}

// --- zsh ------------------------------------------------------------------------------------------------------------

// Within '…[…]…:…': what ends such a part is masked.
std::string for_zsh(std::string_view text) {
  std::string masked;
  for (auto const c : text) {
    if (c == '\'') {
      masked += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') masked += '\\';
    masked += c;
  }
  return masked;
}

std::string zsh_value(completion kind, std::vector<std::string> const& choices) {
  if (!choices.empty()) return fmt::format("({})", fmt::join(choices, " "));
  if (kind == completion::none) return " ";
  if (kind == completion::folders) return "_files -/";
  auto const ending = ending_of(kind);
  return ending.empty() ? "_files" : fmt::format("_files -g \"*{}\"", ending);
}

std::string zsh_of(command const& of) {
  auto text = fmt::format("    {})\n      _arguments", of.name);
  for (auto const& group : of.groups) {
    for (auto const& one : group.options) {
      if (is_documented_only(one)) continue;
      auto const value = one.value.empty()
                             ? std::string{}
                             : fmt::format(":{}:{}", for_zsh(one.value), zsh_value(one.completion, one.choices));
      text += fmt::format(" \\\n        '{}{}[{}]{}'", takes_list(one.into) ? "*" : "", one.name, for_zsh(one.about),
                          value);
    }
  }
  text += " \\\n        '(- *)--help[say how it is used]'";
  for (auto const& one : of.arguments) {
    text += fmt::format(" \\\n        '{}:{}:{}'", takes_list(one.into) ? "*" : "", for_zsh(one.name),
                        zsh_value(one.completion, one.choices));
  }
  return text + "\n      ;;\n";
}

std::string zsh_script(std::span<command_entry const> commands) {
  std::string text = "#compdef casus\n# Completion of casus for zsh.\n_casus() {\n  local -a commands\n  commands=(\n";
  for (auto const& one : commands) text += fmt::format("    '{}:{}'\n", one.name, for_zsh(one.summary));
  text +=
      "  )\n"
      "  if ((CURRENT == 2)); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  local chosen=$words[2]\n"
      "  shift words\n"
      "  ((CURRENT--))\n"
      "  case $chosen in\n";
  for (auto const& one : commands) text += zsh_of(one.make());
  // Read by `source`, it has still to be tied to the command; found in $fpath, it is the function's own body.
  return text +
         "  esac\n}\nif [[ $zsh_eval_context[-1] == loadautofunc ]]; then _casus \"$@\"; else compdef _casus casus; "
         "fi\n";
}

// --- fish -----------------------------------------------------------------------------------------------------------

std::string for_fish(std::string_view text) {
  std::string masked;
  for (auto const c : text) {
    if (c == '\'' || c == '\\') masked += '\\';
    masked += c;
  }
  return masked;
}

std::string fish_value(completion kind, std::vector<std::string> const& choices) {
  if (!choices.empty()) return fmt::format(" -x -a '{}'", fmt::join(choices, " "));
  if (kind == completion::none) return " -x";
  if (kind == completion::folders) return " -x -a '(__fish_complete_directories)'";
  auto const ending = ending_of(kind);
  return ending.empty() ? " -r -F" : fmt::format(" -k -x -a '(__fish_complete_suffix {})'", ending);
}

std::string fish_of(command const& of) {
  std::string text;
  auto const start = fmt::format("complete -c casus -n '__fish_seen_subcommand_from {}'", of.name);
  for (auto const& group : of.groups) {
    for (auto const& one : group.options) {
      if (is_documented_only(one)) continue;
      text +=
          fmt::format("{} -l {}{} -d '{}'\n", start, one.name.substr(2),
                      one.value.empty() ? std::string{} : fish_value(one.completion, one.choices), for_fish(one.about));
    }
  }
  if (!of.arguments.empty() &&
      (of.arguments.front().completion != completion::none || !of.arguments.front().choices.empty())) {
    text += start + fish_value(of.arguments.front().completion, of.arguments.front().choices) + '\n';
  }
  return text;
}

std::string fish_script(std::span<command_entry const> commands) {
  std::string text = "# Completion of casus for fish.\ncomplete -c casus -f\n";
  for (auto const& one : commands) {
    text += fmt::format("complete -c casus -n __fish_use_subcommand -a {} -d '{}'\n", one.name, for_fish(one.summary));
  }
  text +=
      "complete -c casus -n __fish_use_subcommand -l version -d 'name the version'\n"
      "complete -c casus -l help -d 'say how it is used'\n";
  for (auto const& one : commands) text += fish_of(one.make());
  return text;
}

}  // namespace

std::string completion_script(shell for_shell, std::span<command_entry const> commands) {
  switch (for_shell) {
    case shell::bash: return bash_script(commands);
    case shell::zsh: return zsh_script(commands);
    case shell::fish: break;
  }
  return fish_script(commands);
}

}  // namespace casus::cli
