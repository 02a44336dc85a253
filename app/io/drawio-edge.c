#include "io/drawio-edge.h"

#include <glib/gi18n.h>
#include <math.h>

#include "io/drawio-joint.h"

#define REACH 20 /* how far beside a tile or its label a line may end, where icons have the usual size */
#define FRAME_REACH 10 /* and beside a frame's border */
#define USUAL_SIZE 60
#define AHEAD 60 /* how far a loose arrow may point */
#define AHEAD_STEP 6
#define ASIDE 12        /* and how far beside a tile it may then pass */
#define LABEL_HEIGHT 30 /* of the words below an icon */
#define MAX_STEPS 600   /* from a cell to its component: more than any nesting */

static double
distance_to (LpRect r, LpPoint p)
{
  double dx = MAX (MAX (r.x - p.x, p.x - r.x - r.w), 0), dy = MAX (MAX (r.y - p.y, p.y - r.y - r.h), 0);
  return hypot (dx, dy);
}

static double
distance_to_border (LpRect r, LpPoint p)
{
  if (!lp_rect_contains (r, p))
    return distance_to (r, p);
  return MIN (MIN (p.x - r.x, r.x + r.w - p.x), MIN (p.y - r.y, r.y + r.h - p.y));
}

static gboolean
is_inside_group (const LpDrawioPage *page, const LpDrawioCell *cell, guint group)
{
  for (guint up = cell->parent; up != LP_NONE; up = lp_drawio_cell (page, up)->parent)
    if (up == group)
      return TRUE;
  return FALSE;
}

/* What a line means that ends at an invisible group: the thing that fills it, else the one nearest to the
 * other end. */
static guint
member_of_group (const LpDrawioPage *page, guint group, LpPoint toward)
{
  double whole = lp_rect_area (lp_drawio_cell (page, group)->rect), nearest = INFINITY;
  guint best = LP_NONE;

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *cell = lp_drawio_cell (page, i);
      if (!lp_drawio_cell_is_component (cell) || !is_inside_group (page, cell, group))
        continue;
      if (lp_rect_area (cell->rect) >= whole / 2)
        return i;
      double away = distance_to (cell->rect, toward);
      if (away < nearest)
        {
          nearest = away;
          best = i;
        }
    }
  return best;
}

static gboolean
is_attached (const LpDrawioPage *page, const LpDrawioCell *edge, LpDrawioEnd end)
{
  guint cell = edge->attached[end];
  return cell != LP_NONE && (lp_drawio_cell (page, cell)->is_vertex || lp_drawio_cell (page, cell)->is_edge);
}

/* Where the end is on the page, as far as that is known. */
static LpPoint
end_point (const LpDrawioPage *page, const LpDrawioCell *edge, LpDrawioEnd end)
{
  if (is_attached (page, edge, end))
    return lp_rect_centre (lp_drawio_cell (page, edge->attached[end])->rect);
  return (LpPoint){ edge->origin.x + edge->point[end].x, edge->origin.y + edge->point[end].y };
}

/* The row of a table, and the like. */
static gboolean
is_part_of_component (const LpDrawioPage *page, const LpDrawioCell *cell)
{
  return cell->parent != LP_NONE && lp_drawio_cell (page, cell->parent)->role == LP_DRAWIO_BOX;
}

/* The component that the attached end of a line means, or LP_NONE. */
static guint
component_at (const LpDrawioPage *page, const LpDrawioJoints *joints, guint edge, LpDrawioEnd end)
{
  guint cell = lp_drawio_cell (page, edge)->attached[end];
  LpPoint toward = end_point (page, lp_drawio_cell (page, edge), !end);

  for (guint step = 0; cell != LP_NONE && step < MAX_STEPS; step++)
    {
      const LpDrawioCell *c = lp_drawio_cell (page, cell);
      if (lp_drawio_cell_is_component (c))
        return cell;
      if (c->is_hidden)
        return LP_NONE;
      /* A line that leaves a line comes from where that one comes from, and likewise for its target. */
      if (c->role == LP_DRAWIO_EDGE)
        cell = c->attached[end];
      else if (c->stands_for != LP_NONE && c->stands_for != cell)
        cell = c->stands_for;
      else if (c->is_vertex && c->role == LP_DRAWIO_ABSENT)
        return member_of_group (page, cell, toward);
      else if (c->role == LP_DRAWIO_ORNAMENT && is_part_of_component (page, c))
        cell = c->parent;
      else if (c->role == LP_DRAWIO_ORNAMENT)
        cell = lp_drawio_joints_find (joints, page, cell, edge, end);
      else
        return LP_NONE;
    }
  return LP_NONE;
}

/* A tile with the words below it. */
static LpRect
with_label (const LpDrawioCell *cell)
{
  LpRect r = cell->rect;

  if (cell->role == LP_DRAWIO_ICON && cell->label != NULL)
    r.h += LABEL_HEIGHT;
  return r;
}

/* What is near is measured against the icons of the page. */
static double
unit (const LpDrawioPage *page)
{
  return MAX (page->icon_size / USUAL_SIZE, 1);
}

/* What stands at the point: the smallest tile around it, else the nearest one within reach, else a frame
 * whose border it touches. */
static guint
component_near (const LpDrawioPage *page, LpPoint p, guint but)
{
  double reach = REACH * unit (page), frame_reach = FRAME_REACH * unit (page), best_score = INFINITY;
  guint best = LP_NONE;

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *cell = lp_drawio_cell (page, i);
      gboolean is_frame = cell->role == LP_DRAWIO_FRAME;
      gboolean is_words = cell->role == LP_DRAWIO_ABSENT && cell->stands_for != LP_NONE && cell->is_vertex;
      guint meant = is_words ? cell->stands_for : i;
      if (!lp_drawio_cell_is_component (lp_drawio_cell (page, meant)) || i == but || cell->stands_for == but)
        continue;
      double away = is_frame ? distance_to_border (cell->rect, p) : distance_to (with_label (cell), p);
      if (away > (is_frame ? frame_reach : reach))
        continue;
      /* Among what contains the point, the smaller one; a frame only where nothing else is in reach. */
      double score = is_frame ? reach + 1 + away : away > 0 ? away : -1 / (1 + lp_rect_area (cell->rect));
      if (score < best_score)
        {
          best_score = score;
          best = meant;
        }
    }
  return best;
}

/* The tile around the point, or the frame that has `p` inside and not `from`. */
static guint
component_hit (const LpDrawioPage *page, LpPoint p, LpPoint from, guint but)
{
  guint best = LP_NONE;

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *cell = lp_drawio_cell (page, i);
      gboolean is_frame = cell->role == LP_DRAWIO_FRAME;
      if (!lp_drawio_cell_is_component (cell) || i == but
          || !lp_rect_contains (is_frame ? cell->rect : lp_rect_grow (cell->rect, ASIDE), p)
          || (is_frame && lp_rect_contains (cell->rect, from)))
        continue;
      if (best == LP_NONE || lp_rect_area (cell->rect) < lp_rect_area (lp_drawio_cell (page, best)->rect))
        best = i;
    }
  return best;
}

/* What an arrow points at that lies loose in a gap: the first thing further along its last piece. */
static guint
component_ahead (const LpDrawioPage *page, LpPoint p, LpPoint before, guint but)
{
  double length = lp_point_distance (p, before), far = AHEAD * unit (page);

  if (length < 1)
    return LP_NONE;
  for (double d = AHEAD_STEP; d <= far; d += AHEAD_STEP * unit (page))
    {
      LpPoint ahead = { p.x + (p.x - before.x) / length * d, p.y + (p.y - before.y) / length * d };
      guint hit = component_hit (page, ahead, p, but);
      if (hit != LP_NONE)
        return hit;
    }
  return LP_NONE;
}

static guint
find_loose_end (const LpDrawioPage *page, const LpDrawioCell *edge, LpDrawioEnd end, guint other)
{
  if (!edge->has_point[end])
    return LP_NONE;
  LpPoint p = end_point (page, edge, end);
  guint near = component_near (page, p, other);
  if (near != LP_NONE)
    return near;
  LpPoint before = end_point (page, edge, end == LP_DRAWIO_SOURCE ? LP_DRAWIO_TARGET : LP_DRAWIO_SOURCE);
  if (edge->has_bend[end])
    before = (LpPoint){ edge->origin.x + edge->bend[end].x, edge->origin.y + edge->bend[end].y };
  return component_ahead (page, p, before, other);
}

static void
find_ends (const LpDrawioPage *page, const LpDrawioJoints *joints, guint index, LpDrawioLine *line)
{
  const LpDrawioCell *edge = lp_drawio_cell (page, index);
  guint found[2] = { LP_NONE, LP_NONE };

  for (LpDrawioEnd end = LP_DRAWIO_SOURCE; end <= LP_DRAWIO_TARGET; end++)
    if (is_attached (page, edge, end))
      found[end] = component_at (page, joints, index, end);
  for (LpDrawioEnd end = LP_DRAWIO_SOURCE; end <= LP_DRAWIO_TARGET; end++)
    if (!is_attached (page, edge, end))
      found[end] = find_loose_end (page, edge, end, found[!end]);
  line->from = found[LP_DRAWIO_SOURCE];
  line->to = found[LP_DRAWIO_TARGET];
}

static gboolean
has_arrow (const LpDrawioCell *edge, const char *key, gboolean by_default)
{
  const char *arrow = lp_drawio_style_get (edge->style, key);
  return arrow == NULL ? by_default : *arrow != '\0' && !g_str_equal (arrow, "none");
}

static void
note_loose_end (LpDrawioPage *page, guint edge, guint from, guint to)
{
  const char *label = lp_drawio_cell (page, edge)->label;
  g_autofree char *name = label != NULL ? g_strdup_printf (" “%s”", label) : g_strdup ("");

  if (from == LP_NONE && to == LP_NONE)
    lp_drawio_page_note (page, edge, _("the line%s joins nothing; left out"), name);
  else if (from == to)
    lp_drawio_page_note (page, edge, _("the line%s begins and ends at the same component; left out"), name);
  else if (from == LP_NONE)
    lp_drawio_page_note (page, edge, _("the line%s begins at nothing; left out"), name);
  else
    lp_drawio_page_note (page, edge, _("the line%s ends at nothing; left out"), name);
}

static gboolean
is_guard (const LpDrawioPage *page, guint cell)
{
  const LpKind *kind = lp_drawio_cell (page, cell)->kind;
  return kind != NULL && g_str_equal (kind->id, "waf-web-acl");
}

/* A web ACL that stands in the way (lines go in and out) is drawn as a hop, and is read as one; one that only
 * a single line joins to something protects it. */
static void
understand_guards (const LpDrawioPage *page, GArray *lines)
{
  g_autofree guint8 *ways = g_new0 (guint8, page->cells->len + 1); /* 1: in, 2: out */

  for (guint i = 0; i < lines->len; i++)
    {
      const LpDrawioLine *line = &g_array_index (lines, LpDrawioLine, i);
      ways[line->from] |= 2;
      ways[line->to] |= 1;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      LpDrawioLine *line = &g_array_index (lines, LpDrawioLine, i);
      guint guard = is_guard (page, line->from) ? line->from : line->to;
      if (!is_guard (page, guard) || ways[guard] == 3
          || is_guard (page, line->from) == is_guard (page, line->to) || !g_str_equal (line->kind, "traffic"))
        continue;
      guint guarded = guard == line->from ? line->to : line->from;
      const LpKind *kind = lp_drawio_cell (page, guarded)->kind;
      if (kind == NULL || g_str_equal (kind->id, "users") || g_str_equal (kind->id, "internet"))
        continue;
      line->from = guard;
      line->to = guarded;
      line->kind = "protects";
    }
}

static gboolean
is_at_joint (const LpDrawioPage *page, const LpDrawioCell *edge)
{
  for (guint end = 0; end < 2; end++)
    if (edge->attached[end] != LP_NONE
        && lp_drawio_cell (page, edge->attached[end])->role == LP_DRAWIO_ORNAMENT)
      return TRUE;
  return FALSE;
}

static gboolean
has_line (const GArray *lines, guint from, guint to)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const LpDrawioLine *line = &g_array_index (lines, LpDrawioLine, i);
      if (line->from == from && line->to == to)
        return TRUE;
    }
  return FALSE;
}

GArray *
lp_drawio_page_connect (LpDrawioPage *page)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (LpDrawioLine));
  g_autoptr (LpDrawioJoints) joints = lp_drawio_joints_new (page);

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *edge = lp_drawio_cell (page, i);
      if (edge->role != LP_DRAWIO_EDGE)
        continue;
      LpDrawioLine line = { .cell = i };
      find_ends (page, joints, i, &line);
      /* The pieces between two joints say the same again. */
      if (is_at_joint (page, edge) && has_line (lines, line.from, line.to))
        continue;
      if (line.from == LP_NONE || line.to == LP_NONE || line.from == line.to)
        {
          note_loose_end (page, i, line.from, line.to);
          continue;
        }
      gboolean at_start = has_arrow (edge, "startArrow", FALSE), at_end = has_arrow (edge, "endArrow", TRUE);
      line.both = at_start && at_end;
      if (at_start && !at_end)
        {
          guint from = line.from;
          line.from = line.to;
          line.to = from;
        }
      lp_drawio_line_understand (page, &line);
      g_array_append_val (lines, line);
    }
  understand_guards (page, lines);
  return lines;
}
