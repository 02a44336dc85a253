/* Each fixture is a file as draw.io or a person writes it, with what it must become beside it: every part in
 * the native format and its notes, or the error. LOADPATH_WRITE_EXPECTED=1 writes them anew, to be read in
 * the diff. */
#include "io/native.h"

static const char *const fixtures[] = {
  "geometry.drawio",   "nested.xml",    "pages.drawio", "labels.drawio", "boxes.drawio",
  "spans.drawio",      "ends.drawio",   "kinds.drawio", "hidden.drawio", "connections.drawio",
  "attributes.drawio", "places.drawio", "frames.drawio", "carried.svg",  "carried.html",  "native.svg",
};

static const struct
{
  const char *name;
  LpReadErrorCode code;
} refusals[] = {
  { "bad-base64.drawio", LP_READ_ERROR_DAMAGED },
  { "bad-deflate.drawio", LP_READ_ERROR_DAMAGED },
  { "bad-packed.drawio", LP_READ_ERROR_DAMAGED },
  { "bad-xml.drawio", LP_READ_ERROR_SYNTAX },
  { "bad-empty.drawio", LP_READ_ERROR_MISSING },
  { "bad-entity.drawio", LP_READ_ERROR_VALUE },
  { "bad-laughs.drawio", LP_READ_ERROR_VALUE },
  { "bad-root.xml", LP_READ_ERROR_FORMAT },
  { "bad-no-page.drawio", LP_READ_ERROR_MISSING },
  { "bad-no-root.drawio", LP_READ_ERROR_MISSING },
  { "bad-duplicate.drawio", LP_READ_ERROR_DUPLICATE },
  { "bad-parent.drawio", LP_READ_ERROR_REFERENCE },
  { "bad-cycle.drawio", LP_READ_ERROR_CYCLE },
  { "bad-id.drawio", LP_READ_ERROR_MISSING },
  { "bad-svg.svg", LP_READ_ERROR_FORMAT },
  { "bad-html.html", LP_READ_ERROR_FORMAT },
};

static char *
fixture_path (const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  return g_build_filename (g_getenv ("LOADPATH_TEST_SOURCE"), "tests", "fixtures", "drawio", file, NULL);
}

static LpImport *
import_fixture (const char *name, GError **error)
{
  g_autofree char *path = fixture_path (name, "");
  g_autofree char *bytes = NULL;
  gsize size;

  if (!g_file_get_contents (path, &bytes, &size, error))
    return NULL;
  g_autoptr (GBytes) content = g_bytes_new (bytes, size);
  return lp_import_bytes (content, name, lp_catalogue_get_default (), error);
}

static char *
describe (const LpImport *import)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "format %s\n", import->format);
  for (guint i = 0; i < import->parts->len; i++)
    {
      const LpImportPart *part = g_ptr_array_index (import->parts, i);
      g_autoptr (GBytes) bytes = lp_native_write (part->design);
      g_string_append_printf (text, "\npart %s\n", part->name != NULL ? part->name : "-");
      g_string_append_len (text, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      for (guint n = 0; n < part->notes->len; n++)
        {
          const LpImportNote *note = g_ptr_array_index (part->notes, n);
          g_string_append_printf (text, "note %s: %s\n", note->place, note->message);
        }
    }
  return g_string_free (text, FALSE);
}

static void
compare (const char *name, const char *result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (name, ".expected");
  g_autofree char *expected = NULL;

  if (g_getenv ("LOADPATH_WRITE_EXPECTED") != NULL)
    g_file_set_contents (path, result, -1, NULL);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result, ==, expected);
}

static void
test_fixture (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImport) import = import_fixture (data, &error);

  g_assert_no_error (error);
  g_autofree char *result = describe (import);
  compare (data, result);
}

static void
test_refusal (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImport) import = import_fixture (refusals[i].name, &error);

  g_assert_null (import);
  g_assert_error (error, LP_READ_ERROR, (int) refusals[i].code);
  g_autofree char *line = lp_error_format (error, NULL);
  g_autofree char *result = g_strconcat (line, "\n", NULL);
  compare (refusals[i].name, result);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *path = g_strconcat ("/drawio/reads/", fixtures[i], NULL);
      g_test_add_data_func (path, fixtures[i], test_fixture);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/drawio/refuses/", refusals[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refusal);
    }
  return g_test_run ();
}
