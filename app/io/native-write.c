#include "io/native.h"

#include "base/json-write.h"

/* A longer record is broken, one member a line. */
#define LINE_LENGTH 160

typedef struct
{
  GString *out;
  const char *separator; /* before the next member */
  gboolean first;
} LpRecordWriter;

static void
begin_member (LpRecordWriter *writer, const char *name)
{
  if (!writer->first)
    g_string_append (writer->out, writer->separator);
  writer->first = FALSE;
  lp_json_write_string (writer->out, name);
  g_string_append (writer->out, ": ");
}

static void
write_text (LpRecordWriter *writer, const char *name, const char *value)
{
  if (value == NULL)
    return;
  begin_member (writer, name);
  lp_json_write_string (writer->out, value);
}

static void
write_pair (LpRecordWriter *writer, const char *name, double a, double b)
{
  begin_member (writer, name);
  g_string_append_c (writer->out, '[');
  lp_json_write_number (writer->out, a);
  g_string_append (writer->out, ", ");
  lp_json_write_number (writer->out, b);
  g_string_append_c (writer->out, ']');
}

static void
write_flag (LpRecordWriter *writer, const char *name, gboolean value)
{
  if (!value)
    return;
  begin_member (writer, name);
  g_string_append (writer->out, "true");
}

static void
write_points (LpRecordWriter *writer, const char *name, const LpPoint *points, guint n)
{
  if (n == 0)
    return;
  begin_member (writer, name);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (writer->out, i == 0 ? "[[" : ", [");
      lp_json_write_number (writer->out, points[i].x);
      g_string_append (writer->out, ", ");
      lp_json_write_number (writer->out, points[i].y);
      g_string_append_c (writer->out, ']');
    }
  g_string_append_c (writer->out, ']');
}

static void
write_texts (LpRecordWriter *writer, const char *name, const GPtrArray *values)
{
  if (values->len == 0)
    return;
  begin_member (writer, name);
  for (guint i = 0; i < values->len; i++)
    {
      g_string_append (writer->out, i == 0 ? "[" : ", ");
      lp_json_write_string (writer->out, values->pdata[i]);
    }
  g_string_append_c (writer->out, ']');
}

static void
write_properties (LpRecordWriter *writer, const char *name, const LpProperties *set)
{
  guint n = lp_properties_get_size (set);
  if (n == 0)
    return;
  begin_member (writer, name);
  for (guint i = 0; i < n; i++)
    {
      const LpProperty *property = lp_properties_get (set, i);
      g_string_append (writer->out, i == 0 ? "{" : ", ");
      lp_json_write_string (writer->out, property->name);
      g_string_append (writer->out, ": ");
      lp_json_write_node (writer->out, property->value);
    }
  g_string_append_c (writer->out, '}');
}

static void
write_extra (LpRecordWriter *writer, JsonNode *extra)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (extra == NULL)
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (extra));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      begin_member (writer, name);
      lp_json_write_node (writer->out, value);
    }
}

/* --- records ----------------------------------------------------------------------------------------- */

static void
write_component (LpRecordWriter *writer, gconstpointer record)
{
  const LpComponent *component = record;
  write_text (writer, "id", component->id);
  write_text (writer, "kind", component->kind);
  write_text (writer, "label", component->label);
  write_text (writer, "in", component->in);
  if (component->has_at)
    write_pair (writer, "at", component->at.x, component->at.y);
  if (component->has_size)
    write_pair (writer, "size", component->width, component->height);
  write_flag (writer, "collapsed", component->collapsed);
  write_flag (writer, "locked", component->locked);
  write_texts (writer, "spans", component->spans);
  write_properties (writer, "set", component->set);
  write_text (writer, "origin", component->origin);
  write_extra (writer, component->extra);
}

static void
write_connection (LpRecordWriter *writer, gconstpointer record)
{
  const LpConnection *connection = record;
  write_text (writer, "id", connection->id);
  write_text (writer, "kind", connection->kind);
  write_text (writer, "from", connection->from);
  write_text (writer, "to", connection->to);
  write_text (writer, "label", connection->label);
  write_points (writer, "via", connection->via, connection->n_via);
  write_properties (writer, "set", connection->set);
  write_text (writer, "origin", connection->origin);
  write_extra (writer, connection->extra);
}

static void
write_pin (LpRecordWriter *writer, const LpPin *pin)
{
  write_text (writer, "component", pin->component);
  write_text (writer, "connection", pin->connection);
}

static void
write_replies (LpRecordWriter *writer, const GPtrArray *replies)
{
  if (replies->len == 0)
    return;
  begin_member (writer, "replies");
  for (guint i = 0; i < replies->len; i++)
    {
      const LpReply *reply = replies->pdata[i];
      LpRecordWriter line = { writer->out, ", ", TRUE };
      g_string_append (writer->out, i == 0 ? "[{" : ", {");
      write_text (&line, "author", reply->author);
      write_text (&line, "text", reply->text);
      write_extra (&line, reply->extra);
      g_string_append_c (writer->out, '}');
    }
  g_string_append_c (writer->out, ']');
}

static void
write_comment (LpRecordWriter *writer, gconstpointer record)
{
  const LpComment *comment = record;
  write_text (writer, "id", comment->numbered ? NULL : comment->id);
  write_pin (writer, &comment->pin);
  write_text (writer, "author", comment->author);
  write_text (writer, "text", comment->text);
  write_flag (writer, "resolved", comment->resolved);
  write_replies (writer, comment->replies);
  write_extra (writer, comment->extra);
}

/* One basis is a text, several are a list. */
static void
write_bases (LpRecordWriter *writer, GStrv bases)
{
  if (bases == NULL)
    return;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  for (guint i = 0; bases[i] != NULL; i++)
    g_ptr_array_add (list, bases[i]);
  if (list->len == 1)
    write_text (writer, "for", bases[0]);
  else
    write_texts (writer, "for", list);
}

static void
write_waiver (LpRecordWriter *writer, gconstpointer record)
{
  const LpWaiver *waiver = record;
  write_text (writer, "rule", waiver->rule);
  write_pin (writer, &waiver->pin);
  write_text (writer, "reason", waiver->reason);
  write_text (writer, "author", waiver->author);
  write_text (writer, "until", waiver->until);
  write_text (writer, "ticket", waiver->ticket);
  write_bases (writer, waiver->bases);
  write_extra (writer, waiver->extra);
}

typedef void (*LpRecordWriterFunc) (LpRecordWriter *writer, gconstpointer record);

static void
write_record (GString *out, LpRecordWriterFunc write, gconstpointer record)
{
  gsize start = out->len;
  LpRecordWriter line = { out, ", ", TRUE };
  g_string_append_c (out, '{');
  write (&line, record);
  if (out->len - start > LINE_LENGTH)
    {
      LpRecordWriter broken = { out, ",\n      ", TRUE };
      g_string_truncate (out, start + 1);
      g_string_append (out, "\n      ");
      write (&broken, record);
      g_string_append (out, "\n    ");
    }
  g_string_append_c (out, '}');
}

static void
write_list (LpRecordWriter *writer, const char *name, GPtrArray *records, LpRecordWriterFunc write)
{
  begin_member (writer, name);
  g_string_append_c (writer->out, '[');
  for (guint i = 0; i < records->len; i++)
    {
      g_string_append (writer->out, i == 0 ? "\n    " : ",\n    ");
      write_record (writer->out, write, records->pdata[i]);
    }
  g_string_append (writer->out, records->len > 0 ? "\n  ]" : "]");
}

void
lp_native_write_record (GString *out, LpTableId table, gconstpointer record)
{
  LpRecordWriter line = { out, ", ", TRUE };
  if (table == LP_TABLE_HEADER)
    {
      g_autoptr (LpDesign) alone = lp_design_new (lp_header_ref ((LpHeader *) record), g_ptr_array_new (),
                                                  g_ptr_array_new ());
      g_autoptr (GBytes) bytes = lp_native_write (alone);
      g_string_append_len (out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      return;
    }
  g_string_append_c (out, '{');
  if (table == LP_TABLE_COMPONENTS)
    write_component (&line, record);
  else
    write_connection (&line, record);
  g_string_append_c (out, '}');
}

GBytes *
lp_native_write (const LpDesign *design)
{
  const LpHeader *header = lp_design_get_header (design);
  g_autoptr (GPtrArray) components = g_ptr_array_new ();
  g_autoptr (GPtrArray) connections = g_ptr_array_new ();
  GString *out = g_string_new ("{\n  ");
  LpRecordWriter root = { out, ",\n  ", TRUE };

  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    g_ptr_array_add (components, (gpointer) lp_design_get_component (design, i));
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    g_ptr_array_add (connections, (gpointer) lp_design_get_connection (design, i));

  begin_member (&root, "loadpath");
  g_string_append_c (out, '1');
  write_text (&root, "title", header->title);
  write_properties (&root, "requirements", header->requirements);
  write_list (&root, "components", components, write_component);
  write_list (&root, "connections", connections, write_connection);
  write_list (&root, "comments", header->comments, write_comment);
  if (header->comments->len == 0 && header->waivers->len == 0)
    root.separator = ", ";
  write_list (&root, "waivers", header->waivers, write_waiver);
  root.separator = ",\n  ";
  write_extra (&root, header->extra);
  g_string_append (out, "\n}\n");
  return g_string_free_to_bytes (out);
}
