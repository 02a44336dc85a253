/* Frames that grow push aside what stands beside them, and nothing else moves. */

#include "drawing.h"
#include "model/edit.h"
#include "scene/settle.h"

#define ZONES                                                                                                   \
  "{\"loadpath\": 1, \"components\": ["                                                                         \
  "{\"id\": \"vpc\", \"kind\": \"vpc\", \"at\": [0, 0], \"size\": [480, 240]},"                                 \
  "{\"id\": \"a\", \"kind\": \"availability-zone\", \"in\": \"vpc\", \"at\": [24, 48], \"size\": [128, 128]},"  \
  "{\"id\": \"web\", \"kind\": \"ec2-instance\", \"in\": \"a\", \"at\": [40, 40]},"                              \
  "{\"id\": \"c\", \"kind\": \"availability-zone\", \"in\": \"vpc\", \"at\": [168, 48], \"size\": [128, 128]},"  \
  "{\"id\": \"below\", \"kind\": \"ec2-instance\", \"in\": \"vpc\", \"at\": [40, 190]},"                         \
  "{\"id\": \"users\", \"kind\": \"users\", \"at\": [500, 40]},"                                                 \
  "{\"id\": \"far\", \"kind\": \"users\", \"at\": [-200, 40]}], \"connections\": []}"

static LpDocument *
settle_with (const char *container, guint n_more)
{
  g_autoptr (LpDesign) before = test_design (ZONES);
  LpDocument *document = lp_document_new_from_design (before);
  g_autoptr (GError) error = NULL;

  lp_document_begin (document, "");
  for (guint i = 0; i < n_more; i++)
    g_free (lp_edit_add_component (document, "ec2-instance", container, NULL, &error));
  lp_settle (document, before, lp_catalogue_get_default (), &error);
  g_assert_no_error (error);
  lp_document_commit (document);
  return document;
}

static void
check_no_overlap (LpDocument *document)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpPlacement) placement = lp_placement_new (design, lp_catalogue_get_default ());

  for (guint i = 0; i < placement->n; i++)
    for (guint j = i + 1; j < placement->n; j++)
      if (lp_design_get_parent (design, i) == lp_design_get_parent (design, j)
          && lp_rect_overlaps (placement->rect[i], placement->rect[j]))
        {
          g_test_message ("%s covers %s", lp_design_get_component (design, i)->id,
                          lp_design_get_component (design, j)->id);
          g_test_fail ();
        }
}

static double
x_of (LpDocument *document, const char *id)
{
  return lp_document_get_component (document, id)->at.x;
}

static double
y_of (LpDocument *document, const char *id)
{
  return lp_document_get_component (document, id)->at.y;
}

static void
test_pushes (void)
{
  g_autoptr (LpDocument) document = settle_with ("a", 3);

  check_no_overlap (document);
  g_assert_cmpfloat (x_of (document, "a"), ==, 24);
  g_assert_cmpfloat (x_of (document, "web"), ==, 40);
  g_assert_true (x_of (document, "c") > 168 || y_of (document, "below") > 190);
  g_assert_cmpfloat (x_of (document, "far"), ==, -200);
  lp_document_undo (document);
  g_assert_cmpfloat (x_of (document, "c"), ==, 168);
  g_assert_false (lp_document_can_undo (document));
}

/* What has room pushes nothing. */
static void
test_leaves (void)
{
  g_autoptr (LpDocument) document = settle_with ("vpc", 1);

  check_no_overlap (document);
  g_assert_cmpfloat (x_of (document, "c"), ==, 168);
  g_assert_cmpfloat (y_of (document, "below"), ==, 190);
  g_assert_cmpfloat (x_of (document, "users"), ==, 500);
}

/* The container grows in its turn, and pushes what stands beside it. */
static void
test_outwards (void)
{
  g_autoptr (LpDocument) document = settle_with ("c", 24);

  check_no_overlap (document);
  g_assert_cmpfloat (x_of (document, "far"), ==, -200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/settle/pushes", test_pushes);
  g_test_add_func ("/scene/settle/leaves", test_leaves);
  g_test_add_func ("/scene/settle/outwards", test_outwards);
  return g_test_run ();
}
