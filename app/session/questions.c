#include "session/questions.h"

struct _LpLeftOpen
{
  GHashTable *keys;
};

static char *
key_of (const LpQuestion *question)
{
  return g_strconcat (question->element != NULL ? question->element : "", "\n", question->property, NULL);
}

LpLeftOpen *
lp_left_open_new (void)
{
  LpLeftOpen *self = g_new0 (LpLeftOpen, 1);

  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
lp_left_open_free (LpLeftOpen *self)
{
  g_hash_table_unref (self->keys);
  g_free (self);
}

void
lp_left_open_add (LpLeftOpen *self, const LpQuestion *question)
{
  g_hash_table_add (self->keys, key_of (question));
}

gboolean
lp_left_open_contains (const LpLeftOpen *self, const LpQuestion *question)
{
  g_autofree char *key = key_of (question);

  return g_hash_table_contains (self->keys, key);
}

static gboolean
get_question (const LpReview *review, guint finding, LpQuestion *question)
{
  const LpFinding *asking = review->findings->pdata[finding];

  if (asking->outcome != LP_OUTCOME_QUESTION || asking->waiver != NULL || asking->unknowns->len == 0)
    return FALSE;
  const LpUnknownProperty *unknown = asking->unknowns->pdata[0];
  *question = (LpQuestion){ finding, unknown->element, unknown->property };
  return TRUE;
}

GArray *
lp_questions_list (const LpReview *review, const LpLeftOpen *left_open)
{
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (LpQuestion));

  for (guint i = 0; i < review->findings->len; i++)
    {
      LpQuestion question;
      if (!get_question (review, i, &question)
          || (left_open != NULL && lp_left_open_contains (left_open, &question)))
        continue;
      if (g_hash_table_add (asked, key_of (&question)))
        g_array_append_val (questions, question);
    }
  return questions;
}

guint
lp_questions_find (const GArray *questions, const LpReview *review, guint finding)
{
  LpQuestion wanted;

  if (!get_question (review, finding, &wanted))
    return G_MAXUINT;
  for (guint i = 0; i < questions->len; i++)
    {
      const LpQuestion *question = &g_array_index (questions, LpQuestion, i);
      if (g_strcmp0 (question->element, wanted.element) == 0 && g_str_equal (question->property, wanted.property))
        return i;
    }
  return G_MAXUINT;
}

const LpPropertyKind *
lp_questions_find_property (LpDocument *document, const LpUnknownProperty *unknown)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  const LpConnection *connection
      = unknown->element != NULL ? lp_document_get_connection (document, unknown->element) : NULL;
  if (connection != NULL)
    {
      const LpConnectionKind *joining = lp_catalogue_find_connection (catalogue, connection->kind);
      return joining != NULL ? lp_connection_kind_find_property (joining, unknown->property) : NULL;
    }
  const LpComponent *component
      = unknown->element != NULL ? lp_document_get_component (document, unknown->element) : NULL;
  const char *kind_id = unknown->element == NULL ? "requirements" : component != NULL ? component->kind : NULL;
  const LpKind *kind = kind_id != NULL ? lp_catalogue_find (catalogue, kind_id) : NULL;

  return kind != NULL ? lp_kind_find_property (kind, unknown->property) : NULL;
}
