#include "model/document.h"

static void
put (LpDocument *document, const char *id, const char *in)
{
  g_autoptr (GError) error = NULL;
  LpComponent *component = lp_component_new (id, "vpc");
  lp_component_set_in (component, in);
  lp_document_put_component (document, component, &error);
  g_assert_no_error (error);
}

static void
join (LpDocument *document, const char *id, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  lp_document_put_connection (document, lp_connection_new (id, "traffic", from, to), &error);
  g_assert_no_error (error);
}

/* The ids of the components, in order. */
static char *
list (LpDocument *document)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  GString *ids = g_string_new (NULL);
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    g_string_append_printf (ids, "%s ", lp_design_get_component (design, i)->id);
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    g_string_append_printf (ids, "%s ", lp_design_get_connection (design, i)->id);
  return g_string_free (ids, FALSE);
}

static void
assert_list (LpDocument *document, const char *expected)
{
  g_autofree char *ids = list (document);
  g_assert_cmpstr (ids, ==, expected);
}

static LpDocument *
make (void)
{
  LpDocument *document = lp_document_new ();
  lp_document_begin (document, "Make");
  put (document, "a", NULL);
  put (document, "b", "a");
  put (document, "c", "b");
  put (document, "d", NULL);
  join (document, "cd", "c", "d");
  join (document, "da", "d", "a");
  g_assert_true (lp_document_commit (document));
  return document;
}

static void
test_undo (void)
{
  g_autoptr (LpDocument) document = make ();
  guint64 made = lp_document_get_revision (document);

  g_assert_cmpstr (lp_document_get_undo_label (document), ==, "Make");
  g_assert_null (lp_document_get_redo_label (document));
  lp_document_begin (document, "Remove");
  g_assert_true (lp_document_remove_component (document, "b", NULL));
  g_assert_true (lp_document_commit (document));
  assert_list (document, "a d da ");
  lp_document_undo (document);
  assert_list (document, "a b c d cd da ");
  g_assert_cmpuint (lp_document_get_revision (document), ==, made);
  lp_document_undo (document);
  assert_list (document, "");
  g_assert_false (lp_document_can_undo (document));
  lp_document_redo (document);
  lp_document_redo (document);
  assert_list (document, "a d da ");
  g_assert_false (lp_document_can_redo (document));
}

/* The order of siblings is the order in which they are painted. */
static void
test_order (void)
{
  g_autoptr (LpDocument) document = make ();
  g_autoptr (GError) error = NULL;

  lp_document_begin (document, "Bring to front");
  g_assert_true (lp_document_place_component (document, "a", NULL, NULL));
  put (document, "a", NULL);
  g_assert_true (lp_document_place_component (document, "d", "b", NULL));
  g_assert_true (lp_document_commit (document));
  assert_list (document, "d b c a cd da ");
  lp_document_undo (document);
  assert_list (document, "a b c d cd da ");
  lp_document_redo (document);
  assert_list (document, "d b c a cd da ");

  lp_document_begin (document, "Nothing");
  g_assert_true (lp_document_place_component (document, "a", NULL, NULL));
  g_assert_true (lp_document_place_component (document, "b", "c", NULL));
  g_assert_true (lp_document_place_component (document, "b", "b", NULL));
  g_assert_false (lp_document_place_component (document, "b", "z", &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH);
  g_assert_false (lp_document_commit (document));
}

static void
test_rollback (void)
{
  g_autoptr (LpDocument) document = make ();
  guint64 made = lp_document_get_revision (document);
  lp_document_begin (document, "Nothing");
  g_assert_true (lp_document_remove_component (document, "a", NULL));
  put (document, "e", "d");
  lp_document_rollback (document);
  assert_list (document, "a b c d cd da ");
  g_assert_cmpuint (lp_document_get_revision (document), ==, made);
  g_assert_false (lp_document_in_transaction (document));
}

static void
count (LpDocument *document, guint64 revision, gpointer data)
{
  ++*(guint *) data;
}

/* However often a drag moves a component, it is one change, one step and one signal; and none where it comes back. */
static void
test_one_step (void)
{
  g_autoptr (LpDocument) document = make ();
  guint signals = 0;
  g_signal_connect (document, "changed", G_CALLBACK (count), &signals);

  lp_document_begin (document, "Move");
  for (guint i = 1; i <= 100; i++)
    {
      LpComponent *copy = lp_component_copy (lp_document_get_component (document, "c"));
      lp_component_set_at (copy, (LpPoint){ i, i });
      g_assert_true (lp_document_put_component (document, copy, NULL));
    }
  g_assert_true (lp_document_commit (document));
  g_assert_cmpuint (signals, ==, 1);
  g_assert_cmpfloat (lp_document_get_component (document, "c")->at.x, ==, 100);
  lp_document_undo (document);
  g_assert_cmpuint (signals, ==, 2);
  g_assert_false (lp_document_get_component (document, "c")->has_at);

  lp_document_begin (document, "Move");
  g_assert_true (lp_document_put_component (document, lp_component_copy (lp_document_get_component (document, "c")), NULL));
  g_assert_false (lp_document_commit (document));
  g_assert_cmpuint (signals, ==, 2);
}

static void
test_saved (void)
{
  g_autoptr (LpDocument) document = make ();
  g_assert_true (lp_document_is_modified (document));
  lp_document_mark_saved (document);
  g_assert_false (lp_document_is_modified (document));
  lp_document_begin (document, "Add");
  put (document, "e", NULL);
  lp_document_commit (document);
  g_assert_true (lp_document_is_modified (document));
  lp_document_undo (document);
  g_assert_false (lp_document_is_modified (document));
  /* another future from the same past is another state */
  lp_document_begin (document, "Add");
  put (document, "e", NULL);
  lp_document_commit (document);
  g_assert_false (lp_document_can_redo (document));
  g_assert_true (lp_document_is_modified (document));
}

static void
refuse (LpDocument *document, const char *id, const char *in, LpEditErrorCode code)
{
  g_autoptr (GError) error = NULL;
  LpComponent *component = lp_component_new (id, "vpc");
  lp_component_set_in (component, in);
  g_assert_false (lp_document_put_component (document, component, &error));
  g_assert_error (error, LP_EDIT_ERROR, (int) code);
}

static void
test_refusals (void)
{
  g_autoptr (LpDocument) document = make ();
  g_autoptr (GError) error = NULL;
  lp_document_begin (document, "Wrong");
  refuse (document, "", NULL, LP_EDIT_ERROR_INVALID);
  refuse (document, "x y", NULL, LP_EDIT_ERROR_INVALID);
  refuse (document, "x", "nowhere", LP_EDIT_ERROR_NO_SUCH);
  refuse (document, "x", "x", LP_EDIT_ERROR_CYCLE);
  refuse (document, "a", "c", LP_EDIT_ERROR_CYCLE);
  g_assert_false (lp_document_put_connection (document, lp_connection_new ("x", "traffic", "a", "z"), &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH);
  g_clear_error (&error);
  g_assert_false (lp_document_remove_component (document, "z", &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH);
  g_assert_false (lp_document_commit (document));
}

static void
test_spans_go_with_their_container (void)
{
  g_autoptr (LpDocument) document = make ();
  lp_document_begin (document, "Span");
  LpComponent *copy = lp_component_copy (lp_document_get_component (document, "d"));
  lp_component_add_span (copy, "b");
  lp_component_add_span (copy, "a");
  g_assert_true (lp_document_put_component (document, copy, NULL));
  lp_document_commit (document);
  lp_document_begin (document, "Remove");
  g_assert_true (lp_document_remove_component (document, "b", NULL));
  lp_document_commit (document);
  g_assert_cmpuint (lp_document_get_component (document, "d")->spans->len, ==, 1);
  lp_document_undo (document);
  g_assert_cmpuint (lp_document_get_component (document, "d")->spans->len, ==, 2);
}

/* A snapshot stays what it was. */
static void
test_snapshot (void)
{
  g_autoptr (LpDocument) document = make ();
  g_autoptr (LpDesign) before = lp_document_snapshot (document);
  lp_document_begin (document, "Remove");
  g_assert_true (lp_document_remove_component (document, "a", NULL));
  lp_document_commit (document);
  g_autoptr (LpDesign) after = lp_document_snapshot (document);
  g_assert_cmpuint (lp_design_get_n_components (before), ==, 4);
  g_assert_cmpuint (lp_design_get_n_components (after), ==, 1);
  g_autoptr (LpDesign) again = lp_document_snapshot (document);
  g_assert_true (after == again);
}

static LpPoint
at_of (LpDocument *document, const char *id)
{
  return lp_document_get_component (document, id)->at;
}

static void
move_to (LpDocument *document, const char *id, double x)
{
  LpComponent *copy = lp_component_copy (lp_document_get_component (document, id));
  lp_component_set_at (copy, (LpPoint){ x, 0 });
  lp_document_begin (document, "Move");
  g_assert_true (lp_document_put_component (document, copy, NULL));
  g_assert_true (lp_document_commit (document));
}

/* Two steps become one, unless the file holds what is between them. */
static void
test_join (void)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  lp_document_begin (document, "Add");
  LpComponent *web = lp_component_new ("web", "ec2-instance");
  lp_component_set_at (web, (LpPoint){ 0, 0 });
  g_assert_true (lp_document_put_component (document, web, NULL));
  lp_document_commit (document);
  g_assert_false (lp_document_join (document));
  move_to (document, "web", 8);
  lp_document_mark_saved (document);
  move_to (document, "web", 16);
  g_assert_false (lp_document_join (document));
  move_to (document, "web", 24);
  g_assert_true (lp_document_join (document));
  g_assert_cmpfloat (at_of (document, "web").x, ==, 24);
  lp_document_undo (document);
  g_assert_cmpfloat (at_of (document, "web").x, ==, 8);
  g_assert_false (lp_document_is_modified (document));
  g_assert_false (lp_document_join (document));
  lp_document_redo (document);
  g_assert_cmpfloat (at_of (document, "web").x, ==, 24);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/document/undo", test_undo);
  g_test_add_func ("/model/document/order", test_order);
  g_test_add_func ("/model/document/rollback", test_rollback);
  g_test_add_func ("/model/document/one-step", test_one_step);
  g_test_add_func ("/model/document/saved", test_saved);
  g_test_add_func ("/model/document/refusals", test_refusals);
  g_test_add_func ("/model/document/spans-go-with-their-container", test_spans_go_with_their_container);
  g_test_add_func ("/model/document/snapshot", test_snapshot);
  g_test_add_func ("/model/document/join", test_join);
  return g_test_run ();
}
