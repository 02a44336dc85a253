/* Runs the entry over files, and over each of them damaged in a few hundred places: run-seeds FOLDER */
#include "fuzz.h"

#include <gio/gio.h>
#include <string.h>

#define DAMAGES 200

static void
run_damaged (const char *text, gsize size, GRand *rand)
{
  for (guint i = 0; i < DAMAGES && size > 0; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (text, size);
      guint at = g_rand_int_range (rand, 0, size);
      gsize n = size;
      switch (i % 4)
        {
        case 0:
          copy[at] ^= 1 << g_rand_int_range (rand, 0, 8);
          break;
        case 1:
          n = at;
          break;
        case 2:
          copy[at] = "\"{}[]<>&,:0\\"[g_rand_int_range (rand, 0, 12)];
          break;
        default:
          memmove (copy + at, copy + (at + size) / 2, size - (at + size) / 2);
          n = size - ((at + size) / 2 - at);
        }
      LLVMFuzzerTestOneInput (copy, n);
    }
}

static void
run_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *text = NULL;
  gsize size;
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) text, size);
  run_damaged (text, size, rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_autoptr (GDir) folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  for (const char *name; (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *test = g_strdup_printf ("/fuzz/%s", name);
      g_test_add_data_func_full (test, g_build_filename (argv[1], name, NULL), run_file, g_free);
    }
  return g_test_run ();
}
