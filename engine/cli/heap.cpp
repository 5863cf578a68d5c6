#include "heap.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <cstdint>
#include <cstdlib>

namespace casus::cli {

void use_large_pages() {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
  constexpr std::size_t size = std::size_t{8} << 20U;  // bytes: twice what the check of a case takes
  constexpr std::uintptr_t page = 4096;
  // So much at once comes from the heap, not from a mapping of its own, and stays there when it is given back.
  mallopt(M_MMAP_THRESHOLD, int{4 * size});
  mallopt(M_TRIM_THRESHOLD, int{4 * size});
  void* const block = std::malloc(size);
  auto const first = (reinterpret_cast<std::uintptr_t>(block) + page - 1) / page * page;
  // A system that has no large pages goes on with small ones.
  if (block != nullptr) static_cast<void>(madvise(reinterpret_cast<void*>(first), size - page, MADV_HUGEPAGE));
  std::free(block);
#endif
}

}  // namespace casus::cli
