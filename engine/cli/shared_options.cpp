#include "shared_options.hpp"

#include "arguments.hpp"

#include <fmt/format.h>

namespace casus::cli {

option_group account_options(written_options& into, accounts_meant unless_said) {
  auto const* const view = unless_said == accounts_meant::every
                               ? "only this account of the facts; `agreed` for the facts without any view"
                               : "as this account of the facts tells it; without it, the facts without any view";
  return {"what to ask",
          {{"--at", "DATE", "the date of evaluation, as 2010-06-15; else the scenario's `as_of`, else its latest date",
            &into.at},
           {"--view", "NAME", view, &into.view},
           {"--reading", "ID=VALUE", "read a point of law this way, or `unknown`; may be repeated", &into.readings},
           {"--law", "DATE", "the texts in force on another date, for provisions with several versions", &into.law},
           {"--law", "ID=DATE", "the same for one provision; may be repeated", {}},
           {"--known-by", "DATE", "only what was known by then", &into.known_by}}};
}

option format_option(written_options& into, std::vector<std::string> formats, std::string about) {
  if (about.empty())
    about = formats.front() + " (the default), " + listed_choices({formats.begin() + 1, formats.end()});
  return {"--format", "FORMAT", std::move(about), &into.format, std::move(formats)};
}

option color_option(std::string& into) {
  return {"--color", "WHEN", "auto (the default), always or never", &into, {"auto", "always", "never"}};
}

option provision_option(written_options& into) {
  return {"--provision", "ID", "only this provision, or those below it (`Treaty.4`, `Treaty`); may be repeated",
          &into.provisions};
}

option messages_option(std::string& into) {
  return {"--messages",
          "FORM",
          "how errors and warnings are written: full (the default), or line, as FILE:LINE:COLUMN: SEVERITY: MESSAGE",
          &into,
          {"full", "line"}};
}

std::vector<option> message_options(message_choice& into) {
  return {{"--allow", "CODE", "do not report this warning; `all` for every one", &into.allow},
          {"--deny", "CODE", "make this warning an error; `all` for every one", &into.deny},
          messages_option(into.form)};
}

option_group bound_options(written_options& into) {
  option_group group{"messages and bounds", message_options(into.warnings)};
  group.options.push_back(
      {"--limit", "NAME=VALUE",
       "raise or lower a bound; may be repeated. Of an evaluation: instances (of one provision), steps, depth (of "
       "defines that call one another), memory (MiB). Of what is read: file-size (MiB). Of what is said: diagnostics",
       &into.limits});
  return group;
}

argument scenario_argument(std::string& into) { return {"SCENARIO", "a scenario", &into, true, completion::scenarios}; }

argument provision_argument(std::string& into) { return {"PROVISION", "a provision", &into}; }

argument instance_argument(std::vector<std::string>& into) { return {"VARIABLE=NAME", "an instance", &into, false}; }

}  // namespace casus::cli
