#include <glib/gi18n.h>

#include "base/json-node.h"
#include "base/number.h"
#include "ui/inspector/field.h"

static JsonNode *
parse_list (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  JsonArray *array = json_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      if (*part != '\0')
        json_array_add_string_element (array, part);
    }
  return lp_json_node_array (array);
}

/* NULL where it is not of the type; whether the property takes it is for the catalogue to say. */
static JsonNode *
parse (const LpPropertyKind *property, const char *text)
{
  gint64 integer;
  double number;

  switch (property->type)
    {
    case LP_PROPERTY_INTEGER:
      if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &integer, NULL))
        return NULL;
      return lp_json_node_integer (integer);
    case LP_PROPERTY_NUMBER:
      if (!lp_number_parse (text, &number))
        return NULL;
      return lp_json_node_number (number);
    case LP_PROPERTY_QUANTITY:
      /* A bare number is in the property's unit, and stays one. */
      if (lp_number_parse (text, &number))
        return lp_json_node_number (number);
      return lp_json_node_string (text);
    case LP_PROPERTY_LIST:
      return parse_list (text);
    default:
      return lp_json_node_string (text);
    }
}

static char *
complain (const LpPropertyKind *property)
{
  switch (property->type)
    {
    case LP_PROPERTY_INTEGER:
      return g_strdup (_("Write a whole number, such as 2"));
    case LP_PROPERTY_NUMBER:
      return g_strdup (_("Write a number, such as 1.5"));
    case LP_PROPERTY_QUANTITY:
      return g_strdup_printf (_("Write %s"), lp_unit_describe (property->unit));
    default:
      return g_strdup (lp_text (&property->help));
    }
}

gboolean
lp_field_parse (const LpPropertyKind *property, const char *text, JsonNode **value, char **complaint)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *value = NULL;
  if (*stripped == '\0')
    return TRUE;
  g_autoptr (JsonNode) node = parse (property, stripped);
  if (node == NULL || !lp_property_kind_accepts (property, node))
    {
      *complaint = complain (property);
      return FALSE;
    }
  *value = g_steal_pointer (&node);
  return TRUE;
}

static char *
format_list (JsonArray *array)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                                 ? json_node_get_string (node)
                                 : "…");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
lp_field_format (const LpPropertyKind *property, JsonNode *value)
{
  char buffer[LP_NUMBER_BUFFER];

  if (value == NULL)
    return g_strdup ("");
  if (JSON_NODE_HOLDS_ARRAY (value))
    return format_list (json_node_get_array (value));
  if (!JSON_NODE_HOLDS_VALUE (value))
    return g_strdup ("…");
  GType type = json_node_get_value_type (value);
  if (type == G_TYPE_STRING)
    return g_strdup (json_node_get_string (value));
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (value) ? _("Yes") : _("No"));
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value));
  return g_strdup (lp_number_format (json_node_get_double (value), buffer));
}
