// Runs the mutants of one declaration, one after the other, on the slice of the rules that it can touch. Private to
// this folder.
#pragma once
#include "engine/suite/killer_search.hpp"
#include "engine/suite/slice.hpp"
#include <memory>

namespace casus::suite {

class declaration_run {
 public:
  declaration_run(check::program const& program, source::files const& files, slice part,
                  std::vector<prepared_case> const& cases, std::span<reach const> reaches, mutation_options const& how);

  [[nodiscard]] mutant_outcome run(mutant const& of, mutant_maker& maker);

 private:
  // What a case expects of what the slice can touch.
  struct relevant_case {
    std::uint32_t index = 0;
    struct block {
      std::uint32_t index = 0;
      std::vector<std::uint32_t> subjects;
      std::optional<std::vector<std::string>> conflicts;  // what is wrong with them under the rules as they are
    };
    std::vector<block> blocks;
    std::size_t direct = 0;  // subjects that are the mutated rule itself
    std::size_t kills = 0;   // so far, of mutants of the same declaration
  };
  enum class closeness { untouched, touched, own };

  [[nodiscard]] closeness closeness_of(facts::expected_subject const& subject) const;
  void add_case(std::uint32_t index);
  void note_conflicts(relevant_case& one);
  [[nodiscard]] std::vector<std::string> conflicts_of(prepared_case const& on, std::uint32_t block, accounts& of) const;
  // Where what the case expects is not met.
  [[nodiscard]] std::optional<source::span> missed(relevant_case const& one, accounts& of) const;
  [[nodiscard]] std::optional<mutant_outcome> killed_by(relevant_case const& one,
                                                        evaluate::compiled const& rules) const;
  // How much of a place the case has shown.
  [[nodiscard]] std::size_t seen_at(std::uint32_t index, source::span where) const;
  [[nodiscard]] std::vector<relevant_case*> in_order(source::span where);

  check::program const& program_;
  source::files const& files_;
  slice part_;
  std::vector<prepared_case> const& cases_;
  std::span<reach const> reaches_;
  mutation_options const& how_;
  std::unique_ptr<check::program> as_it_is_;  // the slice
  evaluate::compiled rules_;
  killer_search search_;
  std::vector<relevant_case> relevant_;
};

}  // namespace casus::suite
