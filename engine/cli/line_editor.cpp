#include "line_editor.hpp"

#if __has_include(<editline/readline.h>) && defined(CASUS_LIBEDIT)
#include <editline/readline.h>

#include <pwd.h>
#include <cstdlib>
#include <cstring>

#ifdef CASUS_STATIC
// libedit looks up home directories for a `~` at the beginning of a file's name, which no line of ours has. The lookups
// of the C library do not work in a program without shared libraries; with these it is not asked.
extern "C" {
passwd* getpwnam(char const* /*name*/) { return nullptr; }
passwd* getpwuid(uid_t /*user*/) { return nullptr; }
passwd* getpwent() { return nullptr; }
void setpwent() {}
void endpwent() {}
int getpwnam_r(char const* /*name*/, passwd* /*into*/, char* /*room*/, size_t /*size*/, passwd** found) {
  *found = nullptr;
  return 0;
}
int getpwuid_r(uid_t /*user*/, passwd* /*into*/, char* /*room*/, size_t /*size*/, passwd** found) {
  *found = nullptr;
  return 0;
}
}
#endif

namespace casus::cli {
namespace {

// libedit asks for completions through plain functions.
std::vector<std::string> const* words_to_offer = nullptr;

char* next_word(char const* begun, int state) {
  static std::size_t next = 0;
  if (state == 0) next = 0;
  while (words_to_offer != nullptr && next < words_to_offer->size()) {
    auto const& word = (*words_to_offer)[next++];
    if (word.compare(0, std::strlen(begun), begun) == 0) return strdup(word.c_str());
  }
  return nullptr;
}

char** words_for(char const* begun, int /*from*/, int /*to*/) {
  rl_attempted_completion_over = 1;  // no names of files
  return rl_completion_matches(begun, next_word);
}

std::optional<std::string> edited_line(std::string const& prompt, std::vector<std::string> const& words) {
  words_to_offer = &words;
  rl_attempted_completion_function = words_for;
  rl_completer_word_break_characters = const_cast<char*>(" \t(,=");
  rl_completion_append_character = '\0';
  char* const typed = readline(prompt.c_str());
  if (typed == nullptr) return std::nullopt;
  std::string line = typed;
  std::free(typed);
  if (!line.empty()) add_history(line.c_str());
  return line;
}

}  // namespace

line_editor edited_lines() { return edited_line; }

}  // namespace casus::cli

#else

namespace casus::cli {

line_editor edited_lines() { return {}; }

}  // namespace casus::cli

#endif
