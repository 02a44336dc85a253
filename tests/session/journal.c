/* What is kept of an edited document, and what comes back of it: whole, torn, damaged, beside a file that is the same,
 * another or gone. */
#include "session/journal.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

#include "designs.h"
#include "disk.h"
#include "edits.h"
#include "model/edit.h"
#include "session/journal-frame.h"
#include "session/recovery.h"

#define PATIENCE 20000 /* ms: the machine may be busy */

typedef struct
{
  char *folder, *journals, *file, *uri;
  LpDocument *document;
  LpJournal *journal;
  LpRecovery *recovery;
  GRand *random;
} Fixture;

static const char SOURCE[]
    = "{\n  \"loadpath\": 1,\n  \"title\": \"Orders\",\n  \"components\": [\n"
      "    {\"id\": \"web\", \"kind\": \"ec2-instance\", \"at\": [0, 0], \"later\": [1, {\"a\": null}]}\n  ],\n"
      "  \"connections\": [],\n  \"comments\": [], \"waivers\": [],\n  \"scenario\": \"x\"\n}\n";

static void
begin (Fixture *fixture, const char *uri)
{
  g_autoptr (LpDesign) design = test_design (SOURCE);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, SOURCE, -1);
  LpJournalHead head = { .uri = (char *) uri, .checksum = uri != NULL ? checksum : NULL };
  fixture->document = lp_document_new_from_design (design);
  fixture->journal = lp_journal_new (fixture->document, fixture->journals, &head, NULL, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->folder = g_dir_make_tmp ("loadpath-journal-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->journals = g_build_filename (fixture->folder, "state", "journal", NULL);
  fixture->file = g_build_filename (fixture->folder, "orders.loadpath", NULL);
  fixture->uri = g_filename_to_uri (fixture->file, NULL, NULL);
  fixture->random = g_rand_new_with_seed (7);
  g_assert_true (g_file_set_contents (fixture->file, SOURCE, -1, NULL));
  begin (fixture, fixture->uri);
}

/* As a kill leaves it: the file stays as it is, and nobody has it open. */
static void
let_go (Fixture *fixture)
{
  if (fixture->journal == NULL)
    return;
  lp_journal_end (fixture->journal, FALSE);
  g_clear_pointer (&fixture->journal, lp_journal_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  let_go (fixture);
  g_clear_pointer (&fixture->recovery, lp_recovery_free);
  g_clear_object (&fixture->document);
  test_remove_folder (fixture->folder);
  g_rand_free (fixture->random);
  g_free (fixture->folder);
  g_free (fixture->journals);
  g_free (fixture->file);
  g_free (fixture->uri);
}

static void
set_title (LpDocument *document, const char *title)
{
  lp_document_begin (document, "Rename");
  lp_edit_set_title (document, title);
  g_assert_true (lp_document_commit (document));
}

static void
flush (Fixture *fixture)
{
  g_assert_true (lp_journal_flush (fixture->journal, PATIENCE));
}

static LpRecovered *
recover (Fixture *fixture)
{
  let_go (fixture);
  g_clear_pointer (&fixture->recovery, lp_recovery_free);
  fixture->recovery = lp_recovery_run (fixture->journals);
  return fixture->recovery->recovered->len > 0 ? fixture->recovery->recovered->pdata[0] : NULL;
}

static guint
count_files (const char *folder, const char *suffix)
{
  guint n = 0;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    n += g_str_has_suffix (name, suffix);
  return n;
}

static void
assert_same (LpDocument *a, LpDocument *b)
{
  g_autofree char *text_a = test_text_of_document (a), *text_b = test_text_of_document (b);
  g_assert_cmpstr (text_a, ==, text_b);
}

static void
assert_title (LpRecovered *recovered, const char *title)
{
  g_assert_nonnull (recovered);
  g_assert_cmpstr (lp_document_get_header (recovered->document)->title, ==, title);
}

/* --- frames ------------------------------------------------------------------------------------------ */

static void
test_frames (void)
{
  static const char *const payloads[] = { "one", "", "three\n@3 0123456789abcdef\nabc\n", "{\"commit\": 4}" };
  g_autoptr (GString) out = g_string_new (NULL);
  gsize offset = 0, length;
  const char *payload;
  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    lp_journal_frame_append (out, payloads[i], strlen (payloads[i]));
  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    {
      g_assert_cmpint (lp_journal_frame_next (out->str, out->len, &offset, &payload, &length), ==, LP_FRAME_GOOD);
      g_assert_cmpmem (payload, length, payloads[i], strlen (payloads[i]));
    }
  g_assert_cmpint (lp_journal_frame_next (out->str, out->len, &offset, &payload, &length), ==, LP_FRAME_END);
}

static void
test_frame_torn (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize length;
  const char *payload;
  lp_journal_frame_append (out, "{\"commit\": 4}", 13);
  for (gsize cut = 1; cut < out->len; cut++)
    {
      gsize offset = 0;
      g_autofree char *some = g_memdup2 (out->str, cut); /* so that a byte too far is noticed */
      g_assert_cmpint (lp_journal_frame_next (some, cut, &offset, &payload, &length), ==, LP_FRAME_TORN);
      g_assert_cmpuint (offset, ==, 0);
    }
  static const char zeros[64] = "";
  gsize offset = 0;
  g_assert_cmpint (lp_journal_frame_next (zeros, sizeof zeros, &offset, &payload, &length), ==, LP_FRAME_TORN);
}

/* Any one byte changed, in a frame that another one follows. */
static void
test_frame_damaged (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize length;
  const char *payload;
  lp_journal_frame_append (out, "{\"commit\": 4}", 13);
  gsize first = out->len;
  lp_journal_frame_append (out, "{\"commit\": 5}", 13);
  for (gsize i = 0; i < first; i++)
    for (int bit = 0; bit < 8; bit++)
      {
        gsize offset = 0;
        out->str[i] ^= 1 << bit;
        g_assert_cmpint (lp_journal_frame_next (out->str, out->len, &offset, &payload, &length), ==, LP_FRAME_DAMAGED);
        out->str[i] ^= 1 << bit;
      }
}

/* --- what comes back --------------------------------------------------------------------------------- */

static void
test_nothing_edited (Fixture *fixture, gconstpointer data)
{
  flush (fixture);
  g_assert_false (g_file_test (fixture->journals, G_FILE_TEST_EXISTS));
  g_assert_null (recover (fixture));
}

static void
undo_and_redo_all (LpDocument *restored, const char *base)
{
  g_autofree char *last = test_text_of_document (restored);
  while (lp_document_can_undo (restored))
    lp_document_undo (restored);
  g_autofree char *first = test_text_of_document (restored);
  g_assert_cmpstr (first, ==, base);
  while (lp_document_can_redo (restored))
    lp_document_redo (restored);
  for (guint n = lp_document_get_n_undo (restored); n > 0; n--)
    lp_document_undo (restored);
  g_autofree char *again = test_text_of_document (restored);
  g_assert_cmpstr (again, ==, base);
}

/* Thousands of random steps: the same bytes, the same history. */
static void
test_exact (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autofree char *base = test_text_of_document (fixture->document);
      for (guint i = 0; i < 150; i++)
        edits_step (fixture->document, fixture->random);
      while (!lp_document_is_modified (fixture->document))
        edits_step (fixture->document, fixture->random);
      flush (fixture);
      LpRecovered *recovered = recover (fixture);
      g_assert_nonnull (recovered);
      g_assert_null (recovered->kept);
      assert_same (fixture->document, recovered->document);
      g_assert_true (lp_document_is_modified (recovered->document));
      g_assert_cmpuint (lp_document_get_n_undo (recovered->document), ==, lp_document_get_n_undo (fixture->document));
      g_assert_cmpuint (lp_document_get_n_redo (recovered->document), ==, lp_document_get_n_redo (fixture->document));
      g_assert_cmpstr (lp_document_get_undo_label (recovered->document), ==,
                       lp_document_get_undo_label (fixture->document));
      undo_and_redo_all (recovered->document, base);
      g_unlink (recovered->path);
      g_clear_object (&fixture->document);
      begin (fixture, fixture->uri);
    }
}

/* Steps from before the journal are taken back and made again in it. */
static void
test_past_the_base (Fixture *fixture, gconstpointer data)
{
  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      for (guint i = 0; i < 12; i++)
        edits_step (fixture->document, random);
      LpJournalHead head = { .revision = lp_document_get_revision (fixture->document), .uri = fixture->uri };
      g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
      lp_document_mark_saved (fixture->document);
      lp_journal_saved (fixture->journal, &head, design);
      g_assert_cmpuint (count_files (fixture->journals, ".journal"), ==, 0);
      for (guint i = 0; i < 25; i++)
        edits_step (fixture->document, random);
      while (!lp_document_is_modified (fixture->document))
        edits_step (fixture->document, random);
      flush (fixture);
      LpRecovered *recovered = recover (fixture);
      g_assert_nonnull (recovered);
      g_assert_null (recovered->kept);
      assert_same (fixture->document, recovered->document);
      g_unlink (recovered->path);
      g_clear_object (&fixture->document);
      begin (fixture, fixture->uri);
    }
}

/* Without a sync: a thousand of them. */
static void
write_quickly (const char *path, const char *data, gsize size)
{
  g_unlink (path);
  g_assert_true (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* Cut at every byte: what stands whole before the cut is there, and nothing else is said. */
static void
test_torn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *whole = NULL;
  gsize size, offset = 0, length;
  const char *payload;
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);
      set_title (fixture->document, title);
      g_ptr_array_add (states, test_text_of_document (fixture->document));
    }
  flush (fixture);
  g_autofree char *path = g_strdup (lp_journal_get_path (fixture->journal));
  let_go (fixture);
  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  for (guint frame = 0; lp_journal_frame_next (whole, size, &offset, &payload, &length) == LP_FRAME_GOOD; frame++)
    {
      /* Head, base and the first step: what is torn before has nothing to restore. */
      if (frame < 2)
        continue;
      gsize next = offset;
      LpFrameState state = lp_journal_frame_next (whole, size, &next, &payload, &length);
      for (gsize cut = offset; cut < (state == LP_FRAME_GOOD ? next : size + 1); cut++)
        {
          write_quickly (path, whole, cut);
          LpRecovered *recovered = recover (fixture);
          g_assert_nonnull (recovered);
          g_autofree char *text = test_text_of_document (recovered->document);
          g_assert_cmpstr (text, ==, states->pdata[frame - 2]);
          g_assert_cmpuint (recovered->size, ==, offset);
          g_assert_null (recovered->kept);
        }
    }
}

/* Nothing of it can be read, but it is not thrown away. */
static void
test_torn_early (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize size;
  set_title (fixture->document, "Billing");
  flush (fixture);
  g_autofree char *path = g_strdup (lp_journal_get_path (fixture->journal));
  let_go (fixture);
  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  g_assert_true (g_file_set_contents (path, whole, 100, NULL));
  g_assert_null (recover (fixture));
  g_assert_cmpuint (fixture->recovery->kept->len, ==, 1);
  g_autofree char *kept = NULL;
  g_assert_true (g_file_get_contents (fixture->recovery->kept->pdata[0], &kept, &size, NULL));
  g_assert_cmpmem (kept, size, whole, 100);
  /* Once. */
  g_assert_null (recover (fixture));
  g_assert_cmpuint (fixture->recovery->kept->len, ==, 0);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = NULL, *kept = NULL;
  gsize size, kept_size;
  set_title (fixture->document, "One");
  set_title (fixture->document, "Two");
  set_title (fixture->document, "Three");
  flush (fixture);
  g_autofree char *path = g_strdup (lp_journal_get_path (fixture->journal));
  let_go (fixture);
  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  strstr (whole, "Two")[0] = 'L';
  g_assert_true (g_file_set_contents (path, whole, size, NULL));
  LpRecovered *recovered = recover (fixture);
  assert_title (recovered, "One");
  g_assert_nonnull (recovered->kept);
  g_assert_true (g_str_has_suffix (recovered->kept, ".damaged"));
  g_assert_true (g_file_get_contents (recovered->kept, &kept, &kept_size, NULL));
  g_assert_cmpmem (kept, kept_size, whole, size);
}

/* A journal that is whole but makes no sense is a damaged one, and no crash. */
static void
test_nonsense (Fixture *fixture, gconstpointer data)
{
  static const char *const entries[] = {
    "{}",
    "[]",
    "nonsense",
    "{\"commit\": -1, \"changes\": []}",
    "{\"commit\": 2, \"changes\": [{\"component\": {\"id\": \"a\", \"kind\": \"vpc\", \"in\": \"a\"}}]}",
    "{\"commit\": 2, \"changes\": [{\"component\": {\"id\": \"a\", \"kind\": \"vpc\", \"in\": \"b\"}}]}",
    "{\"commit\": 2, \"changes\": [{\"component\": {\"id\": \"a\", \"kind\": \"vpc\"}}, {\"no-component\": \"b\"}]}",
    "{\"commit\": 2, \"changes\": [{\"connection\": {\"kind\": \"dns\", \"from\": \"web\", \"to\": \"web\"}}]}",
    "{\"commit\": 2, \"changes\": [{\"connection\": {\"id\": \"a\", \"kind\": \"dns\", \"from\": \"web\", \"to\": \"b\"}}]}",
    "{\"commit\": 2, \"changes\": [{\"no-component\": 7}]}",
    "{\"commit\": 2, \"changes\": [{\"header\": 7}]}",
    "{\"commit\": 2, \"changes\": [{\"else\": 7}]}",
    "{\"commit\": 2, \"changes\": 7}",
    "{\"undo\": 9}",
    "{\"redo\": 9}",
  };
  set_title (fixture->document, "One");
  flush (fixture);
  g_autofree char *path = g_strdup (lp_journal_get_path (fixture->journal)), *good = NULL;
  gsize size;
  let_go (fixture);
  g_assert_true (g_file_get_contents (path, &good, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GString) text = g_string_new_len (good, size);
      lp_journal_frame_append (text, entries[i], strlen (entries[i]));
      g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
      LpRecovered *recovered = recover (fixture);
      g_test_message ("%s", entries[i]);
      assert_title (recovered, "One");
      g_assert_cmpuint (lp_document_get_n_undo (recovered->document), ==, 1);
      g_assert_nonnull (recovered->kept);
    }
}

/* --- what the file is -------------------------------------------------------------------------------- */

static void
test_same (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->document, "Billing");
  flush (fixture);
  LpRecovered *recovered = recover (fixture);
  assert_title (recovered, "Billing");
  g_assert_cmpint (recovered->state, ==, LP_RECOVERED_SAME);
  g_assert_cmpstr (recovered->head.uri, ==, fixture->uri);
  g_assert_nonnull (recovered->head.etag);
  g_assert_cmpstr (lp_design_get_header (recovered->base)->title, ==, "Orders");
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->document, "Billing");
  flush (fixture);
  g_assert_true (g_file_set_contents (fixture->file, "theirs", -1, NULL));
  LpRecovered *recovered = recover (fixture);
  assert_title (recovered, "Billing");
  g_assert_cmpint (recovered->state, ==, LP_RECOVERED_CHANGED);
  g_assert_null (recovered->base);
  assert_same (fixture->document, recovered->document);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->document, "Billing");
  flush (fixture);
  g_unlink (fixture->file);
  LpRecovered *recovered = recover (fixture);
  assert_title (recovered, "Billing");
  g_assert_cmpint (recovered->state, ==, LP_RECOVERED_MISSING);
}

static void
test_untitled (Fixture *fixture, gconstpointer data)
{
  let_go (fixture);
  g_clear_object (&fixture->document);
  begin (fixture, NULL);
  set_title (fixture->document, "Billing");
  flush (fixture);
  LpRecovered *recovered = recover (fixture);
  assert_title (recovered, "Billing");
  g_assert_cmpint (recovered->state, ==, LP_RECOVERED_UNTITLED);
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpDocument) first = NULL;
  set_title (fixture->document, "One");
  flush (fixture);
  let_go (fixture);
  first = g_steal_pointer (&fixture->document);
  begin (fixture, fixture->uri);
  set_title (fixture->document, "Two");
  flush (fixture);
  recover (fixture);
  g_assert_cmpuint (fixture->recovery->recovered->len, ==, 2);
  LpRecovered *a = fixture->recovery->recovered->pdata[0], *b = fixture->recovery->recovered->pdata[1];
  g_assert_cmpint (a->state, ==, LP_RECOVERED_SAME);
  g_assert_cmpint (b->state, ==, LP_RECOVERED_TWICE);
  g_assert_cmpstr (lp_document_get_header (a->document)->title, !=, lp_document_get_header (b->document)->title);
}

/* Taken back until nothing is unsaved: nothing is restored, and nothing stays behind. */
static void
test_undone (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->document, "Billing");
  lp_document_undo (fixture->document);
  flush (fixture);
  g_assert_null (recover (fixture));
  g_assert_cmpuint (fixture->recovery->kept->len, ==, 0);
  g_assert_cmpuint (count_files (fixture->journals, ""), ==, 0);
}

/* Somebody works on it: it is not a crash. */
static void
test_living (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->document, "Billing");
  flush (fixture);
  g_autoptr (LpRecovery) recovery = lp_recovery_run (fixture->journals);
  g_assert_cmpuint (recovery->recovered->len, ==, 0);
  g_assert_cmpuint (recovery->kept->len, ==, 0);
  assert_title (recover (fixture), "Billing");
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->journals, "a.journal", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  lp_journal_frame_append (text, "{\"loadpath-journal\": 2}", 23);
  g_mkdir_with_parents (fixture->journals, 0700);
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  g_assert_null (recover (fixture));
  g_assert_cmpuint (fixture->recovery->kept->len, ==, 1);
  g_assert_cmpstr (fixture->recovery->kept->pdata[0], ==, path);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* --- around a save ----------------------------------------------------------------------------------- */

/* Announces a save of the present state, and writes the file. */
static void
write_file (Fixture *fixture)
{
  g_autofree char *text = test_text_of_document (fixture->document), *checksum = edits_checksum (fixture->document);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->file);
  lp_journal_saving (fixture->journal, lp_document_get_revision (fixture->document), file, checksum);
  g_assert_true (g_file_set_contents (fixture->file, text, -1, NULL));
}

/* Killed when the file was written and the journal did not know yet: nothing is applied twice. */
static void
test_between (Fixture *fixture, gconstpointer data)
{
  lp_document_begin (fixture->document, "Add");
  g_free (lp_edit_add_component (fixture->document, "vpc", NULL, NULL, NULL));
  lp_document_commit (fixture->document);
  write_file (fixture);
  g_assert_null (recover (fixture));
  g_assert_cmpuint (count_files (fixture->journals, ""), ==, 0);
}

/* Killed before the file was in place. */
static void
test_before (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->document, "Billing");
  write_file (fixture);
  g_assert_true (g_file_set_contents (fixture->file, SOURCE, -1, NULL));
  LpRecovered *recovered = recover (fixture);
  assert_title (recovered, "Billing");
  g_assert_cmpint (recovered->state, ==, LP_RECOVERED_SAME);
  lp_document_undo (recovered->document);
  g_assert_false (lp_document_is_modified (recovered->document));
}

/* What was edited while it was being saved comes on top of what was saved. */
static void
test_meanwhile (Fixture *fixture, gconstpointer data)
{
  set_title (fixture->document, "Billing");
  write_file (fixture);
  guint64 revision = lp_document_get_revision (fixture->document);
  g_autoptr (LpDesign) written = lp_document_snapshot (fixture->document);
  g_autofree char *checksum = edits_checksum (fixture->document);
  LpJournalHead head = { .revision = revision, .uri = fixture->uri, .checksum = checksum };
  set_title (fixture->document, "Later");
  if (GPOINTER_TO_INT (data))
    lp_journal_saved (fixture->journal, &head, written);
  flush (fixture);
  LpRecovered *recovered = recover (fixture);
  assert_title (recovered, "Later");
  g_assert_cmpint (recovered->state, ==, LP_RECOVERED_SAME);
  lp_document_undo (recovered->document);
  g_assert_false (lp_document_is_modified (recovered->document));
  g_assert_cmpstr (lp_document_get_header (recovered->document)->title, ==, "Billing");
}

/* --- a disk that does not take it -------------------------------------------------------------------- */

static void
on_problem (const GError *problem, gpointer data)
{
  int *code = data;
  *code = problem != NULL ? problem->code : -1;
}

static void
wait_for_code (int *code, int wanted)
{
  for (guint i = 0; i < 2000 && *code != wanted; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  g_assert_cmpint (*code, ==, wanted);
}

static void
follow_problems (Fixture *fixture, const char *folder, int *code)
{
  LpJournalHead head = { .uri = fixture->uri };
  let_go (fixture);
  fixture->journal = lp_journal_new (fixture->document, folder, &head, on_problem, code);
}

/* A disk that is full, and later is not: said, and nothing is missing in between. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  int code = 0;
  g_autofree char *long_title = g_strnfill (3000, 'x');
  follow_problems (fixture, fixture->journals, &code);
  signal (SIGXFSZ, SIG_IGN);
  set_title (fixture->document, "One");
  flush (fixture);
  test_limit_file_size (2000);
  set_title (fixture->document, long_title);
  g_assert_false (lp_journal_flush (fixture->journal, PATIENCE));
  test_limit_file_size (RLIM_INFINITY);
  wait_for_code (&code, g_io_error_from_errno (EFBIG));
  wait_for_code (&code, -1); /* tried again by itself */
  set_title (fixture->document, "Three");
  flush (fixture);
  LpRecovered *recovered = recover (fixture);
  assert_title (recovered, "Three");
  g_assert_null (recovered->kept);
  g_assert_cmpuint (lp_document_get_n_undo (recovered->document), ==, 3);
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  int code = 0;
  /* A file where the folder would be: also the system's administrator gets no further. */
  g_autofree char *folder = g_build_filename (fixture->file, "journal", NULL);
  follow_problems (fixture, folder, &code);
  set_title (fixture->document, "One");
  g_assert_false (lp_journal_flush (fixture->journal, PATIENCE));
  wait_for_code (&code, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_null (recover (fixture));
}

#define ADD(path, function) g_test_add ("/journal/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/frames", test_frames);
  g_test_add_func ("/journal/frames/torn", test_frame_torn);
  g_test_add_func ("/journal/frames/damaged", test_frame_damaged);
  ADD ("nothing-edited", test_nothing_edited);
  ADD ("exact", test_exact);
  ADD ("past-the-base", test_past_the_base);
  ADD ("torn", test_torn);
  ADD ("torn-early", test_torn_early);
  ADD ("damaged", test_damaged);
  ADD ("nonsense", test_nonsense);
  ADD ("same", test_same);
  ADD ("changed", test_changed);
  ADD ("missing", test_missing);
  ADD ("untitled", test_untitled);
  ADD ("twice", test_twice);
  ADD ("undone", test_undone);
  ADD ("living", test_living);
  ADD ("newer", test_newer);
  ADD ("save/between", test_between);
  ADD ("save/before", test_before);
  g_test_add ("/journal/save/meanwhile", Fixture, GINT_TO_POINTER (FALSE), set_up, test_meanwhile, tear_down);
  g_test_add ("/journal/save/meanwhile-and-known", Fixture, GINT_TO_POINTER (TRUE), set_up, test_meanwhile, tear_down);
  ADD ("full", test_full);
  ADD ("unwritable", test_unwritable);
  return g_test_run ();
}
