// Eight and sixteen UTF-16 units at a time, in the vectors that compilers have for every processor, and a hint to the
// memory. No ICU here: this is for the loops of the folder that uses ICU, and Swift's own vectors do not compile to it.
#ifndef SKILLMINER_UNITS_H
#define SKILLMINER_UNITS_H

#include <stdint.h>
#include <string.h>

typedef uint16_t sm_units __attribute__((vector_size(16)));
typedef uint8_t sm_bytes __attribute__((vector_size(8)));

/// How many of eight units, from the first on, are letters of ASCII or of the Latin-1 Supplement.
static inline int32_t sm_letters(const uint16_t *units) {
  sm_units eight;
  memcpy(&eight, units, sizeof eight);
  sm_units small = (eight | 0x20) - 0x61;
  sm_units latin = eight - 0xC0;
  sm_bytes is_letter = __builtin_convertvector(
      (small < 26) | ((latin < 64) & (eight != 0xD7) & (eight != 0xF7)), sm_bytes);
  uint64_t bits;
  memcpy(&bits, &is_letter, sizeof bits);
  return bits == UINT64_MAX ? 8 : __builtin_ctzll(~bits) >> 3;
}

/// Up to sixteen units as bytes, padded with zeros.
typedef struct {
  uint64_t low;
  uint64_t high;
  /// Whether all are Latin-1; else the bytes mean nothing.
  int32_t is_latin;
} sm_packed;

/// Packs the first units of sixteen, all of which must be readable.
static inline sm_packed sm_pack(const uint16_t *units, int32_t length) {
  sm_units lanes = {0, 1, 2, 3, 4, 5, 6, 7};
  sm_units first, second;
  memcpy(&first, units, sizeof first);
  memcpy(&second, units + 8, sizeof second);
  first &= (sm_units)(lanes < (uint16_t)length);
  second &= (sm_units)(lanes + 8 < (uint16_t)length);
  sm_bytes low = __builtin_convertvector(first, sm_bytes);
  sm_bytes high = __builtin_convertvector(second, sm_bytes);
  uint64_t wide[2];
  sm_units both = (first | second) & 0xFF00;
  memcpy(wide, &both, sizeof wide);
  sm_packed packed = {0, 0, (wide[0] | wide[1]) == 0};
  memcpy(&packed.low, &low, sizeof packed.low);
  memcpy(&packed.high, &high, sizeof packed.high);
  return packed;
}

/// Asks the processor to fetch memory that will be read soon: no effect but on time.
static inline void sm_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
