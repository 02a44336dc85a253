/* Attempts save themselves: after each step, at the end, and as soon as the disk has room again. */
#include "session/session.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "designs.h"
#include "disk.h"
#include "learning/attempt.h"
#include "model/edit.h"

typedef struct
{
  GFile *file;
  char *path;
  LpSession *session;
} Fixture;

static LpDesign *
make_design (void)
{
  static const char text[] = "{\"loadpath\": 1, \"title\": \"Start\", \"components\": [], \"connections\": [], "
                             "\"comments\": [], \"waivers\": [], \"scenario\": \"web\"}";
  return test_design (text);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  fixture->session = lp_session_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
open_file (Fixture *fixture)
{
  lp_session_open_async (fixture->file, NULL, on_opened, fixture);
  while (fixture->session == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpDesign) design = make_design ();

  lp_attempt_forget ("web");
  g_assert_true (lp_attempt_begin ("web", design, NULL));
  fixture->file = lp_attempt_get_file ("web");
  fixture->path = g_file_get_path (fixture->file);
  open_file (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->session);
  g_object_unref (fixture->file);
  g_free (fixture->path);
}

static void
set_title (LpSession *session, const char *title)
{
  LpDocument *document = lp_session_get_document (session);

  lp_document_begin (document, "Rename");
  lp_edit_set_title (document, title);
  lp_document_commit (document);
}

static gboolean
file_says (const char *path, const char *title)
{
  g_autofree char *text = NULL, *line = g_strdup_printf ("\"title\": \"%s\"", title);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return strstr (text, line) != NULL;
}

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_GINT64_CONSTANT (1000);
  guint tick = g_timeout_add (10, on_tick, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
}

/* The machine may be busy. */
static void
wait_until_saved (LpSession *session)
{
  for (guint i = 0; i < 200 && lp_document_is_modified (lp_session_get_document (session)); i++)
    run_for (100);
  g_assert_false (lp_document_is_modified (lp_session_get_document (session)));
}

static void
test_saves_itself (Fixture *fixture, gconstpointer data)
{
  LpDocument *document = lp_session_get_document (fixture->session);

  g_assert_true (lp_session_saves_itself (fixture->session));
  set_title (fixture->session, "One");
  g_assert_true (lp_document_is_modified (document));
  wait_until_saved (fixture->session);
  g_assert_true (file_says (fixture->path, "One"));
  lp_document_undo (document);
  wait_until_saved (fixture->session);
  g_assert_true (file_says (fixture->path, "Start"));
}

/* What is being dragged is not in the file, what was committed is. */
static void
test_gesture (Fixture *fixture, gconstpointer data)
{
  LpDocument *document = lp_session_get_document (fixture->session);

  set_title (fixture->session, "One");
  lp_document_begin (document, "Rename");
  lp_edit_set_title (document, "Half");
  run_for (800);
  g_assert_true (file_says (fixture->path, "Start"));
  lp_document_rollback (document);
  wait_until_saved (fixture->session);
  g_assert_true (file_says (fixture->path, "One"));
}

/* At once, whatever is under way; again and again. */
static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title = g_strdup_printf ("Title %u", i);
      set_title (fixture->session, title);
      if (i % 3 == 0)
        run_for (230 + i);
      lp_session_save_itself (fixture->session, &error);
      g_assert_no_error (error);
      g_assert_true (file_says (fixture->path, title));
      g_assert_false (lp_document_is_modified (lp_session_get_document (fixture->session)));
    }
  run_for (600);
  set_title (fixture->session, "Last");
  wait_until_saved (fixture->session);
  g_assert_true (file_says (fixture->path, "Last"));
}

static void
test_end (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->session, "End");
  while (lp_session_is_reviewing (fixture->session)) /* which holds it */
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fixture->session);
  g_assert_true (file_says (fixture->path, "End"));
}

static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->session, "Given up");
  lp_session_forget_changes (fixture->session);
  run_for (600);
  g_clear_object (&fixture->session);
  g_assert_true (file_says (fixture->path, "Start"));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  lp_session_save_finish (LP_SESSION (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* Saved elsewhere it is an ordinary document; the attempt stays as it was. */
static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path), *path = g_build_filename (folder, "..", "mine.loadpath", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean saved = FALSE;

  set_title (fixture->session, "One");
  wait_until_saved (fixture->session);
  set_title (fixture->session, "Mine");
  lp_session_save_async (fixture->session, file, FALSE, NULL, on_saved, &saved);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (lp_session_saves_itself (fixture->session));
  set_title (fixture->session, "Later");
  run_for (600);
  g_assert_true (lp_document_is_modified (lp_session_get_document (fixture->session)));
  g_assert_true (file_says (path, "Mine"));
  g_assert_false (file_says (fixture->path, "Later"));
  g_unlink (path);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  set_title (fixture->session, "Full");
  test_limit_file_size (10);
  g_assert_false (lp_session_save_itself (fixture->session, &error));
  run_for (600);
  test_limit_file_size (RLIM_INFINITY);
  g_assert_nonnull (error);
  g_assert_true (file_says (fixture->path, "Start"));
  g_assert_true (lp_document_is_modified (lp_session_get_document (fixture->session)));
  wait_until_saved (fixture->session);
  g_assert_true (file_says (fixture->path, "Full"));
}

/* Another program has written it: nothing of that is overwritten without asking. */
static void
test_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  static const char theirs[] = "{\"loadpath\": 1, \"title\": \"Theirs\", \"components\": [], \"connections\": []}";
  g_autoptr (GError) error = NULL;

  run_for (20);
  g_assert_true (g_file_set_contents (fixture->path, theirs, -1, NULL));
  set_title (fixture->session, "Mine");
  g_assert_false (lp_session_save_itself (fixture->session, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_true (file_says (fixture->path, "Theirs"));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("loadpath-keep-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/keep/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("saves-itself", test_saves_itself);
  ADD ("gesture", test_gesture);
  ADD ("at-once", test_at_once);
  ADD ("end", test_end);
  ADD ("given-up", test_given_up);
  ADD ("save-as", test_save_as);
  ADD ("full", test_full);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  int status = g_test_run ();
  test_remove_folder (folder);
  return status;
}
