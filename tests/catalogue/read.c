/* Mistakes in catalogue files: each refused with what is wrong and where. */
#include "catalogue/catalogue.h"

#include <glib/gstdio.h>

#define GROUP "\"group\": {\"id\": \"g\", \"name\": {\"en\": \"G\", \"ko\": \"G\"}, \"colour\": \"compute\", \"rank\": 1}"
#define NAME "\"name\": {\"en\": \"A\", \"ko\": \"A\"}"

typedef struct
{
  const char *text;
  LpReadErrorCode code;
  guint line;
  const char *path;
} Mistake;

static LpCatalogue *
read_text (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("catalogue-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "a.json", NULL);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  LpCatalogue *catalogue = lp_catalogue_read (folder, error);
  g_unlink (file);
  g_rmdir (folder);
  return catalogue;
}

static void
test_mistakes (void)
{
  static const Mistake mistakes[] = {
    { "[]", LP_READ_ERROR_TYPE, 1, "" },
    { "{\"kinds\": [\n{\"id\": \"a\", " NAME "}]}", LP_READ_ERROR_MISSING, 2, "kinds[0]" },
    { "{" GROUP ", \"kinds\": [{\"id\": \"a\", " NAME "}, {\"id\": \"b\", " NAME "}], \"also\": [\n"
      "{\"id\": \"c\", \"kind\": \"a\"},\n{\"id\": \"b\", \"kind\": \"a\"}]}",
      LP_READ_ERROR_DUPLICATE, 3, "also[1].id" },
    { "{" GROUP ", \"kinds\": [{\"id\": \"a\", " NAME "}], \"also_properties\": [\n{\"name\": \"q\", \"property\": \"p\", "
      "\"kinds\": [\"a\"]}]}",
      LP_READ_ERROR_REFERENCE, 2, "also_properties[0]" },
    { "{" GROUP ", \"kinds\": [{\"id\": \"a\", " NAME "}], \"also\": [\n{\"id\": \"c\", \"kind\": \"x\"}]}",
      LP_READ_ERROR_REFERENCE, 2, "also[0].kind" },
    { "{" GROUP ", \"kinds\": [{\"id\": \"a\", " NAME "}], \"also\": [\n{\"id\": \"c\", \"kind\": \"a\", \"set\": "
      "{\"p\": 1}}]}",
      LP_READ_ERROR_REFERENCE, 2, "also[0].set.p" },
    { "{" GROUP ", \"kinds\": [\n{\"id\": \"a\"}]}", LP_READ_ERROR_MISSING, 2, "kinds[0]" },
    { "{" GROUP ", \"kinds\": [\n{\"id\": \"a\", " NAME "},\n{\"id\": \"a\", " NAME "}]}", LP_READ_ERROR_DUPLICATE, 3,
      "kinds[1].id" },
    { "{" GROUP ", \"kinds\": [\n{\"id\": \"a\", " NAME ",\n\"group\": \"x\"}]}", LP_READ_ERROR_REFERENCE, 3,
      "kinds[0].group" },
    { "{" GROUP ", \"kinds\": [\n{\"id\": \"a\", " NAME ",\n\"in\": [\"x\"]}]}", LP_READ_ERROR_REFERENCE, 3,
      "kinds[0].in" },
    { "{" GROUP ", \"kinds\": [\n{\"id\": \"a\", " NAME ",\n\"in\": [\"@x\"]}]}", LP_READ_ERROR_REFERENCE, 3,
      "kinds[0].in[0]" },
    { "{" GROUP ", \"kinds\": [\n{\"id\": \"a\", " NAME ",\n\"scope\": \"x\"}]}", LP_READ_ERROR_VALUE, 3,
      "kinds[0].scope" },
    { "{" GROUP ", \"kinds\": [\n{\"id\": \"a\", " NAME ",\n\"properties\": [\"x\"]}]}", LP_READ_ERROR_REFERENCE, 3,
      "kinds[0].properties[0]" },
    { "{\"connections\": [{\"id\": \"c\", " NAME ", \"sentence\": {\"en\": \"A\", \"ko\": \"A\"}, \"colour\": "
      "\"plain\", \"joins\": [],\n\"properties\": [\"x\"]}]}",
      LP_READ_ERROR_REFERENCE, 2, "connections[0].properties[0]" },
    { "{" GROUP ", \"kinds\": [\n{\"id\": \"a\", " NAME ",\n\"drawio\": [\"x\", \"x\"]}]}", LP_READ_ERROR_DUPLICATE,
      3, "kinds[0].drawio[1]" },
    { "{" GROUP ", \"properties\": [{\"name\": \"p\", \"type\": \"boolean\",\n\"unset\": \"yes\", \"label\": "
      "{\"en\": \"P\", \"ko\": \"P\"}, \"help\": {\"en\": \"P\", \"ko\": \"P\"}}]}",
      LP_READ_ERROR_VALUE, 2, "properties[0].unset" },
    { "{" GROUP ", \"properties\": [{\"name\": \"p\", \"type\": \"quantity\",\n\"unit\": \"miles\"}]}",
      LP_READ_ERROR_VALUE, 2, "properties[0].unit" },
    { "{" GROUP ", \"kinds\": [\n{\"id\": \"a\", " NAME ",\n\"status\": {\"is\": \"ended\", \"since\": \"2024-01-01\", "
      "\"source\": \"s\",\n\"successor\": \"x\"}}]}",
      LP_READ_ERROR_REFERENCE, 4, "kinds[0].status.successor" },
    { "{\"connections\": [{\"id\": \"c\", " NAME ", \"sentence\": {\"en\": \"A\", \"ko\": \"A\"}, \"colour\": "
      "\"plain\",\n\"joins\": [{\"from\": [\"@x\"], \"to\": [\"*\"]}]}]}",
      LP_READ_ERROR_REFERENCE, 2, "connections[0].joins" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LpCatalogue) catalogue = read_text (mistakes[i].text, &error);
      g_test_message ("%s", mistakes[i].text);
      g_assert_null (catalogue);
      g_assert_error (error, LP_READ_ERROR, (int) mistakes[i].code);
      g_assert_cmpuint (lp_read_error_get_position (error).line, ==, mistakes[i].line);
      const char *path = lp_read_error_get_path (error);
      g_assert_cmpstr (path ? path : "", ==, mistakes[i].path);
      g_assert_true (g_str_has_suffix (lp_read_error_get_file (error), "a.json"));
    }
}

static void
test_small (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpCatalogue) catalogue
      = read_text ("{" GROUP ", \"places\": [{\"name\": \"p\", \"kinds\": [\"\", \"a\"]}],"
                   "\"kinds\": [{\"id\": \"b\", " NAME ", \"in\": [\"@p\"], \"drawio\": [\"aws4:b\"]},"
                   "{\"id\": \"a\", " NAME ", \"roles\": [\"container\"], \"frame\": {\"colour\": \"vpc\", \"dash\": "
                   "[6, 4]}}, {\"id\": \"c\", " NAME ", \"roles\": [\"container\"]}]}",
                   &error);
  g_assert_no_error (error);
  const LpKind *b = lp_catalogue_find_foreign (catalogue, "drawio", "aws4:b");
  g_assert_cmpstr (b->id, ==, "b");
  g_assert_cmpstr (b->glyph, ==, "b");
  g_assert_true (lp_catalogue_may_contain (catalogue, "a", "b"));
  g_assert_false (lp_catalogue_may_contain (catalogue, "c", "b"));
  const LpKind *a = lp_catalogue_find (catalogue, "a");
  g_assert_true (a->is_container);
  g_assert_cmpstr (a->frame.colour, ==, "vpc");
  g_assert_cmpfloat (a->frame.dash[2], ==, 6);
  g_assert_null (lp_catalogue_find_foreign (catalogue, "drawio", "aws4:a"));
}

/* A file may call a kind by another of its ids; what is asked about it is the same. */
static void
test_other_ids (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpCatalogue) catalogue
      = read_text ("{" GROUP ", \"also\": [{\"id\": \"box\", \"kind\": \"a\"}], \"kinds\": [{\"id\": \"a\", " NAME ", \"roles\": [\"container\"]},"
                   "{\"id\": \"b\", " NAME ", \"in\": [\"a\"]}]}",
                   &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lp_catalogue_find (catalogue, "box")->id, ==, "a");
  g_assert_cmpuint (lp_catalogue_get_n_kinds (catalogue), ==, 2);
  g_assert_true (lp_catalogue_may_contain (catalogue, "box", "b"));
  g_assert_false (lp_catalogue_may_contain (catalogue, NULL, "b"));
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (lp_catalogue_read ("/there/is/no/such/folder", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/read/small", test_small);
  g_test_add_func ("/catalogue/read/other-ids", test_other_ids);
  g_test_add_func ("/catalogue/read/mistakes", test_mistakes);
  g_test_add_func ("/catalogue/read/no-folder", test_no_folder);
  return g_test_run ();
}
