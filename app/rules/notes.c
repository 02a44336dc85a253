#include "rules/notes.h"

#include <glib/gi18n.h>

#include "base/resources.h"
#include "rules/rule-private.h"

void
lp_note_free (LpNote *note)
{
  g_free (note->id);
  lp_text_clear (&note->then);
  lp_text_clear (&note->now);
  g_free (note->since);
  g_free (note->source);
  g_free (note);
}

static gboolean
read_note (LpNote *note, JsonNode *node, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "id", "then", "now", "since", "source", "sure", NULL };
  JsonObject *object = lp_json_as_object (node, place, error);
  const char *id = NULL, *since = NULL, *source = NULL;
  LpJsonPlace here = LP_JSON_MEMBER (place, "since");

  if (object == NULL || !lp_rule_check_members (object, place, known, error)
      || !lp_json_get_string (object, place, "id", TRUE, &id, error)
      || !lp_json_get_string (object, place, "since", FALSE, &since, error)
      || !lp_json_get_string (object, place, "source", TRUE, &source, error)
      || !lp_sureness_read (object, place, &note->sure, error)
      || !lp_text_read (&note->then, object, place, "then", TRUE, error)
      || !lp_text_read (&note->now, object, place, "now", TRUE, error))
    return FALSE;
  if (since != NULL && !lp_date_is_valid (since))
    return lp_json_fail (&here, LP_READ_ERROR_VALUE, error, _("“%s” is no date; write one like 2025-11-07 or 2025-11"),
                         since);
  note->id = g_strdup (id);
  note->since = g_strdup (since);
  note->source = g_strdup (source);
  return TRUE;
}

gboolean
lp_notes_read (GPtrArray *notes, GBytes *bytes, const char *file, GError **error)
{
  static const char *const known[] = { "notes", NULL };
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, file, LP_JSON_LIMITS_DEFAULT, error);
  if (text == NULL)
    return FALSE;
  LpJsonPlace root = LP_JSON_ROOT (text), here = LP_JSON_MEMBER (&root, "notes");
  JsonObject *object = lp_json_as_object (lp_json_text_get_root (text), &root, error);
  JsonArray *list = NULL;

  if (object == NULL || !lp_rule_check_members (object, &root, known, error)
      || !lp_json_get_array (object, &root, "notes", TRUE, &list, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      LpJsonPlace item = LP_JSON_ITEM (&here, i);
      LpNote *note = g_new0 (LpNote, 1);
      if (!read_note (note, json_array_get_element (list, i), &item, error))
        {
          lp_note_free (note);
          return FALSE;
        }
      g_ptr_array_add (notes, note);
    }
  return TRUE;
}

/* --- what is built in -------------------------------------------------------------------------------- */

static int
by_id (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(LpNote *const *) a)->id, (*(LpNote *const *) b)->id);
}

static gpointer
read_built_in (gpointer data)
{
  GPtrArray *notes = g_ptr_array_new ();
  g_auto (GStrv) paths = lp_resources_list ("notes");

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = lp_resources_load (paths[i], &error);
      if (bytes == NULL || !lp_notes_read (notes, bytes, paths[i], &error))
        {
          g_autofree char *text = lp_error_format (error, paths[i]);
          g_error ("%s", text);
        }
    }
  g_ptr_array_sort (notes, by_id);
  return notes;
}

const GPtrArray *
lp_notes_get_default (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, read_built_in, NULL);
}

const LpNote *
lp_note_find (const char *id)
{
  const GPtrArray *notes = lp_notes_get_default ();

  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (((LpNote *) notes->pdata[i])->id, id))
      return notes->pdata[i];
  return NULL;
}
