#include "cfasttext.h"

#include <fasttext/fasttext.h>

#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <string>

#ifndef CFASTTEXT_LIBRARY
#define CFASTTEXT_LIBRARY "?"
#endif

struct cfasttext_model {
  fasttext::FastText trained;
  int dimensions;
};

namespace {
void say(char *message, size_t capacity, const char *text) {
  if (message != nullptr && capacity > 0) std::snprintf(message, capacity, "%s", text);
}
}  // namespace

cfasttext_model *cfasttext_train(const char *path, const struct cfasttext_options *options,
                                 cfasttext_progress progress, void *context, char *message, size_t capacity) {
  try {
    fasttext::Args args;
    args.input = path;
    args.model = fasttext::model_name::sg;
    args.loss = fasttext::loss_name::ns;
    args.dim = options->dimensions;
    args.ws = options->window;
    args.epoch = options->epochs;
    args.minCount = options->minimum_count;
    args.neg = options->negatives;
    args.bucket = options->buckets;
    args.minn = options->shortest;
    args.maxn = options->longest;
    args.lr = options->rate;
    args.t = options->sampling;
    // The library's generator takes 0 for 1, which would give two seeds the same numbers.
    args.seed = options->seed + 1;
    // Two threads would write the same numbers in an order that no seed decides.
    args.thread = 1;
    args.verbose = 0;
    // No word of a text is a label: control characters are no letters.
    args.label = "\x01";
    auto model = std::make_unique<cfasttext_model>();
    model->dimensions = options->dimensions;
    if (progress != nullptr) {
      model->trained.train(args, [progress, context](float share, float, double, double, int64_t) {
        progress(context, share);
      });
    } else {
      model->trained.train(args);
    }
    return model.release();
  } catch (const std::bad_alloc &) {
    say(message, capacity, "out of memory");
  } catch (const std::exception &error) {
    say(message, capacity, error.what());
  } catch (...) {
    say(message, capacity, "unknown error");
  }
  return nullptr;
}

int cfasttext_vector(const cfasttext_model *model, const char *word, float *vector) {
  try {
    fasttext::Vector read(model->dimensions);
    model->trained.getWordVector(read, word);
    for (int place = 0; place < model->dimensions; place++) vector[place] = read[place];
    return 1;
  } catch (...) {
    return 0;
  }
}

int cfasttext_words(const cfasttext_model *model) {
  try {
    return model->trained.getDictionary()->nwords();
  } catch (...) {
    return 0;
  }
}

void cfasttext_free(cfasttext_model *model) { delete model; }

const char *cfasttext_library(void) { return CFASTTEXT_LIBRARY; }
