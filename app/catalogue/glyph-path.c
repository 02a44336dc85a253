/* SVG path data to absolute moves, lines and curves. */

#include "catalogue/glyph.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *at;
  GArray *segments;
  LpPoint here, start;
  LpPoint handle; /* the last control point, for S and T */
  char last;      /* the last command, upper case */
} Path;

static void
skip_separators (Path *path)
{
  while (*path->at != '\0' && strchr (" \t\r\n,", *path->at) != NULL)
    path->at++;
}

static gboolean
read_number (Path *path, double *number)
{
  skip_separators (path);
  char *end = NULL;
  *number = g_ascii_strtod (path->at, &end);
  if (end == path->at || !isfinite (*number))
    return FALSE;
  path->at = end;
  return TRUE;
}

/* A flag of an arc may stand without a separator behind it. */
static gboolean
read_flag (Path *path, double *flag)
{
  skip_separators (path);
  if (*path->at != '0' && *path->at != '1')
    return FALSE;
  *flag = *path->at++ - '0';
  return TRUE;
}

static void
add_segment (Path *path, LpGlyphOp op, LpPoint a, LpPoint b, LpPoint c)
{
  LpGlyphSegment segment = { op, { a, b, c } };
  g_array_append_val (path->segments, segment);
}

static void
line_to (Path *path, LpPoint to)
{
  add_segment (path, LP_GLYPH_LINE, to, (LpPoint){ 0 }, (LpPoint){ 0 });
  path->here = to;
}

static void
curve_to (Path *path, LpPoint a, LpPoint b, LpPoint to)
{
  add_segment (path, LP_GLYPH_CURVE, a, b, to);
  path->here = to;
}

static void
quad_to (Path *path, LpPoint q, LpPoint to)
{
  LpPoint from = path->here;
  curve_to (path, (LpPoint){ from.x + (q.x - from.x) * 2 / 3, from.y + (q.y - from.y) * 2 / 3 },
            (LpPoint){ to.x + (q.x - to.x) * 2 / 3, to.y + (q.y - to.y) * 2 / 3 }, to);
}

/* One piece, at most a quarter turn, of an ellipse around `c`. */
static void
arc_piece (Path *path, LpPoint c, double rx, double ry, double turn, double from, double by)
{
  double k = 4.0 / 3.0 * tan (by / 4), cs = cos (turn), sn = sin (turn);
  double t[2] = { from, from + by };
  LpPoint p[2], d[2];
  for (int i = 0; i < 2; i++)
    {
      double x = rx * cos (t[i]), y = ry * sin (t[i]), dx = -rx * sin (t[i]), dy = ry * cos (t[i]);
      p[i] = (LpPoint){ c.x + cs * x - sn * y, c.y + sn * x + cs * y };
      d[i] = (LpPoint){ k * (cs * dx - sn * dy), k * (sn * dx + cs * dy) };
    }
  curve_to (path, (LpPoint){ p[0].x + d[0].x, p[0].y + d[0].y }, (LpPoint){ p[1].x - d[1].x, p[1].y - d[1].y },
            p[1]);
}

/* The conversion of SVG 1.1, appendix F.6.5: v is rx, ry, turn, large, sweep. */
static void
arc_to (Path *path, const double v[5], LpPoint to)
{
  LpPoint from = path->here;
  double rx = fabs (v[0]), ry = fabs (v[1]), turn = v[2] * G_PI / 180, cs = cos (turn), sn = sin (turn);
  double hx = (from.x - to.x) / 2, hy = (from.y - to.y) / 2;
  double x = cs * hx + sn * hy, y = cs * hy - sn * hx;
  if (rx <= 0 || ry <= 0 || (hx == 0 && hy == 0))
    {
      line_to (path, to);
      return;
    }
  double scale = x * x / (rx * rx) + y * y / (ry * ry);
  if (scale > 1)
    {
      rx *= sqrt (scale);
      ry *= sqrt (scale);
    }
  double below = rx * rx * y * y + ry * ry * x * x;
  double k = sqrt (MAX (0, (rx * rx * ry * ry - below) / below)) * (v[3] == v[4] ? -1 : 1);
  double ox = k * rx * y / ry, oy = -k * ry * x / rx;
  LpPoint c = { cs * ox - sn * oy + (from.x + to.x) / 2, sn * ox + cs * oy + (from.y + to.y) / 2 };
  double begin = atan2 ((y - oy) / ry, (x - ox) / rx), end = atan2 ((-y - oy) / ry, (-x - ox) / rx);
  double by = end - begin;
  if (v[4] > 0 && by < 0)
    by += 2 * G_PI;
  if (v[4] <= 0 && by > 0)
    by -= 2 * G_PI;
  int pieces = (int) ceil (fabs (by) / (G_PI / 2) - 1e-9);
  for (int i = 0; i < pieces; i++)
    arc_piece (path, c, rx, ry, turn, begin + by * i / pieces, by / pieces);
  if (pieces > 0)
    g_array_index (path->segments, LpGlyphSegment, path->segments->len - 1).p[2] = to;
  path->here = to;
}

/* Numbers behind each command: those of points in pairs. */
static int
count_numbers (char command)
{
  const char *commands = "MLHVCSQTAZ";
  static const int counts[] = { 2, 2, 1, 1, 6, 4, 4, 2, 7, 0 };
  const char *found = strchr (commands, command);
  return command == '\0' || found == NULL ? -1 : counts[found - commands];
}

static gboolean
read_numbers (Path *path, char command, int n, double v[7])
{
  for (int i = 0; i < n; i++)
    if (!(command == 'A' && (i == 3 || i == 4) ? read_flag (path, &v[i]) : read_number (path, &v[i])))
      return FALSE;
  return TRUE;
}

static void
make_absolute (char command, int n, LpPoint here, double v[7])
{
  if (command == 'H')
    v[0] += here.x;
  else if (command == 'V')
    v[0] += here.y;
  else
    for (int i = command == 'A' ? 5 : 0; i + 1 < n; i += 2)
      {
        v[i] += here.x;
        v[i + 1] += here.y;
      }
}

static LpPoint
mirrored_handle (const Path *path, const char *after)
{
  if (path->last == '\0' || strchr (after, path->last) == NULL)
    return path->here;
  return (LpPoint){ 2 * path->here.x - path->handle.x, 2 * path->here.y - path->handle.y };
}

static void
apply_curve (Path *path, char command, const double v[7])
{
  LpPoint p[3] = { { v[0], v[1] }, { v[2], v[3] }, { v[4], v[5] } };
  LpPoint mirror;
  switch (command)
    {
    case 'C':
      path->handle = p[1];
      curve_to (path, p[0], p[1], p[2]);
      break;
    case 'S':
      mirror = mirrored_handle (path, "CS");
      path->handle = p[0];
      curve_to (path, mirror, p[0], p[1]);
      break;
    case 'Q':
      path->handle = p[0];
      quad_to (path, p[0], p[1]);
      break;
    default:
      path->handle = mirrored_handle (path, "QT");
      quad_to (path, path->handle, p[0]);
      break;
    }
}

static void
apply (Path *path, char command, const double v[7])
{
  switch (command)
    {
    case 'M':
      path->here = path->start = (LpPoint){ v[0], v[1] };
      add_segment (path, LP_GLYPH_MOVE, path->here, (LpPoint){ 0 }, (LpPoint){ 0 });
      break;
    case 'L':
      line_to (path, (LpPoint){ v[0], v[1] });
      break;
    case 'H':
      line_to (path, (LpPoint){ v[0], path->here.y });
      break;
    case 'V':
      line_to (path, (LpPoint){ path->here.x, v[0] });
      break;
    case 'A':
      arc_to (path, v, (LpPoint){ v[5], v[6] });
      break;
    case 'Z':
      add_segment (path, LP_GLYPH_CLOSE, path->start, (LpPoint){ 0 }, (LpPoint){ 0 });
      path->here = path->start;
      break;
    default:
      apply_curve (path, command, v);
      break;
    }
  path->last = command;
}

GArray *
lp_glyph_parse (const char *path_data)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, TRUE, sizeof (LpGlyphSegment));
  Path path = { .at = path_data, .segments = segments };
  char command = '\0';
  for (skip_separators (&path); *path.at != '\0'; skip_separators (&path))
    {
      double v[7] = { 0 };
      if (g_ascii_isalpha (*path.at))
        command = *path.at++;
      else if (command == 'M' || command == 'm')
        command = command == 'M' ? 'L' : 'l';
      char upper = g_ascii_toupper (command);
      int n = count_numbers (upper);
      gboolean repeated_close = upper == 'Z' && path.last == 'Z';
      if (n < 0 || repeated_close || (path.last == '\0' && upper != 'M') || !read_numbers (&path, upper, n, v))
        return NULL;
      if (g_ascii_islower (command))
        make_absolute (upper, n, path.here, v);
      apply (&path, upper, v);
    }
  return g_steal_pointer (&segments);
}
