#include "base/number.h"

#include <math.h>
#include <string.h>

const char *
lp_number_format (double number, char buffer[LP_NUMBER_BUFFER])
{
  if (number == 0)
    number = 0; /* no "-0" */
  if (number == floor (number) && fabs (number) < 1e15)
    {
      g_ascii_formatd (buffer, LP_NUMBER_BUFFER, "%.0f", number);
      return buffer;
    }
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];
      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, LP_NUMBER_BUFFER, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  return buffer;
}

const char *
lp_number_format_rounded (double number, guint decimals, char buffer[LP_NUMBER_BUFFER])
{
  static const double powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  double power = powers[MIN (decimals, G_N_ELEMENTS (powers) - 1)];
  double rounded = round (number * power) / power;
  return lp_number_format (isfinite (rounded) ? rounded : 0, buffer);
}

gboolean
lp_number_parse (const char *text, double *number)
{
  char *end = NULL;
  if (text == NULL || !(g_ascii_isdigit (*text) || strchr ("+-.", *text) != NULL) || *text == '\0')
    return FALSE;
  /* strtod() also reads hexadecimal and "inf" */
  if (strpbrk (text, "xXnN") != NULL)
    return FALSE;
  double value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (value))
    return FALSE;
  *number = value;
  return TRUE;
}
