// Vectors that compilers have for every processor, and what processors with AVX-512 (VBMI2) have beside; which one it is is
// asked while the program runs. Swift's own vectors do not compile to it. Defining SM_PORTABLE leaves AVX-512 out.
#ifndef SKILLMINER_LANES_H
#define SKILLMINER_LANES_H

#include <stdint.h>
#include <string.h>

typedef uint8_t sm_sixteen __attribute__((vector_size(16)));
typedef uint16_t sm_units8 __attribute__((vector_size(16)));
typedef uint16_t sm_units16 __attribute__((vector_size(32)));

/// Asks the processor to fetch memory that will be read soon: no effect but on time.
static inline void sm_prefetch(const void *address) { __builtin_prefetch(address); }

static inline uint64_t sm_load(const void *address) {
  uint64_t word;
  memcpy(&word, address, sizeof word);
  return word;
}

/// Where a loop stands that several go on with: what it has read, and written.
typedef struct {
  int64_t from;
  int64_t to;
} sm_progress;

/// A bit for each of sixteen lanes that are all ones or all zeros.
static inline uint32_t sm_bits(sm_sixteen lanes) {
#if defined(__SSE2__)
  typedef char sm_chars __attribute__((vector_size(16)));
  return (uint32_t)__builtin_ia32_pmovmskb128((sm_chars)lanes);
#else
  uint64_t halves[2];
  memcpy(halves, &lanes, sizeof halves);
  const uint64_t ones = 0x0101010101010101, gather = 0x0102040810204080;
  return (uint32_t)((halves[0] & ones) * gather >> 56 | (halves[1] & ones) * gather >> 56 << 8);
#endif
}

// MARK: - AVX-512

#if defined(__x86_64__) && !defined(SM_PORTABLE)
#define SM_HAS_WIDE 1
#include <immintrin.h>

/// What the functions with sixty-four lanes are compiled for.
#define SM_WIDE __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))

/// Whether the processor has that.
static inline int32_t sm_is_wide(void) {
  return __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
      && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi2");
}
#endif

#endif
