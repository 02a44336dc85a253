#include "base/json-write.h"

#include "base/number.h"

#define LINE_LENGTH 100

void
lp_json_write_string (GString *out, const char *utf8)
{
  g_string_append_c (out, '"');
  for (const char *run = utf8;;)
    {
      gsize n = 0;
      while ((guchar) run[n] >= 0x20 && run[n] != '"' && run[n] != '\\')
        n++;
      g_string_append_len (out, run, n);
      run += n;
      if (*run == '\0')
        break;
      switch (*run)
        {
        case '"':
        case '\\':
          g_string_append_c (out, '\\');
          g_string_append_c (out, *run);
          break;
        case '\n':
          g_string_append (out, "\\n");
          break;
        case '\t':
          g_string_append (out, "\\t");
          break;
        default:
          g_string_append_printf (out, "\\u%04x", (guchar) *run);
        }
      run++;
    }
  g_string_append_c (out, '"');
}

void
lp_json_write_number (GString *out, double number)
{
  char buffer[LP_NUMBER_BUFFER];
  g_string_append (out, lp_number_format (number, buffer));
}

static void
write_scalar (GString *out, JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (out, "null");
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    lp_json_write_string (out, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    lp_json_write_number (out, json_node_get_double (node));
}

static gboolean
is_scalar (JsonNode *node)
{
  return JSON_NODE_HOLDS_NULL (node) || JSON_NODE_HOLDS_VALUE (node);
}

static void
new_line (GString *out, guint indent)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
}

/* Writes containers with `write` for their items, broken over lines where `broken`. */
typedef void (*LpItemWriter) (GString *out, JsonNode *node, guint indent);

static void
write_object (GString *out, JsonObject *object, LpItemWriter write, gboolean broken, guint indent)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (!first)
        g_string_append (out, broken ? "," : ", ");
      if (broken)
        new_line (out, indent + 2);
      lp_json_write_string (out, name);
      g_string_append (out, ": ");
      write (out, value, indent + 2);
      first = FALSE;
    }
  if (broken && !first)
    new_line (out, indent);
  g_string_append_c (out, '}');
}

static void
write_array (GString *out, JsonArray *array, LpItemWriter write, gboolean broken, guint indent)
{
  guint n = json_array_get_length (array);
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (out, broken ? "," : ", ");
      if (broken)
        new_line (out, indent + 2);
      write (out, json_array_get_element (array, i), indent + 2);
    }
  if (broken && n > 0)
    new_line (out, indent);
  g_string_append_c (out, ']');
}

static void
write_inline (GString *out, JsonNode *node, guint indent)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (out, json_node_get_object (node), write_inline, FALSE, 0);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    write_array (out, json_node_get_array (node), write_inline, FALSE, 0);
  else
    write_scalar (out, node);
}

void
lp_json_write_node (GString *out, JsonNode *node)
{
  write_inline (out, node, 0);
}

static gboolean
holds_only_scalars (JsonNode *node)
{
  g_autoptr (GList) values = JSON_NODE_HOLDS_OBJECT (node)
                                 ? json_object_get_values (json_node_get_object (node))
                                 : json_array_get_elements (json_node_get_array (node));
  for (GList *l = values; l != NULL; l = l->next)
    if (!is_scalar (l->data))
      return FALSE;
  return TRUE;
}

void
lp_json_write_pretty (GString *out, JsonNode *node, guint indent)
{
  if (is_scalar (node))
    {
      write_scalar (out, node);
      return;
    }
  gsize start = out->len;
  if (holds_only_scalars (node))
    {
      write_inline (out, node, 0);
      if (out->len - start + indent <= LINE_LENGTH)
        return;
      g_string_truncate (out, start);
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (out, json_node_get_object (node), lp_json_write_pretty, TRUE, indent);
  else
    write_array (out, json_node_get_array (node), lp_json_write_pretty, TRUE, indent);
}
