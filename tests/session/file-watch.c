/* What becomes of the file of an open document is noticed, and what the session does itself is not. */
#include "session/file-watch.h"

#include <glib/gstdio.h>

#include "io/native.h"
#include "model/edit.h"

#define SOURCE \
  "{\n  \"loadpath\": 1,\n  \"title\": \"%s\",\n  \"components\": [\n" \
  "    {\"id\": \"web\", \"kind\": \"ec2-instance\", \"at\": [0, 0]}\n  ],\n  \"connections\": [],\n" \
  "  \"comments\": [],\n  \"waivers\": []\n}\n"

typedef struct
{
  char *folder;
  char *path;
  LpSession *session;
  LpFileWatch *watch;
  guint n_changes;
  gboolean done;
} Fixture;

static gboolean
on_late (gpointer data)
{
  g_error ("nothing happened for 20 seconds");
  return G_SOURCE_REMOVE;
}

static gboolean
on_passed (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until the flag is set. */
static void
run_until (gboolean *flag)
{
  guint late = g_timeout_add_seconds (20, on_late, NULL);

  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static void
wait_for_state (Fixture *fixture, LpFileState state)
{
  guint late = g_timeout_add_seconds (20, on_late, NULL);

  while (lp_file_watch_get_state (fixture->watch) != state)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

/* As long as a change takes to be noticed, and then some. */
static void
wait_a_moment (void)
{
  gboolean passed = FALSE;

  g_timeout_add (900, on_passed, &passed);
  run_until (&passed);
}

static void
write_title (Fixture *fixture, const char *title)
{
  g_autofree char *text = g_strdup_printf (SOURCE, title);

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->session = lp_session_open_finish (result, NULL);
  g_assert_nonnull (fixture->session);
  fixture->done = TRUE;
}

static void
on_changed (LpFileWatch *watch, Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("loadpath-watch-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "orders.loadpath", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  write_title (fixture, "First");
  lp_session_open_async (file, NULL, on_opened, fixture);
  run_until (&fixture->done);
  fixture->watch = lp_file_watch_new (fixture->session);
  g_signal_connect (fixture->watch, "changed", G_CALLBACK (on_changed), fixture);
  wait_a_moment ();
  g_assert_cmpint (lp_file_watch_get_state (fixture->watch), ==, LP_FILE_KNOWN);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->watch);
  g_object_unref (fixture->session);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static LpDocument *
document_of (Fixture *fixture)
{
  return lp_session_get_document (fixture->session);
}

static void
change (Fixture *fixture, const char *title)
{
  lp_document_begin (document_of (fixture), "Title");
  lp_edit_set_title (document_of (fixture), title);
  lp_document_commit (document_of (fixture));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  lp_session_save_finish (LP_SESSION (source), result, &error);
  g_assert_no_error (error);
  fixture->done = TRUE;
}

static void
save (Fixture *fixture)
{
  fixture->done = FALSE;
  lp_session_save_async (fixture->session, lp_session_get_file (fixture->session), FALSE, NULL, on_saved, fixture);
  run_until (&fixture->done);
}

static void
test_own_saving (Fixture *fixture, gconstpointer data)
{
  change (fixture, "Second");
  save (fixture);
  wait_a_moment ();
  g_assert_cmpint (lp_file_watch_get_state (fixture->watch), ==, LP_FILE_KNOWN);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
on_reloaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  lp_session_reload_finish (LP_SESSION (source), result, &error);
  g_assert_no_error (error);
  fixture->done = TRUE;
}

/* What somebody else wrote is taken in one step; what was there before is one Undo away. */
static void
test_reload (Fixture *fixture, gconstpointer data)
{
  change (fixture, "Mine");
  write_title (fixture, "Theirs");
  wait_for_state (fixture, LP_FILE_CHANGED);
  fixture->done = FALSE;
  lp_session_reload_async (fixture->session, NULL, on_reloaded, fixture);
  run_until (&fixture->done);
  g_assert_cmpstr (lp_document_get_header (document_of (fixture))->title, ==, "Theirs");
  g_assert_false (lp_document_is_modified (document_of (fixture)));
  wait_for_state (fixture, LP_FILE_KNOWN);
  lp_document_undo (document_of (fixture));
  g_assert_cmpstr (lp_document_get_header (document_of (fixture))->title, ==, "Mine");
  g_assert_true (lp_document_is_modified (document_of (fixture)));
  save (fixture);
}

/* Kept, it is not saved, and saving overwrites without being refused. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;

  write_title (fixture, "Theirs");
  wait_for_state (fixture, LP_FILE_CHANGED);
  g_assert_false (lp_document_is_modified (document_of (fixture)));
  lp_session_keep (fixture->session, lp_file_watch_get_etag (fixture->watch));
  g_assert_true (lp_document_is_modified (document_of (fixture)));
  wait_for_state (fixture, LP_FILE_KNOWN);
  save (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "\"First\""));
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  wait_for_state (fixture, LP_FILE_GONE);
  save (fixture);
  wait_for_state (fixture, LP_FILE_KNOWN);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_chmod (fixture->path, 0444);
  if (g_access (fixture->path, W_OK) == 0)
    {
      g_test_skip ("everything may be written here");
      return;
    }
  wait_for_state (fixture, LP_FILE_READ_ONLY);
  g_chmod (fixture->path, 0644);
  wait_for_state (fixture, LP_FILE_KNOWN);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/file-watch/own-saving", test_own_saving);
  ADD ("/file-watch/reload", test_reload);
  ADD ("/file-watch/keep", test_keep);
  ADD ("/file-watch/gone", test_gone);
  ADD ("/file-watch/read-only", test_read_only);
  return g_test_run ();
}
