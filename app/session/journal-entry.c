#include "session/journal-entry.h"

#include <glib/gi18n.h>

#include "base/json-write.h"
#include "io/native.h"

#define VERSION 1

/* How the records of each table are called, and what says that one goes. */
static const struct
{
  const char *name, *gone;
} tables[] = {
  [LP_TABLE_COMPONENTS] = { "component", "no-component" },
  [LP_TABLE_CONNECTIONS] = { "connection", "no-connection" },
  [LP_TABLE_HEADER] = { "header", NULL },
};

/* By kind of entry. */
static const char *const words[] = { "commit", "undo", "redo", "join", "saving", "saved" };

static const LpEntryKind kind_of_fate[] = {
  [LP_STEP_COMMITTED] = LP_ENTRY_COMMIT,
  [LP_STEP_UNDONE] = LP_ENTRY_UNDO,
  [LP_STEP_REDONE] = LP_ENTRY_REDO,
  [LP_STEP_JOINED] = LP_ENTRY_JOIN,
};

/* --- writing ----------------------------------------------------------------------------------------- */

static void
write_member (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append (out, ", ");
  lp_json_write_string (out, name);
  g_string_append (out, ": ");
  lp_json_write_string (out, value);
}

void
lp_journal_head_write (GString *out, const LpJournalHead *head)
{
  g_string_append_printf (out, "{\"loadpath-journal\": %d, \"revision\": %" G_GUINT64_FORMAT, VERSION, head->revision);
  write_member (out, "file", head->uri);
  write_member (out, "checksum", head->checksum);
  write_member (out, "etag", head->etag);
  write_member (out, "name", head->name);
  write_member (out, "wanted-name", head->wanted_name);
  g_string_append_c (out, '}');
}

/* `record` takes the place of `other`. */
static void
write_op (GString *out, LpTableId table, gconstpointer record, gconstpointer other, guint index)
{
  g_string_append_printf (out, "{\"%s\": ", record != NULL ? tables[table].name : tables[table].gone);
  if (record == NULL)
    lp_json_write_string (out, lp_record_id (table, other));
  else
    lp_native_write_record (out, table, record);
  if (other == NULL)
    g_string_append_printf (out, ", \"index\": %u", index);
  g_string_append_c (out, '}');
}

static void
write_ops (GString *out, const LpStep *step, gboolean backwards)
{
  guint n = step->changes->len;
  g_string_append (out, ", \"changes\": [");
  for (guint i = 0; i < n; i++)
    {
      const LpChange *change = &g_array_index (step->changes, LpChange, backwards ? n - 1 - i : i);
      if (i > 0)
        g_string_append (out, ", ");
      if (backwards)
        write_op (out, change->table, change->before, change->after, change->index);
      else
        write_op (out, change->table, change->after, change->before, change->index);
    }
  g_string_append_c (out, ']');
}

void
lp_journal_step_write (GString *out, const LpStep *step, LpStepFate fate, gboolean whole)
{
  gboolean undone = fate == LP_STEP_UNDONE;
  g_string_append_printf (out, "{\"%s\": %" G_GUINT64_FORMAT, words[kind_of_fate[fate]],
                          undone ? step->revision_before : step->revision_after);
  if (whole)
    {
      write_member (out, "label", step->label != NULL ? step->label : "");
      write_ops (out, step, undone);
    }
  g_string_append_c (out, '}');
}

void
lp_journal_save_write (GString *out, LpEntryKind kind, guint64 revision, const char *uri, const char *checksum)
{
  g_string_append_printf (out, "{\"%s\": %" G_GUINT64_FORMAT, words[kind], revision);
  write_member (out, "file", uri);
  write_member (out, "checksum", checksum);
  g_string_append_c (out, '}');
}

/* --- reading ----------------------------------------------------------------------------------------- */

static gboolean
get_text (LpJsonValue object, const LpJsonPlace *place, const char *key, char **text, GError **error)
{
  g_autoptr (GRefString) string = NULL;
  if (!lp_json_value_get_string (object, place, key, FALSE, &string, error))
    return FALSE;
  *text = g_strdup (string);
  return TRUE;
}

static gboolean
get_count (LpJsonValue object, const LpJsonPlace *place, const char *key, gboolean required, double most,
           double *number, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  if (!lp_json_value_get_number (object, place, key, required, number, error))
    return FALSE;
  return (*number >= 0 && *number <= most)
         || lp_json_fail (&here, LP_READ_ERROR_VALUE, error, "not a number that can stand here");
}

/* The payload as a text with an object in it. */
static LpJsonText *
parse_object (const char *payload, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (payload, length);
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, "journal", LP_JSON_LIMITS_DEFAULT, error);
  if (text == NULL || lp_json_value_is_object (lp_json_text_get_value (text)))
    return g_steal_pointer (&text);
  LpJsonPlace place = LP_JSON_ROOT (text);
  lp_json_fail (&place, LP_READ_ERROR_TYPE, error, _("an object in { } must stand here"));
  return NULL;
}

#define MAX_REVISION 9007199254740992.0 /* what a number of JSON holds exactly */

static gboolean
read_head (LpJsonValue root, const LpJsonPlace *place, LpJournalHead *head, GError **error)
{
  double version = 0, revision = 0;
  if (!get_count (root, place, "loadpath-journal", TRUE, G_MAXUINT, &version, error))
    return FALSE;
  if (version != VERSION)
    return lp_json_fail (place, LP_READ_ERROR_VERSION, error,
                         _("written by a newer Loadpath; this one reads version %d"), VERSION);
  if (!get_count (root, place, "revision", TRUE, MAX_REVISION, &revision, error)
      || !get_text (root, place, "file", &head->uri, error) || !get_text (root, place, "checksum", &head->checksum, error)
      || !get_text (root, place, "etag", &head->etag, error) || !get_text (root, place, "name", &head->name, error)
      || !get_text (root, place, "wanted-name", &head->wanted_name, error))
    return FALSE;
  head->revision = revision;
  return TRUE;
}

gboolean
lp_journal_head_read (const char *payload, gsize length, LpJournalHead *head, GError **error)
{
  g_autoptr (LpJsonText) text = parse_object (payload, length, error);
  if (text == NULL)
    return FALSE;
  LpJsonPlace place = LP_JSON_ROOT (text);
  return read_head (lp_json_text_get_value (text), &place, head, error);
}

/* One of the two members that say what becomes of a record of the table. */
static gboolean
read_op_of_table (LpJsonValue object, const LpJsonPlace *place, LpTableId table, LpReplayOp *op, gboolean *found,
                  GError **error)
{
  LpJsonValue record;
  op->table = table;
  *found = TRUE;
  if (tables[table].gone != NULL && lp_json_value_find (object, tables[table].gone, &record))
    return get_text (object, place, tables[table].gone, &op->id, error);
  *found = lp_json_value_find (object, tables[table].name, &record);
  if (!*found)
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, tables[table].name);
  double index = G_MAXUINT;
  op->record = lp_native_read_record (table, record, &here, error);
  if (op->record == NULL || !get_count (object, place, "index", FALSE, G_MAXUINT, &index, error))
    return FALSE;
  op->index = index;
  op->id = g_strdup (lp_record_id (table, op->record));
  return TRUE;
}

static gboolean
read_op (LpJsonValue object, const LpJsonPlace *place, LpReplayOp *op, GError **error)
{
  gboolean found = FALSE;
  if (!lp_json_value_is_object (object))
    return lp_json_fail (place, LP_READ_ERROR_TYPE, error, _("an object in { } must stand here"));
  for (LpTableId table = 0; !found && table <= LP_TABLE_HEADER; table++)
    if (!read_op_of_table (object, place, table, op, &found, error))
      return FALSE;
  return found || lp_json_fail (place, LP_READ_ERROR_MISSING, error, "it does not say what was changed");
}

static gboolean
read_ops (LpJsonValue list, const LpJsonPlace *place, GArray *ops, GError **error)
{
  LpJsonValue item;
  LpJsonWalk walk = lp_json_value_walk (list);
  for (guint i = 0; lp_json_walk_item (&walk, &item); i++)
    {
      LpJsonPlace here = LP_JSON_ITEM (place, i);
      g_array_set_size (ops, i + 1);
      if (!read_op (item, &here, &g_array_index (ops, LpReplayOp, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_entry (LpJsonValue root, const LpJsonPlace *place, LpJournalEntry *entry, GError **error)
{
  LpJsonValue value;
  double revision = 0;
  gboolean has_changes = FALSE;
  guint kind = 0;
  while (kind < G_N_ELEMENTS (words) && !lp_json_value_find (root, words[kind], &value))
    kind++;
  if (kind == G_N_ELEMENTS (words))
    return lp_json_fail (place, LP_READ_ERROR_MISSING, error, "it does not say what was changed");
  entry->kind = kind;
  if (!get_count (root, place, words[kind], TRUE, MAX_REVISION, &revision, error)
      || !get_text (root, place, "label", &entry->label, error) || !get_text (root, place, "file", &entry->uri, error)
      || !get_text (root, place, "checksum", &entry->checksum, error)
      || !lp_json_value_get_array (root, place, "changes", &value, &has_changes, error))
    return FALSE;
  entry->revision = revision;
  LpJsonPlace changes = LP_JSON_MEMBER (place, "changes");
  if (has_changes)
    entry->ops = lp_replay_ops_new ();
  return !has_changes || read_ops (value, &changes, entry->ops, error);
}

gboolean
lp_journal_entry_read (const char *payload, gsize length, LpJournalEntry *entry, GError **error)
{
  g_autoptr (LpJsonText) text = parse_object (payload, length, error);
  if (text == NULL)
    return FALSE;
  LpJsonPlace place = LP_JSON_ROOT (text);
  return read_entry (lp_json_text_get_value (text), &place, entry, error);
}

/* --- memory ------------------------------------------------------------------------------------------ */

void
lp_journal_head_copy (LpJournalHead *to, const LpJournalHead *from)
{
  *to = (LpJournalHead){ from->revision,         g_strdup (from->uri),  g_strdup (from->checksum),
                         g_strdup (from->etag),  g_strdup (from->name), g_strdup (from->wanted_name) };
}

void
lp_journal_head_clear (LpJournalHead *head)
{
  g_free (head->uri);
  g_free (head->checksum);
  g_free (head->etag);
  g_free (head->name);
  g_free (head->wanted_name);
  *head = (LpJournalHead){ 0 };
}

void
lp_journal_entry_clear (LpJournalEntry *entry)
{
  g_free (entry->label);
  g_free (entry->uri);
  g_free (entry->checksum);
  g_clear_pointer (&entry->ops, g_array_unref);
  *entry = (LpJournalEntry){ 0 };
}
