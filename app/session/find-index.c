#include "session/find-index.h"

#include <string.h>

#include "base/match.h"

/* Between two texts of one element, so that no word is found across them. */
#define GAP '\n'

struct _LpFinder
{
  GString *text;       /* folded, one element behind the other, each ended by NUL */
  GArray *starts;      /* of gsize: where each element begins in it */
  guint n_components;
};

/* What is needed while it is made. */
typedef struct
{
  LpFindIndex *finder;
  const LpCatalogue *catalogue;
  GHashTable *kinds;    /* id of a kind to its folded names */
  GHashTable *names;    /* name of a property to the same, folded */
  GHashTable *findings; /* id of an element to the folded text of its findings (GString) */
} Indexer;

static void
append (Indexer *self, const char *folded)
{
  g_string_append (self->finder->text, folded);
  g_string_append_c (self->finder->text, GAP);
}

static void
append_folded (Indexer *self, const char *text)
{
  g_autofree char *folded = lp_match_fold (text);

  append (self, folded);
}

/* --- kinds ------------------------------------------------------------------------------------------- */

static char *
fold_names (const char *id, const LpText *names[], guint n)
{
  GString *out = g_string_new (NULL);
  g_autofree char *folded_id = lp_match_fold (id);

  g_string_append (out, folded_id);
  for (guint i = 0; i < n; i++)
    for (guint l = 0; l < LP_N_LANGUAGES; l++)
      {
        g_autofree char *folded = lp_match_fold (names[i]->in[l]);
        g_string_append_c (out, GAP);
        g_string_append (out, folded);
      }
  return g_string_free (out, FALSE);
}

static char *
fold_kind (const LpCatalogue *catalogue, const char *id, gboolean is_connection)
{
  const LpKind *kind = is_connection ? NULL : lp_catalogue_find (catalogue, id);
  const LpConnectionKind *line = is_connection ? lp_catalogue_find_connection (catalogue, id) : NULL;

  if (kind != NULL)
    return fold_names (id, (const LpText *[]){ &kind->name, &kind->short_name }, 2);
  if (line != NULL)
    return fold_names (id, (const LpText *[]){ &line->name }, 1);
  return lp_match_fold (id);
}

static void
append_kind (Indexer *self, const char *id, gboolean is_connection)
{
  const char *names = g_hash_table_lookup (self->kinds, id);

  if (names == NULL)
    {
      names = fold_kind (self->catalogue, id, is_connection);
      g_hash_table_insert (self->kinds, g_strdup (id), (gpointer) names);
    }
  append (self, names);
}

/* --- properties -------------------------------------------------------------------------------------- */

static const char *
fold_property_name (Indexer *self, const char *name)
{
  char *folded = g_hash_table_lookup (self->names, name);

  if (folded == NULL)
    {
      folded = lp_match_fold (name);
      g_hash_table_insert (self->names, g_strdup (name), folded);
    }
  return folded;
}

static char *
print_value (JsonNode *value)
{
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
    return json_node_dup_string (value);
  return json_to_string (value, FALSE);
}

static void
append_properties (Indexer *self, const LpProperties *set)
{
  for (guint i = 0; i < lp_properties_get_size (set); i++)
    {
      const LpProperty *property = lp_properties_get (set, i);
      g_autofree char *printed = print_value (property->value);
      g_autofree char *folded = lp_match_fold (printed);
      g_string_append (self->finder->text, fold_property_name (self, property->name));
      g_string_append_c (self->finder->text, ' ');
      append (self, folded);
    }
}

/* --- findings ---------------------------------------------------------------------------------------- */

static void
note_finding (Indexer *self, const LpFinding *finding)
{
  GString *text = g_hash_table_lookup (self->findings, finding->component);

  if (text == NULL)
    {
      text = g_string_new (NULL);
      g_hash_table_insert (self->findings, finding->component, text);
    }
  g_autofree char *all = g_strjoin (" ", finding->rule, finding->title, finding->message, NULL);
  g_autofree char *folded = lp_match_fold (all);
  g_string_append (text, folded);
  g_string_append_c (text, GAP);
}

static void
append_findings (Indexer *self, const char *id)
{
  const GString *text = g_hash_table_lookup (self->findings, id);

  if (text != NULL)
    append (self, text->str);
}

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

/* --- the index --------------------------------------------------------------------------------------- */

static void
begin_element (Indexer *self)
{
  gsize start = self->finder->text->len;

  g_array_append_val (self->finder->starts, start);
}

static void
end_element (Indexer *self, const char *id, const char *label, const LpProperties *set)
{
  if (label != NULL)
    append_folded (self, label);
  append_folded (self, id);
  append_properties (self, set);
  append_findings (self, id);
  g_string_append_c (self->finder->text, '\0');
}

static void
index_all (Indexer *self, const LpDesign *design)
{
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    {
      const LpComponent *component = lp_design_get_component (design, i);
      begin_element (self);
      append_kind (self, component->kind, FALSE);
      end_element (self, component->id, component->label, component->set);
    }
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const LpConnection *connection = lp_design_get_connection (design, i);
      begin_element (self);
      append_kind (self, connection->kind, TRUE);
      end_element (self, connection->id, connection->label, connection->set);
    }
}

LpFindIndex *
lp_find_index_new (const LpDesign *design, const LpCatalogue *catalogue, const LpReview *review)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) findings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_string);
  LpFindIndex *finder = g_new0 (LpFindIndex, 1);
  Indexer indexer = { finder, catalogue, kinds, names, findings };

  finder->n_components = lp_design_get_n_components (design);
  finder->text = g_string_sized_new (96 * (gsize) finder->n_components);
  finder->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (guint i = 0; review != NULL && i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      if (finding->component != NULL)
        note_finding (&indexer, finding);
    }
  index_all (&indexer, design);
  return finder;
}

void
lp_find_index_free (LpFindIndex *finder)
{
  g_string_free (finder->text, TRUE);
  g_array_unref (finder->starts);
  g_free (finder);
}

/* --- searching --------------------------------------------------------------------------------------- */

static gboolean
has_all (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

GArray *
lp_find_index_run (const LpFindIndex *finder, const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (LpFindHit));
  g_autofree char *folded = lp_match_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; *folded != '\0' && i < finder->starts->len; i++)
    {
      const char *element = finder->text->str + g_array_index (finder->starts, gsize, i);
      gboolean is_connection = i >= finder->n_components;
      LpFindHit hit = { is_connection, is_connection ? i - finder->n_components : i };
      if (has_all (element, (const char *const *) words))
        g_array_append_val (hits, hit);
    }
  return hits;
}
