// Spellings of Latin-1 packed into machine words.
#ifndef SKILLMINER_SPELLINGS_H
#define SKILLMINER_SPELLINGS_H

#include "lanes.h"

/// Longest spelling that is packed.
#define SM_PACKED 16

/// Hash of a packed spelling.
static inline uint32_t sm_hash(uint64_t low, uint64_t high) {
  uint64_t hash = low ^ high * 0x9E3779B97F4A7C15u;
  hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u;
  return (uint32_t)(hash >> 32);
}

static const uint8_t sm_endings[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

/// Up to sixteen units as bytes, padded with zeros.
typedef struct {
  uint64_t low;
  uint64_t high;
  /// Whether all are Latin-1; else the bytes mean nothing.
  int32_t is_latin;
} sm_packed;

/// Packs up to sixteen units, behind the first of which so many are `readable`.
static inline sm_packed sm_pack(const uint16_t *units, int32_t length, int64_t readable) {
  uint16_t copy[SM_PACKED] = {0};
  if (readable < SM_PACKED) {
    memcpy(copy, units, (uint64_t)length * 2);
    units = copy;
  }
  sm_units16 wide;
  memcpy(&wide, units, sizeof wide);
  sm_units16 big = (sm_units16)((wide & 0xFF00) != 0);
  sm_sixteen mask;
  memcpy(&mask, sm_endings + (SM_PACKED - length), sizeof mask);
  sm_sixteen narrow = __builtin_convertvector(wide & 0xFF, sm_sixteen) & mask;
  sm_sixteen foreign = __builtin_convertvector(big & 0xFF, sm_sixteen) & mask;
  uint64_t halves[2], wides[2];
  memcpy(halves, &narrow, sizeof narrow);
  memcpy(wides, &foreign, sizeof foreign);
  sm_packed packed = {halves[0], halves[1], (wides[0] | wides[1]) == 0};
  return packed;
}

#endif
