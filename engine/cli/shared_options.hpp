// The options that several commands share: which account, law and date are meant, how the answer is written, and which
// warnings and bounds hold.
#pragma once
#include "engine/cli/check_options.hpp"
#include "engine/cli/command.hpp"

namespace casus::cli {

// What `--view` means without a value: each account in turn, or the facts without any view.
enum class accounts_meant { every, agreed };
[[nodiscard]] option_group account_options(written_options& into, accounts_meant unless_said);

// `about` where the formats need other words than "text (the default), markdown or json".
[[nodiscard]] option format_option(written_options& into,
                                   std::vector<std::string> formats = {"text", "markdown", "json"},
                                   std::string about = {});
[[nodiscard]] option color_option(std::string& into);
[[nodiscard]] option provision_option(written_options& into);

[[nodiscard]] option messages_option(std::string& into);
[[nodiscard]] std::vector<option> message_options(message_choice& into);
[[nodiscard]] option_group bound_options(written_options& into);

[[nodiscard]] argument scenario_argument(std::string& into);
[[nodiscard]] argument provision_argument(std::string& into);
// VARIABLE=NAME…: which instance of the provision.
[[nodiscard]] argument instance_argument(std::vector<std::string>& into);

}  // namespace casus::cli
