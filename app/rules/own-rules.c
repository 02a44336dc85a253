#include "rules/own-rules.h"

#include "base/diagnostic.h"

char *
lp_own_rules_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "loadpath", "rules", NULL);
}

GStrv
lp_own_rules_list_folders (const char *const *further)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autofree char *own = lp_own_rules_dup_folder ();

  if (g_file_test (own, G_FILE_TEST_EXISTS))
    g_strv_builder_add (folders, own);
  if (further != NULL)
    g_strv_builder_addv (folders, (const char **) further);
  return g_strv_builder_end (folders);
}

gboolean
lp_own_rules_add (LpPack *pack, const char *const *folders, LpOwnRulesProblem problem, gpointer data)
{
  gboolean good = TRUE;

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
      good &= lp_pack_add (pack, folders[i], errors);
      for (guint j = 0; j < errors->len; j++)
        problem (folders[i], errors->pdata[j], data);
    }
  return good;
}

/* --- one folder -------------------------------------------------------------------------------------- */

static void
note_problem (const char *path, const GError *error, gpointer folder)
{
  g_ptr_array_add (((LpOwnFolder *) folder)->problems, lp_error_format (error, path));
}

LpOwnFolder *
lp_own_folder_read (const char *path)
{
  LpOwnFolder *folder = g_new0 (LpOwnFolder, 1);
  g_autoptr (LpPack) pack = lp_pack_new (NULL);
  const char *folders[] = { path, NULL };

  folder->path = g_strdup (path);
  folder->exists = g_file_test (path, G_FILE_TEST_EXISTS);
  folder->problems = g_ptr_array_new_with_free_func (g_free);
  lp_own_rules_add (pack, folders, note_problem, folder);
  folder->n_rules = pack->rules->len;
  return folder;
}

void
lp_own_folder_free (LpOwnFolder *folder)
{
  g_ptr_array_unref (folder->problems);
  g_free (folder->path);
  g_free (folder);
}
