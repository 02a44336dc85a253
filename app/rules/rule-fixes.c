/* Fixes of a rule: lists of edits, checked in shape. What they do is done when they are applied. */

#include <glib/gi18n.h>

#include "rules/rule-private.h"

typedef enum
{
  MEMBER_EXPRESSION = 1 << 0, /* which elements: an expression */
  MEMBER_OPTIONAL = 1 << 1,
  MEMBER_ANY = 1 << 2, /* a value */
  MEMBER_OBJECT = 1 << 3,
} MemberType;

typedef struct
{
  const char *name;
  guint type; /* 0: a text */
} EditMember;

static const struct
{
  const char *op;
  EditMember members[6];
} edits[] = {
  { "set", { { "what", MEMBER_EXPRESSION }, { "property" }, { "value", MEMBER_ANY } } },
  { "add",
    { { "kind" },
      { "into", MEMBER_EXPRESSION | MEMBER_OPTIONAL },
      { "as", MEMBER_OPTIONAL },
      { "label", MEMBER_OPTIONAL },
      { "set", MEMBER_OBJECT | MEMBER_OPTIONAL } } },
  { "connect", { { "kind" }, { "from" }, { "to" }, { "set", MEMBER_OBJECT | MEMBER_OPTIONAL } } },
  { "insert", { { "kind" }, { "on", MEMBER_EXPRESSION }, { "as", MEMBER_OPTIONAL } } },
  { "move", { { "what", MEMBER_EXPRESSION }, { "into" } } },
  { "replace", { { "what", MEMBER_EXPRESSION }, { "kind" } } },
  { "duplicate", { { "what", MEMBER_EXPRESSION }, { "into" }, { "as", MEMBER_OPTIONAL } } },
  { "remove", { { "what", MEMBER_EXPRESSION } } },
};

static gboolean
check_member (JsonObject *edit,
              const LpJsonPlace *place,
              const EditMember *member,
              const LpExprOptions *options,
              GError **error)
{
  gboolean required = !(member->type & MEMBER_OPTIONAL);
  const char *text = NULL;
  JsonObject *object = NULL;
  g_autoptr (LpExpr) expr = NULL;

  if (member->type & MEMBER_EXPRESSION)
    return lp_rule_read_expression (edit, place, member->name, required, options, &expr, error);
  if (member->type & MEMBER_OBJECT)
    return lp_json_get_object (edit, place, member->name, required, &object, error);
  if (member->type & MEMBER_ANY)
    return json_object_has_member (edit, member->name)
           || lp_json_fail (place, LP_READ_ERROR_MISSING, error, _("“%s” is missing here; add it"),
                            member->name);
  return lp_json_get_string (edit, place, member->name, required, &text, error);
}

static gboolean
check_edit (JsonNode *node, const LpJsonPlace *place, const LpExprOptions *options, GError **error)
{
  JsonObject *edit = lp_json_as_object (node, place, error);
  const char *op = NULL;

  if (edit == NULL || !lp_json_get_string (edit, place, "op", TRUE, &op, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      const char *known[G_N_ELEMENTS (edits[i].members) + 2] = { "op" };
      if (!g_str_equal (edits[i].op, op))
        continue;
      for (guint j = 0; edits[i].members[j].name != NULL; j++)
        known[j + 1] = edits[i].members[j].name;
      if (!lp_rule_check_members (edit, place, known, error))
        return FALSE;
      for (guint j = 0; edits[i].members[j].name != NULL; j++)
        if (!check_member (edit, place, &edits[i].members[j], options, error))
          return FALSE;
      return TRUE;
    }
  LpJsonPlace here = LP_JSON_MEMBER (place, "op");
  return lp_json_fail (
      &here, LP_READ_ERROR_VALUE, error,
      _("“%s” is no edit; write set, add, connect, insert, move, replace, duplicate or remove"), op);
}

static gboolean
read_fix (
    LpRule *rule, JsonNode *node, const LpJsonPlace *place, const LpExprOptions *options, GError **error)
{
  static const char *const known[] = { "title", "edits", "needs_replacement", NULL };
  JsonObject *object = lp_json_as_object (node, place, error);
  JsonArray *list = NULL;

  if (object == NULL || !lp_rule_check_members (object, place, known, error))
    return FALSE;
  LpFix *fix = g_new0 (LpFix, 1);
  g_ptr_array_add (rule->fixes, fix);
  if (!lp_text_read_any (&fix->title, object, place, "title", TRUE, error)
      || !lp_json_get_boolean (object, place, "needs_replacement", FALSE, &fix->needs_replacement, error)
      || !lp_json_get_array (object, place, "edits", TRUE, &list, error))
    return FALSE;
  LpJsonPlace items = LP_JSON_MEMBER (place, "edits");
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      LpJsonPlace item = LP_JSON_ITEM (&items, i);
      if (!check_edit (json_array_get_element (list, i), &item, options, error))
        return FALSE;
    }
  fix->edits = json_node_ref (json_object_get_member (object, "edits"));
  return TRUE;
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
