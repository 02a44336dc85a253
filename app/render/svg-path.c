#include "render/svg-path.h"

#include <math.h>

#include "base/number.h"

static double
round_off (double value)
{
  return round (value * 100) / 100;
}

/* A minus sign stands for the space before it. */
static void
append (LpSvgPath *path, char before, double value)
{
  char buffer[LP_NUMBER_BUFFER];
  const char *text = lp_number_format_rounded (value, 2, buffer);

  if (before != ' ' || text[0] != '-')
    g_string_append_c (path->out, before);
  if (text[0] == '-')
    g_string_append_c (path->out, *text++);
  g_string_append (path->out, text[0] == '0' && text[1] == '.' ? text + 1 : text);
}

static LpPoint
away (const LpSvgPath *path, LpPoint to)
{
  return (LpPoint){ round_off (to.x) - path->at.x, round_off (to.y) - path->at.y };
}

static void
go (LpSvgPath *path, LpPoint to)
{
  path->at = (LpPoint){ round_off (to.x), round_off (to.y) };
}

LpSvgPath
lp_svg_path_begin (GString *out)
{
  g_string_truncate (out, 0);
  return (LpSvgPath){ .out = out };
}

void
lp_svg_path_move (LpSvgPath *path, LpPoint to)
{
  append (path, 'M', to.x);
  append (path, ' ', to.y);
  go (path, to);
}

void
lp_svg_path_line (LpSvgPath *path, LpPoint to)
{
  LpPoint by = away (path, to);

  if (fabs (by.x) < 0.005 && fabs (by.y) < 0.005)
    return;
  if (fabs (by.y) < 0.005)
    append (path, 'h', by.x);
  else if (fabs (by.x) < 0.005)
    append (path, 'v', by.y);
  else
    {
      append (path, 'l', by.x);
      append (path, ' ', by.y);
    }
  go (path, to);
}

void
lp_svg_path_curve (LpSvgPath *path, LpPoint a, LpPoint b, LpPoint to)
{
  LpPoint by[] = { away (path, a), away (path, b), away (path, to) };

  for (guint i = 0; i < G_N_ELEMENTS (by); i++)
    {
      append (path, i == 0 ? 'c' : ' ', by[i].x);
      append (path, ' ', by[i].y);
    }
  go (path, to);
}
