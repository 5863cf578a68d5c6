// What is said below an instance: the requirements that fail or are open, by whom it is displaced, and, where it is
// undetermined, which facts would settle it.
#pragma once
#include "engine/explain/absence.hpp"
#include "engine/explain/supposed_worlds.hpp"
#include "engine/report/build_sheet.hpp"
#include "engine/report/names.hpp"

namespace casus::report {

// What the instances of an account have in common that are looked at one after another: the worlds in which something
// is supposed, and what was said last, since one is often settled as the one before it is.
struct settled_before {
  explain::supposed_worlds worlds;
  std::optional<explain::settlement> last = {};
  std::vector<remark> said = {};
};

enum class settling { worked_out, left_out };  // working out what would settle an instance takes time
[[nodiscard]] std::vector<remark> remarks_on(subject const& about, names const& named, check::provision_index provision,
                                             evaluate::instance const& one, settling how,
                                             settled_before* before = nullptr);

// Whether it is open what has become of a norm that follows for certain; and on what that hangs.
[[nodiscard]] bool is_open(evaluate::norm const& norm);
[[nodiscard]] std::vector<remark> remarks_on_state(subject const& about, names const& named, evaluate::norm const& norm,
                                                   settling how);

// Why a provision does not apply to anything that has the values given, or that it is not in force.
[[nodiscard]] std::vector<remark> remarks_on_absence(subject const& about, names const& named,
                                                     check::provision_index provision,
                                                     std::vector<evaluate::world::given> const& values = {});

// The pieces of that: "there is no request by 15 October 2020", and a failed
// condition with the places that make it so.
[[nodiscard]] std::string nothing_words(subject const& about, names const& named, check::provision_index provision,
                                        std::uint32_t variable);
struct failed_words {
  std::string words;
  std::string wanted;  // what would have to be so
};
[[nodiscard]] failed_words words_of(subject const& about, names const& named, explain::absence const& in,
                                    explain::failed_condition const& failed);

}  // namespace casus::report
