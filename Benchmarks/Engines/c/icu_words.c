// ICU alone, in C: what any system that segments with ICU pays before it has matched anything.
//
// Stages: ubrk-utf8 (UText over the bytes), ubrk-utf16 (conversion, then UTF-16), normalise (words, case and accent
// folding by code point, elision, light French stem, into a buffer), normalise-asked (the same, with ICU asked for every
// code point, ASCII too, as one writes it first). Segments are produced, not only counted.
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

typedef struct { const char *text; int32_t length; } document;
typedef struct { int32_t start, end, status; } segment;

static document *documents;
static size_t document_count;
static segment *segments;
static size_t segment_capacity;
static char *normalised;
static size_t normalised_capacity;
static UBreakIterator *breaker;
static const UNormalizer2 *nfd;
static long long produced;

static void fail(const char *what) {
  fprintf(stderr, "icu_words: %s\n", what);
  exit(1);
}

static double now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void load(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) fail("no texts; run `make corpus`");
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *bytes = malloc(size + 1);
  if (!bytes || fread(bytes, 1, size, file) != (size_t)size) fail("cannot read the texts");
  fclose(file);
  size_t longest = 0;
  for (long at = 0; at < size;) {
    size_t length = strlen(bytes + at);
    documents = realloc(documents, (document_count + 1) * sizeof *documents);
    documents[document_count++] = (document){bytes + at, (int32_t)length};
    if (length > longest) longest = length;
    at += length + 1;
  }
  segment_capacity = longest + 1;
  segments = malloc(segment_capacity * sizeof *segments);
  normalised_capacity = 4 * longest + 64;
  normalised = malloc(normalised_capacity);
}

static size_t collect(void) {
  size_t count = 0;
  int32_t start = ubrk_first(breaker);
  for (int32_t end; (end = ubrk_next(breaker)) != UBRK_DONE; start = end)
    segments[count++] = (segment){start, end, ubrk_getRuleStatus(breaker)};
  return count;
}

static size_t segment_utf8(const document *d) {
  static UText *text;
  UErrorCode status = U_ZERO_ERROR;
  text = utext_openUTF8(text, d->text, d->length, &status);
  ubrk_setUText(breaker, text, &status);
  if (U_FAILURE(status)) fail(u_errorName(status));
  return collect();
}

static size_t segment_utf16(const document *d) {
  static UChar *units;
  static int32_t capacity;
  if (capacity < d->length + 1) units = realloc(units, (capacity = d->length + 1) * sizeof *units);
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8WithSub(units, capacity, &length, d->text, d->length, 0xFFFD, NULL, &status);
  ubrk_setText(breaker, units, length, &status);
  if (U_FAILURE(status)) fail(u_errorName(status));
  return collect();
}

// Whether ICU is asked for ASCII too.
static int asks;

// Folds one code point: case, canonical decomposition, marks removed, ligatures spelt out.
static size_t fold(UChar32 c, char *out) {
  size_t n = 0;
  if (c < 0x80 && !asks) {
    out[0] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    return 1;
  }
  c = u_foldCase(c, U_FOLD_CASE_DEFAULT);
  if (c == 0x153) return memcpy(out, "oe", 2), 2;
  if (c == 0xE6) return memcpy(out, "ae", 2), 2;
  UChar parts[18];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = unorm2_getRawDecomposition(nfd, c, parts, 18, &status);
  if (length < 0 || U_FAILURE(status)) {
    length = 0;
    U16_APPEND_UNSAFE(parts, length, c);
  }
  for (int32_t i = 0; i < length;) {
    UChar32 part;
    U16_NEXT(parts, i, length, part);
    int8_t type = u_charType(part);
    if (type == U_NON_SPACING_MARK || type == U_FORMAT_CHAR) continue;
    U8_APPEND_UNSAFE(out, n, part);
  }
  return n;
}

// A light stem in the manner of FrenchMinimalStemmer (Savoy 1999), on folded bytes; returns the new length.
static size_t stem(const char *word, size_t n) {
  if (n < 6) return n;
  if (word[n - 1] == 'x') return n - 1;
  if (word[n - 1] == 's') n--;
  if (word[n - 1] == 'r') n--;
  if (word[n - 1] == 'e') n--;
  if (n > 1 && word[n - 1] == word[n - 2]) n--;
  return n;
}

static size_t elision(const char *word, size_t n) {
  static const char *const heads[] = {"l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", 0};
  for (size_t i = 0; i < n; i++) {
    size_t width = word[i] == '\'' ? 1 : n - i > 2 && !memcmp(word + i, "\xE2\x80\x99", 3) ? 3 : 0;
    if (!width) continue;
    for (const char *const *head = heads; *head; head++)
      if (strlen(*head) == i && !memcmp(word, *head, i)) return i + width;
    return 0;
  }
  return 0;
}

static size_t normalise(const document *d) {
  size_t count = segment_utf8(d), used = 0, words = 0;
  for (size_t i = 0; i < count; i++) {
    const segment s = segments[i];
    if (s.status < UBRK_WORD_NONE_LIMIT) {
      for (int32_t at = s.start; at < s.end; at++)
        if (d->text[at] != ' ' && used && normalised[used - 1] != '\n') { normalised[used++] = '\n'; break; }
      continue;
    }
    size_t start = used;
    for (int32_t at = s.start; at < s.end;) {
      UChar32 c;
      U8_NEXT_OR_FFFD(d->text, at, s.end, c);
      used += fold(c, normalised + used);
    }
    size_t head = elision(normalised + start, used - start);
    if (head) {
      memmove(normalised + start, normalised + start + head, used - start - head);
      used -= head;
    }
    used = start + stem(normalised + start, used - start);
    normalised[used++] = ' ';
    words++;
  }
  return words;
}

static size_t normalise_asking(const document *d) {
  asks = 1;
  size_t words = normalise(d);
  asks = 0;
  return words;
}

static size_t (*stage)(const document *);
static size_t limit;

// Instruction counts begin and end with this symbol.
__attribute__((noinline)) void bench_pass(void) {
  produced = 0;
  for (size_t i = 0; i < limit; i++) produced += stage(documents + i);
}

static int choose(const char *name, long documents_wanted) {
  limit = documents_wanted <= 0 || (size_t)documents_wanted > document_count ? document_count : (size_t)documents_wanted;
  if (!strcmp(name, "ubrk-utf8")) stage = segment_utf8;
  else if (!strcmp(name, "ubrk-utf16")) stage = segment_utf16;
  else if (!strcmp(name, "normalise")) stage = normalise;
  else if (!strcmp(name, "normalise-asked")) stage = normalise_asking;
  else return 0;
  return 1;
}

static void run(const char *name) {
  double wall = now(CLOCK_MONOTONIC), cpu = now(CLOCK_THREAD_CPUTIME_ID);
  bench_pass();
  printf("{\"stage\":\"%s\",\"cpu\":%.6f,\"wall\":%.6f,\"count\":%lld,\"sum\":0}\n", name,
         now(CLOCK_THREAD_CPUTIME_ID) - cpu, now(CLOCK_MONOTONIC) - wall, produced);
  fflush(stdout);
}

int main(int argc, char **argv) {
  if (argc != 2 && argc != 4) fail("usage: icu_words SCRATCH [STAGE LIMIT]");
  char path[4096];
  snprintf(path, sizeof path, "%s/texts", argv[1]);
  load(path);
  UErrorCode status = U_ZERO_ERROR;
  breaker = ubrk_open(UBRK_WORD, "fr", NULL, 0, &status);
  nfd = unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) fail(u_errorName(status));
  if (argc == 4) {
    if (!choose(argv[2], atol(argv[3]))) fail("unknown stage");
    run(argv[2]);
    return 0;
  }
  printf("{\"ready\":true}\n");
  fflush(stdout);
  char name[64];
  long wanted;
  while (scanf(" run %63s %ld", name, &wanted) == 2) {
    if (!choose(name, wanted)) fail("unknown stage");
    run(name);
  }
  return 0;
}
