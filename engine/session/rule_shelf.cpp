#include "rule_shelf.hpp"

#include "engine/check/check.hpp"
#include "grammar/parse.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace casus::session {
namespace {

void move_to(std::vector<source::diagnostic>& all, std::vector<source::diagnostic>&& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Files and, before each, those that it uses. A file is read once, so that files may use one another.
class rule_reader {
 public:
  rule_reader(library& texts, rule_book& book) : texts_(texts), book_(book) {}

  void read(std::vector<wanted_path> const& files) {
    // A stack of its own: files may use one another in a chain of any length.
    std::vector<step> stack;
    enter_all(files, stack);
    while (!stack.empty()) {
      step next = std::move(stack.back());
      stack.pop_back();
      if (next.parsed) {
        parts_.push_back(std::move(*next.parsed));
      } else {
        open(next.file, stack);
      }
    }
  }

  // In one go, so that there is room for all of them from the beginning.
  [[nodiscard]] model::rule_set take() {
    model::rule_set all;
    std::size_t expressions = 0;
    std::size_t declarations = 0;
    for (auto const& part : parts_) expressions += part.expressions.size(), declarations += part.declarations.size();
    all.expressions.reserve(expressions);
    all.declarations.reserve(declarations);
    for (auto& part : parts_) model::append(all, std::move(part));
    return all;
  }

 private:
  struct step {
    wanted_path file;
    std::optional<model::rule_set> parsed;  // where the files that it uses come first and have been read
  };

  static void enter_all(std::vector<wanted_path> const& files, std::vector<step>& stack) {
    for (auto file = files.rbegin(); file != files.rend(); ++file) stack.push_back({.file = *file, .parsed = {}});
  }

  void open(wanted_path const& file, std::vector<step>& stack) {
    if (!seen_.insert(file.path).second) return;
    auto found = texts_.text(file);
    move_to(book_.diagnostics, std::move(found.diagnostics));
    if (!found.value) return;
    book_.files.push_back(file.path);
    auto parsed = grammar::parse(texts_.texts()[*found.value], *found.value);
    move_to(book_.diagnostics, std::move(parsed.diagnostics));
    auto used = used_by(file.path, *parsed.value);
    stack.push_back({.file = file, .parsed = std::move(parsed.value)});
    enter_all(used, stack);
  }

  [[nodiscard]] std::vector<wanted_path> used_by(std::string const& path, model::rule_set const& rules) {
    std::vector<wanted_path> wanted;
    for (auto const& declaration : rules.declarations) {
      if (auto const* use = std::get_if<model::use_file>(&declaration)) {
        wanted.push_back({.path = relative_to(path, use->path), .named_at = use->path_where});
      }
    }
    auto found = texts_.expanded(wanted, rule_ending);
    move_to(book_.diagnostics, std::move(found.diagnostics));
    return std::move(*found.value);
  }

  library& texts_;
  rule_book& book_;
  std::vector<model::rule_set> parts_;  // by file, those that are used first
  std::set<std::string, std::less<>> seen_;
};

// What a file offers that was only brought in by `use` need not all be read.
void forgive_unread(std::vector<source::diagnostic>& said, source::files const& texts,
                    std::vector<wanted_path> const& asked) {
  auto const is_offered = [&](source::diagnostic const& one) {
    if (one.code != "never-read") return false;
    auto const& file = texts[one.where.file].name();
    return std::none_of(asked.begin(), asked.end(), [&](wanted_path const& named) { return named.path == file; });
  };
  said.erase(std::remove_if(said.begin(), said.end(), is_offered), said.end());
}

void check_and_compile(rule_book& book, model::rule_set rules) {
  // A declaration that does not read would be missed by every other; there is one error, not two.
  if (source::has_errors(book.diagnostics)) return;
  auto checked = check::check(std::move(rules));
  move_to(book.diagnostics, std::move(checked.diagnostics));
  if (!checked.value || source::has_errors(book.diagnostics)) return;
  book.program = std::make_unique<check::program>(std::move(*checked.value));
  book.compiled.emplace(*book.program);
}

}  // namespace

rule_book const& rule_shelf::book(std::vector<wanted_path> const& wanted) {
  auto files = texts_.expanded(wanted, rule_ending);
  std::vector<std::string> key;
  for (auto const& one : *files.value) key.push_back(one.path);
  std::sort(key.begin(), key.end());
  for (auto const& said : files.diagnostics) key.push_back(said.message);  // an incomplete book is a book of its own
  auto& book = books_[key];
  if (book) return *book;
  book = std::make_unique<rule_book>();
  move_to(book->diagnostics, std::move(files.diagnostics));
  rule_reader reader{texts_, *book};
  reader.read(*files.value);
  check_and_compile(*book, reader.take());
  forgive_unread(book->diagnostics, texts_.texts(), *files.value);
  source::sort(book->diagnostics);
  return *book;
}

}  // namespace casus::session
