#include "rules/baseline.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/file.h"
#include "base/json-write.h"
#include "rules/basis.h"
#include "rules/rule-private.h"

#define VERSION 1
#define MARK "loadpath-baseline"

struct _LpBaseline
{
  char *path;
  char *folder;
  GPtrArray *known; /* of LpKnown */
};

static void
known_free (gpointer data)
{
  LpKnown *known = data;
  g_free (known->file);
  g_free (known->page);
  g_free (known->rule);
  g_free (known->component);
  g_free (known->fingerprint);
  g_free (known->shape);
  g_free (known->message);
  g_free (known);
}

LpBaseline *
lp_baseline_new (const char *path)
{
  LpBaseline *self = g_new0 (LpBaseline, 1);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (absolute);
  self->known = g_ptr_array_new_with_free_func (known_free);
  return self;
}

void
lp_baseline_free (LpBaseline *self)
{
  g_free (self->path);
  g_free (self->folder);
  g_ptr_array_unref (self->known);
  g_free (self);
}

const char *
lp_baseline_get_path (const LpBaseline *self)
{
  return self->path;
}

/* --- reading ----------------------------------------------------------------------------------------- */

static gboolean
take_text (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required, char **text, GError **error)
{
  const char *value = NULL;
  if (!lp_json_get_string (object, place, key, required, &value, error))
    return FALSE;
  *text = g_strdup (value);
  return TRUE;
}

static gboolean
read_known (LpBaseline *self, JsonNode *node, const LpJsonPlace *place, GError **error)
{
  static const char *const names[]
      = { "file", "page", "rule", "component", "fingerprint", "shape", "message", NULL };
  JsonObject *object = lp_json_as_object (node, place, error);
  if (object == NULL || !lp_rule_check_members (object, place, names, error))
    return FALSE;
  LpKnown *known = g_new0 (LpKnown, 1);
  g_ptr_array_add (self->known, known);
  return take_text (object, place, "file", TRUE, &known->file, error)
         && take_text (object, place, "page", FALSE, &known->page, error)
         && take_text (object, place, "rule", TRUE, &known->rule, error)
         && take_text (object, place, "component", FALSE, &known->component, error)
         && take_text (object, place, "fingerprint", TRUE, &known->fingerprint, error)
         && take_text (object, place, "shape", FALSE, &known->shape, error)
         && take_text (object, place, "message", FALSE, &known->message, error);
}

static gboolean
check_version (JsonObject *root, const LpJsonPlace *place, GError **error)
{
  double version = 0;
  LpJsonPlace here = LP_JSON_MEMBER (place, MARK);
  if (!json_object_has_member (root, MARK))
    return lp_json_fail (place, LP_READ_ERROR_FORMAT, error,
                         _("this is no baseline; “loadpath check --write-baseline” writes one"));
  if (!lp_json_get_number (root, place, MARK, TRUE, &version, error))
    return FALSE;
  if (version > VERSION)
    return lp_json_fail (&here, LP_READ_ERROR_VERSION, error,
                         _("written by a newer Loadpath; this one reads version %d"), VERSION);
  return version == VERSION
         || lp_json_fail (&here, LP_READ_ERROR_VALUE, error, _("the version must be %d"), VERSION);
}

static gboolean
read_root (LpBaseline *self, JsonNode *node, const LpJsonPlace *place, GError **error)
{
  static const char *const names[] = { MARK, "findings", NULL };
  JsonObject *root = lp_json_as_object (node, place, error);
  JsonArray *findings = NULL;
  LpJsonPlace here = LP_JSON_MEMBER (place, "findings");
  if (root == NULL || !check_version (root, place, error) || !lp_rule_check_members (root, place, names, error)
      || !lp_json_get_array (root, place, "findings", TRUE, &findings, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      LpJsonPlace item = LP_JSON_ITEM (&here, i);
      if (!read_known (self, json_array_get_element (findings, i), &item, error))
        return FALSE;
    }
  return TRUE;
}

LpBaseline *
lp_baseline_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = lp_file_read (path, error);
  if (bytes == NULL)
    return NULL;
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, path, LP_JSON_LIMITS_DEFAULT, error);
  if (text == NULL)
    return NULL;
  g_autoptr (LpBaseline) self = lp_baseline_new (path);
  LpJsonPlace place = LP_JSON_ROOT (text);
  return read_root (self, lp_json_text_get_root (text), &place, error) ? g_steal_pointer (&self) : NULL;
}

/* --- names of files ---------------------------------------------------------------------------------- */

/* From the baseline's folder, with slashes: the same on every machine that has both. */
static char *
relative_name (const LpBaseline *self, const char *file)
{
  if (g_str_equal (file, "-"))
    return g_strdup ("-");
  g_autofree char *absolute = g_canonicalize_filename (file, NULL);
  g_auto (GStrv) from = g_strsplit (self->folder, G_DIR_SEPARATOR_S, -1);
  g_auto (GStrv) to = g_strsplit (absolute, G_DIR_SEPARATOR_S, -1);
  g_autoptr (GString) name = g_string_new (NULL);
  guint same = 0;

  while (from[same] != NULL && to[same] != NULL && to[same + 1] != NULL && g_str_equal (from[same], to[same]))
    same++;
  for (guint i = same; from[i] != NULL; i++)
    g_string_append (name, *from[i] != '\0' ? "../" : "");
  for (guint i = same; to[i] != NULL; i++)
    g_string_append_printf (name, "%s%s", i > same ? "/" : "", to[i]);
  return g_strdup (name->str);
}

/* --- what is known ----------------------------------------------------------------------------------- */

static gboolean
is_of (const LpKnown *known, const char *file, const char *page)
{
  return g_str_equal (known->file, file) && g_strcmp0 (known->page, page) == 0;
}

/* Each entry is for one finding. */
static LpKnown *
find_unseen (const GPtrArray *same)
{
  for (guint i = 0; i < same->len; i++)
    if (!((LpKnown *) same->pdata[i])->seen)
      return same->pdata[i];
  return NULL;
}

static gboolean
has_element (const LpDesign *design, const char *id)
{
  return lp_design_find (design, id) != LP_NONE || lp_design_find_connection (design, id) != LP_NONE;
}

/* One whose component is no longer there, and that was of the same shape: its component has another id now. */
static LpKnown *
find_renamed (const GPtrArray *candidates, const LpDesign *design, const LpFinding *finding, const char *shape)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      LpKnown *known = candidates->pdata[i];
      if (!known->seen && known->component != NULL && g_str_equal (known->rule, finding->rule)
          && g_strcmp0 (known->shape, shape) == 0 && !has_element (design, known->component))
        return known;
    }
  return NULL;
}

/* The entries of the document, by fingerprint. */
static GHashTable *
index_known (const LpBaseline *self, const char *file, const char *page)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->known->len; i++)
    {
      LpKnown *known = self->known->pdata[i];
      if (!is_of (known, file, page))
        continue;
      GPtrArray *same = g_hash_table_lookup (index, known->fingerprint);
      if (same == NULL)
        g_hash_table_insert (index, known->fingerprint, same = g_ptr_array_new ());
      g_ptr_array_add (same, known);
    }
  return index;
}

/* Those whose finding did not occur under its own fingerprint. */
static GPtrArray *
left_over (GHashTable *index)
{
  GPtrArray *left = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer same;
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &same))
    for (guint i = 0; i < ((GPtrArray *) same)->len; i++)
      if (!((LpKnown *) ((GPtrArray *) same)->pdata[i])->seen)
        g_ptr_array_add (left, ((GPtrArray *) same)->pdata[i]);
  return left;
}

static void
keep (GPtrArray *findings, LpFinding *finding)
{
  g_ptr_array_add (findings, lp_finding_ref (finding));
}

LpReview *
lp_baseline_subtract (LpBaseline *self, const LpBaselined *document, LpReview *review)
{
  g_autofree char *file = relative_name (self, document->file);
  g_autoptr (GHashTable) index = index_known (self, file, document->page);
  g_autoptr (GPtrArray) other = g_ptr_array_new ();
  g_autoptr (LpBases) bases = lp_bases_new (document->pack, document->design);
  GPtrArray *fresh = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_finding_unref);
  guint n = 0;

  for (guint i = 0; i < review->findings->len; i++)
    {
      LpFinding *finding = review->findings->pdata[i];
      const GPtrArray *same = g_hash_table_lookup (index, finding->fingerprint);
      LpKnown *known = same != NULL && finding->waiver == NULL ? find_unseen (same) : NULL;
      if (known != NULL)
        known->seen = TRUE;
      else
        g_ptr_array_add (other, finding);
      n += known != NULL;
    }
  g_autoptr (GPtrArray) left = left_over (index);
  for (guint i = 0; i < other->len; i++)
    {
      LpFinding *finding = other->pdata[i];
      g_autofree char *shape
          = left->len > 0 && finding->waiver == NULL ? lp_bases_shape_of (bases, finding) : NULL;
      LpKnown *known = shape != NULL ? find_renamed (left, document->design, finding, shape) : NULL;
      if (known != NULL)
        known->seen = TRUE;
      else
        keep (fresh, finding);
      n += known != NULL;
    }
  LpReview *rest = lp_review_new (fresh, g_array_ref (review->tallies));
  rest->summary.known = n;
  return rest;
}

/* --- taking ------------------------------------------------------------------------------------------ */

static LpKnown *
known_of (const char *file, const LpBaselined *document, const LpFinding *finding, LpBases *bases)
{
  LpKnown *known = g_new0 (LpKnown, 1);
  known->file = g_strdup (file);
  known->page = g_strdup (document->page);
  known->rule = g_strdup (finding->rule);
  known->component = g_strdup (finding->component);
  known->fingerprint = g_strdup (finding->fingerprint);
  known->shape = lp_bases_shape_of (bases, finding);
  known->message = g_strdup (finding->message);
  return known;
}

void
lp_baseline_take (LpBaseline *self, const LpBaselined *document, const LpReview *review)
{
  g_autofree char *file = relative_name (self, document->file);
  g_autoptr (LpBases) bases = lp_bases_new (document->pack, document->design);

  for (guint i = self->known->len; i > 0; i--)
    if (is_of (self->known->pdata[i - 1], file, document->page))
      g_ptr_array_remove_index_fast (self->known, i - 1);
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      if (finding->waiver == NULL)
        g_ptr_array_add (self->known, known_of (file, document, finding, bases));
    }
}

void
lp_baseline_add_gone (const LpBaseline *self, const char *file, GPtrArray *gone)
{
  g_autofree char *name = relative_name (self, file);
  for (guint i = 0; i < self->known->len; i++)
    {
      LpKnown *known = self->known->pdata[i];
      if (!known->seen && g_str_equal (known->file, name))
        g_ptr_array_add (gone, known);
    }
}

/* --- writing ----------------------------------------------------------------------------------------- */

static int
by_name (gconstpointer a, gconstpointer b)
{
  const LpKnown *one = *(LpKnown *const *) a, *other = *(LpKnown *const *) b;
  const char *keys[][2] = { { one->file, other->file },
                            { one->page, other->page },
                            { one->rule, other->rule },
                            { one->component, other->component },
                            { one->fingerprint, other->fingerprint } };
  int order = 0;
  for (guint i = 0; order == 0 && i < G_N_ELEMENTS (keys); i++)
    order = g_strcmp0 (keys[i][0], keys[i][1]);
  return order;
}

static void
write_member (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append (out, out->str[out->len - 1] == '{' ? "" : ", ");
  lp_json_write_string (out, name);
  g_string_append (out, ": ");
  lp_json_write_string (out, value);
}

GBytes *
lp_baseline_write (const LpBaseline *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->known, NULL, NULL);
  GString *out = g_string_new (NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, by_name);
  g_string_append_printf (out, "{\n  \"" MARK "\": %d,\n  \"findings\": [", VERSION);
  for (guint i = 0; i < sorted->len; i++)
    {
      const LpKnown *known = sorted->pdata[i];
      g_string_append (out, i > 0 ? ",\n    {" : "\n    {");
      write_member (out, "file", known->file);
      write_member (out, "page", known->page);
      write_member (out, "rule", known->rule);
      write_member (out, "component", known->component);
      write_member (out, "fingerprint", known->fingerprint);
      write_member (out, "shape", known->shape);
      write_member (out, "message", known->message);
      g_string_append_c (out, '}');
    }
  g_string_append (out, sorted->len > 0 ? "\n  ]\n}\n" : "]\n}\n");
  return g_string_free_to_bytes (out);
}
