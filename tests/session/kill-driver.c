/* What kill.py kills.
 *
 * usage: kill-driver FILE JOURNALS SEED      edits at random, restoring first what an earlier one left; for each step
 *                                            that was made, "MICROSECONDS CHECKSUM" on standard output
 *        kill-driver FILE JOURNALS restore   the CHECKSUM of what the next start shows, of that with a step taken back
 *                                            and with one made again, and how it came back */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "edits.h"
#include "session/session.h"

typedef struct
{
  GFile *file;
  LpSession *session;
  GRand *random;
  gboolean is_done, is_saving;
  GPtrArray *recovered;
} Driver;

static void
say (Driver *driver)
{
  g_autofree char *checksum = edits_checksum (lp_session_get_document (driver->session));
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT " %s\n", g_get_monotonic_time (), checksum);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (1);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Driver *driver = data;
  g_autoptr (GError) error = NULL;
  driver->session = lp_session_open_finish (result, &error);
  g_assert_no_error (error);
  driver->is_done = TRUE;
}

static void
on_recovered (GObject *source, GAsyncResult *result, gpointer data)
{
  Driver *driver = data;
  g_auto (GStrv) kept = NULL;
  driver->recovered = lp_session_recover_finish (result, &kept);
  for (guint i = 0; kept[i] != NULL; i++)
    printf ("kept aside %s\n", kept[i]);
  driver->is_done = TRUE;
}

static void
wait (Driver *driver)
{
  while (!driver->is_done)
    g_main_context_iteration (NULL, TRUE);
  driver->is_done = FALSE;
}

/* What the next start of the program shows of the file: restored, or as it is. */
static gboolean
start (Driver *driver, const char *journals)
{
  lp_session_recover_async (journals, NULL, NULL, on_recovered, driver);
  wait (driver);
  g_assert_cmpuint (driver->recovered->len, <=, 1);
  if (driver->recovered->len == 1)
    {
      driver->session = g_object_ref (driver->recovered->pdata[0]);
      return TRUE;
    }
  lp_session_open_async (driver->file, NULL, on_opened, driver);
  wait (driver);
  return FALSE;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Driver *driver = data;
  g_autoptr (GError) error = NULL;
  lp_session_save_finish (LP_SESSION (source), result, &error);
  g_assert_no_error (error);
  driver->is_saving = FALSE;
}

static void
say_restored (Driver *driver, gboolean restored)
{
  LpDocument *document = lp_session_get_document (driver->session);
  g_autofree char *words = restored ? lp_session_dup_restored_words (driver->session) : g_strdup ("saved");
  g_autofree char *checksum = edits_checksum (document);
  g_autofree char *less = edits_checksum_undone (document);
  g_autofree char *more = edits_checksum_redone (document);
  printf ("%s %s %s %s\n", checksum, less, more, words);
  fflush (stdout);
}

/* A step of every few milliseconds, now and then a pause, now and then a save. */
static gboolean
on_tick (gpointer data)
{
  Driver *driver = data;
  guint64 before = lp_document_get_revision (lp_session_get_document (driver->session));
  edits_step (lp_session_get_document (driver->session), driver->random);
  if (lp_document_get_revision (lp_session_get_document (driver->session)) != before)
    say (driver);
  if (!driver->is_saving && g_rand_int_range (driver->random, 0, 25) == 0)
    {
      driver->is_saving = TRUE;
      lp_session_save_async (driver->session, driver->file, FALSE, NULL, on_saved, driver);
    }
  g_timeout_add (g_rand_int_range (driver->random, 0, 40) == 0 ? 700 : g_rand_int_range (driver->random, 1, 12), on_tick,
                 driver);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  Driver driver = { 0 };
  if (argc != 4)
    return 2;
  driver.file = g_file_new_for_path (argv[1]);
  lp_session_set_journal_folder (argv[2]);
  gboolean restored = start (&driver, argv[2]);
  if (g_str_equal (argv[3], "restore"))
    {
      say_restored (&driver, restored);
      _exit (0); /* a review may be under way: as a kill, without an end of its own */
    }
  driver.random = g_rand_new_with_seed (atoi (argv[3]));
  say (&driver);
  on_tick (&driver);
  g_main_loop_run (g_main_loop_new (NULL, FALSE));
  return 0;
}
