// The embedded starter referential: every file of taxonomy-data/ that the product reads when it is given none.
#ifndef SKILLMINER_EMBEDDED_H
#define SKILLMINER_EMBEDDED_H
#include <stddef.h>

/// One embedded file: its path below taxonomy-data/, its bytes and their number.
struct sm_embedded_file {
  const char *path;
  const unsigned char *bytes;
  size_t size;
};

/// The embedded files, ended by an entry whose path is NULL.
const struct sm_embedded_file *sm_embedded_files(void);
#endif
