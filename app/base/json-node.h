/* Values as json-glib's nodes, each new and the caller's.
 *
 * What threads share is kept as a node and shared with json_node_ref(): json-glib counts the references of objects,
 * arrays and single values without atomics, so json_node_copy() and json_object_ref() are for one thread alone. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

static inline JsonNode *
lp_json_node_string (const char *string)
{
  return json_node_init_string (json_node_alloc (), string);
}

static inline JsonNode *
lp_json_node_boolean (gboolean boolean)
{
  return json_node_init_boolean (json_node_alloc (), boolean);
}

static inline JsonNode *
lp_json_node_integer (gint64 integer)
{
  return json_node_init_int (json_node_alloc (), integer);
}

static inline JsonNode *
lp_json_node_number (double number)
{
  return json_node_init_double (json_node_alloc (), number);
}

/* Takes over the array. */
static inline JsonNode *
lp_json_node_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}

/* Takes over the object. */
static inline JsonNode *
lp_json_node_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

/* Another reference; NULL of NULL. */
static inline JsonNode *
lp_json_node_share (JsonNode *node)
{
  return node != NULL ? json_node_ref (node) : NULL;
}

/* Either may be NULL. */
static inline gboolean
lp_json_node_same (JsonNode *a, JsonNode *b)
{
  return a == b || (a != NULL && b != NULL && json_node_equal (a, b));
}

/* null where the string is NULL. */
static inline void
lp_json_object_set_string_or_null (JsonObject *object, const char *member, const char *string)
{
  if (string != NULL)
    json_object_set_string_member (object, member, string);
  else
    json_object_set_null_member (object, member);
}

G_END_DECLS
