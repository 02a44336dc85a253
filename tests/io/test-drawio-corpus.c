/* Real files, where they are at hand: LOADPATH_CORPUS, or ../shared/corpus beside the checkout. Not one of
 * them fails, and what is understood of them does not become less. */
#include <string.h>

#include "io/native.h"

typedef struct
{
  guint n_files, n_components, n_aws_unknown, n_contained, n_connections, n_loose;
} Counts;

static void
count_part (const LpImportPart *part, Counts *counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lp_native_write (part->design);
  g_autoptr (LpDesign) again = lp_native_read (bytes, "written", &error);

  g_assert_no_error (error);
  counts->n_components += lp_design_get_n_components (part->design);
  counts->n_connections += lp_design_get_n_connections (part->design);
  for (guint i = 0; i < lp_design_get_n_components (part->design); i++)
    {
      const LpComponent *component = lp_design_get_component (part->design, i);
      const char *foreign = lp_properties_lookup_string (component->set, "foreign");
      counts->n_aws_unknown += foreign != NULL && g_str_has_prefix (foreign, "aws");
      counts->n_contained += component->in != NULL;
    }
  for (guint i = 0; i < part->notes->len; i++)
    {
      const LpImportNote *note = g_ptr_array_index (part->notes, i);
      counts->n_loose += g_str_has_prefix (note->message, "the line");
    }
}

static void
count_file (const char *path, Counts *counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImport) import = lp_import_file (path, lp_catalogue_get_default (), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (import->format, ==, "drawio");
  counts->n_files++;
  for (guint i = 0; i < import->parts->len; i++)
    count_part (g_ptr_array_index (import->parts, i), counts);
}

static char *
find_corpus (void)
{
  const char *named = g_getenv ("LOADPATH_CORPUS");
  return named != NULL
             ? g_build_filename (named, "drawio", NULL)
             : g_build_filename (g_getenv ("LOADPATH_TEST_SOURCE"), "..", "shared", "corpus", "drawio", NULL);
}

static void
test_corpus (void)
{
  g_autofree char *folder = find_corpus ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  Counts counts = { 0 };

  if (dir == NULL)
    {
      g_test_skip ("no corpus of real files: set LOADPATH_CORPUS to its folder");
      return;
    }
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      count_file (path, &counts);
    }
  g_test_message (
      "%u files: %u components, %u in a container, %u AWS shapes unknown, %u connections, %u lines left out",
      counts.n_files, counts.n_components, counts.n_contained, counts.n_aws_unknown, counts.n_connections,
      counts.n_loose);
  g_assert_cmpuint (counts.n_files, >=, 29);
  g_assert_cmpuint (counts.n_components, >=, 290);
  g_assert_cmpuint (counts.n_contained, >=, 175);
  g_assert_cmpuint (counts.n_connections, >=, 160);
  g_assert_cmpuint (counts.n_aws_unknown, ==, 0);
  g_assert_cmpuint (counts.n_loose, <=, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawio/corpus", test_corpus);
  return g_test_run ();
}
