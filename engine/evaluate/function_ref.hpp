// A reference to something callable, for the length of a call: what std::function is without owning or allocating.
#pragma once
#include <memory>
#include <type_traits>

namespace casus::evaluate {

template <class Signature>
class function_ref;

template <class R, class... Arguments>
class function_ref<R(Arguments...)> {
 public:
  template <class F>
  requires(!std::is_same_v<std::remove_cvref_t<F>, function_ref>)
      function_ref(F&& f)  // implicit, so that a lambda can stand where one is asked for
      : object_(const_cast<void*>(static_cast<void const*>(std::addressof(f)))),
        call_([](void* object, Arguments... arguments) -> R {
          return (*static_cast<std::remove_reference_t<F>*>(object))(arguments...);
        }) {}
  R operator()(Arguments... arguments) const { return call_(object_, arguments...); }

 private:
  void* object_;
  R (*call_)(void*, Arguments...);
};

}  // namespace casus::evaluate
