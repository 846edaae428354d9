// Tokens of items whose entries stand in the memo.
#ifndef SKILLMINER_TOKENS_H
#define SKILLMINER_TOKENS_H

#include "items.h"

/// A token as Swift lays it out (`Token`).
typedef struct {
  int32_t start;
  int32_t end;
  uint8_t kind;
  uint8_t flags;
  int32_t form;
  int32_t key;
} sm_token;

/// A slot of the memo as Swift lays it out (`TokenMemo.Slot`); two share a line of the caches.
typedef struct {
  uint64_t low;
  uint64_t high;
  int32_t length;
  int32_t form;
  int32_t key;
  uint8_t kind;
  uint8_t flags;
  uint8_t traits;
} sm_slot;

#define SM_TOKEN_NUMBER 1
#define SM_TOKEN_SIGN 2
#define SM_TOKEN_SPACED_AT 3
#define SM_TOKEN_ELIDED 0x80
/// Items by which entries are asked for ahead.
#define SM_AHEAD 16

/// Asks for the slots of the first items.
static inline void sm_tokens_ahead(const sm_item *items, int64_t count, const void *memo, uint64_t mask) {
  const sm_slot *slots = (const sm_slot *)memo;
  for (int64_t at = 0; at < count && at < SM_AHEAD; at++) sm_prefetch(slots + (items[at].hash & mask) * 2);
}

/// Writes tokens of words and signs as long as nothing before them has a say in them and their entries stand where they are
/// looked for first; returns how many. `mask` is the number of lines of the memo less one, `spaced` whether white space stands
/// before the first; `ahead` items from the first on may be looked at, of which `count` are asked for.
static inline int64_t sm_tokens_write(
    const sm_item *items, int64_t count, int64_t ahead, const void *memo, uint64_t mask, uint32_t spaced, void *to) {
  const sm_slot *slots = (const sm_slot *)memo;
  const sm_item *item = items, *const end = items + count, *const last = items + ahead - 1;
  sm_token *token = (sm_token *)to;
  uint32_t before = spaced << SM_TOKEN_SPACED_AT;
  for (; item < end; item++, token++) {
    const sm_item *later = item + SM_AHEAD < last ? item + SM_AHEAD : last;
    sm_prefetch(slots + (later->hash & mask) * 2);
    const sm_slot *slot = slots + (item->hash & mask) * 2;
    uint64_t first = (slot[0].low ^ item->low) | (slot[0].high ^ item->high);
    uint64_t second = (slot[1].low ^ item->low) | (slot[1].high ^ item->high);
    slot += second == 0;
    // An empty slot has a spelling that none is like, one in the arena has a trait.
    if (item->kind < SM_FREE || (second == 0 ? 0 : first) != 0 || slot->traits != 0) break;
    memcpy(&token->start, &item->start, 8);
    token->kind = slot->kind;
    token->flags = (uint8_t)(slot->flags | before | (uint32_t)item->spaced << SM_TOKEN_SPACED_AT);
    memcpy(&token->form, &slot->form, 8);
    before = 0;
  }
  return item - items;
}

#endif
