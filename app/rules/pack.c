#include "rules/pack.h"

#include <glib/gi18n.h>

#include "base/file.h"
#include "base/parallel.h"
#include "base/resources.h"
#include "base/sort.h"
#include "rules/survey.h"

LpPack *
lp_pack_new (LpPack *base)
{
  LpPack *pack = g_new0 (LpPack, 1);
  g_atomic_ref_count_init (&pack->refs);
  pack->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_rule_unref);
  for (guint i = 0; base != NULL && i < base->rules->len; i++)
    g_ptr_array_add (pack->rules, lp_rule_ref (base->rules->pdata[i]));
  return pack;
}

LpPack *
lp_pack_ref (LpPack *pack)
{
  g_atomic_ref_count_inc (&pack->refs);
  return pack;
}

void
lp_pack_unref (LpPack *pack)
{
  if (!g_atomic_ref_count_dec (&pack->refs))
    return;
  g_ptr_array_unref (pack->rules);
  g_free (pack);
}

/* The rule's number, or where it belongs; *found says which. */
static guint
find (const LpPack *pack, const char *id, gboolean *found)
{
  guint low = 0, high = pack->rules->len;

  *found = FALSE;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (((LpRule *) pack->rules->pdata[middle])->id, id);
      if (order == 0)
        {
          *found = TRUE;
          return middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const LpRule *
lp_pack_find (const LpPack *pack, const char *id)
{
  gboolean found;
  guint at = find (pack, id, &found);
  return found ? pack->rules->pdata[at] : NULL;
}

/* Takes over the rule. */
static void
add_rule (LpPack *pack, LpRule *rule)
{
  gboolean found;
  guint at = find (pack, rule->id, &found);
  if (found)
    g_ptr_array_remove_index (pack->rules, at);
  g_ptr_array_insert (pack->rules, at, rule);
}

void
lp_pack_join (LpPack *pack, const LpPack *other)
{
  for (guint i = 0; i < other->rules->len; i++)
    {
      LpRule *rule = other->rules->pdata[i];
      if (lp_pack_find (pack, rule->id) == NULL)
        add_rule (pack, lp_rule_ref (rule));
    }
}

LpPack *
lp_pack_filter (const LpPack *pack, gboolean (*wants) (const char *rule, gconstpointer data), gconstpointer data)
{
  LpPack *filtered = lp_pack_new (NULL);

  for (guint i = 0; i < pack->rules->len; i++)
    {
      LpRule *rule = pack->rules->pdata[i];
      if (wants (rule->id, data))
        g_ptr_array_add (filtered->rules, lp_rule_ref (rule));
    }
  return filtered;
}

/* --- folders ----------------------------------------------------------------------------------------- */

static gboolean
list_files (const char *folder, guint depth, GPtrArray *files, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (depth > 0 && !list_files (path, depth - 1, files, error))
            return FALSE;
        }
      else if (g_str_has_suffix (name, ".json"))
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
  return TRUE;
}

static LpRule *
read_file (const char *path, GError **error)
{
  GError *wrong = NULL;
  g_autoptr (GBytes) bytes = lp_file_read (path, &wrong);

  if (bytes != NULL)
    return lp_rule_read (bytes, path, error);
  lp_read_error_set (error, LP_READ_ERROR_REFERENCE, path, (LpPosition){ 0, 0 }, NULL, "%s", wrong->message);
  g_error_free (wrong);
  return NULL;
}

static void
add_file (LpPack *pack, const char *path, GHashTable *seen, GPtrArray *errors)
{
  GError *error = NULL;
  LpRule *rule = read_file (path, &error);

  if (rule == NULL)
    {
      g_ptr_array_add (errors, error);
      return;
    }
  const char *other = g_hash_table_lookup (seen, rule->id);
  if (other != NULL)
    {
      lp_read_error_set (&error, LP_READ_ERROR_DUPLICATE, path, (LpPosition){ 1, 1 }, "id",
                         _("the rule %s is in %s too; give one of them another id"), rule->id, other);
      g_ptr_array_add (errors, error);
      lp_rule_unref (rule);
      return;
    }
  g_hash_table_insert (seen, g_strdup (rule->id), g_strdup (path));
  add_rule (pack, rule);
}

gboolean
lp_pack_add (LpPack *pack, const char *path, GPtrArray *errors)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GError *error = NULL;
  guint before = errors->len;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    g_ptr_array_add (files, g_strdup (path));
  else if (!list_files (path, 8, files, &error))
    {
      lp_file_error_reword (error, FALSE);
      g_ptr_array_add (errors, error);
      return FALSE;
    }
  g_ptr_array_sort (files, lp_compare_strings);
  for (guint i = 0; i < files->len; i++)
    add_file (pack, files->pdata[i], seen, errors);
  return errors->len == before;
}

/* --- what is built in -------------------------------------------------------------------------------- */

typedef struct
{
  GStrv paths;
  LpRule **rules;
} BuiltIn;

static void
read_one (guint i, guint thread, gpointer data)
{
  const BuiltIn *built_in = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lp_resources_load (built_in->paths[i], &error);

  built_in->rules[i] = bytes != NULL ? lp_rule_read (bytes, built_in->paths[i], &error) : NULL;
  if (built_in->rules[i] == NULL)
    {
      g_autofree char *text = lp_error_format (error, built_in->paths[i]);
      g_error ("%s", text);
    }
}

static gpointer
read_built_in (gpointer data)
{
  LpPack *pack = lp_pack_new (NULL);
  g_auto (GStrv) paths = lp_resources_list ("rules");
  guint n = g_strv_length (paths);
  g_autofree LpRule **rules = g_new0 (LpRule *, n + 1);
  BuiltIn built_in = { paths, rules };

  lp_survey_schema ();
  lp_parallel_each (n, read_one, &built_in);
  for (guint i = 0; i < n; i++)
    add_rule (pack, rules[i]);
  return pack;
}

LpPack *
lp_pack_get_default (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, read_built_in, NULL);
}
