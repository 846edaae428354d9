// Keys of a text side by side: which tokens are on the line, and where among them a sequence of a trie may begin.
#ifndef SKILLMINER_LINES_H
#define SKILLMINER_LINES_H

#include "tokens.h"

/// Entries behind the last one that are written too.
#define SM_LINE_SLACK 16

/// What a trie says before any walk.
typedef struct {
  /// A bit for each key below `root_count` that is a sequence by itself, and one more that is never set.
  const uint64_t *singles;
  /// Two bits in one word for the first two keys of every longer sequence.
  const uint64_t *pairs;
  uint64_t root_count;
  /// Brings a hash to a bit of `pairs`.
  uint64_t shift;
} sm_filter;

/// Hash of two keys; the upper bits are the better ones.
static inline uint64_t sm_mix(uint32_t first, uint32_t second) {
  return first * 0x9E3779B97F4A7C15u + second * 0xD6E8FEB86659FD93u;
}

/// What two keys in a row may begin: bit 0 when the first of them is a sequence alone, bit 1 when longer ones may go on
/// with the second; 0 is sure.
static inline uint32_t sm_may_begin(const sm_filter *filter, uint32_t first, uint32_t second) {
  // A negative key is a large one without its sign.
  uint64_t place = first < filter->root_count ? first : filter->root_count;
  uint64_t single = filter->singles[place >> 6] >> (place & 63);
  uint64_t hash = sm_mix(first, second), bit = hash >> filter->shift, word = filter->pairs[bit >> 6];
  return (uint32_t)((single & 1) | (word >> (bit & 63) & word >> (hash >> 8 & 63) & 1) << 1);
}

#ifdef SM_HAS_WIDE
/// One field of sixteen tokens, by its offset in units of four bytes.
SM_WIDE static inline __m512i sm_field(const __m512i *tokens, int32_t field) {
  // Five times the lane's number, and the field's.
  const __m512i steps = _mm512_set_epi32(75, 70, 65, 60, 55, 50, 45, 40, 35, 30, 25, 20, 15, 10, 5, 0);
  __m512i place = _mm512_add_epi32(steps, _mm512_set1_epi32(field));
  __m512i first = _mm512_permutex2var_epi32(tokens[0], place, tokens[1]);
  __m512i second = _mm512_permutex2var_epi32(tokens[2], place, tokens[3]);
  __m512i third = _mm512_permutexvar_epi32(place, tokens[4]);
  first = _mm512_mask_mov_epi32(first, _mm512_cmpge_epi32_mask(place, _mm512_set1_epi32(32)), second);
  return _mm512_mask_mov_epi32(first, _mm512_cmpge_epi32_mask(place, _mm512_set1_epi32(64)), third);
}

/// Goes on sixteen tokens at a time, as long as there are so many.
SM_WIDE static void sm_line_words_wide(
    const sm_token *tokens, int64_t count, int32_t *keys, int32_t *places, sm_progress *at) {
  const __m512i kinds = _mm512_set1_epi32(0xFF), none = _mm512_set1_epi32(-1);
  __m512i place = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  int64_t n = at->to, index = at->from;
  place = _mm512_add_epi32(place, _mm512_set1_epi32((int32_t)index));
  for (; index + 16 <= count; index += 16) {
    __m512i all[5];
    memcpy(all, tokens + index, sizeof all);
    __m512i what = sm_field(all, 2), form = sm_field(all, 3), key = sm_field(all, 4);
    uint16_t elided = _mm512_test_epi32_mask(what, _mm512_set1_epi32(SM_TOKEN_ELIDED << 8));
    uint16_t others = _mm512_cmpgt_epi32_mask(_mm512_and_si512(what, kinds), _mm512_set1_epi32(SM_TOKEN_NUMBER));
    uint16_t signs = _mm512_cmpeq_epi32_mask(_mm512_and_si512(what, kinds), _mm512_set1_epi32(SM_TOKEN_SIGN));
    uint16_t joining = _mm512_cmpeq_epi32_mask(form, _mm512_set1_epi32(0x2D))
        | _mm512_cmpeq_epi32_mask(form, _mm512_set1_epi32(0x27))
        | _mm512_cmpeq_epi32_mask(_mm512_and_si512(form, _mm512_set1_epi32(~8)), _mm512_set1_epi32(0x2011));
    uint16_t kept = (uint16_t)~(elided | (signs & joining));
    key = _mm512_mask_mov_epi32(key, elided | others, none);
    _mm512_storeu_si512(keys + n, _mm512_maskz_compress_epi32(kept, key));
    _mm512_storeu_si512(places + n, _mm512_maskz_compress_epi32(kept, place));
    place = _mm512_add_epi32(place, _mm512_set1_epi32(16));
    n += __builtin_popcount(kept);
  }
  *at = (sm_progress){index, n};
}

/// Goes on eight keys at a time, as long as there are so many.
SM_WIDE static void sm_line_begins_wide(
    const sm_filter *filter, const int32_t *keys, int64_t count, uint32_t *begins, sm_progress *at) {
  const __m512i one = _mm512_set1_epi64(1), low = _mm512_set1_epi64(63);
  const __m512i first_factor = _mm512_set1_epi64((int64_t)0x9E3779B97F4A7C15u);
  const __m512i second_factor = _mm512_set1_epi64((int64_t)0xD6E8FEB86659FD93u);
  const __m512i roots = _mm512_set1_epi64((int64_t)filter->root_count);
  const __m128i shift = _mm_cvtsi64_si128((int64_t)filter->shift);
  __m256i begin = _mm256_set_epi32(14, 12, 10, 8, 6, 4, 2, 0);
  int64_t n = at->to, place = at->from;
  begin = _mm256_add_epi32(begin, _mm256_set1_epi32((int32_t)(place << 1)));
  for (; place + 8 <= count; place += 8) {
    __m512i first = _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)(keys + place)));
    __m512i second = _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)(keys + place + 1)));
    __m512i hash = _mm512_add_epi64(
        _mm512_mullo_epi64(first, first_factor), _mm512_mullo_epi64(second, second_factor));
    __m512i bit = _mm512_srl_epi64(hash, shift);
    __m512i word = _mm512_i64gather_epi64(_mm512_srli_epi64(bit, 6), filter->pairs, 8);
    __m512i other = _mm512_and_si512(_mm512_srli_epi64(hash, 8), low);
    __m512i both = _mm512_and_si512(
        _mm512_srlv_epi64(word, _mm512_and_si512(bit, low)), _mm512_srlv_epi64(word, other));
    __m512i root = _mm512_min_epu64(first, roots);
    __m512i single = _mm512_i64gather_epi64(_mm512_srli_epi64(root, 6), filter->singles, 8);
    __mmask8 longer = _mm512_test_epi64_mask(both, one);
    __mmask8 alone = _mm512_test_epi64_mask(_mm512_srlv_epi64(single, _mm512_and_si512(root, low)), one);
    __m256i found = _mm256_mask_add_epi32(begin, longer, begin, _mm256_set1_epi32(1));
    _mm256_storeu_si256((__m256i *)(begins + n), _mm256_maskz_compress_epi32(longer | alone, found));
    begin = _mm256_add_epi32(begin, _mm256_set1_epi32(16));
    n += __builtin_popcount(longer | alone);
  }
  *at = (sm_progress){place, n};
}
#endif

/// Goes on to the end, in numbers, so that no branch depends on the text.
static inline void sm_line_words_rest(
    const sm_token *tokens, int64_t count, int32_t *keys, int32_t *places, sm_progress *at) {
  int64_t n = at->to, index = at->from;
  for (; index < count; index++) {
    const sm_token *token = tokens + index;
    uint32_t elided = token->flags >> 7, word = token->kind <= SM_TOKEN_NUMBER, form = (uint32_t)token->form;
    uint32_t joins = (token->kind == SM_TOKEN_SIGN) & ((form == 0x2D) | (form == 0x27) | ((form & ~8u) == 0x2011));
    keys[n] = token->key | (int32_t)((word & (elided ^ 1)) - 1);
    places[n] = (int32_t)index;
    n += 1 ^ (elided | joins);
  }
  *at = (sm_progress){index, n};
}

/// Goes on to the end.
static inline void sm_line_begins_rest(
    const sm_filter *filter, const int32_t *keys, int64_t count, uint32_t *begins, sm_progress *at) {
  int64_t n = at->to, place = at->from;
  for (; place < count; place++) {
    uint32_t what = sm_may_begin(filter, (uint32_t)keys[place], (uint32_t)keys[place + 1]);
    begins[n] = (uint32_t)place << 1 | what >> 1;
    n += (what & 1) | what >> 1;
  }
  *at = (sm_progress){place, n};
}

/// Writes the keys of words and numbers, -1 for every other sign and line break that parts them, and the tokens they
/// come from; hyphens, apostrophes and what is elided are left out. Returns their number; room for SM_LINE_SLACK more
/// than there are tokens.
static inline int64_t sm_line_words(const void *tokens, int64_t count, int32_t *keys, int32_t *places) {
  sm_progress at = {0, 0};
#ifdef SM_HAS_WIDE
  if (count >= 16 && sm_is_wide()) sm_line_words_wide((const sm_token *)tokens, count, keys, places, &at);
#endif
  sm_line_words_rest((const sm_token *)tokens, count, keys, places, &at);
  return at.to;
}

/// Writes each place of the line at which a sequence may begin, doubled, and one more where a longer one may; one key
/// more than `count` is read. Returns their number; room for SM_LINE_SLACK more than there are keys.
static inline int64_t sm_line_begins(const sm_filter *filter, const int32_t *keys, int64_t count, uint32_t *begins) {
  sm_progress at = {0, 0};
#ifdef SM_HAS_WIDE
  if (count >= 8 && sm_is_wide()) sm_line_begins_wide(filter, keys, count, begins, &at);
#endif
  sm_line_begins_rest(filter, keys, count, begins, &at);
  return at.to;
}

#endif
