// Loops over UTF-16 units in the vectors that compilers have for every processor: words of plain letters, spellings packed
// into machine words, UTF-8 to UTF-16. No ICU here: this is for the folder that uses ICU; Swift's own vectors do not
// compile to it.
#ifndef SKILLMINER_UNITS_H
#define SKILLMINER_UNITS_H

#include <stdint.h>
#include <string.h>

typedef uint8_t sm_sixteen __attribute__((vector_size(16)));
typedef uint8_t sm_eight __attribute__((vector_size(8)));
typedef uint16_t sm_units8 __attribute__((vector_size(16)));
typedef uint16_t sm_units16 __attribute__((vector_size(32)));

/// Asks the processor to fetch memory that will be read soon: no effect but on time.
static inline void sm_prefetch(const void *address) { __builtin_prefetch(address); }

static inline uint64_t sm_load(const void *address) {
  uint64_t word;
  memcpy(&word, address, sizeof word);
  return word;
}

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

// MARK: - Windows

#define SM_WINDOW 4096
/// Byte that stands for every unit of 0xFF or more, but for the apostrophe U+2019, and for what is behind the window.
#define SM_WIDE 0xFF
#define SM_APOSTROPHE 0x27
/// Longest spelling that is packed.
#define SM_PACKED 16

/// A stretch of text made ready: its units as bytes, and a bit for each plain letter or digit.
///
/// Plain are the letters of ASCII and of the Latin-1 Supplement but for ÿ, and the digits of ASCII.
typedef struct {
  /// First unit and end, in the text.
  int32_t start;
  int32_t end;
  /// SM_WINDOW bytes and 64 more.
  uint8_t *bytes;
  /// SM_WINDOW bits and 128 more.
  uint8_t *plain;
} sm_window;

static inline sm_sixteen sm_is_plain(sm_sixteen b) {
  return (sm_sixteen)((b | 0x20) - 'a' < 26) | (sm_sixteen)(b - '0' < 10)
      | ((sm_sixteen)(b - 0xC0 < 63) & (sm_sixteen)(b != 0xD7) & (sm_sixteen)(b != 0xF7));
}

static inline void sm_classify(const uint16_t *units, uint8_t *bytes, uint8_t *plain) {
  sm_units16 wide;
  memcpy(&wide, units, sizeof wide);
  sm_units16 quotes = (sm_units16)(wide == 0x2019);
  wide = (wide | (sm_units16)((wide & 0xFF00) != 0)) & ~(quotes & (0xFFFF ^ SM_APOSTROPHE));
  sm_sixteen narrow = __builtin_convertvector(wide & 0xFF, sm_sixteen);
  memcpy(bytes, &narrow, sizeof narrow);
  uint16_t bits = (uint16_t)sm_bits(sm_is_plain(narrow));
  plain[0] = (uint8_t)bits;
  plain[1] = (uint8_t)(bits >> 8);
}

/// Makes up to SM_WINDOW units ready from `start` on; reads none behind `length`.
static inline void sm_window_open(sm_window *window, const uint16_t *text, int32_t start, int32_t length) {
  int32_t count = length - start < SM_WINDOW ? length - start : SM_WINDOW;
  int32_t at = 0;
  for (; at + 16 <= count; at += 16) sm_classify(text + start + at, window->bytes + at, window->plain + at / 8);
  if (at < count) {
    uint16_t last[16];
    for (int32_t i = 0; i < 16; i++) last[i] = at + i < count ? text[start + at + i] : 0xFFFF;
    sm_classify(last, window->bytes + at, window->plain + at / 8);
    at += 16;
  }
  memset(window->bytes + at, SM_WIDE, 32);
  memset(window->plain + at / 8, 0, 16);
  window->start = start;
  window->end = start + count;
}

// MARK: - Words

// What stands between two boundaries.
#define SM_GAP 0
#define SM_PLAIN 1
#define SM_WORD 2
#define SM_ELIDED 3
/// Longest word that may be elided.
#define SM_HEAD 6

/// One segment; of a plain one also its spelling in bytes, padded with zeros, and the hash of that. A single space is no
/// item: it is where an item does not begin at the end of the one before it. Of an elided one (a word that may be elided,
/// an apostrophe, a plain word) spelling and hash are those of the plain word.
typedef struct {
  uint64_t low;
  uint64_t high;
  int32_t start;
  int32_t end;
  uint32_t hash;
  uint8_t kind;
  /// A space of its own stands before it.
  uint8_t spaced;
  /// Units before the apostrophe of an elided one.
  uint8_t head;
} sm_item;

/// Hash of a packed spelling.
static inline uint32_t sm_hash(uint64_t low, uint64_t high) {
  uint64_t hash = low ^ high * 0x9E3779B97F4A7C15u;
  hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u;
  return (uint32_t)(hash >> 32);
}

static const uint8_t sm_masks[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

/// What ICU does between two classes of bytes; class 15 is of what bytes do not tell.
typedef struct {
  /// Class of each byte.
  const uint8_t *classes;
  /// 1 where the first two of three classes are parted whatever stands before them, at `left << 8 | right << 4 | behind`.
  const uint8_t *ends;
  /// 0 parted, 1 joined, 2 as `contexts` say, 3 not known, at `left << 4 | right`.
  const uint8_t *pairs;
  /// A bit for each class behind that joins two, at `before << 8 | left << 4 | right`.
  const uint16_t *contexts;
  /// Words that may be elided: small letters of ASCII in one number each, the first in its lowest byte; 0 closes the list.
  const uint64_t *heads;
} sm_rules;

/// 0 when two neighbours, the first at `p`, are parted, 1 when they are joined, 3 when the bytes do not tell.
static inline uint32_t sm_joined(const sm_rules *rules, const uint8_t *bytes, uint32_t p) {
  uint32_t pair = (uint32_t)rules->classes[bytes[p]] << 4 | rules->classes[bytes[p + 1]];
  uint32_t joined = rules->pairs[pair];
  if (joined != 2) return joined;
  uint32_t before = p > 0 ? rules->classes[bytes[p - 1]] : 15, behind = rules->classes[bytes[p + 2]];
  if (before == 15 || behind == 15) return 3;
  return rules->contexts[before << 8 | pair] >> behind & 1;
}

/// Writes the spelling of a plain word of at most SM_PACKED units and its hash.
static inline void sm_spell(sm_item *item, const uint8_t *bytes, uint32_t length) {
  sm_sixteen spelling, mask;
  memcpy(&spelling, bytes, sizeof spelling);
  memcpy(&mask, sm_masks + (SM_PACKED - length), sizeof mask);
  spelling &= mask;
  uint64_t halves[2];
  memcpy(halves, &spelling, sizeof spelling);
  item->low = halves[0];
  item->high = halves[1];
  item->hash = sm_hash(item->low, item->high);
}

/// The class of a byte, of the one behind it and of the one behind that, as `ends` takes them.
static inline uint32_t sm_three(const sm_rules *rules, const uint8_t *bytes) {
  return (uint32_t)rules->classes[bytes[0]] << 8 | (uint32_t)rules->classes[bytes[1]] << 4 | rules->classes[bytes[2]];
}

/// Number of plain units from a place of the window on, 57 at most.
static inline uint32_t sm_run(const sm_window *window, uint32_t p) {
  uint64_t run = sm_load(window->plain + (p >> 3)) >> (p & 7);
  return (uint32_t)__builtin_ctzll(~run | 1ull << 57);
}

/// Length of the plain word behind the apostrophe at `to`, when what stands from `p` to there may be elided before it and
/// the bytes tell where it ends; else 0.
static inline uint32_t sm_elided(const sm_window *window, const sm_rules *rules, uint32_t p, uint32_t to) {
  const uint8_t *bytes = window->bytes;
  uint32_t length = sm_run(window, to + 1);
  if (length == 0 || length > SM_PACKED || !rules->ends[sm_three(rules, bytes + to + length)]) return 0;
  uint64_t spelling = (sm_load(bytes + p) | 0x2020202020202020) & ((1ull << 8 * (to - p)) - 1);
  const uint64_t *head = rules->heads;
  while (*head != spelling)
    if (*head++ == 0) return 0;
  return sm_joined(rules, bytes, to - 1) == 1 && sm_joined(rules, bytes, to) == 1 ? length : 0;
}

/// Appends words, spaces and signs from a boundary on, as long as their bytes tell where they are parted; returns where
/// they do not, or where `limit` items were reached.
static inline int32_t sm_scan(
    const sm_window *window, const sm_rules *rules, int32_t from, uint8_t *spaced, sm_item *items, int64_t *count,
    int64_t limit) {
  const uint8_t *bytes = window->bytes, *plain = window->plain;
  const uint8_t *classes = rules->classes;
  const int32_t base = window->start;
  int64_t n = *count;
  uint32_t space = *spaced;
  uint32_t p = (uint32_t)(from - base);
  while (n < limit) {
    uint64_t run = sm_load(plain + (p >> 3)) >> (p & 7);
    sm_item *item = items + n;
    uint32_t to;
    if (run & 1) {
      uint32_t length = (uint32_t)__builtin_ctzll(~run | 1ull << 57), behind;
      to = p + length;
      if (__builtin_expect(length <= SM_PACKED && rules->ends[sm_three(rules, bytes + to - 1)], 1)) {
        sm_spell(item, bytes + p, length);
        item->kind = SM_PLAIN;
      } else if (length <= SM_HEAD && bytes[to] == SM_APOSTROPHE && (behind = sm_elided(window, rules, p, to)) > 0) {
        sm_spell(item, bytes + to + 1, behind);
        item->kind = SM_ELIDED;
        item->head = (uint8_t)length;
        to += 1 + behind;
      } else {
        // A long word, or marks inside it.
        uint32_t joined;
        while ((joined = sm_joined(rules, bytes, to - 1)) == 1) to++;
        if (joined != 0) break;
        item->hash = 0;
        item->kind = SM_WORD;
      }
    } else {
      to = p + 1;
      if (sm_joined(rules, bytes, p) != 0) break;
      if (bytes[p] == 0x20) {
        space = 1;
        p = to;
        continue;
      }
      // Whether a sign alone may be a word is not for bytes to tell.
      if (classes[bytes[p]] == 15) break;
      item->hash = 0;
      item->kind = SM_GAP;
    }
    item->start = base + (int32_t)p;
    item->end = base + (int32_t)to;
    item->spaced = (uint8_t)space;
    n++;
    // The space that nearly always follows, without a turn of its own; by a branch, so that the next word is begun before
    // this is known.
    space = 0;
    p = to;
    if (__builtin_expect(bytes[to] == 0x20, 1)
        && __builtin_expect(rules->pairs[(uint32_t)classes[0x20] << 4 | classes[bytes[to + 1]]] == 0, 1)) {
      p = to + 1;
      // Keeps the compiler from making the branch an addition.
      __asm__ volatile("" : "+r"(p));
      space = 1;
    }
  }
  *count = n;
  *spaced = (uint8_t)space;
  return base + (int32_t)p;
}

// MARK: - Spellings

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
  memcpy(&mask, sm_masks + (SM_PACKED - length), sizeof mask);
  sm_sixteen narrow = __builtin_convertvector(wide & 0xFF, sm_sixteen) & mask;
  sm_sixteen foreign = __builtin_convertvector(big & 0xFF, sm_sixteen) & mask;
  uint64_t halves[2], wides[2];
  memcpy(halves, &narrow, sizeof narrow);
  memcpy(wides, &foreign, sizeof foreign);
  sm_packed packed = {halves[0], halves[1], (wides[0] | wides[1]) == 0};
  return packed;
}

// MARK: - UTF-8

/// Writes well-formed UTF-8 as UTF-16; returns the number of units, `length` at most, for which there must be room.
static inline int64_t sm_utf16(const uint8_t *bytes, int64_t length, uint16_t *units) {
  int64_t from = 0, to = 0;
  while (from < length) {
    if (from + 16 <= length) {
      sm_sixteen block;
      memcpy(&block, bytes + from, sizeof block);
      uint32_t wide = sm_bits((sm_sixteen)(block >= 0x80));
      // What is behind the first wide byte is written again.
      sm_units16 all = __builtin_convertvector(block, sm_units16);
      // A unit comes of a byte at least, so that these sixteen have room.
      memcpy(units + to, &all, sizeof all);
      int64_t narrow = wide ? __builtin_ctz(wide) : 16;
      from += narrow;
      to += narrow;
      if (!wide) continue;
    }
    uint32_t first = bytes[from];
    if (first < 0x80) {
      units[to++] = (uint16_t)first;
      from += 1;
    } else if (first < 0xE0) {
      units[to++] = (uint16_t)((first & 0x1F) << 6 | (bytes[from + 1] & 0x3F));
      from += 2;
    } else if (first < 0xF0) {
      units[to++] = (uint16_t)((first & 0xF) << 12 | (bytes[from + 1] & 0x3F) << 6 | (bytes[from + 2] & 0x3F));
      from += 3;
    } else {
      uint32_t scalar = ((first & 7) << 18 | (uint32_t)(bytes[from + 1] & 0x3F) << 12
                         | (uint32_t)(bytes[from + 2] & 0x3F) << 6 | (bytes[from + 3] & 0x3F)) - 0x10000;
      units[to++] = (uint16_t)(0xD800 | scalar >> 10);
      units[to++] = (uint16_t)(0xDC00 | (scalar & 0x3FF));
      from += 4;
    }
  }
  return to;
}

#endif
