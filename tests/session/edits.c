#include "edits.h"

#include "base/json-value.h"
#include "designs.h"
#include "model/edit.h"
#include "model/remark-edit.h"

static const char *const kinds[] = { "ec2-instance", "vpc", "subnet", "alb", "rds-instance", "s3-bucket" };

static const LpComponent *
pick_component (LpDesign *design, GRand *random)
{
  guint n = lp_design_get_n_components (design);
  return n > 0 ? lp_design_get_component (design, g_rand_int_range (random, 0, n)) : NULL;
}

static char *
random_text (GRand *random)
{
  static const char *const texts[] = { "Frontend", "주문 서비스", "a \"quoted\" name\nover two lines", "naïve — café", "x" };
  return g_strdup_printf ("%s %u", texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))], g_rand_int (random) % 100);
}

/* Some of these are refused, which is part of it. */
static void
edit_comments (LpDocument *document, LpDesign *design, GRand *random, const char *text)
{
  const LpHeader *header = lp_document_get_header (document);
  const LpComponent *one = pick_component (design, random);
  guint n = header->comments->len;
  const LpComment *comment = n > 0 ? header->comments->pdata[g_rand_int_range (random, 0, n)] : NULL;
  LpPin pin = { one != NULL ? one->id : NULL, NULL };
  g_autofree char *id = NULL;
  switch (comment != NULL ? g_rand_int_range (random, 0, 5) : 0)
    {
    case 0:
      id = lp_edit_add_comment (document, &pin, "Kim", text, NULL);
      break;
    case 1:
      lp_edit_reply_to_comment (document, comment->id, NULL, text, NULL);
      break;
    case 2:
      lp_edit_set_comment_text (document, comment->id, text, NULL);
      break;
    case 3:
      lp_edit_resolve_comment (document, comment->id, !comment->resolved, NULL);
      break;
    default:
      lp_edit_remove_comment (document, comment->id, NULL);
    }
}

static void
edit_waivers (LpDocument *document, LpDesign *design, GRand *random, const char *text)
{
  const LpHeader *header = lp_document_get_header (document);
  const LpComponent *one = pick_component (design, random);
  LpWaiver *waiver = lp_waiver_new ("HA-012", text);
  lp_remark_set (&waiver->pin.component, one != NULL ? one->id : NULL);
  if (header->waivers->len < 4)
    {
      lp_edit_add_waiver (document, waiver, NULL);
      return;
    }
  g_autoptr (LpWaiver) old = lp_waiver_ref (header->waivers->pdata[g_rand_int_range (random, 0, 4)]);
  if (g_rand_boolean (random))
    lp_edit_replace_waiver (document, old, waiver, NULL);
  else
    {
      lp_waiver_unref (waiver);
      lp_edit_remove_waiver (document, old, NULL);
    }
}

static void
edit_header (LpDocument *document, LpDesign *design, GRand *random)
{
  g_autofree char *text = random_text (random);
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      lp_edit_set_title (document, text);
      break;
    case 1:
      lp_edit_set_requirement (document, "rto", json_node_init_string (json_node_alloc (), text));
      break;
    case 2:
      edit_comments (document, design, random, text);
      break;
    default:
      edit_waivers (document, design, random, text);
    }
}

/* Refusals (a container inside itself) are part of it. */
static void
edit_component (LpDocument *document, LpDesign *design, GRand *random)
{
  const LpComponent *one = pick_component (design, random), *other = pick_component (design, random);
  g_autofree char *text = random_text (random);
  g_autofree char *id = NULL;
  LpPoint at = { g_rand_int_range (random, -50, 50) * 8, g_rand_double_range (random, -100, 100) };
  const char *alone[] = { one != NULL ? one->id : NULL, NULL };
  switch (one != NULL ? g_rand_int_range (random, 0, 10) : 0)
    {
    case 0:
    case 1:
      id = lp_edit_add_component (document, kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))],
                                  other != NULL && g_rand_boolean (random) ? other->id : NULL, &at, NULL);
      break;
    case 2:
      id = lp_edit_connect (document, "traffic", one->id, other->id, NULL);
      break;
    case 3:
      lp_edit_set_label (document, one->id, text, NULL);
      break;
    case 4:
      lp_edit_move_into (document, one->id, other->id, at, NULL);
      break;
    case 5:
      lp_edit_set_property (document, one->id, "role", json_node_init_string (json_node_alloc (), text), NULL);
      break;
    case 6:
      lp_document_place_component (document, one->id, one != other ? other->id : NULL, NULL);
      break;
    case 7:
      if (lp_design_get_n_components (design) > 6)
        lp_edit_delete (document, alone, NULL);
      break;
    case 8:
      edit_header (document, design, random);
      break;
    default:
      lp_edit_set_at (document, one->id, at, NULL);
    }
}

static void
transact (LpDocument *document, GRand *random)
{
  lp_document_begin (document, "Edit");
  for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
    {
      g_autoptr (LpDesign) design = lp_document_snapshot (document);
      edit_component (document, design, random);
    }
  if (g_rand_int_range (random, 0, 20) == 0)
    lp_document_rollback (document);
  else
    lp_document_commit (document);
}

void
edits_step (LpDocument *document, GRand *random)
{
  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
    case 1:
    case 2:
      lp_document_undo (document);
      break;
    case 3:
    case 4:
      lp_document_redo (document);
      break;
    case 5:
      lp_document_join (document);
      break;
    default:
      transact (document, random);
    }
}

char *
edits_checksum (LpDocument *document)
{
  g_autofree char *text = test_text_of_document (document);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static char *
checksum_beside (LpDocument *document, gboolean can, void (*go) (LpDocument *), void (*back) (LpDocument *))
{
  if (!can)
    return g_strdup ("-");
  go (document);
  char *checksum = edits_checksum (document);
  back (document);
  return checksum;
}

char *
edits_checksum_undone (LpDocument *document)
{
  return checksum_beside (document, lp_document_can_undo (document), lp_document_undo, lp_document_redo);
}

char *
edits_checksum_redone (LpDocument *document)
{
  return checksum_beside (document, lp_document_can_redo (document), lp_document_redo, lp_document_undo);
}
