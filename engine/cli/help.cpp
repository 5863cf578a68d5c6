#include "help.hpp"

namespace casus::cli {
namespace {

constexpr std::string_view general = R"(usage: casus COMMAND …

Says which provisions of a treaty apply to a case, to whom, since when and why.

  check    hold scenarios against their rules and report what applies
  test     hold what scenarios expect against what is found
  why      prove what an instance of a provision comes to
  why-not  say what keeps a provision from applying
  settle   say which open facts would decide whether it applies
  what-if  change the facts, and say what the change comes to
  compare  set the accounts or the readings of the law side by side
  lint     check rule files by themselves
  fmt      lay out rule files in the one canonical way

  casus check cases/raid.yaml
  casus check cases --view president --at 2014-06-11
  casus test cases
  casus why raid.yaml Treaty.4.2 ally=northland
  casus lint rules
  casus fmt --check rules

`casus COMMAND --help` explains a command, `casus --version` names the version.
Exit codes: 0 done, 1 an expectation failed (or a file is not laid out), 2 the input is wrong, 3 wrong usage,
70 casus is at fault.
)";

constexpr std::string_view check = R"(usage: casus check [OPTIONS] FILE|FOLDER…

Reports, for each scenario, on its date, as the agreed facts and then each view tell it: which provisions apply, to
whom, what is owed since when, which requirements fail, what is open; and whether the scenario's expectations are met.
`-` reads a scenario from standard input. A folder stands for every *.yaml file in it that is not mere background.

what to ask
  --at DATE           the date of evaluation, as 2010-06-15; else the scenario's `as_of`, else its latest date
  --view NAME         only this account of the facts; `agreed` for the facts without any view
  --reading ID=VALUE  read a point of law this way, or `unknown`; may be repeated
  --law DATE          the texts in force on another date, for provisions with several versions
  --law ID=DATE       the same for one provision; may be repeated
  --known-by DATE     only what was known by then

what to show
  --provision ID      only this provision, or those below it (`Treaty.4`, `Treaty`); may be repeated
  --all               also what does not apply or is not in force, and why
  --format FORMAT     text (the default), markdown, or json
  --color WHEN        auto (the default), always, or never

warnings and bounds
  --allow CODE        do not report this warning; `all` for every one
  --deny CODE         make this warning an error; `all` for every one
  --limit NAME=VALUE  raise or lower a bound; may be repeated. Of an evaluation: instances (of one provision), steps,
                      depth (of defines that call one another), memory (MiB). Of what is read: file-size (MiB). Of
                      what is said: diagnostics

  casus check cases
  casus check raid.yaml --at 2014-06-11 --view president
  casus check raid.yaml --provision Treaty.4.2 --law Treaty.4.2=1995-01-01
  casus check - --format json < raid.yaml

Expectations are held against what the scenario itself says, whatever the options.
)";

constexpr std::string_view test = R"(usage: casus test [OPTIONS] [FILE|FOLDER…]

Runs scenarios as tests: each passes if everything that it expects is met. Says of every expectation that is not what
was expected and what was found, with its line, and ends with `N passed, N failed`. A scenario that expects nothing is
reported, as is an expectation that can never fail. A folder stands for every *.yaml file in it that is not mere
background; without a path, the working directory is meant.

which tests
  --filter TEXT       only scenarios whose title or file contains this; may be repeated: any of these
  --fail-fast         stop at the first scenario that fails
  --jobs N            run so many at once; as many as there are cores unless said otherwise

snapshots: complete findings, recorded in raid.snapshot.yml beside raid.yaml
  --snapshot          record those of scenarios that have none; where there is one, every run is held against it
  --accept            take over what differs; --filter chooses of which scenarios

coverage of the rules
  --coverage          say what of the rules no scenario has shown: provisions that never applied, conditions that were
                      never true or never false, and the like
  --coverage-to FILE  write it in full; the name's ending says how: .html, .json, .info (lcov), .txt; may be repeated
  --fail-under N      fail where less than so many per cent have been seen

what to show
  --format FORMAT     text (the default), json, junit, or tap
  --color WHEN        auto (the default), always, or never
)";

constexpr std::string_view test_examples = R"(  casus test cases
  casus test cases/raid.yaml --fail-fast
  casus test cases --filter raid --format junit
  casus test cases --coverage --coverage-to coverage.html --fail-under 95

Exit codes: 0 all passed, 1 some failed or too little was seen, 2 the input is wrong, 3 wrong usage.
)";

// --- what several commands share ------------------------------------------------------------------------------------

constexpr std::string_view account = R"(what to ask
  --at DATE           the date of evaluation, as 2010-06-15; else the scenario's `as_of`, else its latest date
  --view NAME         as this account of the facts tells it; without it, the facts without any view
  --reading ID=VALUE  read a point of law this way, or `unknown`; may be repeated
  --law DATE          the texts in force on another date, for provisions with several versions
  --law ID=DATE       the same for one provision; may be repeated
  --known-by DATE     only what was known by then

)";

constexpr std::string_view format = R"(  --format FORMAT     text (the default), markdown, or json
  --color WHEN        auto (the default), always, or never
)";

constexpr std::string_view bounds = R"(
warnings and bounds
  --allow CODE        do not report this warning; `all` for every one
  --deny CODE         make this warning an error; `all` for every one
  --limit NAME=VALUE  raise or lower a bound; may be repeated. Of an evaluation: instances (of one provision), steps,
                      depth (of defines that call one another), memory (MiB). Of what is read: file-size (MiB). Of
                      what is said: diagnostics

)";

constexpr std::string_view why = R"(usage: casus why [OPTIONS] SCENARIO PROVISION [VARIABLE=NAME…]

Proves what an instance of a provision comes to: its conditions, each met (✓), not met (✗) or open (?), and below each
what it rests on, through definitions and other provisions down to the facts, with file and line. What is shown once is
referred to by its number afterwards. Where several proofs exist, the smallest is shown.

Without VARIABLE=NAME the first instance is meant, the strongest status first. Facts that are not simply stated are
marked: assumed, not stated, stated to be unknown, left open or so only in the account that is asked for.

)";

constexpr std::string_view why_shown = R"(what to show
  --depth N           only so many levels
  --all               also why what nobody asserts is not so
  --format FORMAT     text (the default), markdown, json, or a diagram: dot (for Graphviz), mermaid
  --color WHEN        auto (the default), always, or never
)";

constexpr std::string_view why_examples = R"(  casus why raid.yaml Treaty.4.2
  casus why raid.yaml Treaty.4.2 ally=northland --view president --depth 2
  casus why raid.yaml Treaty.4.2 --format dot | dot -Tsvg > why.svg
)";

constexpr std::string_view why_not = R"(usage: casus why-not [OPTIONS] SCENARIO PROVISION [VARIABLE=NAME…]

Says what keeps a provision from applying: the instances that come nearest, those with the fewest failed conditions
first, each failed condition as it stands and with what would be needed instead. Instances that are displaced, not in
force or violated are told apart from those of which a condition fails. VARIABLE=NAME narrows it down to instances, or to
one.

)";

constexpr std::string_view why_not_shown = R"(what to show
  --count N           so many groups of instances that lack the same; 3 unless it is said
)";

constexpr std::string_view why_not_examples = R"(  casus why-not raid.yaml Treaty.4.2
  casus why-not raid.yaml Treaty.4.2 ally=northland --at 2014-06-11
)";

constexpr std::string_view settle = R"(usage: casus settle [OPTIONS] SCENARIO PROVISION [VARIABLE=NAME…]

Says what would settle an undetermined provision: the smallest sets of open facts, of at most three, that decide it each
way; in how many completions of what is open it applies, where at most twenty facts are open; and which open facts make
no difference.

)";

constexpr std::string_view settle_shown = R"(what to show
  --ask               ask for the fact that decides most, go on with the answer, until it is settled
)";

constexpr std::string_view settle_examples = R"(  casus settle raid.yaml Treaty.4.2
  casus settle raid.yaml Treaty.4.2 ally=northland --ask
)";

constexpr std::string_view what_if = R"(usage: casus what-if [OPTIONS] SCENARIO --set|--add|--remove|--patch …

Changes the facts of a scenario and says what the change comes to: provision by provision what was, what is, and the
conditions that come out otherwise. The scenario itself stays as it is.

what to change
  --set EVENT.ID.FIELD=VALUE   another value of a field; of a fact with a value, FACT(ARGUMENTS)=VALUE
  --add EVENT(FIELD: VALUE, …) an event more, EVENT.ID(…) to give it an id; a fact, FACT(ARGUMENTS)
  --remove EVENT.ID            an event did not take place; a fact does not hold, FACT(ARGUMENTS)
  --patch FILE                 the changes as the `facts` of a view would have them, in a file
  --save FILE                  write the scenario with the changes as a view `what_if`

)";

constexpr std::string_view what_if_examples = R"(  casus what-if raid.yaml --set Attack.raid.origin=external
  casus what-if raid.yaml --view critics --add 'Request(by: northland, date: 2010-06-12)'
  casus what-if raid.yaml --remove 'party(northland)' --save without.yaml

Each of the first three may be repeated.
)";

constexpr std::string_view compare = R"(usage: casus compare [OPTIONS] SCENARIO

Sets accounts side by side: what each provision and question comes to by the agreed facts alone and as each view tells
them, and on which of the things that the view says the difference turns, in the smallest sets. With `--by readings`, as
it stands and with each point of law read otherwise.

)";

constexpr std::string_view compare_shown = R"(what to show
  --by views|readings what is compared; views unless it is said
  --provision ID      only this provision, or those below it; may be repeated
  --all               also what comes out alike
)";

constexpr std::string_view compare_examples = R"(  casus compare raid.yaml
  casus compare raid.yaml --by readings --view critics --provision Treaty.4
)";

constexpr std::string_view how_written = R"(how it is written
)";

constexpr std::string_view fmt = R"(usage: casus fmt [--check] FILE|FOLDER…

Rewrites rule files in the one canonical layout, keeping every comment. A folder stands for every *.casus file in it.
`-` reads standard input and writes the result to standard output. A file with errors is left as it is.

  --check             change nothing; list the files that would change, and exit with 1 if there are any
  --color WHEN        auto (the default), always, or never

  casus fmt rules
  casus fmt --check rules
)";

constexpr std::string_view lint = R"(usage: casus lint [OPTIONS] FILE|FOLDER…

Checks rule files by themselves, read together as one rule set with what they use: names, types, versions, circles,
and whatever is likely to be a slip. A folder stands for every *.casus file in it.

  --allow CODE        do not report this warning; `all` for every one
  --deny CODE         make this warning an error; `all` for every one
  --limit NAME=VALUE  raise or lower a bound: file-size (MiB), diagnostics (shown)
  --color WHEN        auto (the default), always, or never

  casus lint rules
  casus lint rules --deny all
)";

std::string together(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (auto const part : parts) text += part;
  return text;
}

}  // namespace

std::string help_for(std::string_view name) {
  if (name == "check") return std::string{check};
  if (name == "test") return together({test, bounds, test_examples});
  if (name == "why") return together({why, account, why_shown, bounds, why_examples});
  if (name == "why-not") return together({why_not, account, why_not_shown, format, bounds, why_not_examples});
  if (name == "settle") return together({settle, account, settle_shown, format, bounds, settle_examples});
  if (name == "what-if") return together({what_if, account, how_written, format, bounds, what_if_examples});
  if (name == "compare") return together({compare, account, compare_shown, format, bounds, compare_examples});
  if (name == "fmt") return std::string{fmt};
  if (name == "lint") return std::string{lint};
  return std::string{general};
}

}  // namespace casus::cli
