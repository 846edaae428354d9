// UTF-8 to UTF-16.
#ifndef SKILLMINER_UTF16_H
#define SKILLMINER_UTF16_H

#include "lanes.h"

/// Writes one character.
static inline void sm_utf16_one(const uint8_t *bytes, uint16_t *units, sm_progress *at) {
  bytes += at->from;
  units += at->to;
  uint32_t first = bytes[0];
  if (first < 0x80) {
    units[0] = (uint16_t)first;
    at->from += 1;
  } else if (first < 0xE0) {
    units[0] = (uint16_t)((first & 0x1F) << 6 | (bytes[1] & 0x3F));
    at->from += 2;
  } else if (first < 0xF0) {
    units[0] = (uint16_t)((first & 0xF) << 12 | (bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F));
    at->from += 3;
  } else {
    uint32_t scalar = ((first & 7) << 18 | (uint32_t)(bytes[1] & 0x3F) << 12 | (uint32_t)(bytes[2] & 0x3F) << 6
                       | (bytes[3] & 0x3F)) - 0x10000;
    units[0] = (uint16_t)(0xD800 | scalar >> 10);
    units[1] = (uint16_t)(0xDC00 | (scalar & 0x3FF));
    at->from += 4;
    at->to += 1;
  }
  at->to += 1;
}

#ifdef SM_HAS_WIDE
/// Goes on as long as 64 bytes can be read.
///
/// Letters of Latin-1 are two bytes that begin with C2 or C3: the first is dropped, the second is 0x40 more behind C3.
/// What is longer ends a block and is written alone.
SM_WIDE static void sm_utf16_wide(const uint8_t *bytes, int64_t length, uint16_t *units, sm_progress *progress) {
  const __m512i pair = _mm512_set1_epi8((char)0xFE), lead = _mm512_set1_epi8((char)0xC2);
  const __m512i last = _mm512_set1_epi8((char)0xC3), more = _mm512_set1_epi8(0x40);
  sm_progress at = *progress;
  while (at.from + 64 <= length) {
    __m512i block = _mm512_loadu_si512(bytes + at.from);
    uint64_t wide = _mm512_movepi8_mask(block), end = 64, kept = ~0ull, others = 0;
    if (wide) {
      uint64_t leads = _mm512_cmpeq_epi8_mask(_mm512_and_si512(block, pair), lead);
      others = wide & ~(leads | leads << 1);
      kept = ~leads;
      // By a branch, so that the next block is begun before this is known.
      if (others | leads >> 63) {
        end = others ? (uint64_t)__builtin_ctzll(others) : 63;
        kept &= (1ull << end) - 1;
      }
      uint64_t raised = _mm512_cmpeq_epi8_mask(block, last) << 1;
      block = _mm512_maskz_compress_epi8(kept, _mm512_mask_add_epi8(block, raised, block, more));
    }
    // What is behind the last one kept is written again; a unit comes of a byte at least, so there is room.
    _mm512_storeu_si512(units + at.to, _mm512_cvtepu8_epi16(_mm512_castsi512_si256(block)));
    _mm512_storeu_si512(units + at.to + 32, _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64(block, 1)));
    at.from += (int64_t)end;
    at.to += __builtin_popcountll(kept);
    if (others) sm_utf16_one(bytes, units, &at);
  }
  *progress = at;
}
#endif

/// Goes on to the end, up to sixteen bytes and a character of two at a time.
static inline void sm_utf16_rest(const uint8_t *bytes, int64_t length, uint16_t *units, sm_progress *progress) {
  sm_progress at = *progress;
  while (at.from + 18 <= length) {
    sm_sixteen block;
    memcpy(&block, bytes + at.from, sizeof block);
    sm_units16 all = __builtin_convertvector(block, sm_units16);
    // What is behind the first wide byte is written again; a unit comes of a byte at least, so there is room.
    memcpy(units + at.to, &all, sizeof all);
    int64_t narrow = __builtin_ctz(sm_bits((sm_sixteen)(block >= 0x80)) | 0x10000);
    at.from += narrow;
    at.to += narrow;
    // Whether a character of two bytes stands there is a number, not a branch: nobody foresees where accents are.
    uint32_t first = bytes[at.from], second = bytes[at.from + 1];
    int64_t is_two = (first & 0xE0) == 0xC0;
    units[at.to] = (uint16_t)((first & 0x1F) << 6 | (second & 0x3F));
    at.from += is_two << 1;
    at.to += is_two;
    if (__builtin_expect(first >= 0xE0, 0)) sm_utf16_one(bytes, units, &at);
  }
  while (at.from < length) sm_utf16_one(bytes, units, &at);
  *progress = at;
}

/// Writes well-formed UTF-8 as UTF-16; returns the number of units, `length` at most, for which there must be room.
static inline int64_t sm_utf16(const uint8_t *bytes, int64_t length, uint16_t *units) {
  sm_progress at = {0, 0};
#ifdef SM_HAS_WIDE
  if (length >= 64 && sm_is_wide()) sm_utf16_wide(bytes, length, units, &at);
#endif
  sm_utf16_rest(bytes, length, units, &at);
  return at.to;
}

#endif
