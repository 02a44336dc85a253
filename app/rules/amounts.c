/* Numbers for messages and for counting things: ceil(x), seconds(d), amount(x, 'bytes'). */

#include <math.h>

#include <glib/gi18n.h>

#include "base/number.h"
#include "base/text.h"
#include "rules/amounts.h"

#define DAY 86400.0

typedef struct
{
  double factor;
  const char *unit, *unit_ko; /* unit_ko NULL: the same */
} Scale;

/* From the largest down; the last takes what is smaller than all. */
static const Scale times[]
    = { { DAY, " days", "일" }, { 3600, " hours", "시간" }, { 60, " minutes", "분" }, { 1, " seconds", "초" } };
static const Scale bytes[]
    = { { 1e15, " PB" }, { 1e12, " TB" }, { 1e9, " GB" }, { 1e6, " MB" }, { 1e3, " kB" }, { 1, " B" } };
static const Scale rates[] = { { 1e12, " Tbps" }, { 1e9, " Gbps" }, { 1e6, " Mbps" }, { 1e3, " kbps" }, { 1, " bps" } };
static const Scale percents[] = { { 1, "%" } };

static const struct
{
  const char *name;
  const Scale *scales;
  guint n;
} units[] = {
  { "time", times, G_N_ELEMENTS (times) },
  { "bytes", bytes, G_N_ELEMENTS (bytes) },
  { "bits-per-second", rates, G_N_ELEMENTS (rates) },
  { "percent", percents, G_N_ELEMENTS (percents) },
};

/* Three digits that count are all that a person reads of 231.48148. */
static double
round_to_three (double number)
{
  if (number == 0)
    return 0;
  double magnitude = floor (log10 (fabs (number)));
  double step = pow (10, MAX (magnitude - 2, -6));
  return magnitude >= 2 ? round (number) : round (number / step) * step;
}

static char *
format_amount (double amount, const Scale *scales, guint n)
{
  const Scale *scale = &scales[0];
  char buffer[LP_NUMBER_BUFFER];

  for (guint i = 0; i < n; i++)
    {
      scale = &scales[i];
      if (fabs (amount) >= scale->factor)
        break;
    }
  double number = amount / scale->factor;
  lp_number_format_rounded (scales == percents ? number : round_to_three (number), 6, buffer);
  gboolean korean = lp_language () == LP_LANGUAGE_KO;
  if (!korean && scales == times && g_str_equal (buffer, "1"))
    return g_strdup_printf ("1%.*s", (int) strlen (scale->unit) - 1, scale->unit);
  return g_strconcat (buffer, korean && scale->unit_ko != NULL ? scale->unit_ko : scale->unit, NULL);
}

static gboolean
find_unit (LpValue name, guint *unit)
{
  for (*unit = 0; *unit < G_N_ELEMENTS (units); ++*unit)
    if (lp_value_is_string (name, units[*unit].name))
      return TRUE;
  return FALSE;
}

static LpValue
not_a_number (LpExprRun *run)
{
  return lp_expr_run_fail (run, LP_EXPR_ERROR_ARGUMENT, _("this takes a number or a duration"));
}

static gboolean
read_number (LpValue value, double *number)
{
  *number = value.kind == LP_VALUE_DOUBLE     ? value.number
            : value.kind == LP_VALUE_INT      ? (double) value.integer
            : value.kind == LP_VALUE_DURATION ? (double) value.integer / 1e9
                                              : NAN;
  return isfinite (*number);
}

/* amount(x, unit) */
static LpValue
call_amount (LpExprRun *run, const LpCall *call)
{
  double number;
  guint unit;

  if (!read_number (call->args[0], &number))
    return not_a_number (run);
  if (!find_unit (call->args[1], &unit))
    return lp_expr_run_fail (run, LP_EXPR_ERROR_ARGUMENT,
                             _("units are “time”, “bytes”, “bits-per-second” and “percent”"));
  g_autofree char *text = format_amount (number, units[unit].scales, units[unit].n);
  return lp_expr_run_string (run, text, -1);
}

/* ceil(x): the whole number that is not smaller */
static LpValue
call_ceil (LpExprRun *run, const LpCall *call)
{
  double number;
  if (!read_number (call->args[0], &number) || fabs (number) > 1e15)
    return not_a_number (run);
  return lp_value_int ((gint64) ceil (number));
}

/* seconds(d): a duration as a number */
static LpValue
call_seconds (LpExprRun *run, const LpCall *call)
{
  return lp_value_double ((double) call->args[0].integer / 1e9);
}

void
lp_survey_add_amounts (LpExprSchema *schema)
{
  const LpFunction functions[] = {
    { .name = "amount",
      .n_params = 2,
      .params = { &lp_type_dyn, &lp_type_string },
      .result = &lp_type_string,
      .call = call_amount },
    { .name = "ceil", .n_params = 1, .params = { &lp_type_double }, .result = &lp_type_int, .call = call_ceil },
    { .name = "seconds",
      .n_params = 1,
      .params = { &lp_type_duration },
      .result = &lp_type_double,
      .call = call_seconds },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    lp_expr_schema_add_function (schema, &functions[i]);
}
