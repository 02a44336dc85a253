#include "scene/requirements.h"

#include "base/json-write.h"

#include <glib/gi18n.h>

static const char *
choice_label (const LpPropertyKind *property, const char *value)
{
  for (guint i = 0; i < property->n_choices; i++)
    if (g_str_equal (property->choices[i].value, value))
      return lp_text (&property->choices[i].label);
  return value;
}

static char *
list_text (JsonArray *list)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *item = json_array_get_element (list, i);
      if (!JSON_NODE_HOLDS_VALUE (item) || json_node_get_value_type (item) != G_TYPE_STRING)
        continue;
      g_string_append (out, out->len > 0 ? ", " : "");
      g_string_append (out, json_node_get_string (item));
    }
  return g_string_free (out, FALSE);
}

char *
lp_property_describe (const LpPropertyKind *property, JsonNode *value)
{
  if (JSON_NODE_HOLDS_ARRAY (value))
    return list_text (json_node_get_array (value));
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
    return g_strdup (choice_label (property, json_node_get_string (value)));
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (value) ? _("yes") : _("no"));
  GString *out = g_string_new (NULL);
  lp_json_write_node (out, value);
  if (property->type == LP_PROPERTY_QUANTITY && property->unit == LP_UNIT_PERCENT)
    g_string_append (out, " %");
  return g_string_free (out, FALSE);
}

char *
lp_requirements_line (const LpHeader *header, const LpCatalogue *catalogue)
{
  const LpKind *kind = lp_catalogue_find (catalogue, "requirements");
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < lp_properties_get_size (header->requirements); i++)
    {
      const LpProperty *set = lp_properties_get (header->requirements, i);
      const LpPropertyKind *property = kind != NULL ? lp_kind_find_property (kind, set->name) : NULL;
      if (property == NULL)
        continue;
      g_autofree char *value = lp_property_describe (property, set->value);
      g_string_append (out, out->len > 0 ? " · " : "");
      if (g_str_equal (property->name, "environment"))
        g_string_append (out, value);
      else
        g_string_append_printf (out, "%s: %s", lp_text (&property->label), value);
    }
  return g_string_free (out, FALSE);
}
