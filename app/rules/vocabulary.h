/* The properties that a catalogue knows, by name: for components and for connections each a list of its own. */
#pragma once

#include "catalogue/catalogue.h"
#include "expr/type.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;            /* interned */
  const LpPropertyKind *first; /* of the first kind that has it */
  const LpType *type;          /* of its values; lp_type_dyn where kinds differ */
} LpWord;

typedef struct _LpVocabulary LpVocabulary;

LpVocabulary *lp_vocabulary_new (void);
void lp_vocabulary_learn (LpVocabulary *vocabulary, const LpPropertyKind *properties, guint n);
guint lp_vocabulary_get_size (const LpVocabulary *vocabulary);
const LpWord *lp_vocabulary_get (const LpVocabulary *vocabulary, guint number);
/* FALSE where no kind has such a property. */
gboolean lp_vocabulary_find (const LpVocabulary *vocabulary, const char *name, guint *number);

G_END_DECLS
