#include "base/json-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/json-text-private.h"
#include "base/json-value.h"

LpJsonText *
lp_json_text_new (GBytes *bytes, const char *file, LpJsonLimits limits, GError **error)
{
  g_autoptr (LpJsonText) self = g_new0 (LpJsonText, 1);
  LpJsonFault fault;

  self->bytes = g_bytes_ref (bytes);
  self->text = g_bytes_get_data (bytes, &self->size);
  self->file = g_strdup (file);
  self->tape = g_array_new (FALSE, FALSE, sizeof (LpTapeEntry));
  if (self->text == NULL)
    self->text = "";
  if (self->size >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    {
      self->text += 3;
      self->size -= 3;
    }
  if (lp_json_scan (self->text, self->size, limits, self->tape, &fault))
    return g_steal_pointer (&self);
  lp_read_error_set (error, fault.code, file, lp_json_scan_position (self->text, self->size, fault.offset), NULL,
                     "%s", fault.message);
  return NULL;
}

void
lp_json_text_free (LpJsonText *self)
{
  if (self->parser != 0)
    g_object_unref (GSIZE_TO_POINTER (self->parser));
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->tape, g_array_unref);
  g_free (self->file);
  g_free (self);
}

JsonNode *
lp_json_text_get_root (LpJsonText *self)
{
  if (g_once_init_enter (&self->parser))
    {
      g_autoptr (GError) error = NULL;
      JsonParser *parser = json_parser_new_immutable ();
      if (!json_parser_load_from_data (parser, self->text, self->size, &error))
        g_critical ("a text that has been checked is refused: %s", error->message);
      g_once_init_leave (&self->parser, GPOINTER_TO_SIZE (parser));
    }
  return json_parser_get_root (GSIZE_TO_POINTER (self->parser));
}

const char *
lp_json_text_get_file (LpJsonText *self)
{
  return self->file;
}

/* --- places ------------------------------------------------------------------------------------------ */

/* A step of a path from the root: a member's name or, where that is NULL, an item's index. */
typedef struct
{
  const char *key;
  guint index;
} LpJsonStep;

static guint
collect_steps (const LpJsonPlace *place, LpJsonStep *steps, guint capacity)
{
  guint n = 0;
  for (const LpJsonPlace *p = place; p->up != NULL && n < capacity; p = p->up)
    n++;
  guint i = n;
  for (const LpJsonPlace *p = place; p->up != NULL && i > 0; p = p->up)
    steps[--i] = (LpJsonStep){ p->key, p->index };
  return n;
}

char *
lp_json_place_path (const LpJsonPlace *place)
{
  LpJsonStep steps[64];
  guint n = collect_steps (place, steps, G_N_ELEMENTS (steps));
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (steps[i].key == NULL)
      g_string_append_printf (path, "[%u]", steps[i].index);
    else
      g_string_append_printf (path, "%s%s", i > 0 ? "." : "", steps[i].key);
  return g_string_free (path, FALSE);
}

static gboolean
take_step (LpJsonValue *value, const LpJsonStep *step)
{
  if (step->key != NULL)
    return lp_json_value_is_object (*value) && lp_json_value_find (*value, step->key, value);
  if (!lp_json_value_is_array (*value))
    return FALSE;
  LpJsonWalk walk = lp_json_value_walk (*value);
  LpJsonValue item;
  for (guint i = 0; lp_json_walk_item (&walk, &item); i++)
    if (i == step->index)
      {
        *value = item;
        return TRUE;
      }
  return FALSE;
}

/* Where the value is not there (a member that is missing), the nearest thing around it is meant. */
LpPosition
lp_json_place_position (const LpJsonPlace *place)
{
  LpJsonStep steps[64];
  guint n = collect_steps (place, steps, G_N_ELEMENTS (steps));
  LpJsonText *self = place->text;
  LpJsonValue value = lp_json_text_get_value (self);

  for (guint i = 0; i < n && take_step (&value, &steps[i]); i++)
    ;
  return lp_json_scan_position (self->text, self->size, g_array_index (self->tape, LpTapeEntry, value.entry).offset);
}

gboolean
lp_json_fail (const LpJsonPlace *place, LpReadErrorCode code, GError **error, const char *format, ...)
{
  if (error == NULL)
    return FALSE;
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_autofree char *path = lp_json_place_path (place);
  lp_read_error_set (error, code, place->text->file, lp_json_place_position (place), path, "%s", message);
  return FALSE;
}

/* --- typed members ----------------------------------------------------------------------------------- */

gboolean
lp_json_fail_type (const LpJsonPlace *place, const char *key, const char *wanted, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  return lp_json_fail (&here, LP_READ_ERROR_TYPE, error, _("\"%s\" must be %s"), key, wanted);
}

gboolean
lp_json_fail_missing (const LpJsonPlace *place, const char *key, GError **error)
{
  return lp_json_fail (place, LP_READ_ERROR_MISSING, error, _("\"%s\" is missing here; add it"), key);
}

static gboolean
get_member (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required, JsonNode **node,
            GError **error)
{
  *node = json_object_get_member (object, key);
  if (*node != NULL || !required)
    return TRUE;
  return lp_json_fail_missing (place, key, error);
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
lp_json_get_string (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
                    const char **value, GError **error)
{
  JsonNode *node;
  if (!get_member (object, place, key, required, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_STRING))
    return lp_json_fail_type (place, key, _("a text in quotation marks"), error);
  *value = json_node_get_string (node);
  return TRUE;
}

gboolean
lp_json_get_boolean (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
                     gboolean *value, GError **error)
{
  JsonNode *node;
  if (!get_member (object, place, key, required, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_BOOLEAN))
    return lp_json_fail_type (place, key, _("true or false"), error);
  *value = json_node_get_boolean (node);
  return TRUE;
}

gboolean
lp_json_get_number (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required, double *value,
                    GError **error)
{
  JsonNode *node;
  if (!get_member (object, place, key, required, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE))
    return lp_json_fail_type (place, key, _("a number"), error);
  *value = json_node_get_double (node);
  return TRUE;
}

gboolean
lp_json_get_object (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
                    JsonObject **value, GError **error)
{
  JsonNode *node;
  if (!get_member (object, place, key, required, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return lp_json_fail_type (place, key, _("an object in { }"), error);
  *value = json_node_get_object (node);
  return TRUE;
}

gboolean
lp_json_get_array (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
                   JsonArray **value, GError **error)
{
  JsonNode *node;
  if (!get_member (object, place, key, required, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return lp_json_fail_type (place, key, _("a list in [ ]"), error);
  *value = json_node_get_array (node);
  return TRUE;
}

gboolean
lp_json_get_strings (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required, GStrv *value,
                     GError **error)
{
  JsonArray *array = NULL;
  if (!lp_json_get_array (object, place, key, required, &array, error))
    return FALSE;
  if (array == NULL)
    return TRUE;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  LpJsonPlace list = LP_JSON_MEMBER (place, key);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      LpJsonPlace here = LP_JSON_ITEM (&list, i);
      if (!holds (node, G_TYPE_STRING))
        return lp_json_fail (&here, LP_READ_ERROR_TYPE, error, _("every item of \"%s\" must be a text"), key);
      g_strv_builder_add (builder, json_node_get_string (node));
    }
  *value = g_strv_builder_end (builder);
  return TRUE;
}

gboolean
lp_json_get_numbers (JsonObject *object, const LpJsonPlace *place, const char *key, double *values, guint n,
                     gboolean *present, GError **error)
{
  JsonArray *array = NULL;
  if (!lp_json_get_array (object, place, key, FALSE, &array, error))
    return FALSE;
  *present = array != NULL;
  if (array == NULL)
    return TRUE;
  LpJsonPlace list = LP_JSON_MEMBER (place, key);
  if (json_array_get_length (array) != n)
    return lp_json_fail (&list, LP_READ_ERROR_VALUE, error, _("\"%s\" must have exactly %u numbers"), key, n);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      LpJsonPlace here = LP_JSON_ITEM (&list, i);
      if (!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE))
        return lp_json_fail (&here, LP_READ_ERROR_TYPE, error, _("every item of \"%s\" must be a number"), key);
      values[i] = json_node_get_double (node);
    }
  return TRUE;
}

JsonObject *
lp_json_as_object (JsonNode *node, const LpJsonPlace *place, GError **error)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  lp_json_fail (place, LP_READ_ERROR_TYPE, error, _("an object in { } must stand here"));
  return NULL;
}
