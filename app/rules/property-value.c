/* Properties, which are JSON in a document, as values of expressions. */

#include "rules/survey-private.h"

const LpType *
lp_property_type (const LpPropertyKind *property)
{
  switch (property->type)
    {
    case LP_PROPERTY_BOOLEAN:
      return &lp_type_bool;
    case LP_PROPERTY_CHOICE:
    case LP_PROPERTY_TEXT:
      return &lp_type_string;
    case LP_PROPERTY_INTEGER:
      return &lp_type_int;
    case LP_PROPERTY_NUMBER:
      return &lp_type_double;
    case LP_PROPERTY_QUANTITY:
      return property->unit == LP_UNIT_SECOND ? &lp_type_duration : &lp_type_double;
    case LP_PROPERTY_LIST:
      return &lp_type_list_string;
    }
  return &lp_type_dyn;
}

static LpValue
list_value (LpExprRun *run, JsonArray *array)
{
  guint n = json_array_get_length (array);
  LpValue *items = lp_expr_run_alloc (run, MAX (n, 1) * sizeof (LpValue));
  if (items == NULL)
    return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < n; i++)
    items[i] = lp_json_value (run, json_array_get_element (array, i));
  return lp_value_list (items, n);
}

static LpValue
map_value (LpExprRun *run, JsonObject *object)
{
  guint n = json_object_get_size (object);
  LpValue *entries = lp_expr_run_alloc (run, MAX (n, 1) * 2 * sizeof (LpValue));
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint i = 0;

  if (entries == NULL)
    return lp_expr_run_fail_limit (run);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      entries[i++] = lp_value_string (name);
      entries[i++] = lp_json_value (run, node);
    }
  return lp_expr_run_map (run, entries, n);
}

LpValue
lp_json_value (LpExprRun *run, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return list_value (run, json_node_get_array (node));
  if (JSON_NODE_HOLDS_OBJECT (node))
    return map_value (run, json_node_get_object (node));
  if (JSON_NODE_HOLDS_NULL (node))
    return lp_value_null ();
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_BOOLEAN:
      return lp_value_bool (json_node_get_boolean (node));
    case G_TYPE_INT64:
      return lp_value_int (json_node_get_int (node));
    case G_TYPE_DOUBLE:
      return lp_value_double (json_node_get_double (node));
    default:
      return lp_value_string (json_node_get_string (node));
    }
}

static LpValue
quantity_value (LpUnit unit, double amount, gboolean *fits)
{
  if (unit != LP_UNIT_SECOND)
    return lp_value_double (amount);
  *fits = amount < G_MAXINT64 / 1e9;
  return *fits ? lp_value_duration ((gint64) (amount * 1e9)) : lp_value_null ();
}

/* "TCP-UDP" is read as the choice tcp_udp, "yes" as true: the value itself is complained about elsewhere. */
static gboolean
same_word (const char *a, const char *b)
{
  for (; *a != '\0' && *b != '\0'; a++, b++)
    {
      char x = *a == '-' || *a == ' ' ? '_' : g_ascii_tolower (*a);
      char y = *b == '-' || *b == ' ' ? '_' : g_ascii_tolower (*b);
      if (x != y)
        return FALSE;
    }
  return *a == *b;
}

static gboolean
stands_for (const LpChoice *choice, const char *string)
{
  if (same_word (choice->value, string))
    return TRUE;
  for (guint i = 0; choice->also != NULL && choice->also[i] != NULL; i++)
    if (same_word (choice->also[i], string))
      return TRUE;
  return FALSE;
}

/* The choice that is meant: itself in any case, or the only one that begins so ("prod"). */
static const char *
find_choice (const LpPropertyKind *property, const char *string)
{
  const char *beginning = NULL;
  gsize length = strlen (string);

  for (guint i = 0; i < property->n_choices; i++)
    if (stands_for (&property->choices[i], string))
      return property->choices[i].value;
  for (guint i = 0; length >= 3 && i < property->n_choices; i++)
    if (g_ascii_strncasecmp (property->choices[i].value, string, length) == 0)
      {
        if (beginning != NULL)
          return NULL;
        beginning = property->choices[i].value;
      }
  return beginning;
}

static gboolean
is_among (const char *string, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (same_word (words[i], string))
      return TRUE;
  return FALSE;
}

static gboolean
read_string (LpExprRun *run, const LpPropertyKind *property, const char *string, LpValue *value)
{
  static const char *const yes[]
      = { "true", "yes", "on", "enabled", "needed", "required", "preserve", "preserved" };
  static const char *const no[] = { "false", "no", "off", "disabled", "none", "not_needed", "not_required" };
  const char *choice;
  gboolean fits = TRUE;
  double amount;

  switch (property->type)
    {
    case LP_PROPERTY_TEXT:
      *value = lp_value_string (string);
      return TRUE;
    case LP_PROPERTY_CHOICE:
      choice = find_choice (property, string);
      *value = lp_value_string (choice != NULL ? choice : "");
      return choice != NULL;
    case LP_PROPERTY_QUANTITY:
      if (!lp_quantity_parse (string, property->unit, &amount))
        return FALSE;
      *value = quantity_value (property->unit, amount, &fits);
      return fits;
    case LP_PROPERTY_BOOLEAN:
      *value = lp_value_bool (is_among (string, yes, G_N_ELEMENTS (yes)));
      return value->boolean || is_among (string, no, G_N_ELEMENTS (no));
    case LP_PROPERTY_LIST:
      {
        LpValue *only = lp_expr_run_alloc (run, sizeof (LpValue));
        if (only == NULL)
          return FALSE;
        *only = lp_value_string (string);
        *value = lp_value_list (only, 1);
        return TRUE;
      }
    default:
      return FALSE;
    }
}

static gboolean
read_number (const LpPropertyKind *property, JsonNode *node, LpValue *value)
{
  gboolean fits = TRUE;

  switch (property->type)
    {
    case LP_PROPERTY_INTEGER:
      *value = lp_value_int (json_node_get_int (node));
      return json_node_get_value_type (node) == G_TYPE_INT64;
    case LP_PROPERTY_NUMBER:
      *value = lp_value_double (json_node_get_double (node));
      return TRUE;
    case LP_PROPERTY_QUANTITY:
      *value = quantity_value (property->unit, json_node_get_double (node), &fits);
      return fits && json_node_get_double (node) >= 0;
    default:
      return FALSE;
    }
}

static gboolean
read_value (LpExprRun *run, const LpPropertyKind *property, JsonNode *node, LpValue *value)
{
  if (property->type == LP_PROPERTY_LIST && JSON_NODE_HOLDS_ARRAY (node))
    {
      *value = lp_json_value (run, node);
      return lp_property_kind_accepts (property, node);
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return read_string (run, property, json_node_get_string (node), value);
    case G_TYPE_BOOLEAN:
      *value = lp_value_bool (json_node_get_boolean (node));
      return property->type == LP_PROPERTY_BOOLEAN;
    default:
      return read_number (property, node, value);
    }
}

LpValue
lp_property_value (
    LpExprRun *run, LpValue object, const LpPropertyKind *property, const char *name, JsonNode *node)
{
  LpValue value;

  if (property == NULL)
    return lp_json_value (run, node);
  return read_value (run, property, node, &value) ? value : lp_expr_run_unknown (run, object, name);
}
