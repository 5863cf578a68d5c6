// What is wrong with the scenario files of one loading, kept to a number that helps: a file with a million slips must
// not cost gigabytes of messages, nor hours of looking for the nearest name.
#pragma once
#include "engine/source/diagnostic.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::scenario {

class problems {
 public:
  void add(source::diagnostic problem);
  void add(std::string_view code, source::span where, std::string message, std::string help = {});
  // With a note on the other side of a clash.
  void add(std::string_view code, source::span where, std::string message, source::note other, std::string help = {});
  // Of the names that exist, the one that may be meant; none past the bound.
  [[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<std::string const> candidates);
  // "did you mean `x`?", or nothing.
  [[nodiscard]] std::string suggest(std::string_view word, std::span<std::string const> candidates);

  // "did you mean `x`?", or what there is: "its fields are a, b".
  [[nodiscard]] std::string suggest_or_list(std::string_view word, std::span<std::string const> candidates,
                                            std::string_view what_they_are);

  // Whether so many more names would be looked at; past the bound nothing is suggested.
  [[nodiscard]] bool can_compare(std::size_t names) const;

  [[nodiscard]] bool has_errors() const { return source::has_errors(said_); }
  [[nodiscard]] std::vector<source::diagnostic> take() { return std::move(said_); }

 private:
  std::vector<source::diagnostic> said_;
  std::size_t compared_ = 0;
};

}  // namespace casus::scenario
