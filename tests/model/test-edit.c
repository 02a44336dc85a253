#include "base/json-node.h"
#include "model/edit.h"

static void
test_add_and_connect (void)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  LpPoint at = { 8, 16 };
  lp_document_begin (document, "Add");
  g_autofree char *vpc = lp_edit_add_component (document, "vpc", NULL, NULL, NULL);
  g_autofree char *web = lp_edit_add_component (document, "ec2-instance", vpc, &at, NULL);
  g_autofree char *app = lp_edit_add_component (document, "ec2-instance", vpc, &at, NULL);
  g_autofree char *line = lp_edit_connect (document, "traffic", web, app, NULL);
  lp_document_commit (document);
  g_assert_cmpstr (vpc, ==, "vpc");
  g_assert_cmpstr (web, ==, "ec2-instance");
  g_assert_cmpstr (app, ==, "ec2-instance-2");
  g_assert_cmpstr (line, ==, "ec2-instance-ec2-instance-2");
  g_assert_false (lp_document_get_component (document, vpc)->has_at);
  g_assert_cmpfloat (lp_document_get_component (document, web)->at.y, ==, 16);
}

static void
test_fields (void)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (GError) error = NULL;
  lp_document_begin (document, "Edit");
  g_autofree char *a = lp_edit_add_component (document, "vpc", NULL, NULL, NULL);
  g_autofree char *b = lp_edit_add_component (document, "subnet", NULL, NULL, NULL);
  g_autofree char *line = lp_edit_connect (document, "traffic", a, b, NULL);
  g_assert_true (lp_edit_move_into (document, b, a, (LpPoint){ 24, 24 }, NULL));
  g_assert_true (lp_edit_set_size (document, a, 200, 100, NULL));
  g_assert_true (lp_edit_set_label (document, b, "Public", NULL));
  g_assert_true (lp_edit_set_label (document, line, "https", NULL));
  g_assert_true (lp_edit_set_kind (document, line, "dns", NULL));
  g_assert_true (lp_edit_set_property (document, b, "public", lp_json_node_boolean (TRUE), NULL));
  g_assert_false (lp_edit_move_into (document, a, b, (LpPoint){ 0, 0 }, &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_CYCLE);
  lp_edit_set_title (document, "Shop");
  lp_edit_set_requirement (document, "environment", lp_json_node_string ("production"));
  lp_document_commit (document);

  const LpComponent *subnet = lp_document_get_component (document, b);
  g_assert_cmpstr (subnet->in, ==, a);
  g_assert_cmpstr (subnet->label, ==, "Public");
  g_assert_true (json_node_get_boolean (lp_properties_lookup (subnet->set, "public")));
  g_assert_cmpstr (lp_document_get_connection (document, line)->kind, ==, "dns");
  g_assert_cmpstr (lp_document_get_connection (document, line)->label, ==, "https");
  g_assert_cmpstr (lp_document_get_header (document)->title, ==, "Shop");
  lp_document_undo (document);
  g_assert_null (lp_document_get_header (document)->title);
  g_assert_cmpuint (lp_properties_get_size (lp_document_get_header (document)->requirements), ==, 0);
}

static void
test_spans (void)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) itself = NULL;
  lp_document_begin (document, "Edit");
  g_autofree char *a = lp_edit_add_component (document, "subnet", NULL, NULL, NULL);
  g_autofree char *b = lp_edit_add_component (document, "subnet", NULL, NULL, NULL);
  g_autofree char *alb = lp_edit_add_component (document, "alb", NULL, NULL, NULL);
  lp_document_commit (document);

  lp_document_begin (document, "Reach");
  g_assert_true (lp_edit_set_spans (document, alb, (const char *const[]){ a, b, NULL }, NULL));
  g_assert_false (lp_edit_set_spans (document, alb, (const char *const[]){ a, "none", NULL }, &missing));
  g_assert_error (missing, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH);
  g_assert_false (lp_edit_set_spans (document, a, (const char *const[]){ a, NULL }, &itself));
  g_assert_error (itself, LP_EDIT_ERROR, LP_EDIT_ERROR_INVALID);
  lp_document_commit (document);
  const LpComponent *balancer = lp_document_get_component (document, alb);
  g_assert_cmpuint (balancer->spans->len, ==, 2);
  g_assert_cmpstr (balancer->spans->pdata[1], ==, b);
  g_assert_cmpuint (lp_document_get_component (document, a)->spans->len, ==, 0);

  lp_document_begin (document, "Reach");
  g_assert_true (lp_edit_set_spans (document, alb, (const char *const[]){ NULL }, NULL));
  lp_document_commit (document);
  g_assert_cmpuint (lp_document_get_component (document, alb)->spans->len, ==, 0);
  lp_document_undo (document);
  g_assert_cmpuint (lp_document_get_component (document, alb)->spans->len, ==, 2);
}

static void
test_laid_by_hand (void)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (GError) error = NULL;
  const LpPoint points[] = { { 8, 16 }, { 8, 64 } };
  lp_document_begin (document, "Edit");
  g_autofree char *a = lp_edit_add_component (document, "vpc", NULL, NULL, NULL);
  g_autofree char *b = lp_edit_add_component (document, "users", NULL, NULL, NULL);
  g_autofree char *line = lp_edit_connect (document, "traffic", b, a, NULL);
  g_assert_true (lp_edit_set_via (document, line, points, 2, NULL));
  g_assert_true (lp_edit_set_ends (document, line, b, a, NULL));
  g_assert_cmpuint (lp_document_get_connection (document, line)->n_via, ==, 2);
  g_assert_cmpfloat (lp_document_get_connection (document, line)->via[1].y, ==, 64);
  g_assert_true (lp_edit_set_ends (document, line, a, b, NULL));
  g_assert_cmpuint (lp_document_get_connection (document, line)->n_via, ==, 0);
  g_assert_cmpstr (lp_document_get_connection (document, line)->from, ==, a);
  g_assert_false (lp_edit_set_via (document, a, points, 2, &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH);
  g_assert_true (lp_edit_set_locked (document, a, TRUE, NULL));
  g_assert_true (lp_edit_set_collapsed (document, a, TRUE, NULL));
  g_assert_true (lp_document_get_component (document, a)->locked);
  g_assert_true (lp_document_get_component (document, a)->collapsed);
  lp_document_rollback (document);
}

static void
test_delete (void)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (GError) error = NULL;
  lp_document_begin (document, "Edit");
  g_autofree char *a = lp_edit_add_component (document, "vpc", NULL, NULL, NULL);
  g_autofree char *b = lp_edit_add_component (document, "subnet", a, NULL, NULL);
  g_autofree char *c = lp_edit_add_component (document, "users", NULL, NULL, NULL);
  g_autofree char *line = lp_edit_connect (document, "traffic", c, b, NULL);
  const char *ids[] = { a, b, line, NULL }, *wrong[] = { c, "z", NULL };
  g_assert_false (lp_edit_delete (document, wrong, &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH);
  g_assert_nonnull (lp_document_get_component (document, c));
  g_assert_true (lp_edit_delete (document, ids, NULL));
  lp_document_commit (document);
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_assert_cmpuint (lp_design_get_n_components (design), ==, 1);
  g_assert_cmpuint (lp_design_get_n_connections (design), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/edit/add-and-connect", test_add_and_connect);
  g_test_add_func ("/model/edit/fields", test_fields);
  g_test_add_func ("/model/edit/spans", test_spans);
  g_test_add_func ("/model/edit/laid-by-hand", test_laid_by_hand);
  g_test_add_func ("/model/edit/delete", test_delete);
  return g_test_run ();
}
