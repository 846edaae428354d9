/* What the program needs of libfasttext, in plain C: no exception passes this border. */
#ifndef CFASTTEXT_H
#define CFASTTEXT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Trained vectors of words and of the pieces of words. */
typedef struct cfasttext_model cfasttext_model;

struct cfasttext_options {
  int dimensions;
  /* Words to either side that a word is learned from. */
  int window;
  int epochs;
  /* Words seen less often have no vector of their own, only their pieces. */
  int minimum_count;
  int negatives;
  /* Rows that pieces of words are hashed to. */
  int buckets;
  /* Letters of a piece. */
  int shortest;
  int longest;
  /* 0 or more, below INT_MAX. */
  int seed;
  double rate;
  /* Share of the text from which a word is sampled down. */
  double sampling;
};

/* Called now and then while training, with the share that is done. */
typedef void (*cfasttext_progress)(void *context, float share);

/*
 * Trains skip-gram vectors on a text file: words parted by spaces, a context a line. One thread, so that the same text
 * and the same seed give the same numbers.
 *
 * Returns NULL and a message, cut to `capacity` bytes with its final zero, when it fails.
 */
cfasttext_model *cfasttext_train(const char *path, const struct cfasttext_options *options,
                                 cfasttext_progress progress, void *context, char *message, size_t capacity);

/* Writes the vector of any word, `dimensions` numbers; returns 0 when it fails. */
int cfasttext_vector(const cfasttext_model *model, const char *word, float *vector);

/* Different words of the text that have a vector of their own. */
int cfasttext_words(const cfasttext_model *model);

void cfasttext_free(cfasttext_model *model);

/* Version of the Debian package the program was built with. */
const char *cfasttext_library(void);

#ifdef __cplusplus
}
#endif

#endif
