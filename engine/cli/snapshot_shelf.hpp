// The recorded findings beside scenario files: `raid.snapshot.yml` beside `raid.yaml`, one document for each scenario
// of the file. (The ending differs, so that no snapshot is taken for a scenario.)
#pragma once
#include "engine/cli/run.hpp"
#include "engine/report/test_run.hpp"
#include <map>

namespace casus::cli {

enum class snapshot_mode {
  compare,  // with what is recorded, where anything is
  record,   // and record what is not
  accept    // and take over what differs
};

// Whether what differs is taken over.
using snapshot_judge = std::function<bool(report::snapshot_outcome const&)>;

class snapshot_shelf {
 public:
  // Where there is no judge, everything is taken over that the mode lets.
  snapshot_shelf(snapshot_mode mode, environment const& around, snapshot_judge judge = {})
      : mode_(mode), around_(around), judge_(std::move(judge)) {}

  // Whether the findings of this file's scenarios are wanted.
  [[nodiscard]] bool wants(std::string const& path);
  // Notes what was found of the scenario at `number` in its file, none where it was not run.
  [[nodiscard]] report::snapshot_outcome take(std::string const& path, std::size_t number,
                                              std::optional<std::string> const& found);
  // A file has so many scenarios: what is recorded of more is no longer there.
  [[nodiscard]] report::snapshot_outcome close(std::string const& path, std::size_t scenarios);
  // Writes what was recorded or accepted. What went wrong, or nothing.
  [[nodiscard]] std::vector<std::string> write();

 private:
  struct shelf {
    bool is_there = false;
    std::vector<std::string> documents;  // empty: nothing recorded of that scenario
    bool has_changed = false;
  };
  [[nodiscard]] shelf& of(std::string const& path);

  [[nodiscard]] bool accepts(report::snapshot_outcome const& differing) const;

  snapshot_mode mode_;
  environment const& around_;
  snapshot_judge judge_;
  std::map<std::string, shelf> shelves_;  // by scenario file
};

// "cases/raid.snapshot.yml" of "cases/raid.yaml".
[[nodiscard]] std::string snapshot_path(std::string const& scenario_file);

}  // namespace casus::cli
