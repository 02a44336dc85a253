/* Comments and waivers: the edits, and what becomes of them with what they are pinned to. */

#include "designs.h"
#include "model/edit.h"
#include "model/remark-edit.h"

#include <string.h>

static const char source[]
    = "{\"loadpath\": 1, \"components\": ["
      "{\"id\": \"net\", \"kind\": \"subnet\"}, {\"id\": \"web\", \"kind\": \"ec2-instance\", \"in\": \"net\"},"
      "{\"id\": \"db\", \"kind\": \"rds-instance\"}],"
      "\"connections\": [{\"id\": \"web-db\", \"kind\": \"traffic\", \"from\": \"web\", \"to\": \"db\"}],"
      "\"comments\": [{\"component\": \"web\", \"text\": \"one\"}, {\"connection\": \"web-db\", \"text\": \"two\"},"
      "{\"id\": \"note-1\", \"component\": \"db\", \"text\": \"three\"}, {\"component\": \"gone\", \"text\": \"four\"}],"
      "\"waivers\": [{\"rule\": \"HA-012\", \"component\": \"web\", \"reason\": \"a\"},"
      "{\"rule\": \"HA-012\", \"component\": \"gone\", \"reason\": \"b\"}, {\"rule\": \"HA-012\", \"reason\": \"c\"},"
      "{\"rule\": \"MO-003\", \"connection\": \"web-db\", \"reason\": \"d\"}]}";

/* The comments' ids and texts, then the waivers' reasons. */
static char *
remarks_of (LpDocument *document)
{
  const LpHeader *header = lp_document_get_header (document);
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < header->comments->len; i++)
    {
      const LpComment *comment = header->comments->pdata[i];
      g_string_append_printf (list, "%s=%s%s ", comment->id, comment->text, comment->resolved ? "!" : "");
    }
  for (guint i = 0; i < header->waivers->len; i++)
    g_string_append_printf (list, "%s ", ((LpWaiver *) header->waivers->pdata[i])->reason);
  return g_string_free (list, FALSE);
}

static void
assert_remarks (LpDocument *document, const char *expected)
{
  g_autofree char *remarks = remarks_of (document);
  g_assert_cmpstr (remarks, ==, expected);
}

#define ALL "note-2=one note-3=two note-1=three note-4=four a b c d "

static void
test_go_with_their_component (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autofree char *before = test_text_of_document (document);
  assert_remarks (document, ALL);
  lp_document_begin (document, "Delete");
  g_assert_true (lp_document_remove_component (document, "net", NULL));
  lp_document_commit (document);
  assert_remarks (document, "note-1=three note-4=four b c ");
  lp_document_undo (document);
  g_autofree char *after = test_text_of_document (document);
  g_assert_cmpstr (after, ==, before);
  lp_document_redo (document);
  assert_remarks (document, "note-1=three note-4=four b c ");
}

static void
test_go_with_their_connection (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  lp_document_begin (document, "Delete");
  g_assert_true (lp_edit_delete (document, (const char *const[]){ "web-db", NULL }, NULL));
  lp_document_commit (document);
  assert_remarks (document, "note-2=one note-1=three note-4=four a b c ");
  lp_document_undo (document);
  assert_remarks (document, ALL);
}

static void
test_comment_edits (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autoptr (GError) error = NULL;
  LpPin on_web = { g_ref_string_new ("web"), NULL }, on_nothing = { g_ref_string_new ("nothing"), NULL };

  lp_document_begin (document, "Comment");
  g_autofree char *id = lp_edit_add_comment (document, &on_web, "Kim", "five", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "note-5");
  g_autofree char *plain = lp_edit_add_comment (document, NULL, "", "six", NULL);
  g_assert_true (lp_edit_resolve_comment (document, "note-2", TRUE, NULL));
  g_assert_true (lp_edit_reply_to_comment (document, "note-2", "Lee", "yes", NULL));
  g_assert_true (lp_edit_set_comment_text (document, "note-3", "deux", NULL));
  g_assert_true (lp_edit_remove_comment (document, "note-1", NULL));
  lp_document_commit (document);

  assert_remarks (document, "note-2=one! note-3=deux note-4=four note-5=five note-6=six a b c d ");
  g_autofree char *text = test_text_of_document (document);
  g_assert_nonnull (strstr (text, "{\"id\": \"note-2\", \"component\": \"web\", \"text\": \"one\", \"resolved\": true, "
                                  "\"replies\": [{\"author\": \"Lee\", \"text\": \"yes\"}]},\n"
                                  "    {\"id\": \"note-3\", \"connection\": \"web-db\", \"text\": \"deux\"},\n"
                                  "    {\"component\": \"gone\", \"text\": \"four\"},\n"
                                  "    {\"id\": \"note-5\", \"component\": \"web\", \"author\": \"Kim\", \"text\": \"five\"},\n"
                                  "    {\"id\": \"note-6\", \"text\": \"six\"}\n"));
  lp_document_undo (document);
  assert_remarks (document, ALL);

  lp_document_begin (document, "Comment");
  g_assert_null (lp_edit_add_comment (document, &on_nothing, NULL, "x", &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH);
  g_clear_error (&error);
  g_assert_null (lp_edit_add_comment (document, &on_web, NULL, " \n", &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (lp_edit_remove_comment (document, "note-9", &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH);
  g_clear_error (&error);
  g_assert_false (lp_edit_reply_to_comment (document, "note-2", NULL, "", &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_INVALID);
  g_assert_false (lp_document_commit (document));
  g_ref_string_release (on_web.component);
  g_ref_string_release (on_nothing.component);
}

static LpWaiver *
make_waiver (const char *component, const char *reason)
{
  LpWaiver *waiver = lp_waiver_new ("HA-012", reason);
  lp_remark_set (&waiver->pin.component, component);
  return waiver;
}

static void
test_waiver_edits (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpWaiver) old = make_waiver ("web", "a");

  lp_document_begin (document, "Waive");
  g_assert_true (lp_edit_add_waiver (document, make_waiver ("db", "e"), NULL));
  g_assert_true (lp_edit_replace_waiver (document, old, make_waiver ("web", "f"), NULL));
  lp_document_commit (document);
  assert_remarks (document, "note-2=one note-3=two note-1=three note-4=four f b c d e ");

  lp_document_begin (document, "Waive");
  g_assert_false (lp_edit_remove_waiver (document, old, &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH);
  g_clear_error (&error);
  g_assert_false (lp_edit_add_waiver (document, make_waiver ("db", " "), &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (lp_edit_add_waiver (document, make_waiver ("nothing", "x"), &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH);
  g_autoptr (LpWaiver) last = make_waiver ("db", "e");
  g_assert_true (lp_edit_remove_waiver (document, last, NULL));
  lp_document_commit (document);
  assert_remarks (document, "note-2=one note-3=two note-1=three note-4=four f b c d ");
  lp_document_undo (document);
  lp_document_undo (document);
  assert_remarks (document, ALL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/remark/component", test_go_with_their_component);
  g_test_add_func ("/model/remark/connection", test_go_with_their_connection);
  g_test_add_func ("/model/remark/comments", test_comment_edits);
  g_test_add_func ("/model/remark/waivers", test_waiver_edits);
  return g_test_run ();
}
