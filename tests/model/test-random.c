/* Random editing: after every step the relations hold and what is written reads back the same; undoing everything
 * gives the first bytes back, and redoing everything the last. */
#include "base/json-node.h"
#include "designs.h"
#include "model/edit.h"
#include "model/remark-edit.h"

#define STEPS 400

typedef struct
{
  LpDocument *document;
  GRand *rand;
} LpRandomEditor;

static void
check_relations (LpDocument *document)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    {
      const LpComponent *component = lp_design_get_component (design, i);
      g_assert_true (component->in == NULL || lp_design_find (design, component->in) != LP_NONE);
      g_assert_true (lp_document_get_component (document, component->id) == component);
      for (guint k = 0; k < component->spans->len; k++)
        g_assert_cmpuint (lp_design_find (design, component->spans->pdata[k]), !=, LP_NONE);
    }
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      g_assert_cmpuint (lp_design_get_source (design, i), !=, LP_NONE);
      g_assert_cmpuint (lp_design_get_target (design, i), !=, LP_NONE);
    }
  const LpHeader *header = lp_design_get_header (design);
  for (guint i = 0; i < header->comments->len; i++)
    {
      const LpComment *comment = header->comments->pdata[i];
      g_assert_nonnull (lp_document_get_component (document, comment->pin.component));
      g_assert_true (lp_header_find_comment (header, comment->id) == comment);
    }
  for (guint i = 0; i < header->waivers->len; i++)
    g_assert_nonnull (lp_document_get_component (document, ((LpWaiver *) header->waivers->pdata[i])->pin.component));
}

static void
check_reads_back (LpDocument *document)
{
  g_autofree char *text = test_text_of_document (document);
  g_autoptr (LpDesign) design = test_design (text);
  g_autofree char *again = test_text_of_design (design);
  g_assert_cmpstr (again, ==, text);
}

/* The id of some component, or NULL. */
static const char *
pick (LpRandomEditor *editor)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (editor->document);
  guint n = lp_design_get_n_components (design);
  return n > 0 ? lp_design_get_component (design, g_rand_int_range (editor->rand, 0, n))->id : NULL;
}

/* Says something of a component, or goes on with what was said first. */
static void
remark (LpRandomEditor *editor, const char *component)
{
  const LpHeader *header = lp_document_get_header (editor->document);
  const LpComment *first = header->comments->len > 0 ? header->comments->pdata[0] : NULL;
  LpPin pin = { (GRefString *) component, NULL };
  LpWaiver *waiver = lp_waiver_new ("HA-012", "accepted");
  lp_remark_set (&waiver->pin.component, component);

  lp_edit_add_waiver (editor->document, waiver, NULL);
  if (first != NULL && g_rand_boolean (editor->rand))
    lp_edit_resolve_comment (editor->document, first->id, !first->resolved, NULL);
  else
    g_free (lp_edit_add_comment (editor->document, &pin, "Kim", "왜?", NULL));
}

/* Lays some connection by hand, or lets it go its own way. */
static void
lay (LpRandomEditor *editor, LpPoint at)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (editor->document);
  LpPoint points[] = { at, { at.x, at.y + 80.5 } };
  guint n = lp_design_get_n_connections (design);
  if (n > 0)
    lp_edit_set_via (editor->document,
                     lp_design_get_connection (design, g_rand_int_range (editor->rand, 0, n))->id, points,
                     g_rand_boolean (editor->rand) ? 2 : 0, NULL);
}

static void
edit (LpRandomEditor *editor)
{
  const char *a = pick (editor), *b = pick (editor);
  LpPoint at = { g_rand_int_range (editor->rand, -50, 50) * 8, g_rand_int_range (editor->rand, 0, 50) * 8 };
  int what = a != NULL ? g_rand_int_range (editor->rand, 0, 16) : 0;
  switch (what)
    {
    case 0:
    case 1:
    case 2:
      g_free (lp_edit_add_component (editor->document, what == 0 ? "vpc" : "ec2-instance", what == 2 ? NULL : a, &at, NULL));
      break;
    case 3:
    case 4:
      g_free (lp_edit_connect (editor->document, "traffic", a, b, NULL));
      break;
    case 5:
      lp_edit_move_into (editor->document, a, b, at, NULL);
      break;
    case 6:
      lp_edit_set_at (editor->document, a, at, NULL);
      break;
    case 7:
      lp_edit_set_label (editor->document, a, g_rand_boolean (editor->rand) ? "이름" : NULL, NULL);
      break;
    case 8:
      lp_edit_set_property (editor->document, a, "role",
                            g_rand_boolean (editor->rand) ? lp_json_node_string ("web") : NULL, NULL);
      break;
    case 9:
      lp_edit_set_title (editor->document, a);
      break;
    case 10:
      {
        LpComponent *copy = lp_component_copy (lp_document_get_component (editor->document, a));
        lp_component_add_span (copy, b);
        lp_document_put_component (editor->document, copy, NULL);
      }
      break;
    case 11:
      lp_document_place_component (editor->document, a, g_rand_boolean (editor->rand) ? b : NULL, NULL);
      break;
    case 12:
      lp_edit_set_collapsed (editor->document, a, g_rand_boolean (editor->rand), NULL);
      lp_edit_set_locked (editor->document, b, g_rand_boolean (editor->rand), NULL);
      break;
    case 13:
      lay (editor, at);
      break;
    case 14:
      remark (editor, a);
      break;
    default:
      if (g_rand_int_range (editor->rand, 0, 3) == 0)
        lp_document_remove_component (editor->document, a, NULL);
    }
}

static void
step (LpRandomEditor *editor)
{
  switch (g_rand_int_range (editor->rand, 0, 10))
    {
    case 0:
      lp_document_undo (editor->document);
      return;
    case 1:
      lp_document_redo (editor->document);
      return;
    default:
      break;
    }
  g_autofree char *before = test_text_of_document (editor->document);
  lp_document_begin (editor->document, "Random");
  for (int i = g_rand_int_range (editor->rand, 1, 5); i > 0; i--)
    edit (editor);
  if (g_rand_int_range (editor->rand, 0, 5) > 0)
    {
      lp_document_commit (editor->document);
      return;
    }
  lp_document_rollback (editor->document);
  g_autofree char *after = test_text_of_document (editor->document);
  g_assert_cmpstr (after, ==, before);
}

static void
test_random (gconstpointer data)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  LpRandomEditor editor = { document, rand };
  g_autofree char *first = test_text_of_document (document);

  for (guint i = 0; i < STEPS; i++)
    {
      step (&editor);
      check_relations (document);
      if (i % 10 == 0)
        check_reads_back (document);
    }
  while (lp_document_can_redo (document))
    lp_document_redo (document);
  g_autofree char *last = test_text_of_document (document);
  while (lp_document_can_undo (document))
    lp_document_undo (document);
  g_autofree char *undone = test_text_of_document (document);
  g_assert_cmpstr (undone, ==, first);
  while (lp_document_can_redo (document))
    lp_document_redo (document);
  g_autofree char *redone = test_text_of_document (document);
  g_assert_cmpstr (redone, ==, last);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/model/random/%u", seed);
      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_random);
    }
  return g_test_run ();
}
