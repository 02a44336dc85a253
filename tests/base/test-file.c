/* What stands in a folder, by the ends of names. */

#include <glib/gstdio.h>

#include "base/file.h"

static void
touch (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
test_list (void)
{
  static const char *const names[] = { "b.json", "a.json", "B.json", "a.json~", "json", "c.txt" };
  static const char *const sorted[] = { "B.json", "a.json", "b.json" };
  g_autofree char *folder = g_dir_make_tmp ("loadpath-list-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    touch (folder, names[i]);

  g_autoptr (GPtrArray) paths = lp_file_list (folder, ".json", NULL);
  g_assert_cmpuint (paths->len, ==, G_N_ELEMENTS (sorted));
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, sorted[i], NULL);
      g_assert_cmpstr (paths->pdata[i], ==, path);
    }

  g_autoptr (GPtrArray) none = lp_file_list (folder, ".loadpath", NULL);
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  g_autoptr (GError) error = NULL;
  g_assert_null (lp_file_list (folder, ".json", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/file/list", test_list);
  return g_test_run ();
}
