#include "catalogue/private.h"

#include "base/file.h"
#include "base/resources.h"

LpCatalogue *
lp_catalogue_new (void)
{
  LpCatalogue *catalogue = g_new0 (LpCatalogue, 1);
  catalogue->groups = g_array_new (FALSE, TRUE, sizeof (LpKindGroup));
  catalogue->kinds = g_array_new (FALSE, TRUE, sizeof (LpKind));
  catalogue->connections = g_array_new (FALSE, TRUE, sizeof (LpConnectionKind));
  catalogue->usual = g_array_new (FALSE, TRUE, sizeof (LpUsualConnection));
  catalogue->layers = g_array_new (FALSE, TRUE, sizeof (LpLayer));
  catalogue->kind_hints = g_array_new (FALSE, TRUE, sizeof (LpKindHint));
  catalogue->other_ids = g_array_new (FALSE, TRUE, sizeof (LpOtherId));
  catalogue->group_index = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->kind_index = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->connection_index = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->foreign = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  catalogue->strings = g_string_chunk_new (4096);
  catalogue->blocks = g_ptr_array_new_with_free_func (g_free);
  return catalogue;
}

static void
free_properties (LpPropertyKind *properties, guint n)
{
  for (guint i = 0; i < n; i++)
    lp_property_kind_clear (&properties[i]);
  g_free (properties);
}

static void
clear_kind (LpKind *kind)
{
  lp_text_clear (&kind->name);
  lp_text_clear (&kind->short_name);
  free_properties (kind->properties, kind->n_properties);
}

static void
clear_connection_kind (LpConnectionKind *kind)
{
  lp_text_clear (&kind->name);
  lp_text_clear (&kind->sentence);
  free_properties (kind->properties, kind->n_properties);
}

void
lp_catalogue_free (LpCatalogue *catalogue)
{
  if (catalogue == NULL)
    return;
  for (guint i = 0; i < catalogue->groups->len; i++)
    lp_text_clear (&g_array_index (catalogue->groups, LpKindGroup, i).name);
  for (guint i = 0; i < catalogue->kinds->len; i++)
    clear_kind (&g_array_index (catalogue->kinds, LpKind, i));
  for (guint i = 0; i < catalogue->connections->len; i++)
    clear_connection_kind (&g_array_index (catalogue->connections, LpConnectionKind, i));
  g_array_unref (catalogue->groups);
  g_array_unref (catalogue->kinds);
  g_array_unref (catalogue->connections);
  g_array_unref (catalogue->usual);
  for (guint i = 0; i < catalogue->layers->len; i++)
    lp_text_clear (&g_array_index (catalogue->layers, LpLayer, i).name);
  g_array_unref (catalogue->layers);
  g_array_unref (catalogue->kind_hints);
  for (guint i = 0; i < catalogue->other_ids->len; i++)
    g_clear_pointer (&g_array_index (catalogue->other_ids, LpOtherId, i).set, json_object_unref);
  g_array_unref (catalogue->other_ids);
  g_hash_table_unref (catalogue->group_index);
  g_hash_table_unref (catalogue->kind_index);
  g_hash_table_unref (catalogue->connection_index);
  g_hash_table_unref (catalogue->foreign);
  g_string_chunk_free (catalogue->strings);
  g_ptr_array_unref (catalogue->blocks);
  g_free (catalogue);
}

const char *
lp_catalogue_keep (LpCatalogue *catalogue, const char *string)
{
  return string == NULL ? NULL : g_string_chunk_insert_const (catalogue->strings, string);
}

const char *const *
lp_catalogue_keep_all (LpCatalogue *catalogue, const char *const *strings)
{
  guint n = strings == NULL ? 0 : g_strv_length ((GStrv) strings);
  const char **kept = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    kept[i] = lp_catalogue_keep (catalogue, strings[i]);
  g_ptr_array_add (catalogue->blocks, kept);
  return kept;
}

/* --- reading ----------------------------------------------------------------------------------------- */

static void
clear_file (gpointer data)
{
  LpCatalogueFile *file = data;
  lp_json_text_free (file->text);
}

static gboolean
add_file (GArray *files, GBytes *bytes, const char *name, GError **error)
{
  LpCatalogueFile file = { 0 };
  file.text = lp_json_text_new (bytes, name, LP_JSON_LIMITS_DEFAULT, error);
  if (file.text == NULL)
    return FALSE;
  g_array_append_val (files, file);
  LpJsonPlace root = LP_JSON_ROOT (file.text);
  g_array_index (files, LpCatalogueFile, files->len - 1).root
      = lp_json_as_object (lp_json_text_get_root (file.text), &root, error);
  return g_array_index (files, LpCatalogueFile, files->len - 1).root != NULL;
}

static LpCatalogue *
read_all (GArray *files, GError **error)
{
  g_autoptr (LpCatalogue) catalogue = lp_catalogue_new ();
  if (!lp_catalogue_read_files (catalogue, files, error) || !lp_catalogue_resolve (catalogue, files, error))
    return NULL;
  return g_steal_pointer (&catalogue);
}

static GArray *
new_files (void)
{
  GArray *files = g_array_new (FALSE, TRUE, sizeof (LpCatalogueFile));
  g_array_set_clear_func (files, clear_file);
  return files;
}

LpCatalogue *
lp_catalogue_read (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = lp_file_list (folder, ".json", error);
  if (names == NULL)
    return NULL;
  g_autoptr (GArray) files = new_files ();
  for (guint i = 0; i < names->len; i++)
    {
      char *contents = NULL;
      gsize size = 0;
      if (!g_file_get_contents (names->pdata[i], &contents, &size, error))
        return NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_take (contents, size);
      if (!add_file (files, bytes, names->pdata[i], error))
        return NULL;
    }
  return read_all (files, error);
}

static LpCatalogue *
read_built_in (GError **error)
{
  g_auto (GStrv) paths = lp_resources_list ("catalogue");
  g_autoptr (GArray) files = new_files ();
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = lp_resources_load (paths[i], error);
      if (bytes == NULL || !add_file (files, bytes, paths[i], error))
        return NULL;
    }
  return read_all (files, error);
}

const LpCatalogue *
lp_catalogue_get_default (void)
{
  static gsize once = 0;
  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;
      LpCatalogue *catalogue = read_built_in (&error);
      if (catalogue == NULL)
        {
          g_autofree char *message = lp_error_format (error, "catalogue");
          g_error ("%s", message);
        }
      g_once_init_leave (&once, (gsize) catalogue);
    }
  return (const LpCatalogue *) once;
}

/* --- asking ------------------------------------------------------------------------------------------ */

guint
lp_catalogue_get_n_kinds (const LpCatalogue *catalogue)
{
  return catalogue->kinds->len;
}

const LpKind *
lp_catalogue_get_kind (const LpCatalogue *catalogue, guint index)
{
  g_return_val_if_fail (index < catalogue->kinds->len, NULL);
  return &g_array_index (catalogue->kinds, LpKind, index);
}

guint
lp_catalogue_get_n_groups (const LpCatalogue *catalogue)
{
  return catalogue->groups->len;
}

const LpKindGroup *
lp_catalogue_get_group (const LpCatalogue *catalogue, guint index)
{
  g_return_val_if_fail (index < catalogue->groups->len, NULL);
  return &g_array_index (catalogue->groups, LpKindGroup, index);
}

guint
lp_catalogue_get_n_connection_kinds (const LpCatalogue *catalogue)
{
  return catalogue->connections->len;
}

const LpConnectionKind *
lp_catalogue_get_connection_kind (const LpCatalogue *catalogue, guint index)
{
  g_return_val_if_fail (index < catalogue->connections->len, NULL);
  return &g_array_index (catalogue->connections, LpConnectionKind, index);
}

const LpKind *
lp_catalogue_find (const LpCatalogue *catalogue, const char *kind)
{
  return kind == NULL ? NULL : g_hash_table_lookup (catalogue->kind_index, kind);
}

const LpKindGroup *
lp_catalogue_find_group (const LpCatalogue *catalogue, const char *group)
{
  return group == NULL ? NULL : g_hash_table_lookup (catalogue->group_index, group);
}

const LpConnectionKind *
lp_catalogue_find_connection (const LpCatalogue *catalogue, const char *kind)
{
  return kind == NULL ? NULL : g_hash_table_lookup (catalogue->connection_index, kind);
}

const LpKind *
lp_catalogue_find_foreign (const LpCatalogue *catalogue, const char *format, const char *name)
{
  g_autofree char *key = g_strconcat (format, " ", name, NULL);
  return g_hash_table_lookup (catalogue->foreign, key);
}

static const LpPropertyKind *
find_property (const LpPropertyKind *properties, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (properties[i].name, name))
      return &properties[i];
  for (guint i = 0; i < n; i++)
    if (properties[i].also != NULL && g_strv_contains (properties[i].also, name))
      return &properties[i];
  return NULL;
}

const LpPropertyKind *
lp_kind_find_property (const LpKind *kind, const char *name)
{
  return find_property (kind->properties, kind->n_properties, name);
}

const LpPropertyKind *
lp_connection_kind_find_property (const LpConnectionKind *kind, const char *name)
{
  return find_property (kind->properties, kind->n_properties, name);
}

gboolean
lp_kind_has_role (const LpKind *kind, const char *role)
{
  return g_strv_contains (kind->roles, role);
}

gboolean
lp_catalogue_may_contain (const LpCatalogue *catalogue, const char *container, const char *kind)
{
  const LpKind *inner = lp_catalogue_find (catalogue, kind);
  const LpKind *outer = lp_catalogue_find (catalogue, container);
  if (inner == NULL || inner->containers == NULL || (container != NULL && outer == NULL))
    return TRUE;
  if (outer != NULL && (!outer->is_container || lp_kind_has_role (outer, "open")))
    return TRUE;
  return g_strv_contains (inner->containers, container == NULL ? "" : outer->id);
}

static gboolean
side_matches (const char *pattern, const LpKind *kind)
{
  if (pattern[0] == '*')
    return !lp_kind_has_role (kind, "annotation");
  return pattern[0] == '@' ? lp_kind_has_role (kind, pattern + 1) : g_str_equal (pattern, kind->id);
}

gboolean
lp_catalogue_may_connect (const LpCatalogue *catalogue, const char *connection, const char *from, const char *to)
{
  const LpConnectionKind *kind = lp_catalogue_find_connection (catalogue, connection);
  const LpKind *source = lp_catalogue_find (catalogue, from);
  const LpKind *target = lp_catalogue_find (catalogue, to);
  if (kind == NULL || source == NULL || target == NULL)
    return TRUE;
  for (guint i = 0; kind->from[i] != NULL; i++)
    if (side_matches (kind->from[i], source) && side_matches (kind->to[i], target))
      return TRUE;
  return FALSE;
}
