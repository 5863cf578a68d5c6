// Waits until files change. It looks at them a few times a second, which works on every kind of disk.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace casus::session {

class file_watch {
 public:
  // Returns those that were written, have appeared or are gone since they were last looked at, in the order given; a
  // path is first looked at when it is first named. Of a folder, when something was put into it or taken away.
  [[nodiscard]] std::vector<std::string> wait(std::vector<std::string> const& paths);

 private:
  struct state {  // what tells one from another
    std::filesystem::file_time_type written;
    std::uintmax_t size = 0;
    bool operator==(state const&) const = default;
  };
  [[nodiscard]] static std::optional<state> state_of(std::string const& path);  // none where there is no such file

  std::map<std::string, std::optional<state>> known_;  // by path
};

}  // namespace casus::session
