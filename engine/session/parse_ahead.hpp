// Rule files of one rule set, parsed on a second thread while the first reads the background of a scenario: the one
// begins at the last file, the other takes them from the first on, and they meet. Nothing else is shared between them
// than the texts, which stay as they are.
#pragma once
#include "engine/model/rule_set.hpp"
#include "engine/source/outcome.hpp"
#include "engine/source/text.hpp"
#include <atomic>
#include <deque>
#include <exception>
#include <optional>
#include <thread>

namespace casus::session {

class parse_ahead {
 public:
  using parsed = source::outcome<model::rule_set>;

  parse_ahead() = default;
  ~parse_ahead();
  parse_ahead(parse_ahead const&) = delete;
  parse_ahead& operator=(parse_ahead const&) = delete;

  // The texts must outlive this. There is no second thread where it would not pay: for little text, or on one core.
  void begin(source::files const& texts, std::vector<source::file_id> const& files);

  // What was parsed ahead, parsed now, or waited for; each file once.
  [[nodiscard]] parsed take(source::files const& texts, source::file_id file);

 private:
  enum class state : std::uint8_t { waiting, begun, done };
  struct job {
    job(source::text const& of, source::file_id id) : text(of), file(id) {}
    source::text const& text;
    source::file_id file;
    std::atomic<state> is{state::waiting};
    std::optional<parsed> found;
    std::exception_ptr thrown;
  };
  static bool claim(job& one);
  void work();

  std::deque<job> jobs_;
  std::atomic<bool> is_over_{false};
  std::thread helper_;
};

}  // namespace casus::session
