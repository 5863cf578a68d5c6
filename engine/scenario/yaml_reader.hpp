// The text of a scenario file → its YAML documents as trees, one after the other: however many a file has, two at most
// are held at a time. Bounds, each named in the message that reports it: the size of a file, the number of a document's
// values and of those that aliases stand for, the depth of nesting.
#pragma once
#include "engine/scenario/node.hpp"
#include "engine/source/diagnostic.hpp"
#include "engine/source/text.hpp"
#include <memory>
#include <optional>

namespace casus::scenario {

class yaml_reader {
 public:
  yaml_reader(source::text const& text, source::file_id file);
  ~yaml_reader();
  // The next document that is not empty; none at the end of the text, or where it cannot be read on. A document is
  // handed out once what follows it is seen to be another one, and not a part of it that went wrong.
  [[nodiscard]] std::optional<tree> next();
  // What was said since this was last asked: of the document handed out and of what precedes it, or at the end of what
  // follows.
  [[nodiscard]] std::vector<source::diagnostic> take_diagnostics();

 private:
  struct implementation;
  std::unique_ptr<implementation> inside_;
};

}  // namespace casus::scenario
