/* Fixes of a rule: lists of edits, read and compiled. What they do is done when they are applied (fix.h). */

#include <glib/gi18n.h>

#include "rules/fix-private.h"

/* Members that must be there; pairs of which one may be there, or must where `one_of` says so; members that may. */
static const struct
{
  const char *op;
  const char *required[4];
  const char *either[3];
  gboolean one_of;
  const char *optional[8];
} edits[] = {
  [LP_FIX_SET] = { "set", { "what", "property" }, { "value", "expression" }, TRUE, { "ask" } },
  [LP_FIX_UNSET] = { "unset", { "what", "property" }, { NULL }, FALSE, { NULL } },
  [LP_FIX_REQUIRE] = { "require", { "requirement" }, { "value", "expression" }, TRUE, { "ask" } },
  [LP_FIX_ADD]
  = { "add", { "kind" }, { "into", "where" }, FALSE, { "beside", "reuse", "label", "set", "as" } },
  [LP_FIX_CONNECT] = { "connect", { "kind", "from", "to" }, { NULL }, FALSE, { "set" } },
  [LP_FIX_INSERT]
  = { "insert", { "kind", "on" }, { "into", "where" }, FALSE, { "beside", "before", "after", "label", "set", "as" } },
  [LP_FIX_RECONNECT] = { "reconnect", { "what" }, { NULL }, FALSE, { "from", "to", "kind" } },
  [LP_FIX_MOVE] = { "move", { "what" }, { "into", "where" }, TRUE, { "beside" } },
  [LP_FIX_REPLACE] = { "replace", { "what", "kind" }, { NULL }, FALSE, { "set" } },
  [LP_FIX_DUPLICATE] = { "duplicate", { "what" }, { "into", "where" }, TRUE, { "beside", "as" } },
  [LP_FIX_SPAN] = { "span", { "what" }, { "over", "where" }, TRUE, { "beside" } },
  [LP_FIX_REMOVE] = { "remove", { "what" }, { NULL }, FALSE, { NULL } },
};

const char *
lp_fix_op_code (LpFixOp op)
{
  return edits[op].op;
}

LpFixShape
lp_fix_op_get_shape (LpFixOp op)
{
  return (LpFixShape){ edits[op].required, edits[op].either, edits[op].one_of, edits[op].optional };
}

static gboolean
check_shape (LpFixOp op, JsonObject *edit, const LpJsonPlace *place, GError **error)
{
  const char *known[20] = { "op", "if" };
  guint n = 2;

  for (guint i = 0; edits[op].required[i] != NULL; i++)
    known[n++] = edits[op].required[i];
  for (guint i = 0; i < 2 && edits[op].either[i] != NULL; i++)
    known[n++] = edits[op].either[i];
  for (guint i = 0; edits[op].optional[i] != NULL; i++)
    known[n++] = edits[op].optional[i];
  if (!lp_rule_check_members (edit, place, known, error))
    return FALSE;
  for (guint i = 0; edits[op].required[i] != NULL; i++)
    if (!json_object_has_member (edit, edits[op].required[i]))
      return lp_json_fail (place, LP_READ_ERROR_MISSING, error, _("“%s” is missing here; add it"),
                           edits[op].required[i]);
  if (edits[op].either[0] == NULL)
    return TRUE;
  const char *one = edits[op].either[0], *other = edits[op].either[1];
  guint given = json_object_has_member (edit, one) + json_object_has_member (edit, other);
  if (given == 2)
    return lp_json_fail (place, LP_READ_ERROR_DUPLICATE, error,
                         _("there is “%s” and “%s” here; leave one of them out"), one, other);
  return given == 1 || !edits[op].one_of
         || lp_json_fail (place, LP_READ_ERROR_MISSING, error, _("“%s” or “%s” is missing here; add one of them"),
                          one, other);
}

static gboolean
read_op (JsonObject *object, const LpJsonPlace *place, LpFixOp *op, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, "op");
  const char *word = NULL;

  if (!lp_json_get_string (object, place, "op", TRUE, &word, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    if (g_str_equal (edits[i].op, word))
      {
        *op = i;
        return TRUE;
      }
  if (g_str_equal (word, "disconnect"))
    {
      *op = LP_FIX_REMOVE;
      return TRUE;
    }
  return lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                       _("“%s” is no edit; write set, unset, require, add, connect, insert, reconnect, move, "
                         "replace, duplicate, span or remove"),
                       word);
}

static gboolean
read_condition (const LpFixReading *reading,
                JsonObject *object,
                const LpJsonPlace *place,
                const char *key,
                LpExpr **condition,
                GError **error)
{
  LpExprOptions options = *reading->options;
  options.expected = &lp_type_bool;
  return lp_rule_read_expression (object, place, key, FALSE, &options, condition, error);
}

static gboolean
read_edit (LpFixReading *reading, LpFix *fix, JsonNode *node, const LpJsonPlace *place, GError **error)
{
  JsonObject *object = lp_json_as_object (node, place, error);
  LpFixOp op = 0;

  if (object == NULL || !read_op (object, place, &op, error) || !check_shape (op, object, place, error))
    return FALSE;
  LpFixEdit *edit = lp_fix_edit_new (op);
  g_ptr_array_add (fix->edits, edit);
  if (!read_condition (reading, object, place, "if", &edit->condition, error))
    return FALSE;
  return lp_fix_read_members (reading, edit, object, place, error);
}

static gboolean
read_fix (
    LpRule *rule, JsonNode *node, const LpJsonPlace *place, const LpExprOptions *options, GError **error)
{
  static const char *const known[] = { "title", "when", "edits", "needs_replacement", NULL };
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  LpFixReading reading = { options, names };
  JsonObject *object = lp_json_as_object (node, place, error);
  JsonArray *list = NULL;
  LpJsonPlace items = LP_JSON_MEMBER (place, "edits");

  if (object == NULL || !lp_rule_check_members (object, place, known, error))
    return FALSE;
  LpFix *fix = g_new0 (LpFix, 1);
  fix->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_fix_edit_free);
  g_ptr_array_add (rule->fixes, fix);
  if (!lp_rule_read_templates (object, place, "title", TRUE, options, fix->title, error)
      || !read_condition (&reading, object, place, "when", &fix->when, error)
      || !lp_json_get_boolean (object, place, "needs_replacement", FALSE, &fix->needs_replacement, error)
      || !lp_json_get_array (object, place, "edits", TRUE, &list, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      LpJsonPlace item = LP_JSON_ITEM (&items, i);
      if (!read_edit (&reading, fix, json_array_get_element (list, i), &item, error))
        return FALSE;
    }
  return fix->edits->len > 0
         || lp_json_fail (&items, LP_READ_ERROR_MISSING, error, _("a fix without an edit mends nothing; add one"));
}

gboolean
lp_rule_read_fixes (
    LpRule *rule, JsonObject *root, const LpJsonPlace *place, const LpExprOptions *options, GError **error)
{
  JsonArray *list = NULL;
  LpJsonPlace items = LP_JSON_MEMBER (place, "fixes");

  if (!lp_json_get_array (root, place, "fixes", FALSE, &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      LpJsonPlace item = LP_JSON_ITEM (&items, i);
      if (!read_fix (rule, json_array_get_element (list, i), &item, options, error))
        return FALSE;
    }
  return TRUE;
}
