// Memory for what one world works out and keeps: blocks cut one after the other from a few large pieces, which go
// together when the world does. A block that is given back before is handed out again where one of its size is asked
// for, so that a world that forgets and finds anew takes no more for it. For one thread, as a world is.
#pragma once
#include <array>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace casus::evaluate {

class pool {
 public:
  pool() = default;
  pool(pool const&) = delete;
  pool& operator=(pool const&) = delete;
  ~pool() = default;

  [[nodiscard]] void* take(std::size_t bytes) {
    if (bytes > largest) return std::allocator<std::byte>{}.allocate(bytes);
    auto& free = free_[(bytes + unit - 1) / unit];
    if (free == nullptr) return cut((bytes + unit - 1) / unit * unit);
    return std::exchange(free, free->next);
  }
  void give_back(void* block, std::size_t bytes) {
    if (bytes > largest) return std::allocator<std::byte>{}.deallocate(static_cast<std::byte*>(block), bytes);
    auto& free = free_[(bytes + unit - 1) / unit];
    free = new (block) freed{free};
  }

 private:
  static constexpr std::size_t unit = alignof(std::max_align_t);
  static constexpr std::size_t largest = 1024;  // the heap deals with fewer and larger ones well enough
  static constexpr std::size_t first_piece = 12 * 1024, further_piece = 32 * 1024;
  struct freed {
    freed* next;
  };
  [[nodiscard]] void* cut(std::size_t bytes) {
    if (bytes > static_cast<std::size_t>(end_ - at_)) {
      more_.emplace_back(new std::byte[further_piece]);  // as it is: nobody reads it before writing
      at_ = more_.back().get();
      end_ = at_ + further_piece;
    }
    return std::exchange(at_, at_ + bytes);
  }

  std::array<freed*, largest / unit + 1> free_{};           // by size, in units
  alignas(unit) std::array<std::byte, first_piece> first_;  // enough for a small world
  std::vector<std::unique_ptr<std::byte[]>> more_;
  std::byte* at_ = first_.data();
  std::byte* end_ = at_ + first_piece;
};

// What the standard's containers ask of one who gives them memory.
template <class T>
class pool_allocator {
 public:
  using value_type = T;
  using propagate_on_container_move_assignment = std::true_type;
  using propagate_on_container_swap = std::true_type;
  pool_allocator(pool& from) : from_(&from) {}  // implicit, so that the pool can stand where an allocator is asked for
  template <class U>
  pool_allocator(pool_allocator<U> const& other) : from_(other.from()) {}
  [[nodiscard]] T* allocate(std::size_t count) { return static_cast<T*>(from_->take(count * sizeof(T))); }
  void deallocate(T* block, std::size_t count) { from_->give_back(block, count * sizeof(T)); }
  [[nodiscard]] pool* from() const { return from_; }
  friend bool operator==(pool_allocator const& a, pool_allocator const& b) { return a.from_ == b.from_; }
  friend bool operator!=(pool_allocator const& a, pool_allocator const& b) { return a.from_ != b.from_; }

 private:
  pool* from_;
};

template <class T>
using pooled_vector = std::vector<T, pool_allocator<T>>;

struct pool_deleter {
  pool* from = nullptr;
  template <class T>
  void operator()(T* what) const {
    what->~T();
    from->give_back(what, sizeof(T));
  }
};

// One thing that stays where it is.
template <class T>
using pooled = std::unique_ptr<T, pool_deleter>;

template <class T, class... Arguments>
[[nodiscard]] pooled<T> make_pooled(pool& from, Arguments&&... arguments) {
  return {new (from.take(sizeof(T))) T(std::forward<Arguments>(arguments)...), pool_deleter{&from}};
}

}  // namespace casus::evaluate
