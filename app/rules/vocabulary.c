#include "rules/vocabulary.h"

#include "rules/survey-private.h"

struct _LpVocabulary
{
  GArray *words;       /* of LpWord */
  GHashTable *numbers; /* name -> number + 1 */
};

LpVocabulary *
lp_vocabulary_new (void)
{
  LpVocabulary *self = g_new0 (LpVocabulary, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (LpWord));
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
learn (LpVocabulary *self, const LpPropertyKind *property)
{
  const LpType *type = lp_property_type (property);
  guint number;

  if (lp_vocabulary_find (self, property->name, &number))
    {
      LpWord *word = &g_array_index (self->words, LpWord, number);
      word->type = word->type == type ? type : &lp_type_dyn;
      return;
    }
  LpWord word = { g_intern_string (property->name), property, type };
  g_array_append_val (self->words, word);
  g_hash_table_insert (self->numbers, (gpointer) word.name, GUINT_TO_POINTER (self->words->len));
}

void
lp_vocabulary_learn (LpVocabulary *self, const LpPropertyKind *properties, guint n)
{
  for (guint i = 0; i < n; i++)
    learn (self, &properties[i]);
}

guint
lp_vocabulary_get_size (const LpVocabulary *self)
{
  return self->words->len;
}

const LpWord *
lp_vocabulary_get (const LpVocabulary *self, guint number)
{
  return &g_array_index (self->words, LpWord, number);
}

gboolean
lp_vocabulary_find (const LpVocabulary *self, const char *name, guint *number)
{
  gpointer found = g_hash_table_lookup (self->numbers, name);

  if (found != NULL)
    *number = GPOINTER_TO_UINT (found) - 1;
  return found != NULL;
}
