// Stretches of UTF-16 text made ready for `sm_scan`: units as bytes, and bits that say what they are.
#ifndef SKILLMINER_WINDOWS_H
#define SKILLMINER_WINDOWS_H

#include "lanes.h"

#define SM_WINDOW 4096
/// Byte that stands for every unit of 0xFF or more, but for the apostrophe U+2019, and for what is behind the window.
#define SM_OTHER 0xFF
#define SM_APOSTROPHE 0x27

// What a byte is to those beside it.
/// A letter or digit: those of ASCII, and the letters of the Latin-1 Supplement but for ÿ.
#define SM_KIND_PLAIN 1
#define SM_KIND_SPACE 2
/// Joined to what is beside it only between two plain ones.
#define SM_KIND_MIDDLE 4
/// Whether it is joined is not for bytes to tell; nor of those beside it.
#define SM_KIND_HARD 8

/// A stretch of text made ready.
typedef struct {
  /// First unit and end, in the text.
  int32_t start;
  int32_t end;
  /// SM_WINDOW bytes and 64 more.
  uint8_t *bytes;
  /// A bit for each plain unit; SM_WINDOW bits and 128 more.
  uint8_t *plain;
  /// A bit for each unit that is not plain and surely parted from both its neighbours; as many.
  uint8_t *alone;
} sm_window;

/// What sixty-four units in a row are, a bit each, the first unit's lowest.
typedef struct {
  uint64_t plain;
  uint64_t spaces;
  uint64_t middles;
  uint64_t hard;
} sm_masks;

static inline sm_sixteen sm_is_plain(sm_sixteen b) {
  return (sm_sixteen)((b | 0x20) - 'a' < 26) | (sm_sixteen)(b - '0' < 10)
      | ((sm_sixteen)(b - 0xC0 < 63) & (sm_sixteen)(b != 0xD7) & (sm_sixteen)(b != 0xF7));
}

/// Whether a byte is a plain letter or digit.
static inline int32_t sm_plain(uint8_t byte) {
  sm_sixteen all;
  memset(&all, byte, sizeof all);
  return (int32_t)(sm_bits(sm_is_plain(all)) & 1);
}

/// Writes sixty-four units as bytes and says what they are by their `kinds`.
static inline sm_masks sm_look(const uint16_t *units, const uint8_t *kinds, uint8_t *bytes) {
  sm_masks masks = {0, 0, 0, 0};
  for (int32_t at = 0; at < 64; at += 16) {
    sm_units16 wide;
    memcpy(&wide, units + at, sizeof wide);
    sm_units16 quotes = (sm_units16)(wide == 0x2019);
    wide = (wide | (sm_units16)((wide & 0xFF00) != 0)) & ~(quotes & (0xFFFF ^ SM_APOSTROPHE));
    sm_sixteen narrow = __builtin_convertvector(wide & 0xFF, sm_sixteen);
    memcpy(bytes + at, &narrow, sizeof narrow);
    masks.plain |= (uint64_t)sm_bits(sm_is_plain(narrow)) << at;
    masks.spaces |= (uint64_t)sm_bits((sm_sixteen)(narrow == 0x20)) << at;
  }
  // The others are few.
  for (uint64_t others = ~(masks.plain | masks.spaces); others; others &= others - 1) {
    uint64_t kind = kinds[bytes[__builtin_ctzll(others)]], bit = others & -others;
    masks.middles |= kind & SM_KIND_MIDDLE ? bit : 0;
    masks.hard |= kind & SM_KIND_HARD ? bit : 0;
  }
  return masks;
}

/// Writes what is known of sixty-four units once those behind are known too.
static inline void sm_window_settle(
    sm_window *window, int32_t at, const sm_masks *before, const sm_masks *here, const sm_masks *behind) {
#define SM_BESIDE(mask, operator) \
  ((here->mask << 1 | before->mask >> 63) operator (here->mask >> 1 | behind->mask << 63))
  uint64_t signs = ~(here->plain | here->spaces | here->hard) & ~(here->middles & SM_BESIDE(plain, &));
  uint64_t alone = (signs | (here->spaces & ~SM_BESIDE(spaces, |))) & ~SM_BESIDE(hard, |);
#undef SM_BESIDE
  memcpy(window->plain + at / 8, &here->plain, 8);
  memcpy(window->alone + at / 8, &alone, 8);
}

/// The last units of a text, as many as there are, and others.
static inline void sm_window_last(const uint16_t *units, int32_t count, uint16_t *last) {
  memset(last, 0xFF, 128);
  memcpy(last, units, (uint64_t)count * 2);
}

/// A function that makes `count` units ready; nothing is known of what stands before and behind them.
#define SM_WINDOW_FILL(name, look) \
  static void name(sm_window *window, const uint8_t *kinds, const uint16_t *units, int32_t count) { \
    const sm_masks unknown = {0, 0, 0, ~0ull}; \
    sm_masks before = unknown, here = unknown; \
    uint16_t last[64]; \
    int32_t at = 0; \
    for (; at < count; at += 64) { \
      const uint16_t *from = units + at; \
      if (at + 64 > count) sm_window_last(from, count - at, last), from = last; \
      sm_masks behind = look(from, kinds, window->bytes + at); \
      if (at > 0) sm_window_settle(window, at - 64, &before, &here, &behind); \
      before = here; \
      here = behind; \
    } \
    if (at > 0) sm_window_settle(window, at - 64, &before, &here, &unknown); \
    memset(window->bytes + at, SM_OTHER, 64); \
    memset(window->plain + at / 8, 0, 16); \
    memset(window->alone + at / 8, 0, 16); \
  }

SM_WINDOW_FILL(sm_window_fill, sm_look)

#ifdef SM_HAS_WIDE
/// `sm_look` in one go; the kinds of all bytes are in four registers.
SM_WIDE static inline sm_masks sm_look_wide(const uint16_t *units, const uint8_t *kinds, uint8_t *bytes) {
  const __m512i quote = _mm512_set1_epi16(0x2019), apostrophe = _mm512_set1_epi16(SM_APOSTROPHE);
  __m512i low = _mm512_loadu_si512(units), high = _mm512_loadu_si512(units + 32);
  low = _mm512_mask_mov_epi16(low, _mm512_cmpeq_epi16_mask(low, quote), apostrophe);
  high = _mm512_mask_mov_epi16(high, _mm512_cmpeq_epi16_mask(high, quote), apostrophe);
  __m512i all = _mm512_inserti64x4(
      _mm512_castsi256_si512(_mm512_cvtusepi16_epi8(low)), _mm512_cvtusepi16_epi8(high), 1);
  _mm512_storeu_si512(bytes, all);
  __m512i small = _mm512_permutex2var_epi8(_mm512_loadu_si512(kinds), all, _mm512_loadu_si512(kinds + 64));
  __m512i kind = _mm512_mask_mov_epi8(
      small, _mm512_movepi8_mask(all),
      _mm512_permutex2var_epi8(_mm512_loadu_si512(kinds + 128), all, _mm512_loadu_si512(kinds + 192)));
  sm_masks masks = {
      _mm512_test_epi8_mask(kind, _mm512_set1_epi8(SM_KIND_PLAIN)),
      _mm512_test_epi8_mask(kind, _mm512_set1_epi8(SM_KIND_SPACE)),
      _mm512_test_epi8_mask(kind, _mm512_set1_epi8(SM_KIND_MIDDLE)),
      _mm512_test_epi8_mask(kind, _mm512_set1_epi8(SM_KIND_HARD))};
  return masks;
}

SM_WIDE SM_WINDOW_FILL(sm_window_fill_wide, sm_look_wide)
#endif

/// Makes up to SM_WINDOW units ready from `start` on; reads none behind `length`.
///
/// `kinds` has what each byte is; the plain ones must be those of `sm_is_plain`, and the space that of ASCII.
static inline void sm_window_open(
    sm_window *window, const uint8_t *kinds, const uint16_t *text, int32_t start, int32_t length) {
  int32_t count = length - start < SM_WINDOW ? length - start : SM_WINDOW;
  window->start = start;
  window->end = start + count;
#ifdef SM_HAS_WIDE
  if (sm_is_wide()) return sm_window_fill_wide(window, kinds, text + start, count);
#endif
  sm_window_fill(window, kinds, text + start, count);
}

#endif
