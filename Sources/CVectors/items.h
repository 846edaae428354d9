// Words, spaces and signs of a window.
#ifndef SKILLMINER_ITEMS_H
#define SKILLMINER_ITEMS_H

#include "spellings.h"
#include "windows.h"

// What stands between two boundaries.
/// Spaces, a sign, a symbol.
#define SM_GAP 0
/// A word of plain letters and digits, short enough to be packed; what stands before it may have a say in it.
#define SM_PLAIN 1
/// Any other word or number.
#define SM_WORD 2
/// A word that may be elided, an apostrophe and a plain word.
#define SM_ELIDED 3
/// A plain word in which nothing before it has a say.
#define SM_FREE 4
/// A sign that has no say in what stands before it; its spelling is its byte.
#define SM_SIGN 5
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
  // Four bytes that are written at once.
  uint8_t kind;
  /// A space of its own stands before it.
  uint8_t spaced;
  /// Units before the apostrophe of an elided one.
  uint8_t head;
  uint8_t unused;
} sm_item;

/// What a byte makes that is parted from both its neighbours.
typedef struct {
  /// Hash of its spelling.
  uint32_t hash;
  /// Kind of its item.
  uint16_t kind;
  /// Kind of a plain word that touches it from behind.
  uint16_t next;
} sm_sign;

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
  /// Kind of each byte to those beside it.
  const uint8_t *kinds;
  /// What each byte makes when it is parted from both its neighbours.
  const sm_sign *signs;
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

/// Writes the spelling of a plain word of at most SM_PACKED units; returns its hash.
static inline uint32_t sm_spell(sm_item *item, const uint8_t *bytes, uint32_t length) {
  sm_sixteen spelling, mask;
  memcpy(&spelling, bytes, sizeof spelling);
  memcpy(&mask, sm_endings + (SM_PACKED - length), sizeof mask);
  spelling &= mask;
  memcpy(&item->low, &spelling, sizeof spelling);
  uint64_t halves[2];
  memcpy(halves, &spelling, sizeof spelling);
  return sm_hash(halves[0], halves[1]);
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

/// Spaced, in what an item is.
#define SM_SPACED 0x100u
#define SM_HEAD_AT 16

/// Writes where an item stands, its hash, and what it is: its kind, SM_SPACED and its head.
static inline void sm_place(sm_item *item, uint64_t base, uint32_t from, uint32_t to, uint32_t hash, uint32_t what) {
  uint64_t place = (from | (uint64_t)to << 32) + base;
  memcpy(&item->start, &place, sizeof place);
  item->hash = hash;
  memcpy(&item->kind, &what, sizeof what);
}

/// Appends words, spaces and signs from a boundary on, as long as their bytes tell where they are parted; returns where
/// they do not, or where `limit` items were reached: for two more there must be room.
__attribute__((noinline)) static int32_t sm_scan(
    const sm_window *window, const sm_rules *rules, int32_t from, uint8_t *spaced, sm_item *items, int64_t *count,
    int64_t limit) {
  const uint8_t *bytes = window->bytes, *plain = window->plain, *alone = window->alone;
  const uint8_t *classes = rules->classes;
  const sm_sign *signs = rules->signs;
  // Both ends at once.
  const uint64_t base = (uint64_t)window->start * 0x100000001u;
  sm_item *item = items + *count, *const end = items + limit;
  uint32_t space = *spaced ? SM_SPACED : 0;
  // What a plain word is, if it comes next.
  uint32_t kind = SM_PLAIN;
  uint32_t p = (uint32_t)(from - window->start);
  while (item < end) {
    // What bits tell: words, and what stands alone between them, without a branch that depends on which it is.
    uint32_t block = p & ~63u;
    uint64_t stops = ~sm_load(plain + (block >> 3)) & ~0ull << (p & 63), sure = sm_load(alone + (block >> 3));
    uint32_t to, length;
    while (1) {
      while (stops == 0) {
        block += 64;
        stops = ~sm_load(plain + (block >> 3));
        sure = sm_load(alone + (block >> 3));
      }
      uint32_t stop = (uint32_t)__builtin_ctzll(stops);
      to = block + stop;
      length = to - p;
      if (!(sure >> stop & 1) || length > SM_PACKED || item >= end) break;
      stops &= stops - 1;
      sm_place(item, base, p, to, sm_spell(item, bytes + p, length), kind | space);
      item += length > 0;
      // A word uses up the space before it.
      space = length > 0 ? 0 : space;
      uint32_t byte = bytes[to];
      item->low = byte;
      item->high = 0;
      sm_place(item, base, to, to + 1, signs[byte].hash, signs[byte].kind | space);
      item += byte != 0x20;
      space = byte == 0x20 ? SM_SPACED : 0;
      kind = signs[byte].next;
      p = to + 1;
    }
    if (item >= end) break;
    uint32_t hash = 0, what, behind;
    if (length > 0) {
      if (length <= SM_PACKED && rules->ends[sm_three(rules, bytes + to - 1)]) {
        hash = sm_spell(item, bytes + p, length);
        what = kind;
      } else if (length <= SM_HEAD && bytes[to] == SM_APOSTROPHE && (behind = sm_elided(window, rules, p, to)) > 0) {
        hash = sm_spell(item, bytes + to + 1, behind);
        what = SM_ELIDED | length << SM_HEAD_AT;
        to += 1 + behind;
      } else {
        // A long word, or marks inside it.
        uint32_t joined;
        while ((joined = sm_joined(rules, bytes, to - 1)) == 1) to++;
        if (joined != 0) break;
        what = SM_WORD;
      }
    } else {
      to = p + 1;
      if (sm_joined(rules, bytes, p) != 0) break;
      // Whether a sign alone may be a word is not for bytes to tell.
      if (classes[bytes[p]] == 15) break;
      what = SM_GAP;
    }
    sm_place(item, base, p, to, hash, what | space);
    space = length == 0 && bytes[p] == 0x20 ? SM_SPACED : 0;
    item += space == 0;
    kind = SM_PLAIN;
    p = to;
  }
  *count = item - items;
  *spaced = space != 0;
  return window->start + (int32_t)p;
}

#endif
