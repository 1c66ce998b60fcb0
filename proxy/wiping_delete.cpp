// Wipes all memory as it is given back: passwords pass through strings of libraries that know no
// Secret, and without this dozens of copies of one stay readable (measured: 26 to 36).
#include <malloc.h>
#include <string.h>

#include <cstdlib>
#include <new>

// The sanitizers bring their own operators, which must not be replaced.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define BUSY24_KEEPS_OWN_DELETE 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define BUSY24_KEEPS_OWN_DELETE 1
#endif
#endif

#ifndef BUSY24_KEEPS_OWN_DELETE

void operator delete(void* memory) noexcept {
    if (!memory) return;
    explicit_bzero(memory, malloc_usable_size(memory));
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { operator delete(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    operator delete(memory);
}

#endif
