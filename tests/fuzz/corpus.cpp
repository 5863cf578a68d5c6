// Every target on the inputs that are kept for it in tests/fuzz/corpus/TARGET: what was found once stays mended. The
// names are printed as it goes, so that the last one is the one that ended it.
#include "targets.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(fs::path const& folder) {
  std::vector<fs::path> found;
  for (auto const& each : fs::directory_iterator(folder)) found.push_back(each.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::string content_of(fs::path const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main() {
  std::size_t tried = 0;
  for (casus::fuzz::target const& target : casus::fuzz::targets) {
    for (fs::path const& path : files_in(fs::path(CASUS_ROOT) / "tests/fuzz/corpus" / target.name)) {
      std::printf("%s\n", path.c_str());
      std::fflush(stdout);
      target.run(content_of(path));
      ++tried;
    }
  }
  std::printf("%zu inputs tried\n", tried);
  return tried > 0 ? 0 : 1;
}
