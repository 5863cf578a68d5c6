// casus as a process of its own, where what goes wrong is the machine's doing: no shell, no waiting for luck.
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace casus::test {

struct ran {
  std::string output;
  std::string errors;
  int code = -1;   // of an end of its own
  int signal = 0;  // else
};

struct process {
  std::vector<std::string> arguments;
  std::string folder = {};  // in which it runs
  int input = -1;           // a descriptor; nothing to read where it is left out
  int output = -1;          // a descriptor; kept in `ran` where it is left out
  // In the new process, before casus takes its place.
  std::function<void()> prepare = {};
};

[[nodiscard]] ran run(process const& of);
// The same in two halves: `meanwhile` is called with the process's id while it runs.
[[nodiscard]] ran run(process const& of, std::function<void(int)> const& meanwhile);

// A folder of its own, which goes with it.
class temporary_folder {
 public:
  temporary_folder();
  ~temporary_folder();
  temporary_folder(temporary_folder const&) = delete;
  temporary_folder& operator=(temporary_folder const&) = delete;

  [[nodiscard]] std::string const& path() const { return path_; }
  void write(std::string const& name, std::string const& content) const;
  [[nodiscard]] std::string read(std::string const& name) const;
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::string path_;
};

}  // namespace casus::test
