#include "files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace casus::session {
namespace {

namespace fs = std::filesystem;

struct closing {
  void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};
using open_file = std::unique_ptr<std::FILE, closing>;

std::string words_for(std::error_code error) {
  if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory) {
    return "there is no such file";
  }
  if (error == std::errc::is_a_directory) return "it is a folder";
  std::string words = error.message();
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

std::string words_for_errno() { return words_for({errno, std::generic_category()}); }

read_result unreadable(std::string problem) { return {.content = std::nullopt, .problem = std::move(problem)}; }

// The operating system would cut a path off at a null byte, and open another file than the one that was named.
bool has_null(std::string const& path) { return path.find('\0') != std::string::npos; }

// An open file.
class descriptor {
 public:
  explicit descriptor(int number) : number_(number) {}
  ~descriptor() {
    if (number_ >= 0) static_cast<void>(::close(number_));
  }
  descriptor(descriptor const&) = delete;
  descriptor& operator=(descriptor const&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

// Reads in pieces to the end, whatever the size is said to be: pipes and devices have none, and some never end. What is
// as long as is likely and no longer is not asked for more.
read_result read_all(int file, std::size_t most, std::size_t likely) {
  std::string content(std::min(likely, most) + 1, '\0');
  for (std::size_t size = 0;;) {
    auto const got = ::read(file, content.data() + size, content.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(words_for_errno());
    size += static_cast<std::size_t>(got);
    if (size > most) return unreadable(larger_than(most));
    if (got == 0 || (size == likely && size < content.size())) {
      content.resize(size);
      return {.content = std::move(content), .problem = {}};
    }
    constexpr std::size_t piece = 65'536;
    if (size == content.size()) content.resize(std::min(2 * size + piece, most + 1));
  }
}

// What tells one state of a regular file from another.
bool has_changed(struct stat const& before, struct stat const& after) {
  return before.st_size != after.st_size || before.st_mtim.tv_sec != after.st_mtim.tv_sec ||
         before.st_mtim.tv_nsec != after.st_mtim.tv_nsec;
}

// A file that somebody writes while it is read would be half the old one and half the new one.
read_result read_from(fs::path const& path, std::size_t most) {
  descriptor const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat before {};
  if (file.number() < 0 || ::fstat(file.number(), &before) != 0) return unreadable(words_for_errno());
  if (S_ISDIR(before.st_mode)) return unreadable("it is a folder");
  bool const is_regular = S_ISREG(before.st_mode);
  auto const size = is_regular ? static_cast<std::size_t>(before.st_size) : 0;
  auto found = read_all(file.number(), most, size);
  struct stat after {};
  if (!is_regular || !found.content) return found;
  // Some files that the system makes up say that they have no size.
  bool const is_whole = size == 0 || found.content->size() == size;
  bool const is_same = ::fstat(file.number(), &after) == 0 && !has_changed(before, after) && is_whole;
  return is_same ? std::move(found) : unreadable("it changed while it was read");
}

path_kind kind_of(fs::path const& path) {
  std::error_code error;
  auto const status = fs::status(path, error);
  if (fs::is_directory(status)) return path_kind::folder;
  return fs::exists(status) ? path_kind::file : path_kind::nothing;
}

listing list_from(fs::path const& folder) {
  listing result;
  std::error_code error;
  fs::directory_iterator at(folder, error);
  for (; !error && at != fs::directory_iterator{}; at.increment(error)) {
    std::error_code ignored;
    bool const is_folder = at->is_directory(ignored);
    bool const is_nothing = (is_folder && at->is_symlink(ignored)) || !at->exists(ignored);
    auto const kind = is_nothing ? path_kind::nothing : is_folder ? path_kind::folder : path_kind::file;
    result.entries.push_back({at->path().filename().string(), kind});
  }
  if (error) result.problem = words_for(error);
  std::sort(result.entries.begin(), result.entries.end(),
            [](listed const& a, listed const& b) { return a.name < b.name; });
  return result;
}

// What went wrong, or nothing.
std::optional<std::string> write_all(fs::path const& path, std::string_view content) {
  open_file const file{std::fopen(path.c_str(), "wb")};
  bool const is_written = file && std::fwrite(content.data(), 1, content.size(), file.get()) == content.size() &&
                          std::fflush(file.get()) == 0;
  return is_written ? std::nullopt : std::optional(words_for_errno());
}

// Whoever interrupts a run waits until the file is written, so that nothing is left beside it.
class uninterrupted {
 public:
  uninterrupted() {
    sigset_t all;
    sigemptyset(&all);
    for (int const signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&all, signal);
    pthread_sigmask(SIG_BLOCK, &all, &before_);
  }
  ~uninterrupted() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  uninterrupted(uninterrupted const&) = delete;
  uninterrupted& operator=(uninterrupted const&) = delete;

 private:
  sigset_t before_{};
};

// Into a neighbour first, which then takes the file's place in one step: a full disk or an interruption leaves either
// the old file or the new one.
std::optional<std::string> write_to(fs::path const& asked, std::string_view content) {
  std::error_code error;
  fs::path const real = fs::weakly_canonical(asked, error);  // a link stays a link
  fs::path const path = error ? asked : real;
  fs::path const neighbour = path.string() + ".casus-new";
  auto const before = fs::status(path, error);
  if (fs::is_directory(before)) return "it is a folder";
  uninterrupted const meanwhile;
  if (auto problem = write_all(neighbour, content)) {
    fs::remove(neighbour, error);
    return problem;
  }
  if (fs::exists(before)) fs::permissions(neighbour, before.permissions(), error);
  fs::rename(neighbour, path, error);
  if (!error) return std::nullopt;
  std::string problem = words_for(error);
  fs::remove(neighbour, error);
  return problem;
}

std::optional<std::string> make_folder(fs::path const& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  return error ? std::optional{words_for(error)} : std::nullopt;
}

}  // namespace

file_system disk(std::string root) {
  auto const at = [base = fs::path{std::move(root)}](std::string const& path) { return base / path; };
  auto const read = [at](std::string const& path, std::size_t most) {
    return has_null(path) ? unreadable("there is no such file") : read_from(at(path), most);
  };
  auto const kind = [at](std::string const& path) {
    return has_null(path) || path.empty() ? path_kind::nothing : kind_of(at(path));
  };
  auto const write = [at](std::string const& path, std::string_view content) {
    return has_null(path) ? std::optional<std::string>{"there is no such file"} : write_to(at(path), content);
  };
  return {.read_up_to = read,
          .kind = kind,
          .list = [at](std::string const& folder) { return list_from(at(folder)); },
          .write = write,
          .make_folder = [at](std::string const& folder) { return make_folder(at(folder)); }};
}

read_result read_standard_input(std::size_t most) { return read_all(STDIN_FILENO, most, 0); }

std::string larger_than(std::size_t most) {
  return "it is larger than " + std::to_string(most / mebibyte) + " MiB (raise the bound with `--limit file-size=MIB`)";
}

}  // namespace casus::session
