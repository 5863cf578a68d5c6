// For std::visit with one lambda an alternative.
#pragma once

namespace casus::source {

template <class... Fs>
struct overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
overloaded(Fs...) -> overloaded<Fs...>;

}  // namespace casus::source
