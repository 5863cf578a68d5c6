#include "conversation.hpp"

#include "changed_case.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "edit_history.hpp"
#include "instance_choice.hpp"
#include "interview.hpp"

#include "engine/report/difference_page.hpp"
#include "engine/report/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

constexpr std::string_view prompt = "> ";

struct spoken {
  std::string_view word;
  std::string_view takes;
  std::string_view about;
};

constexpr spoken all_spoken[] = {
    {"set", "EVENT.ID.FIELD=VALUE", "another value; of a fact with a value, FACT(ARGUMENTS)=VALUE"},
    {"add", "EVENT(FIELD: VALUE, …)", "an event more, EVENT.ID(…) to give it an id; a fact, FACT(ARGUMENTS)"},
    {"remove", "EVENT.ID", "an event did not take place; a fact does not hold, FACT(ARGUMENTS)"},
    {"undo", "", "take the last change back"},
    {"redo", "", "make it again"},
    {"changes", "", "list the changes"},
    {"check", "[PROVISION…]", "what applies"},
    {"why", "PROVISION [VARIABLE=NAME…]", "prove what an instance comes to"},
    {"why-not", "PROVISION [VARIABLE=NAME…]", "what keeps a provision from applying"},
    {"settle", "PROVISION [VARIABLE=NAME…]", "which open facts would decide whether it applies"},
    {"save", "FILE", "write the scenario with the changes as a view `what_if`"},
    {"help", "", "this list; `why --help` says more"},
    {"quit", "", "the end of the input does as well"},
};

// A line at its blanks; quotes hold words together.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  bool is_open = false;
  char quote = 0;
  for (char const c : line) {
    if (quote != 0 ? c == quote : c == '\'' || c == '"') {
      quote = quote != 0 ? char{0} : c;
      if (!is_open) words.emplace_back();
      is_open = true;
    } else if (quote == 0 && (c == ' ' || c == '\t')) {
      is_open = false;
    } else {
      if (!is_open) words.emplace_back();
      is_open = true;
      words.back() += c;
    }
  }
  return words;
}

// An edit as it was typed, or as it would be quoted for a shell.
std::string unquoted(std::string_view text) {
  auto const begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  text = text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
  bool const is_quoted = text.size() > 1 && text.front() == '\'' && text.back() == '\'';
  return std::string{is_quoted ? text.substr(1, text.size() - 2) : text};
}

std::string words_of(edit const& one) {
  switch (one.of) {
    case edit::kind::set: return "set " + one.text;
    case edit::kind::add: return "add " + one.text;
    case edit::kind::remove: return "remove " + one.text;
  }
  return {};
}

class conversation {
 public:
  conversation(std::string const& scenario, written_options account, environment const& around)
      : account_(std::move(account)), around_(around), paint_(painter_for_output(account_.color, around)) {
    account_.paths = {scenario};
    asked_ = understood(account_);
  }

  exit_code run() {
    auto const code = look_into("repl", asked_, around_, [&](opened_case const& in) {
      collect_words(in);
      return report::text(report::heading_of(in.as_told()), paint_) + "  `help` lists what can be said\n";
    });
    if (code != exit_code::checked) return code;
    account_.warnings.allow.emplace_back("all");  // the warnings have been said
    asked_ = understood(account_);
    line_reader const read = reader();
    while (auto const line = read()) {
      if (!answer(*line)) return exit_code::checked;
    }
    around_.write_output("\n");
    return exit_code::checked;
  }

 private:
  [[nodiscard]] line_reader reader() const {
    if (around_.edit_line) return [this] { return around_.edit_line(std::string{prompt}, completed_); };
    return [this, read = lines_of_input(around_, asked_.limits.file_bytes)] {
      around_.write_output(prompt);
      return read();
    };
  }

  // False at the end of it.
  [[nodiscard]] bool answer(std::string const& line) {
    auto const begin = line.find_first_not_of(" \t");
    if (begin == std::string::npos || line[begin] == '#') return true;
    auto const end = std::min(line.find_first_of(" \t", begin), line.size());
    auto const word = line.substr(begin, end - begin);
    auto const rest = std::string_view{line}.substr(end);
    if (word == "quit") return false;
    try {
      obey(word, rest);
    } catch (usage_error const& error) { around_.write_error(fmt::format("casus: {}\n", error.message)); }
    return true;
  }

  void obey(std::string const& word, std::string_view rest) {
    if (word == "set") return change({edit::kind::set, unquoted(rest)});
    if (word == "add") return change({edit::kind::add, unquoted(rest)});
    if (word == "remove") return change({edit::kind::remove, unquoted(rest)});
    if (word == "why" || word == "why-not" || word == "settle") return ask(word, words_of(rest));
    if (word == "check") return check(words_of(rest));
    if (word == "save") return save_to(words_of(rest));
    std::vector<std::string> known;
    for (auto const& one : all_spoken) known.emplace_back(one.word);
    if (std::find(known.begin(), known.end(), word) == known.end()) {
      throw usage_error{fmt::format("there is no command `{}`{}", word, suggestion(word, known))};
    }
    if (!words_of(rest).empty()) throw usage_error{fmt::format("`{}` takes nothing more", word)};
    if (word == "undo") return go_back();
    if (word == "redo") return go_on();
    if (word == "changes") return list();
    help();
  }

  // --- changes ---------------------------------------------------------------------------------------------------

  void change(edit const& one) {
    if (one.text.empty()) throw usage_error{"say what to change: `help` shows how"};
    if (show_difference(history_.now(), history_.with(one))) history_.make(one);
  }

  void go_back() {
    auto const last = history_.made_last();
    if (!last) throw usage_error{"there is nothing to take back"};
    auto const before = history_.now();
    history_.undo();
    around_.write_output("  taken back: " + words_of(*last) + '\n');
    (void)show_difference(before, history_.now());
  }

  void go_on() {
    auto const last = history_.taken_back_last();
    if (!last) throw usage_error{"nothing was taken back"};
    auto const before = history_.now();
    history_.redo();
    around_.write_output("  again: " + words_of(*last) + '\n');
    (void)show_difference(before, history_.now());
  }

  // What comes of other changes; false where they do not read.
  bool show_difference(std::vector<edit> const& before, std::vector<edit> const& after) {
    auto const sides = aligned(before, after, kinds_of_events_);
    std::string page;
    auto const code = look_into("repl", asked_, with(sides.after), [&](opened_case const& then) {
      auto const told_then = then.as_told();
      (void)look_into("repl", asked_, with(sides.before), [&](opened_case const& now) {
        auto const told_now = now.as_told();
        auto shown = report::difference_of({told_now, told_then}, {});
        shown.head = {};
        page = report::text(shown, paint_);
        page.erase(0, page.find('\n') + 1);  // no heading: everybody knows what it is about
        return std::string{};
      });
      return page;
    });
    return code == exit_code::checked;
  }

  void list() const {
    if (history_.now().empty()) return around_.write_output("nothing is changed\n");
    for (auto const& one : history_.now()) around_.write_output("  " + words_of(one) + '\n');
  }

  void save_to(std::vector<std::string> const& files) const {
    if (files.size() != 1) throw usage_error{"`save` takes one file"};
    if (account_.view) throw usage_error{"what is saved is laid over the agreed facts: begin without --view"};
    if (history_.now().empty()) throw usage_error{"nothing is changed, so there is nothing to save"};
    auto const what = with_hypothesis(history_.now(), asked_, around_);
    if (auto const problem = save(what, files.front())) throw usage_error{*problem};
    around_.write_output(
        fmt::format("written to `{}`: `casus check {} --view {}`\n", files.front(), files.front(), what.view));
  }

  // --- questions -------------------------------------------------------------------------------------------------

  [[nodiscard]] environment with(std::vector<edit> const& what) const {
    auto made = around_;
    made.changes = what;
    return made;
  }

  // The command of that name, as if it had been called with the account of the conversation.
  void ask(std::string const& name, std::vector<std::string> words) const {
    words.insert(words.begin(), {name, account_.paths.front()});
    auto const add = [&](std::string_view option, std::string const& value) {
      words.emplace_back(option);
      words.push_back(value);
    };
    if (account_.at) add("--at", *account_.at);
    if (account_.view) add("--view", *account_.view);
    if (account_.known_by) add("--known-by", *account_.known_by);
    for (auto const& one : account_.law) add("--law", one);
    for (auto const& one : account_.readings) add("--reading", one);
    for (auto const& one : account_.limits) add("--limit", one);
    add("--color", account_.color);
    add("--allow", "all");
    (void)cli::run(words, with(history_.now()));
  }

  void check(std::vector<std::string> const& provisions) {
    auto account = account_;
    account.provisions = provisions;
    auto const asked = understood(account);
    (void)look_into("check", asked, with(history_.now()), [&](opened_case const& in) {
      return report::text(report::headed_sheet(in.as_told(), asked.shown), paint_);
    });
  }

  // --- words -----------------------------------------------------------------------------------------------------

  void help() const {
    for (auto const& one : all_spoken) {
      auto const form = fmt::format("{} {}", one.word, one.takes);
      around_.write_output(fmt::format("  {:<36}{}\n", form, one.about));
    }
  }

  // What a line can be completed with.
  void collect_words(opened_case const& in) {
    for (auto const& one : all_spoken) completed_.emplace_back(one.word);
    auto const& program = in.rules.program();
    for (auto const& one : program.articles) completed_.push_back(one.id);
    for (auto const& one : program.relations)
      if (one.is_fact) completed_.push_back(one.name + '(');
    for (auto const& kind : program.event_kinds) {
      kinds_of_events_.insert(kind.name);
      completed_.push_back(kind.name + '(');
    }
    for (auto const& event : in.told.agreed.events) {
      if (event.id.empty()) continue;
      auto const& kind = program.event_kinds[event.kind];
      completed_.push_back(kind.name + '.' + event.id);
      for (auto const& field : kind.fields) completed_.push_back(kind.name + '.' + event.id + '.' + field.name + '=');
    }
    for (auto const& one : in.told.agreed.entities) completed_.push_back(one.id);
    std::sort(completed_.begin(), completed_.end());
    completed_.erase(std::unique(completed_.begin(), completed_.end()), completed_.end());
  }

  written_options account_;
  environment const& around_;
  report::painter paint_;
  check_options asked_;
  edit_history history_;
  std::vector<std::string> completed_;
  std::set<std::string> kinds_of_events_;
};

}  // namespace

exit_code converse(std::string const& scenario, written_options const& account, environment const& around) {
  if (scenario == session::standard_input) {
    throw usage_error{"a conversation reads its lines from standard input, so the scenario cannot be read from it"};
  }
  return conversation{scenario, account, around}.run();
}

}  // namespace casus::cli
