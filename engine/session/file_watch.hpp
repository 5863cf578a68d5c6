// Waits until files change. It looks at them a few times a second, which works on every kind of disk.
#pragma once
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
  std::map<std::string, std::optional<std::string>> known_;  // by path, what tells one state from another
};

}  // namespace casus::session
