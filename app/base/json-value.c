#include "base/json-value.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/intern.h"
#include "base/json-node.h"
#include "base/json-text-private.h"

static const LpTapeEntry *
entry_of (LpJsonValue value)
{
  return &g_array_index (value.text->tape, LpTapeEntry, value.entry);
}

static const char *
start_of (LpJsonValue value)
{
  return value.text->text + entry_of (value)->offset;
}

LpJsonValue
lp_json_text_get_value (LpJsonText *text)
{
  return (LpJsonValue){ text, 0 };
}

gboolean
lp_json_value_is_object (LpJsonValue value)
{
  return entry_of (value)->type == LP_TAPE_OBJECT;
}

gboolean
lp_json_value_is_array (LpJsonValue value)
{
  return entry_of (value)->type == LP_TAPE_ARRAY;
}

gboolean
lp_json_value_is_string (LpJsonValue value)
{
  return entry_of (value)->type == LP_TAPE_STRING;
}

LpJsonWalk
lp_json_value_walk (LpJsonValue container)
{
  return (LpJsonWalk){ container.text, container.entry + 1, entry_of (container)->next };
}

gboolean
lp_json_walk_item (LpJsonWalk *walk, LpJsonValue *item)
{
  if (walk->at >= walk->end)
    return FALSE;
  *item = (LpJsonValue){ walk->text, walk->at };
  walk->at = entry_of (*item)->next;
  return TRUE;
}

gboolean
lp_json_walk_member (LpJsonWalk *walk, LpJsonValue *name, LpJsonValue *value)
{
  return lp_json_walk_item (walk, name) && lp_json_walk_item (walk, value);
}

/* --- strings ----------------------------------------------------------------------------------------- */

/* The bytes between the quotation marks of a string without escapes. */
static gsize
plain_length (LpJsonValue string)
{
  return strcspn (start_of (string) + 1, "\"");
}

char *
lp_json_value_dup_string (LpJsonValue string)
{
  const char *start = start_of (string);
  if (!entry_of (string)->escaped)
    return g_strndup (start + 1, plain_length (string));
  const char *end = start + 1;
  while (*end != '"')
    end += *end == '\\' ? 2 : 1;
  g_autofree char *quoted = g_strndup (start, end + 1 - start);
  g_autoptr (JsonNode) node = json_from_string (quoted, NULL);
  return json_node_dup_string (node);
}

gboolean
lp_json_value_equals (LpJsonValue string, const char *text)
{
  gsize n = strlen (text);
  if (!entry_of (string)->escaped)
    return strncmp (start_of (string) + 1, text, n) == 0 && start_of (string)[n + 1] == '"';
  g_autofree char *decoded = lp_json_value_dup_string (string);
  return g_str_equal (decoded, text);
}

static GRefString *
intern_string (LpJsonValue string)
{
  char buffer[256];
  gsize n = entry_of (string)->escaped ? sizeof buffer : plain_length (string);
  if (n < sizeof buffer)
    {
      memcpy (buffer, start_of (string) + 1, n);
      buffer[n] = '\0';
      return lp_intern (buffer);
    }
  g_autofree char *decoded = lp_json_value_dup_string (string);
  return lp_intern (decoded);
}

/* --- trees ------------------------------------------------------------------------------------------- */

static JsonNode *to_node (LpJsonValue value);

static JsonNode *
object_to_node (LpJsonValue value)
{
  JsonObject *object = json_object_new ();
  LpJsonWalk walk = lp_json_value_walk (value);
  LpJsonValue name, member;
  while (lp_json_walk_member (&walk, &name, &member))
    {
      g_autofree char *key = lp_json_value_dup_string (name);
      json_object_set_member (object, key, to_node (member));
    }
  return lp_json_node_object (object);
}

static JsonNode *
array_to_node (LpJsonValue value)
{
  JsonArray *array = json_array_new ();
  LpJsonWalk walk = lp_json_value_walk (value);
  LpJsonValue item;
  while (lp_json_walk_item (&walk, &item))
    json_array_add_element (array, to_node (item));
  return lp_json_node_array (array);
}

static JsonNode *
to_node (LpJsonValue value)
{
  switch ((LpTapeType) entry_of (value)->type)
    {
    case LP_TAPE_OBJECT:
      return object_to_node (value);
    case LP_TAPE_ARRAY:
      return array_to_node (value);
    case LP_TAPE_STRING:
      {
        g_autofree char *text = lp_json_value_dup_string (value);
        return lp_json_node_string (text);
      }
    case LP_TAPE_INTEGER:
      return lp_json_node_integer (g_ascii_strtoll (start_of (value), NULL, 10));
    case LP_TAPE_NUMBER:
      return lp_json_node_number (g_ascii_strtod (start_of (value), NULL));
    case LP_TAPE_TRUE:
    case LP_TAPE_FALSE:
      return lp_json_node_boolean (entry_of (value)->type == LP_TAPE_TRUE);
    case LP_TAPE_NULL:
      break;
    }
  return json_node_new (JSON_NODE_NULL);
}

JsonNode *
lp_json_value_to_node (LpJsonValue value)
{
  JsonNode *node = to_node (value);
  json_node_seal (node);
  return node;
}

/* --- typed members ----------------------------------------------------------------------------------- */

gboolean
lp_json_value_find (LpJsonValue object, const char *key, LpJsonValue *value)
{
  LpJsonWalk walk = lp_json_value_walk (object);
  LpJsonValue name;
  while (lp_json_walk_member (&walk, &name, value))
    if (lp_json_value_equals (name, key))
      return TRUE;
  return FALSE;
}

/* *present says whether there is a member to go on with. */
static gboolean
find (LpJsonValue object, const LpJsonPlace *place, const char *key, gboolean required, LpJsonValue *value,
      gboolean *present, GError **error)
{
  *present = lp_json_value_find (object, key, value);
  if (*present || !required)
    return TRUE;
  return lp_json_fail_missing (place, key, error);
}

gboolean
lp_json_value_get_string (LpJsonValue object, const LpJsonPlace *place, const char *key, gboolean required,
                          GRefString **string, GError **error)
{
  LpJsonValue value;
  gboolean present;
  if (!find (object, place, key, required, &value, &present, error))
    return FALSE;
  if (present && entry_of (value)->type != LP_TAPE_STRING)
    return lp_json_fail_type (place, key, _("a text in quotation marks"), error);
  if (present)
    *string = intern_string (value);
  return TRUE;
}

static gboolean
is_number (LpJsonValue value)
{
  return entry_of (value)->type == LP_TAPE_INTEGER || entry_of (value)->type == LP_TAPE_NUMBER;
}

gboolean
lp_json_value_get_number (LpJsonValue object, const LpJsonPlace *place, const char *key, gboolean required,
                          double *number, GError **error)
{
  LpJsonValue value;
  gboolean present;
  if (!find (object, place, key, required, &value, &present, error))
    return FALSE;
  if (present && !is_number (value))
    return lp_json_fail_type (place, key, _("a number"), error);
  if (present)
    *number = g_ascii_strtod (start_of (value), NULL);
  return TRUE;
}

gboolean
lp_json_value_get_object (LpJsonValue object, const LpJsonPlace *place, const char *key, LpJsonValue *member,
                          gboolean *present, GError **error)
{
  *present = lp_json_value_find (object, key, member);
  return !*present || lp_json_value_is_object (*member) || lp_json_fail_type (place, key, _("an object in { }"), error);
}

gboolean
lp_json_value_get_array (LpJsonValue object, const LpJsonPlace *place, const char *key, LpJsonValue *member,
                         gboolean *present, GError **error)
{
  *present = lp_json_value_find (object, key, member);
  return !*present || lp_json_value_is_array (*member) || lp_json_fail_type (place, key, _("a list in [ ]"), error);
}

gboolean
lp_json_value_get_boolean (LpJsonValue object, const LpJsonPlace *place, const char *key, gboolean *value,
                           GError **error)
{
  LpJsonValue member;
  if (!lp_json_value_find (object, key, &member))
    return TRUE;
  char first = *start_of (member);
  if (first != 't' && first != 'f')
    return lp_json_fail_type (place, key, _("true or false"), error);
  *value = first == 't';
  return TRUE;
}

gboolean
lp_json_value_get_numbers (LpJsonValue object, const LpJsonPlace *place, const char *key, double *numbers, guint n,
                           gboolean *present, GError **error)
{
  LpJsonValue list;
  if (!lp_json_value_get_array (object, place, key, &list, present, error))
    return FALSE;
  if (!*present)
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  return lp_json_value_read_numbers (list, &here, key, numbers, n, error);
}

gboolean
lp_json_value_read_numbers (LpJsonValue array, const LpJsonPlace *place, const char *key, double *numbers, guint n,
                            GError **error)
{
  LpJsonWalk walk = lp_json_value_walk (array);
  LpJsonValue item;
  guint i = 0;
  for (; lp_json_walk_item (&walk, &item); i++)
    {
      LpJsonPlace there = LP_JSON_ITEM (place, i);
      if (!is_number (item))
        return lp_json_fail (&there, LP_READ_ERROR_TYPE, error, _("every item of \"%s\" must be a number"), key);
      if (i < n)
        numbers[i] = g_ascii_strtod (start_of (item), NULL);
    }
  return i == n || lp_json_fail (place, LP_READ_ERROR_VALUE, error, _("\"%s\" must have exactly %u numbers"), key, n);
}

GArray *
lp_json_value_item_positions (LpJsonValue array)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (LpPosition));
  const LpJsonText *text = array.text;
  LpJsonWalk walk = lp_json_value_walk (array);
  LpJsonValue item;
  LpPosition at = { 1, 1 };
  gsize from = 0;
  while (lp_json_walk_item (&walk, &item))
    {
      gsize offset = entry_of (item)->offset;
      LpPosition step = lp_json_scan_position (text->text + from, text->size - from, offset - from);
      at = step.line > 1 ? (LpPosition){ at.line + step.line - 1, step.column }
                         : (LpPosition){ at.line, at.column + step.column - 1 };
      from = offset;
      g_array_append_val (positions, at);
    }
  return positions;
}
