// Looks for bytes of some kinds, and counts the characters of UTF-8.
#ifndef SKILLMINER_BYTES_H
#define SKILLMINER_BYTES_H

#include "lanes.h"

#ifdef SM_HAS_WIDE
/// Goes on as long as 64 bytes can be read and none is marked.
SM_WIDE static int64_t sm_marked_wide(const uint8_t *bytes, int64_t length, const uint8_t *marks, int64_t from) {
  const __m512i first = _mm512_loadu_si512(marks), second = _mm512_loadu_si512(marks + 64);
  const __m512i third = _mm512_loadu_si512(marks + 128), fourth = _mm512_loadu_si512(marks + 192);
  for (; from + 64 <= length; from += 64) {
    __m512i block = _mm512_loadu_si512(bytes + from);
    __m512i mark = _mm512_mask_mov_epi8(
        _mm512_permutex2var_epi8(first, block, second), _mm512_movepi8_mask(block),
        _mm512_permutex2var_epi8(third, block, fourth));
    uint64_t found = _mm512_test_epi8_mask(mark, mark);
    if (found) return from + __builtin_ctzll(found);
  }
  return from;
}

/// Goes on as long as 64 bytes can be read and the place is behind them.
SM_WIDE static void sm_scalars_wide(const uint8_t *bytes, int64_t length, int64_t *from, int64_t *left) {
  // Bytes 80 to BF go on with a character.
  const __m512i going_on = _mm512_set1_epi8((char)0xC0);
  while (*left > 0 && *from + 64 <= length) {
    uint64_t starts = _mm512_cmpge_epi8_mask(_mm512_loadu_si512(bytes + *from), going_on);
    int64_t count = __builtin_popcountll(starts);
    if (count > *left) {
      *from += __builtin_ctzll(_pdep_u64(1ull << *left, starts));
      *left = 0;
      return;
    }
    *left -= count;
    *from += 64;
  }
}
#endif

/// The first place from `from` on whose byte has a mark in a table of 256; `length` when there is none.
static inline int64_t sm_marked(const uint8_t *bytes, int64_t length, const uint8_t *marks, int64_t from) {
#ifdef SM_HAS_WIDE
  if (from + 64 <= length && sm_is_wide()) from = sm_marked_wide(bytes, length, marks, from);
#endif
  for (; from + 4 <= length; from += 4)
    if (marks[bytes[from]] | marks[bytes[from + 1]] | marks[bytes[from + 2]] | marks[bytes[from + 3]]) break;
  while (from < length && !marks[bytes[from]]) from++;
  return from;
}

/// The place some characters behind another one, at which one begins, in well-formed UTF-8; `length` at most.
static inline int64_t sm_scalars(const uint8_t *bytes, int64_t length, int64_t from, int64_t left) {
#ifdef SM_HAS_WIDE
  if (from + 64 <= length && sm_is_wide()) sm_scalars_wide(bytes, length, &from, &left);
#endif
  // Eight bytes hold eight characters less the bytes that go on with one.
  while (left >= 8 && from + 8 <= length) {
    uint64_t word = sm_load(bytes + from), on = word >> 7 & ~(word >> 6) & 0x0101010101010101;
    left -= 8 - (int64_t)(on * 0x0101010101010101 >> 56);
    from += 8;
  }
  // A character may have been cut: its bytes belong to the one before.
  while (from < length && (bytes[from] & 0xC0) == 0x80) from++;
  for (; left > 0 && from < length; left--) {
    from++;
    while (from < length && (bytes[from] & 0xC0) == 0x80) from++;
  }
  return from;
}

#endif
