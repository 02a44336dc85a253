/* int(), string() and their like, type() and dyn(). */
#include <math.h>

#include <glib/gi18n.h>

#include "expr/functions.h"
#include "expr/run-private.h"
#include "expr/schema-private.h"
#include "expr/calendar.h"

static LpValue
identity (LpExprRun *run, const LpCall *call)
{
  return call->args[0];
}

static LpValue
type_of (LpExprRun *run, const LpCall *call)
{
  LpValue value = call->args[0];
  const char *name = value.kind == LP_VALUE_OBJECT
                         ? lp_schema_get_class (run->schema, value.object_class)->name
                         : lp_value_type_name (value);

  return (LpValue){ .kind = LP_VALUE_TYPE, .type = name };
}

static LpValue
fail_range (LpExprRun *run, const char *type)
{
  return lp_expr_run_fail (run, LP_EXPR_ERROR_OVERFLOW, _("range error: the number does not fit %s"), type);
}

static LpValue
fail_value (LpExprRun *run, LpValue text, const char *type)
{
  return lp_expr_run_fail (run, LP_EXPR_ERROR_VALUE, _("“%.*s” is not %s"), (int) MIN (text.length, 80),
                           text.length > 0 ? text.string : "", type);
}

/* The string NUL-terminated in `buffer`; NULL where it is no number anyway, being too long or odd. */
static const char *
number_text (LpValue text, char *buffer, gsize size)
{
  if (text.length == 0 || text.length >= size || g_ascii_isspace (text.string[0])
      || memchr (text.string, '\0', text.length) != NULL)
    return NULL;
  memcpy (buffer, text.string, text.length);
  buffer[text.length] = '\0';
  return buffer;
}

static LpValue
int_from_uint (LpExprRun *run, const LpCall *call)
{
  guint64 number = call->args[0].uinteger;

  return number > G_MAXINT64 ? fail_range (run, "int") : lp_value_int ((gint64) number);
}

static LpValue
int_from_double (LpExprRun *run, const LpCall *call)
{
  double number = call->args[0].number;

  /* Both ends are out: what rounds to them may have been beyond. */
  if (!(number > -9223372036854775808.0 && number < 9223372036854775808.0))
    return fail_range (run, "int");
  return lp_value_int ((gint64) number);
}

static LpValue
int_from_string (LpExprRun *run, const LpCall *call)
{
  char buffer[64];
  const char *text = number_text (call->args[0], buffer, sizeof buffer);
  gint64 number;
  g_autoptr (GError) error = NULL;

  if (text != NULL && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, &error))
    return lp_value_int (number);
  return g_error_matches (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS)
             ? fail_range (run, "int")
             : fail_value (run, call->args[0], _("an int"));
}

static LpValue
int_from_timestamp (LpExprRun *run, const LpCall *call)
{
  return lp_value_int (call->args[0].integer);
}

static LpValue
uint_from_int (LpExprRun *run, const LpCall *call)
{
  gint64 number = call->args[0].integer;

  return number < 0 ? fail_range (run, "uint") : lp_value_uint ((guint64) number);
}

static LpValue
uint_from_double (LpExprRun *run, const LpCall *call)
{
  double number = call->args[0].number;

  if (!(number >= 0 && number < 18446744073709551616.0))
    return fail_range (run, "uint");
  return lp_value_uint ((guint64) number);
}

static LpValue
uint_from_string (LpExprRun *run, const LpCall *call)
{
  char buffer[64];
  const char *text = number_text (call->args[0], buffer, sizeof buffer);
  guint64 number;
  g_autoptr (GError) error = NULL;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, &number, &error))
    return error != NULL && error->code == G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS
               ? fail_range (run, "uint")
               : fail_value (run, call->args[0], _("a uint"));
  return lp_value_uint (number);
}

static LpValue
double_from_int (LpExprRun *run, const LpCall *call)
{
  return lp_value_double ((double) call->args[0].integer);
}

static LpValue
double_from_uint (LpExprRun *run, const LpCall *call)
{
  return lp_value_double ((double) call->args[0].uinteger);
}

static LpValue
double_from_string (LpExprRun *run, const LpCall *call)
{
  char buffer[512], *end;
  const char *text = number_text (call->args[0], buffer, sizeof buffer);
  double number = text != NULL ? g_ascii_strtod (text, &end) : 0;

  if (text == NULL || end == text || *end != '\0' || strpbrk (text, "xX") != NULL)
    return fail_value (run, call->args[0], _("a double"));
  if (isinf (number) && strpbrk (text, "nN") == NULL)
    return fail_range (run, "double");
  return lp_value_double (number);
}

static LpValue
bool_from_string (LpExprRun *run, const LpCall *call)
{
  static const char *const words[2][5]
      = { { "0", "f", "false", "FALSE", "False" }, { "1", "t", "true", "TRUE", "True" } };

  for (guint truth = 0; truth < 2; truth++)
    for (gsize i = 0; i < G_N_ELEMENTS (words[0]); i++)
      if (lp_value_is_string (call->args[0], words[truth][i]))
        return lp_value_bool (truth);
  return fail_value (run, call->args[0], _("a bool: write true or false"));
}

static LpValue
bytes_from_string (LpExprRun *run, const LpCall *call)
{
  LpValue value = call->args[0];

  value.kind = LP_VALUE_BYTES;
  return value;
}

static LpValue
string_from_bytes (LpExprRun *run, const LpCall *call)
{
  LpValue value = call->args[0];

  /* g_utf8_validate_len() stops at a NUL, which is as good a character as any here. */
  for (guint at = 0; at < value.length;)
    {
      const char *end;

      if (!g_utf8_validate_len (value.string + at, value.length - at, &end) && *end != '\0')
        return lp_expr_run_fail (run, LP_EXPR_ERROR_VALUE, _("the bytes are invalid UTF-8"));
      at = (guint) (end - value.string) + 1;
    }
  value.kind = LP_VALUE_STRING;
  return value;
}

static LpValue
string_from_scalar (LpExprRun *run, const LpCall *call)
{
  g_autoptr (GString) out = g_string_new (NULL);

  lp_value_write_scalar (call->args[0], out);
  return lp_expr_run_string (run, out->str, (gssize) out->len);
}

static LpValue
duration_from_string (LpExprRun *run, const LpCall *call)
{
  LpValue text = call->args[0];
  gint64 nanoseconds;

  switch (lp_duration_parse (text.string, text.length, &nanoseconds))
    {
    case LP_TIME_OK:
      return lp_value_duration (nanoseconds);
    case LP_TIME_RANGE:
      return fail_range (run, "duration");
    default:
      return fail_value (run, text, _("a duration: write one such as 15m, 1h30m or 0.5s"));
    }
}

static LpValue
timestamp_from_string (LpExprRun *run, const LpCall *call)
{
  LpValue text = call->args[0], timestamp = lp_value_null ();

  switch (lp_timestamp_parse (text.string, text.length, &timestamp))
    {
    case LP_TIME_OK:
      return timestamp;
    case LP_TIME_RANGE:
      return fail_range (run, "timestamp");
    default:
      return fail_value (run, text, _("a point in time: write one such as 2026-01-31T12:00:00Z"));
    }
}

static LpValue
timestamp_from_int (LpExprRun *run, const LpCall *call)
{
  LpValue timestamp = lp_value_null ();

  return lp_timestamp_from_seconds (call->args[0].integer, &timestamp) ? timestamp
                                                                       : fail_range (run, "timestamp");
}

#define CONVERT(name_, from_, to_, call_)                                                                    \
  {                                                                                                          \
    .name = name_, .n_params = 1, .params = { &lp_type_##from_ }, .result = &lp_type_##to_, .call = call_    \
  }

const LpFunction lp_conversion_functions[] = {
  CONVERT ("type", dyn, type, type_of),
  CONVERT ("dyn", dyn, dyn, identity),
  CONVERT ("int", int, int, identity),
  CONVERT ("int", uint, int, int_from_uint),
  CONVERT ("int", double, int, int_from_double),
  CONVERT ("int", string, int, int_from_string),
  CONVERT ("int", timestamp, int, int_from_timestamp),
  CONVERT ("uint", uint, uint, identity),
  CONVERT ("uint", int, uint, uint_from_int),
  CONVERT ("uint", double, uint, uint_from_double),
  CONVERT ("uint", string, uint, uint_from_string),
  CONVERT ("double", double, double, identity),
  CONVERT ("double", int, double, double_from_int),
  CONVERT ("double", uint, double, double_from_uint),
  CONVERT ("double", string, double, double_from_string),
  CONVERT ("bool", bool, bool, identity),
  CONVERT ("bool", string, bool, bool_from_string),
  CONVERT ("bytes", bytes, bytes, identity),
  CONVERT ("bytes", string, bytes, bytes_from_string),
  CONVERT ("string", string, string, identity),
  CONVERT ("string", bytes, string, string_from_bytes),
  CONVERT ("string", bool, string, string_from_scalar),
  CONVERT ("string", int, string, string_from_scalar),
  CONVERT ("string", uint, string, string_from_scalar),
  CONVERT ("string", double, string, string_from_scalar),
  CONVERT ("string", duration, string, string_from_scalar),
  CONVERT ("string", timestamp, string, string_from_scalar),
  CONVERT ("duration", duration, duration, identity),
  CONVERT ("duration", string, duration, duration_from_string),
  CONVERT ("timestamp", timestamp, timestamp, identity),
  CONVERT ("timestamp", string, timestamp, timestamp_from_string),
  CONVERT ("timestamp", int, timestamp, timestamp_from_int),
  { .name = NULL },
};
