/* The members of an edit: what each may hold, and where it goes. */

#include <glib/gi18n.h>

#include "catalogue/catalogue.h"
#include "expr/suggest.h"
#include "rules/fix-private.h"
#include "rules/survey.h"

typedef enum
{
  MEMBER_OPERAND, /* components or connections: an expression or a name */
  MEMBER_EXPRESSION,
  MEMBER_KIND,
  MEMBER_CONNECTION_KIND,
  MEMBER_WHERE,
  MEMBER_NAME,
  MEMBER_PROPERTY,
  MEMBER_REQUIREMENT,
  MEMBER_VALUE,
  MEMBER_VALUE_OF,
  MEMBER_BOOLEAN,
  MEMBER_LABEL,
  MEMBER_SETTINGS,
} MemberType;

/* A member of an edit, and where in LpFixEdit it goes. */
typedef struct
{
  const char *name;
  MemberType type;
  gsize offset;
} Member;

#define MEMBER(name_, type_, field_) { name_, MEMBER_##type_, G_STRUCT_OFFSET (LpFixEdit, field_) }

static const Member members[] = {
  MEMBER ("what", OPERAND, what),
  MEMBER ("on", OPERAND, what),
  MEMBER ("into", OPERAND, into),
  MEMBER ("where", WHERE, where),
  MEMBER ("beside", OPERAND, beside),
  MEMBER ("from", OPERAND, from),
  MEMBER ("to", OPERAND, to),
  MEMBER ("over", OPERAND, over),
  MEMBER ("reuse", EXPRESSION, reuse),
  MEMBER ("kind", KIND, kind),
  MEMBER ("before", CONNECTION_KIND, before),
  MEMBER ("after", CONNECTION_KIND, after),
  MEMBER ("property", PROPERTY, property),
  MEMBER ("requirement", REQUIREMENT, property),
  MEMBER ("value", VALUE, value.literal),
  MEMBER ("expression", VALUE_OF, value.expr),
  MEMBER ("ask", BOOLEAN, ask),
  MEMBER ("label", LABEL, label),
  MEMBER ("set", SETTINGS, set),
  MEMBER ("as", NAME, as),
};

static const struct
{
  const char *word;
  LpFixWhere where;
} places[] = {
  { "another-zone", LP_FIX_ANOTHER_ZONE },       { "another-region", LP_FIX_ANOTHER_REGION },
  { "another-account", LP_FIX_ANOTHER_ACCOUNT }, { "private-subnet", LP_FIX_PRIVATE_SUBNET },
  { "public-subnet", LP_FIX_PUBLIC_SUBNET },     { "recovery-region", LP_FIX_RECOVERY_REGION },
};

/* --- expressions ------------------------------------------------------------------------------------- */

/* Of each element, where the expression gives a list. */
static const LpType *
element_type (const LpExpr *expr)
{
  const LpType *type = lp_expr_get_type (expr);
  return type->kind == LP_TYPE_LIST ? type->inner[0] : type;
}

/* Components, connections, or what the checker cannot know. */
static gboolean
gives_elements (const LpExpr *expr)
{
  const LpType *type = element_type (expr);
  return type->kind == LP_TYPE_DYN || type->kind == LP_TYPE_NULL
         || (type->kind == LP_TYPE_OBJECT && (type->id == LP_CLASS_COMPONENT || type->id == LP_CLASS_CONNECTION));
}

static gboolean
read_elements (const LpFixReading *reading,
               JsonObject *edit,
               const LpJsonPlace *place,
               const char *key,
               LpExpr **expr,
               GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, key);

  if (!lp_rule_read_expression (edit, place, key, TRUE, reading->options, expr, error))
    return FALSE;
  if (gives_elements (*expr))
    return TRUE;
  g_autofree char *type = lp_type_to_string (lp_expr_get_type (*expr));
  return lp_json_fail (&here, LP_READ_ERROR_TYPE, error,
                       _("“%s” must give components or connections; this gives %s"), key, type);
}

static gboolean
read_operand (const LpFixReading *reading,
              JsonObject *edit,
              const LpJsonPlace *place,
              const char *key,
              LpFixOperand *operand,
              GError **error)
{
  JsonNode *node = json_object_get_member (edit, key);
  const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (text == NULL || !g_hash_table_contains (reading->names, text))
    return read_elements (reading, edit, place, key, &operand->expr, error);
  operand->name = g_strdup (text);
  return TRUE;
}

/* --- names ------------------------------------------------------------------------------------------- */

static gboolean
read_connection_kind (
    JsonObject *edit, const LpJsonPlace *place, const char *key, char **kind, GError **error)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  const char *text = NULL;

  if (!lp_json_get_string (edit, place, key, TRUE, &text, error))
    return FALSE;
  *kind = g_strdup (text);
  if (lp_catalogue_find_connection (catalogue, text) != NULL)
    return TRUE;
  LpSuggestion suggestion = LP_SUGGESTION_INIT (text);
  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    lp_suggestion_try (&suggestion, lp_catalogue_get_connection_kind (catalogue, i)->id);
  if (suggestion.name == NULL)
    return lp_json_fail (&here, LP_READ_ERROR_VALUE, error, _("there is no kind of connection “%s”"), text);
  return lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                       _("there is no kind of connection “%s”; did you mean “%s”?"), text, suggestion.name);
}

static gboolean
read_kind (JsonObject *edit, const LpJsonPlace *place, const char *key, char **kind, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  const char *text = NULL;

  if (!lp_json_get_string (edit, place, key, TRUE, &text, error))
    return FALSE;
  *kind = g_strdup (text);
  return lp_rule_check_kind (text, &here, error);
}

/* A name that means nothing else in the rule's expressions. */
static gboolean
read_name (const LpFixReading *reading,
           JsonObject *edit,
           const LpJsonPlace *place,
           const char *key,
           char **name,
           GError **error)
{
  static const char *const variables[]
      = { "components", "connections", "requirements", "facts", "today", NULL };
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  const char *text = NULL;

  if (!lp_json_get_string (edit, place, key, TRUE, &text, error))
    return FALSE;
  if (!g_regex_match_simple ("^[a-z][a-z0-9_]*$", text, 0, 0))
    return lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                         _("“%s” is no name; write small letters, digits and underscores"), text);
  gboolean taken = g_strv_contains (variables, text);
  for (guint i = 0; i < reading->options->n_locals; i++)
    taken |= g_str_equal (reading->options->locals[i].name, text);
  *name = g_strdup (text);
  return !taken
         || lp_json_fail (&here, LP_READ_ERROR_DUPLICATE, error,
                          _("“%s” means something already in this rule; take another name"), text);
}

static gboolean
read_where (JsonObject *edit, const LpJsonPlace *place, const char *key, LpFixWhere *where, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  const char *text = NULL;

  if (!lp_json_get_string (edit, place, key, TRUE, &text, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].word, text))
      {
        *where = places[i].where;
        return TRUE;
      }
  return lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                       _("“%s” is no place; write another-zone, another-region, another-account, "
                         "private-subnet, public-subnet or recovery-region"),
                       text);
}

static gboolean
check_property (const LpKind *kind, const char *name, const LpJsonPlace *place, GError **error)
{
  LpSuggestion suggestion = LP_SUGGESTION_INIT (name);

  if (kind == NULL || lp_kind_find_property (kind, name) != NULL)
    return TRUE;
  for (guint i = 0; i < kind->n_properties; i++)
    lp_suggestion_try (&suggestion, kind->properties[i].name);
  if (suggestion.name != NULL)
    return lp_json_fail (place, LP_READ_ERROR_VALUE, error,
                         _("%s has no property “%s”; did you mean “%s”?"), kind->id, name, suggestion.name);
  return lp_json_fail (place, LP_READ_ERROR_VALUE, error, _("%s has no property “%s”"), kind->id, name);
}

static gboolean
check_value (
    const LpKind *kind, const char *name, JsonNode *value, const LpJsonPlace *place, GError **error)
{
  const LpPropertyKind *property = kind != NULL ? lp_kind_find_property (kind, name) : NULL;

  return property == NULL || lp_property_kind_accepts (property, value)
         || lp_json_fail (place, LP_READ_ERROR_VALUE, error, _("“%s” of %s cannot hold this value"), name,
                          kind->id);
}

/* --- values ------------------------------------------------------------------------------------------ */

/* A value, or {"expression": EXPRESSION}. */
static gboolean
read_setting (const LpFixReading *reading,
              const LpKind *kind,
              JsonObject *set,
              const LpJsonPlace *place,
              const char *name,
              LpFixValue *value,
              GError **error)
{
  static const char *const known[] = { "expression", NULL };
  JsonNode *node = json_object_get_member (set, name);
  LpJsonPlace here = LP_JSON_MEMBER (place, name);

  if (!check_property (kind, name, &here, error))
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return lp_rule_check_members (json_node_get_object (node), &here, known, error)
           && lp_rule_read_expression (json_node_get_object (node), &here, "expression", TRUE, reading->options,
                                       &value->expr, error);
  value->literal = json_node_ref (node);
  return check_value (kind, name, node, &here, error);
}

static gboolean
read_settings (const LpFixReading *reading,
               const LpFixEdit *edit,
               JsonObject *object,
               const LpJsonPlace *place,
               GError **error)
{
  JsonObject *set = NULL;
  LpJsonPlace here = LP_JSON_MEMBER (place, "set");
  const LpKind *kind = lp_catalogue_find (lp_catalogue_get_default (), edit->kind);
  JsonObjectIter iter;
  const char *name;

  if (!lp_json_get_object (object, place, "set", TRUE, &set, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, set);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      LpFixSetting setting = { .property = g_strdup (name) };
      gboolean ok = read_setting (reading, edit->op == LP_FIX_CONNECT ? NULL : kind, set, &here, name,
                                  &setting.value, error);
      g_array_append_val (edit->set, setting);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

/* The text, or one for each language. */
static gboolean
read_label (
    const LpFixReading *reading, JsonObject *edit, const LpJsonPlace *place, LpTemplate **label, GError **error)
{
  JsonNode *node = json_object_get_member (edit, "label");

  if (!JSON_NODE_HOLDS_VALUE (node))
    return lp_rule_read_templates (edit, place, "label", TRUE, reading->options, label, error);
  g_autoptr (JsonObject) every = json_object_new (), languages = json_object_new ();
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    json_object_set_member (languages, lp_language_code (i), json_node_copy (node));
  json_object_set_object_member (every, "label", json_object_ref (languages));
  return lp_rule_read_templates (every, place, "label", TRUE, reading->options, label, error);
}

/* The property is one of the elements, where their kind is known. */
static const LpKind *
kind_of (const LpFixEdit *edit)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  const LpType *type = edit->what.expr != NULL ? element_type (edit->what.expr) : NULL;

  if (edit->op == LP_FIX_REQUIRE)
    return lp_catalogue_find (catalogue, "requirements");
  return type != NULL && type->kind == LP_TYPE_OBJECT && type->refinement != NULL
             ? lp_catalogue_find (catalogue, type->refinement)
             : NULL;
}

static gboolean
read_property (const LpFixEdit *edit,
               JsonObject *object,
               const LpJsonPlace *place,
               const char *key,
               char **property,
               GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  const char *text = NULL;

  if (!lp_json_get_string (object, place, key, TRUE, &text, error))
    return FALSE;
  *property = g_strdup (text);
  return check_property (kind_of (edit), text, &here, error);
}

static gboolean
read_value (
    const LpFixEdit *edit, JsonObject *object, const LpJsonPlace *place, JsonNode **value, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, "value");

  *value = json_node_ref (json_object_get_member (object, "value"));
  return check_value (kind_of (edit), edit->property, *value, &here, error);
}

/* --- members ----------------------------------------------------------------------------------------- */

static gboolean
read_member (const LpFixReading *reading,
             const Member *member,
             LpFixEdit *edit,
             JsonObject *object,
             const LpJsonPlace *place,
             GError **error)
{
  gpointer field = G_STRUCT_MEMBER_P (edit, member->offset);
  const char *key = member->name;

  switch (member->type)
    {
    case MEMBER_OPERAND:
      return read_operand (reading, object, place, key, field, error);
    case MEMBER_EXPRESSION:
      return read_elements (reading, object, place, key, field, error);
    case MEMBER_KIND:
      if (edit->op != LP_FIX_CONNECT && edit->op != LP_FIX_RECONNECT)
        return read_kind (object, place, key, field, error);
      G_GNUC_FALLTHROUGH;
    case MEMBER_CONNECTION_KIND:
      return read_connection_kind (object, place, key, field, error);
    case MEMBER_WHERE:
      return read_where (object, place, key, field, error);
    case MEMBER_NAME:
      return read_name (reading, object, place, key, field, error);
    case MEMBER_PROPERTY:
    case MEMBER_REQUIREMENT:
      return read_property (edit, object, place, key, field, error);
    case MEMBER_VALUE:
      return read_value (edit, object, place, field, error);
    case MEMBER_VALUE_OF:
      return lp_rule_read_expression (object, place, key, TRUE, reading->options, field, error);
    case MEMBER_BOOLEAN:
      return lp_json_get_boolean (object, place, key, TRUE, field, error);
    case MEMBER_LABEL:
      return read_label (reading, object, place, field, error);
    case MEMBER_SETTINGS:
      return read_settings (reading, edit, object, place, error);
    }
  g_return_val_if_reached (FALSE);
}

gboolean
lp_fix_read_members (
    LpFixReading *reading, LpFixEdit *edit, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (object, members[i].name)
        && !read_member (reading, &members[i], edit, object, place, error))
      return FALSE;
  if (edit->as != NULL)
    g_hash_table_add (reading->names, edit->as);
  return TRUE;
}
