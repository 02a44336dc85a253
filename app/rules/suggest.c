#include "rules/suggest.h"

#include <string.h>

#include "expr/suggest.h"

/* As ids are written: lower case, hyphens. */
static char *
as_id (const char *wanted)
{
  char *id = g_utf8_strdown (wanted, -1);
  g_strdelimit (id, " _", '-');
  return id;
}

static gboolean
begins_with_words (const char *id, const char *words)
{
  gsize length = strlen (words);
  return length > 0 && strncmp (id, words, length) == 0 && id[length] == '-';
}

static gboolean
has_name (const LpKind *kind, const char *id)
{
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    {
      g_autofree char *name = as_id (kind->name.in[i]);
      g_autofree char *short_name = as_id (kind->short_name.in[i]);
      if (g_str_equal (name, id) || g_str_equal (short_name, id))
        return TRUE;
    }
  return FALSE;
}

/* The first kind that begins with these words, or has this name: the catalogue has the plain ones first. */
static const char *
find_by_words (const LpCatalogue *catalogue, const char *id)
{
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    {
      const LpKind *kind = lp_catalogue_get_kind (catalogue, i);
      if (!kind->is_hidden && (begins_with_words (kind->id, id) || has_name (kind, id)))
        return kind->id;
    }
  return NULL;
}

const char *
lp_suggest_kind (const LpCatalogue *catalogue, const char *wanted)
{
  static const char *const formats[] = { "terraform", "cloudformation" };
  g_autofree char *id = as_id (wanted);
  LpSuggestion near = LP_SUGGESTION_INIT (id);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const LpKind *kind = lp_catalogue_find_foreign (catalogue, formats[i], wanted);
      if (kind != NULL)
        return kind->id;
    }
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    if (!lp_catalogue_get_kind (catalogue, i)->is_hidden)
      lp_suggestion_try (&near, lp_catalogue_get_kind (catalogue, i)->id);
  if (near.name != NULL && near.distance <= 1)
    return near.name;
  const char *by_words = find_by_words (catalogue, id);
  return by_words != NULL ? by_words : near.name;
}

const char *
lp_suggest_connection (const LpCatalogue *catalogue, const char *wanted)
{
  g_autofree char *id = as_id (wanted);
  LpSuggestion near = LP_SUGGESTION_INIT (id);

  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    lp_suggestion_try (&near, lp_catalogue_get_connection_kind (catalogue, i)->id);
  return near.name;
}

const char *
lp_suggest_property (const LpPropertyKind *properties, guint n, const char *wanted)
{
  g_autofree char *name = g_utf8_strdown (wanted, -1);
  g_strdelimit (name, " -", '_');
  LpSuggestion near = LP_SUGGESTION_INIT (name);

  for (guint i = 0; i < n; i++)
    lp_suggestion_try (&near, properties[i].name);
  return near.name;
}
