#include "session/session.h"

#include <glib/gstdio.h>

#include "io/native.h"
#include "model/edit.h"

typedef struct
{
  GMainLoop *loop;
  char *folder;
  char *path;
  GFile *file;
  LpSession *opened;
  gboolean saved;
  GError *error;
  guint n_reviews;
} Fixture;

static const char SOURCE[]
    = "{\n  \"loadpath\": 1,\n  \"title\": \"Orders\",\n  \"components\": [\n"
      "    {\"id\": \"web\", \"kind\": \"ec2-instance\", \"at\": [0, 0]}\n  ]\n}\n";

static gboolean
on_timeout (gpointer data)
{
  g_error ("nothing happened for a minute");
  return G_SOURCE_REMOVE;
}

static void
run (Fixture *fixture)
{
  guint timeout = g_timeout_add_seconds (60, on_timeout, NULL);

  g_main_loop_run (fixture->loop);
  g_source_remove (timeout);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->folder = g_dir_make_tmp ("loadpath-session-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "orders.loadpath", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, SOURCE, -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->opened);
  g_clear_error (&fixture->error);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_main_loop_unref (fixture->loop);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->opened = lp_session_open_finish (result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static void
open_file (Fixture *fixture, GFile *file)
{
  lp_session_open_async (file, NULL, on_opened, fixture);
  run (fixture);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  fixture->saved = lp_session_save_finish (LP_SESSION (source), result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static void
save (Fixture *fixture, GFile *file, gboolean force)
{
  lp_session_save_async (fixture->opened, file, force, NULL, on_saved, fixture);
  run (fixture);
}

static void
on_reviewed (LpSession *session, Fixture *fixture)
{
  fixture->n_reviews++;
  g_main_loop_quit (fixture->loop);
}

static char *
contents (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
set_title (LpSession *session, const char *title)
{
  LpDocument *document = lp_session_get_document (session);

  lp_document_begin (document, "test");
  lp_edit_set_title (document, title);
  g_assert_true (lp_document_commit (document));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, fixture->file);
  g_assert_no_error (fixture->error);
  g_autofree char *title = lp_session_dup_title (fixture->opened);
  g_assert_cmpstr (title, ==, "Orders");
  g_assert_true (g_file_equal (lp_session_get_file (fixture->opened), fixture->file));
  g_assert_cmpuint (g_strv_length ((GStrv) lp_session_get_notes (fixture->opened)), ==, 0);
  g_assert_false (lp_document_is_modified (lp_session_get_document (fixture->opened)));
  g_assert_nonnull (lp_document_get_component (lp_session_get_document (fixture->opened), "web"));
}

static void
test_open_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) missing = g_file_get_child (fixture->file, "nowhere");

  open_file (fixture, missing);
  g_assert_null (fixture->opened);
  g_assert_nonnull (fixture->error);
  g_assert_cmpuint (fixture->error->domain, ==, G_IO_ERROR);
}

static void
test_open_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  open_file (fixture, folder);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_open_damaged (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "{\"loadpath\": 1,\n  nonsense}", -1, NULL));
  open_file (fixture, fixture->file);
  g_assert_error (fixture->error, LP_READ_ERROR, LP_READ_ERROR_SYNTAX);
  g_assert_cmpuint (lp_read_error_get_position (fixture->error).line, ==, 2);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, fixture->file);
  set_title (fixture->opened, "Billing");
  g_assert_true (lp_document_is_modified (lp_session_get_document (fixture->opened)));
  save (fixture, fixture->file, FALSE);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->saved);
  g_assert_false (lp_document_is_modified (lp_session_get_document (fixture->opened)));
  g_autofree char *text = contents (fixture->path);
  g_assert_nonnull (strstr (text, "\"title\": \"Billing\""));
  /* The etag is that of what was written: it can be saved again. */
  set_title (fixture->opened, "Invoices");
  save (fixture, fixture->file, FALSE);
  g_assert_no_error (fixture->error);
}

static void
test_save_changed_on_disk (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, fixture->file);
  set_title (fixture->opened, "Billing");
  /* Another program writes; a moment later, so that the time stamp is another one. */
  g_usleep (20000);
  g_assert_true (g_file_set_contents (fixture->path, "theirs", -1, NULL));
  save (fixture, fixture->file, FALSE);
  g_assert_false (fixture->saved);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_true (lp_document_is_modified (lp_session_get_document (fixture->opened)));
  g_autofree char *kept = contents (fixture->path);
  g_assert_cmpstr (kept, ==, "theirs");
  save (fixture, fixture->file, TRUE);
  g_assert_no_error (fixture->error);
  g_autofree char *text = contents (fixture->path);
  g_assert_nonnull (strstr (text, "Billing"));
}

static void
test_save_edited_meanwhile (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, fixture->file);
  set_title (fixture->opened, "Billing");
  lp_session_save_async (fixture->opened, fixture->file, FALSE, NULL, on_saved, fixture);
  set_title (fixture->opened, "Later");
  run (fixture);
  g_assert_true (fixture->saved);
  g_assert_true (lp_document_is_modified (lp_session_get_document (fixture->opened)));
  g_autofree char *text = contents (fixture->path);
  g_assert_nonnull (strstr (text, "Billing"));
}

static void
test_save_into_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "folder.loadpath", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);

  open_file (fixture, fixture->file);
  set_title (fixture->opened, "Billing");
  save (fixture, nowhere, FALSE);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_file_equal (lp_session_get_file (fixture->opened), fixture->file));
  g_assert_true (lp_document_is_modified (lp_session_get_document (fixture->opened)));
}

static void
test_review (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, fixture->file);
  LpDocument *document = lp_session_get_document (fixture->opened);
  g_signal_connect (fixture->opened, "reviewed", G_CALLBACK (on_reviewed), fixture);
  g_assert_true (lp_session_is_reviewing (fixture->opened));
  g_assert_null (lp_session_get_review (fixture->opened));
  run (fixture);
  g_assert_cmpuint (fixture->n_reviews, ==, 1);
  g_assert_nonnull (lp_session_get_review (fixture->opened));
  g_assert_cmpuint (lp_session_get_reviewed_revision (fixture->opened), ==, lp_document_get_revision (document));
  g_assert_false (lp_session_is_reviewing (fixture->opened));
}

static const LpFinding *
find (LpSession *session, const char *rule)
{
  const GPtrArray *findings = lp_session_get_review (session)->findings;
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((LpFinding *) findings->pdata[i])->rule, rule))
      return findings->pdata[i];
  return NULL;
}

/* The configuration beside the file counts, a change of it at once, and a mistake in it is a finding. */
static void
test_configuration (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, ".loadpath.json", NULL);
  g_assert_true (g_file_set_contents (fixture->path,
                                      "{\"loadpath\": 1, \"components\": [{\"id\": \"a\", \"kind\": \"ec2\"}]}", -1, NULL));
  open_file (fixture, fixture->file);
  g_signal_connect (fixture->opened, "reviewed", G_CALLBACK (on_reviewed), fixture);
  run (fixture);
  g_assert_cmpint (find (fixture->opened, "DOC-002")->severity, ==, LP_SEVERITY_ERROR);

  g_assert_true (g_file_set_contents (path, "{\"rules\": {\"DOC-002\": \"info\"}}", -1, NULL));
  run (fixture);
  g_assert_cmpint (find (fixture->opened, "DOC-002")->severity, ==, LP_SEVERITY_INFO);
  g_assert_null (find (fixture->opened, "DOC-006"));

  g_assert_true (g_file_set_contents (path, "{\"rules\": {\"DOC-OO2\": \"info\"}}", -1, NULL));
  run (fixture);
  g_autofree char *said = g_strdup_printf ("%s:1:23: error: there is no rule or topic “DOC-OO2”; “loadpath rules” lists "
                                           "them (at rules.DOC-OO2)", path);
  g_assert_cmpstr (find (fixture->opened, "DOC-006")->message, ==, said);

  g_unlink (path);
  run (fixture);
  g_assert_cmpint (find (fixture->opened, "DOC-002")->severity, ==, LP_SEVERITY_ERROR);
  g_assert_null (find (fixture->opened, "DOC-006"));
}

/* Many edits at once: what arrives is of the last state, and only that. */
static void
test_review_of_the_last_state (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, fixture->file);
  LpDocument *document = lp_session_get_document (fixture->opened);
  g_signal_connect (fixture->opened, "reviewed", G_CALLBACK (on_reviewed), fixture);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);
      set_title (fixture->opened, title);
    }
  run (fixture);
  g_assert_cmpuint (fixture->n_reviews, ==, 1);
  g_assert_cmpuint (lp_session_get_reviewed_revision (fixture->opened), ==, lp_document_get_revision (document));
}

/* A session that goes away while it is reviewed takes nothing with it. */
static void
test_review_outlives_nothing (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, fixture->file);
  g_assert_finalize_object (g_steal_pointer (&fixture->opened));
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (5000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (LpSession) session = lp_session_new (document, NULL);
  g_autoptr (LpSession) named = lp_session_new (document, fixture->file);
  g_autofree char *untitled = lp_session_dup_title (session);
  g_autofree char *title = lp_session_dup_title (named);

  g_assert_cmpstr (untitled, ==, "Untitled");
  g_assert_cmpstr (title, ==, "orders");
  set_title (session, "a/b: c");
  g_autofree char *wanted = lp_session_dup_wanted_name (session);
  g_assert_cmpstr (wanted, ==, "a-b- c");
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  static const char drawio[]
      = "<mxfile><diagram name=\"One\"><mxGraphModel><root><mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>"
        "<mxCell id=\"x\" value=\"A\" style=\"rounded=1\" vertex=\"1\" parent=\"1\">"
        "<mxGeometry x=\"10\" y=\"10\" width=\"80\" height=\"40\" as=\"geometry\"/></mxCell>"
        "</root></mxGraphModel></diagram><diagram name=\"Two\"><mxGraphModel><root><mxCell id=\"0\"/>"
        "<mxCell id=\"1\" parent=\"0\"/></root></mxGraphModel></diagram></mxfile>";

  g_assert_true (g_file_set_contents (fixture->path, drawio, -1, NULL));
  open_file (fixture, fixture->file);
  g_assert_no_error (fixture->error);
  g_assert_null (lp_session_get_file (fixture->opened));
  const char *const *names = lp_session_get_part_names (fixture->opened);
  g_assert_cmpuint (g_strv_length ((GStrv) names), ==, 2);
  g_assert_cmpstr (names[1], ==, "Two");
  g_autoptr (LpSession) second = lp_session_open_part (fixture->opened, 1);
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (second));
  g_assert_cmpuint (lp_design_get_n_components (design), ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/session/open", test_open);
  ADD ("/session/open/missing", test_open_missing);
  ADD ("/session/open/folder", test_open_folder);
  ADD ("/session/open/damaged", test_open_damaged);
  ADD ("/session/save", test_save);
  ADD ("/session/save/changed-on-disk", test_save_changed_on_disk);
  ADD ("/session/save/edited-meanwhile", test_save_edited_meanwhile);
  ADD ("/session/save/into-nowhere", test_save_into_nowhere);
  ADD ("/session/review", test_review);
  ADD ("/session/review/configuration", test_configuration);
  ADD ("/session/review/of-the-last-state", test_review_of_the_last_state);
  ADD ("/session/review/outlives-nothing", test_review_outlives_nothing);
  ADD ("/session/titles", test_titles);
  ADD ("/session/import", test_import);
  return g_test_run ();
}
