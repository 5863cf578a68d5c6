// A world whose facts change in a few places again and again. What these cannot touch is worked out once; the rest is
// forgotten before each question, and each answer says which of the varied facts were looked at.
#pragma once
#include "engine/evaluate/establishing.hpp"

namespace casus::evaluate {

struct varied_place {
  enum class kind : std::uint8_t { event, field, tuple, reading };
  kind of = kind::event;
  std::uint32_t subject = 0;              // event, relation, interpretation
  std::uint32_t field = 0;                // of an event
  std::vector<std::uint32_t> statements;  // all that are about the tuple
};

inline constexpr std::size_t most_varied = 64;

class changing_world {
 public:
  changing_world(compiled const& rules, facts::base facts, options const& how, std::vector<varied_place> places);
  changing_world(changing_world&&) noexcept;
  ~changing_world();

  // To be changed in the places only: whether an event happened and when, the fields, the statements about the tuples.
  [[nodiscard]] facts::base& facts();
  void read(check::interpretation_index point, std::optional<std::uint32_t> value);

  struct answer {
    std::vector<provision_account> versions;  // of an article
    // By version, then by instance.
    std::vector<std::vector<std::vector<established_fact>>> established;
    std::vector<question_instance> instances;
    question_status status{};
    std::uint64_t looked_at = 0;  // the places, by bit
  };
  [[nodiscard]] answer article(check::article_index article, source::date date);
  [[nodiscard]] answer question(check::question_index question, source::date date);
  // Whether some place can touch it at all.
  [[nodiscard]] bool is_touched(check::article_index article) const;

 private:
  struct implementation;
  std::unique_ptr<implementation> inside_;
};

}  // namespace casus::evaluate
