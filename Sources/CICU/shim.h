// ICU without ICU's own headers: including them collides with the toolchain's _FoundationICU module
// ("has different definitions in different modules"). Only the two macro headers are included; the few
// functions used are declared here with opaque structs and int32_t for enums. CICUContract (a C test target)
// checks the constants and sizes below against the real headers.
#ifndef SKILLMINER_CICU_SHIM_H
#define SKILLMINER_CICU_SHIM_H

#include <stdint.h>
#include <unicode/uvernum.h>
#include <unicode/urename.h>

#define SM_UBRK_WORD 1
#define SM_UBRK_DONE (-1)
// Status values below this are spaces and punctuation (UBRK_WORD_NONE_LIMIT).
#define SM_UBRK_WORD_NONE_LIMIT 100

typedef struct sm_ubrk sm_ubrk;
typedef struct sm_normalizer sm_normalizer;

#ifdef __cplusplus
extern "C" {
#endif

extern sm_ubrk *ubrk_open(int32_t type, const char *locale, const uint16_t *text, int32_t length, int32_t *status);
extern void ubrk_close(sm_ubrk *bi);
extern void ubrk_setText(sm_ubrk *bi, const uint16_t *text, int32_t length, int32_t *status);
extern int32_t ubrk_first(sm_ubrk *bi);
extern int32_t ubrk_next(sm_ubrk *bi);
extern int32_t ubrk_getRuleStatus(sm_ubrk *bi);
extern const sm_normalizer *unorm2_getNFKCCasefoldInstance(int32_t *status);
extern const sm_normalizer *unorm2_getNFDInstance(int32_t *status);
extern int32_t unorm2_normalize(
    const sm_normalizer *n, const uint16_t *src, int32_t length, uint16_t *dest, int32_t capacity, int32_t *status);
extern int8_t u_charType(int32_t c);

#ifdef __cplusplus
}
#endif

/// Opens a word break iterator for a locale; NULL on failure. ICU success is status <= 0 (warnings are negative).
static inline sm_ubrk *sm_word_iterator(const char *locale) {
  int32_t status = 0;
  sm_ubrk *bi = ubrk_open(SM_UBRK_WORD, locale, 0, 0, &status);
  return status <= 0 ? bi : 0;
}
static inline void sm_word_close(sm_ubrk *bi) { ubrk_close(bi); }
static inline int sm_word_set_text(sm_ubrk *bi, const uint16_t *text, int32_t length) {
  int32_t status = 0;
  ubrk_setText(bi, text, length, &status);
  return status <= 0;
}
static inline int32_t sm_word_first(sm_ubrk *bi) { return ubrk_first(bi); }
static inline int32_t sm_word_next(sm_ubrk *bi) { return ubrk_next(bi); }
static inline int32_t sm_word_status(sm_ubrk *bi) { return ubrk_getRuleStatus(bi); }

/// NFKC_Casefold followed by canonical decomposition; returns the length in UTF-16 units, or -1.
static inline int32_t sm_nfkc_casefold(const uint16_t *src, int32_t length, uint16_t *dest, int32_t capacity) {
  int32_t status = 0;
  const sm_normalizer *n = unorm2_getNFKCCasefoldInstance(&status);
  if (status > 0) return -1;
  int32_t r = unorm2_normalize(n, src, length, dest, capacity, &status);
  return status <= 0 && r <= capacity ? r : -1;
}
static inline int32_t sm_nfd(const uint16_t *src, int32_t length, uint16_t *dest, int32_t capacity) {
  int32_t status = 0;
  const sm_normalizer *n = unorm2_getNFDInstance(&status);
  if (status > 0) return -1;
  int32_t r = unorm2_normalize(n, src, length, dest, capacity, &status);
  return status <= 0 && r <= capacity ? r : -1;
}
/// True for nonspacing, enclosing and spacing combining marks (general categories Mn, Me, Mc: 6, 7, 8).
static inline int sm_is_mark(int32_t c) {
  int8_t t = u_charType(c);
  return t >= 6 && t <= 8;
}

#endif
