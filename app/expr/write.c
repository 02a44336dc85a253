/* Values as JSON, and as a person reads them. */
#include <math.h>

#include "base/json-write.h"
#include "base/number.h"
#include "base/quantity.h"
#include "expr/map.h"
#include "expr/run-private.h"
#include "expr/schema-private.h"
#include "expr/calendar.h"

typedef struct
{
  LpExprRun *run;
  GString *out;
  gboolean json; /* else for people */
} Writer;

static gboolean write_value (const Writer *writer, LpValue value);

static void
write_double (double number, GString *out, gboolean with_fraction)
{
  char buffer[LP_NUMBER_BUFFER];

  if (isnan (number))
    g_string_append (out, "NaN");
  else if (isinf (number))
    g_string_append (out, number < 0 ? "-Infinity" : "Infinity");
  else
    {
      if (number == 0 && signbit (number))
        g_string_append_c (out, '-');
      lp_number_format (number, buffer);
      g_string_append (out, buffer);
      if (with_fraction && strpbrk (buffer, ".eE") == NULL)
        g_string_append (out, ".0");
    }
}

void
lp_value_write_scalar (LpValue value, GString *out)
{
  switch ((LpValueKind) value.kind)
    {
    case LP_VALUE_BOOL:
      g_string_append (out, value.boolean ? "true" : "false");
      break;
    case LP_VALUE_INT:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, value.integer);
      break;
    case LP_VALUE_UINT:
      g_string_append_printf (out, "%" G_GUINT64_FORMAT, value.uinteger);
      break;
    case LP_VALUE_DOUBLE:
      write_double (value.number, out, FALSE);
      break;
    case LP_VALUE_DURATION:
      lp_duration_write (value.integer, out);
      break;
    case LP_VALUE_TIMESTAMP:
      lp_timestamp_write (value, out);
      break;
    default:
      g_string_append (out, "null");
    }
}

/* A string of JSON from bytes that may hold NULs. */
static void
write_json_string (LpValue text, GString *out)
{
  GString *escaped = g_string_new (NULL);

  g_string_append_c (out, '"');
  for (guint start = 0; start < text.length;)
    {
      const char *nul = memchr (text.string + start, '\0', text.length - start);
      guint end = nul != NULL ? (guint) (nul - text.string) : text.length;
      g_autofree char *part = g_strndup (text.string + start, end - start);

      g_string_truncate (escaped, 0);
      lp_json_write_string (escaped, part);
      g_string_append_len (out, escaped->str + 1, (gssize) escaped->len - 2);
      if (nul != NULL)
        g_string_append (out, "\\u0000");
      start = end + (nul != NULL);
    }
  g_string_append_c (out, '"');
  g_string_free (escaped, TRUE);
}

static gboolean
write_list (const Writer *writer, LpValue list)
{
  gboolean whole = TRUE;

  if (writer->json)
    g_string_append_c (writer->out, '[');
  for (guint i = 0; whole && i < list.length; i++)
    {
      if (i > 0)
        g_string_append (writer->out, ", ");
      whole = write_value (writer, lp_value_list_get (list, i));
    }
  if (writer->json)
    g_string_append_c (writer->out, ']');
  return whole;
}

static void
write_key (const Writer *writer, LpValue key)
{
  if (!writer->json)
    write_value (writer, key);
  else if (key.kind == LP_VALUE_STRING)
    write_json_string (key, writer->out);
  else
    {
      g_string_append_c (writer->out, '"');
      lp_value_write_scalar (key, writer->out);
      g_string_append_c (writer->out, '"');
    }
}

static gboolean
write_map (const Writer *writer, const LpMap *map)
{
  gboolean whole = TRUE;

  if (writer->json)
    g_string_append_c (writer->out, '{');
  for (guint i = 0; whole && i < lp_map_size (map); i++)
    {
      if (i > 0)
        g_string_append (writer->out, ", ");
      write_key (writer, lp_map_key (map, i));
      g_string_append (writer->out, ": ");
      whole = write_value (writer, lp_map_value (map, i));
    }
  if (writer->json)
    g_string_append_c (writer->out, '}');
  return whole;
}

static void
write_object (const Writer *writer, LpValue object)
{
  const LpObjectClass *class = lp_schema_get_class (writer->run->schema, object.object_class);
  void (*write) (LpExprRun *, LpValue, GString *) = writer->json ? class->write_json : class->write_text;

  if (write != NULL)
    write (writer->run, object, writer->out);
  else
    g_string_append_printf (writer->out, writer->json ? "\"%s %u\"" : "%s %u", class->name, object.index);
}

static void
write_bytes (LpValue bytes, GString *out)
{
  g_autofree char *base64
      = g_base64_encode ((const guchar *) (bytes.length > 0 ? bytes.string : ""), bytes.length);

  g_string_append (out, base64);
}

/* A duration of whole seconds reads as documents have it, "90m"; others as CEL writes them. */
static void
write_duration_text (gint64 nanoseconds, GString *out)
{
  g_autofree char *amount = nanoseconds >= 0 && nanoseconds % LP_SECOND == 0
                                ? lp_quantity_format ((double) (nanoseconds / LP_SECOND), LP_UNIT_SECOND)
                                : NULL;

  if (amount != NULL)
    g_string_append (out, amount);
  else
    lp_duration_write (nanoseconds, out);
}

static void
write_text_scalar (LpValue value, GString *out)
{
  switch ((LpValueKind) value.kind)
    {
    case LP_VALUE_STRING:
      g_string_append_len (out, value.length > 0 ? value.string : "", value.length);
      break;
    case LP_VALUE_BYTES:
      write_bytes (value, out);
      break;
    case LP_VALUE_TYPE:
      g_string_append (out, value.type);
      break;
    case LP_VALUE_DURATION:
      write_duration_text (value.integer, out);
      break;
    default:
      lp_value_write_scalar (value, out);
    }
}

static void
write_json_scalar (LpValue value, GString *out)
{
  gboolean quoted = value.kind == LP_VALUE_BYTES || value.kind == LP_VALUE_TYPE
                    || value.kind == LP_VALUE_DURATION || value.kind == LP_VALUE_TIMESTAMP
                    || (value.kind == LP_VALUE_DOUBLE && !isfinite (value.number));

  if (value.kind == LP_VALUE_STRING)
    {
      write_json_string (value, out);
      return;
    }
  if (quoted)
    g_string_append_c (out, '"');
  if (value.kind == LP_VALUE_BYTES)
    write_bytes (value, out);
  else if (value.kind == LP_VALUE_TYPE)
    g_string_append (out, value.type);
  else if (value.kind == LP_VALUE_DOUBLE)
    write_double (value.number, out, TRUE);
  else
    lp_value_write_scalar (value, out);
  if (quoted)
    g_string_append_c (out, '"');
}

static gboolean
write_value (const Writer *writer, LpValue value)
{
  if (writer->out->len > LP_RUN_MAX_TEXT)
    return FALSE;
  switch ((LpValueKind) value.kind)
    {
    case LP_VALUE_LIST:
      return write_list (writer, value);
    case LP_VALUE_MAP:
      return write_map (writer, value.map);
    case LP_VALUE_OBJECT:
      write_object (writer, value);
      return TRUE;
    default:
      if (writer->json)
        write_json_scalar (value, writer->out);
      else
        write_text_scalar (value, writer->out);
      return TRUE;
    }
}

gboolean
lp_expr_run_write_json (LpExprRun *run, LpValue value, GString *out)
{
  return write_value (&(Writer){ run, out, TRUE }, value);
}

gboolean
lp_expr_run_write_text (LpExprRun *run, LpValue value, GString *out)
{
  return write_value (&(Writer){ run, out, FALSE }, value);
}
