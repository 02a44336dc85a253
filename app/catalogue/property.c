#include "catalogue/private.h"

static const char *const type_names[] = {
  [LP_PROPERTY_BOOLEAN] = "boolean", [LP_PROPERTY_CHOICE] = "choice", [LP_PROPERTY_TEXT] = "text",
  [LP_PROPERTY_INTEGER] = "integer", [LP_PROPERTY_NUMBER] = "number", [LP_PROPERTY_QUANTITY] = "quantity",
  [LP_PROPERTY_LIST] = "list", NULL,
};

static const char *const unit_names[] = {
  [LP_UNIT_SECOND] = "time",  [LP_UNIT_BYTE] = "bytes", [LP_UNIT_BIT_PER_SECOND] = "bits-per-second",
  [LP_UNIT_PERCENT] = "percent", [LP_UNIT_NONE] = "none", NULL,
};

const char *
lp_property_type_name (LpPropertyType type)
{
  return type_names[type];
}

const char *
lp_property_unit_name (LpUnit unit)
{
  return unit_names[unit];
}

gboolean
lp_catalogue_read_word (JsonObject *object, const LpJsonPlace *place, const char *key, const char *const *words,
                        gboolean required, int *number, GError **error)
{
  const char *word = NULL;
  if (!lp_json_get_string (object, place, key, required, &word, error))
    return FALSE;
  if (word == NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      {
        *number = (int) i;
        return TRUE;
      }
  g_autofree char *known = g_strjoinv (", ", (GStrv) words);
  LpJsonPlace at = LP_JSON_MEMBER (place, key);
  return lp_json_fail (&at, LP_READ_ERROR_VALUE, error, "“%s” is not one of: %s", word, known);
}

void
lp_property_kind_clear (LpPropertyKind *property)
{
  lp_text_clear (&property->label);
  lp_text_clear (&property->help);
  for (guint i = 0; i < property->n_choices; i++)
    lp_text_clear (&property->choices[i].label);
  g_clear_pointer (&property->choices, g_free);
  property->n_choices = 0;
  g_clear_pointer (&property->unset, json_node_unref);
}

static gboolean
read_choices (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, LpPropertyKind *property,
              GError **error)
{
  JsonArray *array = NULL;
  if (!lp_json_get_array (object, place, "choices", TRUE, &array, error))
    return FALSE;
  LpJsonPlace choices = LP_JSON_MEMBER (place, "choices");
  guint n = json_array_get_length (array);
  if (n == 0)
    return lp_json_fail (&choices, LP_READ_ERROR_VALUE, error, "there is nothing to choose from: list the choices");
  property->choices = g_new0 (LpChoice, n);
  for (guint i = 0; i < n; i++)
    {
      LpJsonPlace at = LP_JSON_ITEM (&choices, i);
      JsonObject *choice = lp_json_as_object (json_array_get_element (array, i), &at, error);
      const char *value = NULL;
      if (choice == NULL || !lp_json_get_string (choice, &at, "value", TRUE, &value, error))
        return FALSE;
      property->choices[i].value = lp_catalogue_keep (catalogue, value);
      property->n_choices = i + 1;
      g_auto (GStrv) also = NULL;
      if (!lp_json_get_strings (choice, &at, "also", FALSE, &also, error))
        return FALSE;
      property->choices[i].also = lp_catalogue_keep_all (catalogue, (const char *const *) also);
      if (!lp_text_read (&property->choices[i].label, choice, &at, "label", TRUE, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
lp_catalogue_read_property (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place,
                            LpPropertyKind *property, GError **error)
{
  const char *name = NULL;
  int type = 0, unit = LP_UNIT_NONE;
  if (!lp_json_get_string (object, place, "name", TRUE, &name, error)
      || !lp_catalogue_read_word (object, place, "type", type_names, TRUE, &type, error))
    return FALSE;
  if (!lp_json_get_boolean (object, place, "hidden", FALSE, &property->is_hidden, error))
    return FALSE;
  property->name = lp_catalogue_keep (catalogue, name);
  property->type = (LpPropertyType) type;
  if (property->type == LP_PROPERTY_QUANTITY
      && !lp_catalogue_read_word (object, place, "unit", unit_names, TRUE, &unit, error))
    return FALSE;
  property->unit = (LpUnit) unit;
  if (property->type == LP_PROPERTY_CHOICE && !read_choices (catalogue, object, place, property, error))
    return FALSE;
  if (!lp_text_read (&property->label, object, place, "label", TRUE, error)
      || !lp_text_read (&property->help, object, place, "help", TRUE, error))
    return FALSE;
  if (!json_object_has_member (object, "unset"))
    return TRUE;
  property->unset = json_node_ref (json_object_get_member (object, "unset"));
  json_node_seal (property->unset);
  LpJsonPlace unset = LP_JSON_MEMBER (place, "unset");
  if (!lp_property_kind_accepts (property, property->unset))
    return lp_json_fail (&unset, LP_READ_ERROR_VALUE, error,
                         "this is not a value that “%s” may have: give one, or leave “unset” out", name);
  return TRUE;
}

gboolean
lp_choice_is (const LpChoice *choice, const char *word)
{
  return g_str_equal (choice->value, word) || (choice->also != NULL && g_strv_contains (choice->also, word));
}

static gboolean
accepts_string (const LpPropertyKind *property, const char *string)
{
  double amount;
  if (property->type == LP_PROPERTY_TEXT || property->type == LP_PROPERTY_LIST)
    return TRUE;
  if (property->type == LP_PROPERTY_QUANTITY)
    return lp_quantity_parse (string, property->unit, &amount);
  for (guint i = 0; property->type == LP_PROPERTY_CHOICE && i < property->n_choices; i++)
    if (lp_choice_is (&property->choices[i], string))
      return TRUE;
  return FALSE;
}

static gboolean
is_list_of_texts (JsonNode *value)
{
  JsonArray *array = json_node_get_array (value);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (json_node_get_value_type (json_array_get_element (array, i)) != G_TYPE_STRING)
      return FALSE;
  return TRUE;
}

gboolean
lp_property_kind_accepts (const LpPropertyKind *property, JsonNode *value)
{
  if (property->type == LP_PROPERTY_LIST && JSON_NODE_HOLDS_ARRAY (value))
    return is_list_of_texts (value);
  if (!JSON_NODE_HOLDS_VALUE (value))
    return FALSE;
  GType type = json_node_get_value_type (value);
  if (type == G_TYPE_STRING)
    return accepts_string (property, json_node_get_string (value));
  if (type == G_TYPE_BOOLEAN)
    return property->type == LP_PROPERTY_BOOLEAN;
  if (property->type == LP_PROPERTY_INTEGER)
    return type == G_TYPE_INT64;
  if (property->type == LP_PROPERTY_QUANTITY)
    return json_node_get_double (value) >= 0;
  return property->type == LP_PROPERTY_NUMBER;
}
