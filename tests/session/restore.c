/* Sessions that keep a journal: what is saved, restored, refused, and what a person is told. */
#include "session/session.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "disk.h"
#include "edits.h"
#include "model/edit.h"
#include "session/journal.h"

typedef struct
{
  char *folder, *journals, *path;
  GFile *file;
  LpSession *session;
  GError *error;
  GPtrArray *recovered;
  GStrv kept;
  gboolean is_done;
} Fixture;

static const char SOURCE[] = "{\n  \"loadpath\": 1,\n  \"title\": \"Orders\",\n  \"components\": [],\n  \"connections\": [],\n"
                             "  \"comments\": [], \"waivers\": []\n}\n";

static gboolean
on_timeout (gpointer data)
{
  g_error ("nothing happened for a minute");
  return G_SOURCE_REMOVE;
}

static void
wait (Fixture *fixture)
{
  guint timeout = g_timeout_add_seconds (60, on_timeout, NULL);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  fixture->is_done = FALSE;
  g_source_remove (timeout);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  fixture->session = lp_session_open_finish (result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
open_file (Fixture *fixture)
{
  lp_session_open_async (fixture->file, NULL, on_opened, fixture);
  wait (fixture);
  g_assert_no_error (fixture->error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("loadpath-restore-XXXXXX", NULL);
  fixture->journals = g_build_filename (fixture->folder, "state", "journal", NULL);
  fixture->path = g_build_filename (fixture->folder, "orders.loadpath", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, SOURCE, -1, NULL));
  lp_session_set_journal_folder (fixture->journals);
  open_file (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->session);
  g_clear_pointer (&fixture->recovered, g_ptr_array_unref);
  g_strfreev (fixture->kept);
  g_clear_error (&fixture->error);
  g_clear_object (&fixture->file);
  lp_session_set_journal_folder (NULL);
  test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->journals);
  g_free (fixture->path);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_clear_error (&fixture->error);
  lp_session_save_finish (LP_SESSION (source), result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
save (Fixture *fixture, LpSession *session, GFile *file)
{
  lp_session_save_async (session, file, FALSE, NULL, on_saved, fixture);
  wait (fixture);
}

static void
set_title (LpSession *session, const char *title)
{
  LpDocument *document = lp_session_get_document (session);
  lp_document_begin (document, "Rename");
  lp_edit_set_title (document, title);
  g_assert_true (lp_document_commit (document));
}

static void
assert_title (LpSession *session, const char *title)
{
  g_autofree char *shown = lp_session_dup_title (session);
  g_assert_cmpstr (shown, ==, title);
}

static void
assert_words (LpSession *session, const char *words)
{
  g_assert_true (lp_session_is_restored (session));
  g_autofree char *said = lp_session_dup_restored_words (session);
  g_assert_cmpstr (said, ==, words);
}

static void
assert_text (const char *path, const char *wanted)
{
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  if (strstr (text, wanted) == NULL)
    g_error ("no %s in %s", wanted, text);
}

static guint
count_files (const char *folder)
{
  guint n = 0;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
on_recovered (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  fixture->recovered = lp_session_recover_finish (result, &fixture->kept);
  fixture->is_done = TRUE;
}

/* The thread of a save that has just ended may still hold it. */
static void
close_session (Fixture *fixture)
{
  gpointer session = fixture->session;
  g_object_add_weak_pointer (session, &session);
  g_clear_object (&fixture->session);
  for (guint i = 0; i < 2000 && session != NULL; i++)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (5000);
  g_assert_null (session);
}

/* The session that is open goes away with its changes, as at a logout; what comes back is number 0. */
static LpSession *
go_and_recover (Fixture *fixture)
{
  close_session (fixture);
  g_clear_pointer (&fixture->recovered, g_ptr_array_unref);
  g_clear_pointer (&fixture->kept, g_strfreev);
  lp_session_recover_async (fixture->journals, NULL, NULL, on_recovered, fixture);
  wait (fixture);
  return fixture->recovered->len > 0 ? fixture->recovered->pdata[0] : NULL;
}

/* --- restoring --------------------------------------------------------------------------------------- */

static void
test_restored (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->session, "Billing");
  set_title (fixture->session, "Invoices");
  LpSession *session = go_and_recover (fixture);
  LpDocument *document = lp_session_get_document (session);
  assert_title (session, "Invoices");
  assert_words (session, "Restored: changes that were not saved are here.");
  g_assert_true (g_file_equal (lp_session_get_file (session), fixture->file));
  g_assert_true (lp_document_is_modified (document));
  lp_document_undo (document);
  assert_title (session, "Billing");
  lp_document_undo (document);
  g_assert_false (lp_document_is_modified (document));
  lp_document_redo (document);
  /* The file is the one that was opened, so it is saved without a question. */
  save (fixture, session, fixture->file);
  g_assert_no_error (fixture->error);
  g_assert_false (lp_session_is_restored (session));
  g_assert_false (lp_document_is_modified (document));
  assert_text (fixture->path, "Billing");
  g_assert_cmpuint (count_files (fixture->journals), ==, 0);
}

/* The program ends again before anything was decided, and again after more was edited. */
static void
test_restored_again (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->session, "Billing");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);
      LpSession *session = go_and_recover (fixture);
      g_assert_nonnull (session);
      g_assert_cmpuint (fixture->recovered->len, ==, 1);
      set_title (session, title);
      fixture->session = g_object_ref (session);
      g_clear_pointer (&fixture->recovered, g_ptr_array_unref);
    }
  LpSession *session = go_and_recover (fixture);
  assert_title (session, "Title 2");
  for (guint i = 0; i < 4; i++)
    lp_document_undo (lp_session_get_document (session));
  assert_title (session, "Orders");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->session, "Billing");
  LpSession *session = go_and_recover (fixture);
  LpDocument *document = lp_session_get_document (session);
  g_assert_true (lp_session_refuse_restored (session));
  g_assert_false (lp_session_is_restored (session));
  g_assert_false (lp_document_is_modified (document));
  assert_title (session, "Orders");
  g_assert_cmpuint (count_files (fixture->journals), ==, 0);
  assert_text (fixture->path, "Orders");
  /* Refusing can be taken back, and that is kept as well. */
  lp_document_undo (document);
  assert_title (session, "Billing");
  g_assert_true (lp_document_is_modified (document));
  fixture->session = g_object_ref (session);
  g_clear_pointer (&fixture->recovered, g_ptr_array_unref);
  session = go_and_recover (fixture);
  assert_title (session, "Billing");
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->session, "Billing");
  g_assert_true (g_file_set_contents (fixture->path, "{\"loadpath\": 1, \"title\": \"Theirs\"}", -1, NULL));
  LpSession *session = go_and_recover (fixture);
  assert_words (session, "Restored as a drawing of its own, with the changes that were not saved: “orders.loadpath” has "
                         "been changed since, and stays as it is.");
  assert_title (session, "Billing");
  g_assert_null (lp_session_get_file (session));
  g_autofree char *wanted = lp_session_dup_wanted_name (session);
  g_assert_cmpstr (wanted, ==, "orders");
  g_assert_false (lp_session_refuse_restored (session));
  assert_title (session, "Billing");
  g_assert_true (lp_session_is_restored (session));
  lp_session_forget_changes (session);
  g_assert_cmpuint (count_files (fixture->journals), ==, 0);
  assert_text (fixture->path, "Theirs");
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->session, "Billing");
  g_unlink (fixture->path);
  LpSession *session = go_and_recover (fixture);
  assert_words (session, "Restored as a drawing of its own, with the changes that were not saved: “orders.loadpath” is "
                         "no longer there, or cannot be read.");
  save (fixture, session, fixture->file);
  g_assert_no_error (fixture->error);
  assert_text (fixture->path, "Billing");
}

static void
test_untitled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_clear_object (&fixture->session);
  fixture->session = lp_session_new (document, NULL);
  set_title (fixture->session, "Billing");
  g_clear_object (&document);
  LpSession *session = go_and_recover (fixture);
  assert_words (session, "Restored: this drawing was not saved.");
  assert_title (session, "Billing");
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->session, "Billing");
  set_title (fixture->session, "Invoices");
  g_assert_true (lp_session_flush_journal (fixture->session, 20000));
  close_session (fixture);
  g_autoptr (GDir) dir = g_dir_open (fixture->journals, 0, NULL);
  g_autofree char *path = g_build_filename (fixture->journals, g_dir_read_name (dir), NULL), *text = NULL;
  gsize size;
  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  strstr (text, "Invoices")[0] = 'i';
  g_assert_true (g_file_set_contents (path, text, size, NULL));
  lp_session_recover_async (fixture->journals, NULL, NULL, on_recovered, fixture);
  wait (fixture);
  LpSession *session = fixture->recovered->pdata[0];
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".journal"));
  g_autofree char *words = g_strdup_printf ("Restored: changes that were not saved are here. The last of them could not "
                                            "be read; all that was kept is in “%s.damaged”.",
                                            stem);
  assert_words (session, words);
  assert_title (session, "Billing");
}

/* --- many of them ------------------------------------------------------------------------------------ */

#define MANY 6

static void
add_copies (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->journals, 0, NULL);
  g_autofree char *path = g_build_filename (fixture->journals, g_dir_read_name (dir), NULL), *text = NULL;
  gsize size;
  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  for (guint i = 1; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.journal", i);
      g_autofree char *copy = g_build_filename (fixture->journals, name, NULL);
      g_assert_true (g_file_set_contents (copy, text, size, NULL));
    }
}

/* Those that nobody has open. */
static guint
count_untouched (Fixture *fixture)
{
  guint n = 0;
  g_autoptr (GDir) dir = g_dir_open (fixture->journals, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (fixture->journals, name, NULL);
      int fd = lp_journal_lock (path);
      n += fd >= 0;
      if (fd >= 0)
        close (fd);
    }
  return n;
}

typedef struct
{
  Fixture *fixture;
  GCancellable *cancellable; /* cancelled by the first, or NULL */
  guint n;
} Arrivals;

static void
on_arrived (LpSession *session, gpointer data)
{
  Arrivals *arrivals = data;
  arrivals->n++;
  assert_title (session, "Billing");
  g_assert_cmpuint (count_untouched (arrivals->fixture), ==, MANY - arrivals->n);
  if (arrivals->cancellable != NULL)
    g_cancellable_cancel (arrivals->cancellable);
}

static void
on_all_arrived (GObject *source, GAsyncResult *result, gpointer data)
{
  on_recovered (source, result, ((Arrivals *) data)->fixture);
}

static void
recover_many (Arrivals *arrivals)
{
  g_clear_pointer (&arrivals->fixture->recovered, g_ptr_array_unref);
  g_clear_pointer (&arrivals->fixture->kept, g_strfreev);
  lp_session_recover_async (arrivals->fixture->journals, arrivals->cancellable, on_arrived, on_all_arrived, arrivals);
  wait (arrivals->fixture);
  g_assert_cmpuint (arrivals->fixture->recovered->len, ==, arrivals->n);
}

/* The first is there to work with before the second is read. */
static void
test_one_by_one (Fixture *fixture, gconstpointer data)
{
  Arrivals arrivals = { .fixture = fixture };
  set_title (fixture->session, "Billing");
  close_session (fixture);
  add_copies (fixture);
  recover_many (&arrivals);
  g_assert_cmpuint (arrivals.n, ==, MANY);
  for (guint i = 0; i < MANY; i++)
    assert_words (fixture->recovered->pdata[i],
                  i == 0 ? "Restored: changes that were not saved are here."
                         : "Restored as a drawing of its own: “orders.loadpath” is restored with other changes as well.");
}

/* What a person does not wait for comes back another time, and so does what came and was not saved. */
static void
test_not_waited_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Arrivals arrivals = { .fixture = fixture, .cancellable = cancellable };
  set_title (fixture->session, "Billing");
  close_session (fixture);
  add_copies (fixture);
  recover_many (&arrivals);
  g_assert_cmpuint (arrivals.n, ==, 1);
  fixture->session = g_object_ref (fixture->recovered->pdata[0]);
  g_clear_pointer (&fixture->recovered, g_ptr_array_unref);
  close_session (fixture);
  fixture->recovered = g_ptr_array_new ();
  arrivals = (Arrivals){ .fixture = fixture };
  recover_many (&arrivals);
  g_assert_cmpuint (arrivals.n, ==, MANY);
}

static void
test_forgotten (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->session, "Billing");
  lp_session_forget_changes (fixture->session);
  g_assert_null (go_and_recover (fixture));
  g_assert_cmpuint (count_files (fixture->journals), ==, 0);
}

/* --- saving ------------------------------------------------------------------------------------------ */

/* Back at what is being written: it is the saved state once it is written. */
static void
test_saved_meanwhile (Fixture *fixture, gconstpointer data)
{
  LpDocument *document = lp_session_get_document (fixture->session);
  set_title (fixture->session, "Billing");
  lp_session_save_async (fixture->session, fixture->file, FALSE, NULL, on_saved, fixture);
  set_title (fixture->session, "Later");
  wait (fixture);
  g_assert_true (lp_document_is_modified (document));
  lp_document_undo (document);
  g_assert_false (lp_document_is_modified (document));
}

static void
test_permissions (Fixture *fixture, gconstpointer data)
{
  GStatBuf status;
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  set_title (fixture->session, "Billing");
  save (fixture, fixture->session, fixture->file);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  /* The document, and the folder of the journals: nothing else is left there. */
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

/* The link stays, and what it points to is replaced as a whole: it is another file then. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "link.loadpath", NULL);
  GStatBuf before, after;
  g_assert_cmpint (symlink ("orders.loadpath", path), ==, 0);
  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->file);
  fixture->file = g_file_new_for_path (path);
  open_file (fixture);
  set_title (fixture->session, "Billing");
  save (fixture, fixture->session, fixture->file);
  g_assert_no_error (fixture->error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  assert_text (fixture->path, "Billing");
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, !=, after.st_ino);
  set_title (fixture->session, "Invoices");
  save (fixture, fixture->session, fixture->file);
  g_assert_no_error (fixture->error);
}

/* No room while it is written: the file is what it was, and the changes come back. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_title = g_strnfill (3000, 'x');
  signal (SIGXFSZ, SIG_IGN);
  set_title (fixture->session, "Billing");
  set_title (fixture->session, long_title);
  g_assert_true (lp_session_flush_journal (fixture->session, 20000));
  test_limit_file_size (1000);
  save (fixture, fixture->session, fixture->file);
  test_limit_file_size (RLIM_INFINITY);
  g_assert_nonnull (fixture->error);
  g_assert_cmpuint (fixture->error->domain, ==, G_IO_ERROR);
  assert_text (fixture->path, "Orders");
  g_assert_true (lp_document_is_modified (lp_session_get_document (fixture->session)));
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  assert_title (go_and_recover (fixture), long_title);
}

static void
test_problem (Fixture *fixture, gconstpointer data)
{
  /* A file where the folder would be: also the system's administrator gets no further. */
  g_autofree char *folder = g_build_filename (fixture->path, "journal", NULL);
  lp_session_set_journal_folder (folder);
  g_clear_object (&fixture->session);
  open_file (fixture);
  g_assert_null (lp_session_dup_journal_problem (fixture->session));
  set_title (fixture->session, "Billing");
  g_signal_connect_swapped (fixture->session, "notify::journal-problem", G_CALLBACK (g_atomic_int_inc),
                            &fixture->is_done);
  wait (fixture);
  g_autofree char *words = lp_session_dup_journal_problem (fixture->session);
  g_assert_cmpstr (words, ==,
                   "What you change now is lost if the program ends, because it cannot be kept aside: Not a directory. "
                   "Save often.");
}

static gboolean
mount_small_disk (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  return mount ("none", path, "tmpfs", 0, "size=64k") == 0;
}

static void
on_problem (LpSession *session, GParamSpec *pspec, Fixture *fixture)
{
  fixture->is_done = TRUE;
  g_signal_handlers_disconnect_by_data (session, fixture);
}

/* A disk that is full in earnest, where both the file and the journal are. */
static void
test_small_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *disk = g_build_filename (fixture->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (disk, "orders.loadpath", NULL);
  g_autofree char *long_title = g_strnfill (50000, 'x');
  if (!mount_small_disk (disk))
    {
      g_test_skip ("only the system's administrator may mount a disk");
      return;
    }
  g_assert_true (g_file_set_contents (path, SOURCE, -1, NULL));
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->file);
  fixture->file = g_file_new_for_path (path);
  g_free (fixture->journals);
  fixture->journals = g_build_filename (disk, "journal", NULL);
  lp_session_set_journal_folder (fixture->journals);
  open_file (fixture);
  set_title (fixture->session, "Billing");
  set_title (fixture->session, long_title);
  g_assert_true (lp_session_flush_journal (fixture->session, 20000));
  g_signal_connect (fixture->session, "notify::journal-problem", G_CALLBACK (on_problem), fixture);
  set_title (fixture->session, long_title + 1);
  wait (fixture);
  g_autofree char *words = lp_session_dup_journal_problem (fixture->session);
  g_assert_cmpstr (words, ==,
                   "There is no room left on the disk: what you change now is lost if the program ends. Free some space, "
                   "or save to another disk.");
  save (fixture, fixture->session, fixture->file);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_text (path, "Orders");
  /* What was kept before there was no room is kept. */
  assert_title (go_and_recover (fixture), long_title);
  g_clear_pointer (&fixture->recovered, g_ptr_array_unref);
  g_assert_cmpint (umount2 (disk, MNT_DETACH), ==, 0);
}

#define ADD(path, function) g_test_add ("/restore/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("restored", test_restored);
  ADD ("restored-again", test_restored_again);
  ADD ("refused", test_refused);
  ADD ("changed", test_changed);
  ADD ("missing", test_missing);
  ADD ("untitled", test_untitled);
  ADD ("damaged", test_damaged);
  ADD ("one-by-one", test_one_by_one);
  ADD ("not-waited-for", test_not_waited_for);
  ADD ("forgotten", test_forgotten);
  ADD ("saved-meanwhile", test_saved_meanwhile);
  ADD ("permissions", test_permissions);
  ADD ("link", test_link);
  ADD ("full", test_full);
  ADD ("problem", test_problem);
  ADD ("small-disk", test_small_disk);
  return g_test_run ();
}
