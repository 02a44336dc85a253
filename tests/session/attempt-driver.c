/* What kill-attempt.py kills: somebody who works on a scenario, in the data directory of XDG_DATA_HOME.
 *
 * usage: attempt-driver JOURNALS SEED      goes on where an earlier one was killed; for each thing done,
 *                                          "MICROSECONDS CHECKSUM HINTS TRIES" on standard output
 *        attempt-driver JOURNALS restore   the CHECKSUM, HINTS and TRIES that the next start shows, and the checksums of
 *                                          the document with a step taken back and with one made again */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "edits.h"
#include "learning/attempt.h"
#include "learning/progress.h"
#include "session/session.h"

#define ID "web"

typedef struct
{
  GFile *file;
  LpProgress *progress;
  LpSession *session;
  GRand *random;
  gboolean is_done;
} Driver;

static void
wait (Driver *driver)
{
  while (!driver->is_done)
    g_main_context_iteration (NULL, TRUE);
  driver->is_done = FALSE;
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
  g_autoptr (GPtrArray) recovered = lp_session_recover_finish (result, &kept);
  g_assert_cmpuint (recovered->len, <=, 1);
  g_assert_cmpuint (g_strv_length (kept), ==, 0);
  if (recovered->len == 1)
    driver->session = g_object_ref (recovered->pdata[0]);
  driver->is_done = TRUE;
}

static void
begin (void)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (LpDesign) start = lp_document_snapshot (document);
  g_autoptr (GError) error = NULL;
  lp_attempt_begin (ID, start, &error);
  g_assert_no_error (error);
}

static void
open_file (Driver *driver)
{
  lp_session_open_async (driver->file, NULL, on_opened, driver);
  wait (driver);
  g_assert_true (lp_session_saves_itself (driver->session));
}

/* As the program starts: what a journal holds, else what the file does. */
static void
start (Driver *driver, const char *journals)
{
  lp_session_recover_async (journals, NULL, NULL, on_recovered, driver);
  wait (driver);
  if (!lp_attempt_exists (ID))
    begin ();
  if (driver->session == NULL)
    open_file (driver);
  lp_progress_begin (driver->progress, ID);
}

static void
say (Driver *driver)
{
  const LpScenarioProgress *progress = lp_progress_get (driver->progress, ID);
  g_autofree char *checksum = edits_checksum (lp_session_get_document (driver->session));
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT " %s %u %u\n", g_get_monotonic_time (), checksum,
                                           progress->hints, progress->tries);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (1);
}

static void
say_restored (Driver *driver)
{
  const LpScenarioProgress *progress = lp_progress_get (driver->progress, ID);
  LpDocument *document = lp_session_get_document (driver->session);
  g_autofree char *checksum = edits_checksum (document);
  g_autofree char *less = edits_checksum_undone (document);
  g_autofree char *more = edits_checksum_redone (document);
  printf ("%s %u %u %s %s\n", checksum, progress->hints, progress->tries, less, more);
  fflush (stdout);
}

static void
try_again (Driver *driver)
{
  lp_session_save_itself (driver->session, NULL);
  lp_session_forget_changes (driver->session);
  g_clear_object (&driver->session);
  begin ();
  lp_progress_try_again (driver->progress, ID);
  open_file (driver);
}

/* Mostly edits; now and then a hint, the grade, all from the start again, or a pause. */
static gboolean
on_tick (gpointer data)
{
  Driver *driver = data;
  int what = g_rand_int_range (driver->random, 0, 60);

  if (what == 0)
    lp_progress_take_hints (driver->progress, ID, lp_progress_get (driver->progress, ID)->hints + 1);
  else if (what == 1)
    lp_progress_submit (driver->progress, ID, 1, 3, lp_day_today ());
  else if (what == 2 && g_rand_int_range (driver->random, 0, 3) == 0)
    try_again (driver);
  else
    edits_step (lp_session_get_document (driver->session), driver->random);
  say (driver);
  g_timeout_add (what == 3 ? 700 : (guint) g_rand_int_range (driver->random, 1, 12), on_tick, driver);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  Driver driver = { 0 };
  if (argc != 3)
    return 2;
  driver.file = lp_attempt_get_file (ID);
  driver.progress = lp_progress_get_default ();
  lp_session_set_journal_folder (argv[1]);
  start (&driver, argv[1]);
  if (g_str_equal (argv[2], "restore"))
    {
      say_restored (&driver);
      _exit (0); /* as a kill, without an end of its own */
    }
  driver.random = g_rand_new_with_seed (atoi (argv[2]));
  say (&driver);
  on_tick (&driver);
  g_main_loop_run (g_main_loop_new (NULL, FALSE));
  return 0;
}
