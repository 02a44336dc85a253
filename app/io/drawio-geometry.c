/* Where cells are on the page: parents' coordinates added up, relative ones resolved, rotations boxed. */
#include <glib/gi18n.h>
#include <math.h>

#include "io/drawio-page.h"

/* The upright box around the turned one. Quarter turns, by far the most, swap width and height exactly. */
static LpRect
turned (LpRect r, double degrees)
{
  if (fmod (degrees, 180) == 0)
    return r;
  LpPoint centre = lp_rect_centre (r);
  double angle = degrees * G_PI / 180, c = fabs (cos (angle)), s = fabs (sin (angle));
  double w = fmod (degrees, 90) == 0 ? r.h : r.w * c + r.h * s;
  double h = fmod (degrees, 90) == 0 ? r.w : r.w * s + r.h * c;
  return (LpRect){ centre.x - w / 2, centre.y - h / 2, w, h };
}

static void
measure (LpDrawioCell *cell, const LpDrawioCell *parent)
{
  LpPoint base = parent != NULL ? parent->origin : (LpPoint){ 0, 0 };

  if (cell->is_edge)
    {
      cell->origin = base;
      return;
    }
  LpRect r = cell->bounds;
  if (cell->is_relative)
    {
      r.x = (parent != NULL ? parent->rect.w * r.x : 0) + cell->offset.x;
      r.y = (parent != NULL ? parent->rect.h * r.y : 0) + cell->offset.y;
    }
  r.x += base.x;
  r.y += base.y;
  cell->origin = (LpPoint){ r.x, r.y };
  cell->rect = turned (r, lp_drawio_style_get_number (cell->style, "rotation", 0));
}

/* Parents may stand behind their children: the way up is walked until something known, then down again. */
static void
measure_with_parents (LpDrawioPage *page, guint cell, guint8 *is_known, GArray *way)
{
  g_array_set_size (way, 0);
  for (guint up = cell; up != LP_NONE && !is_known[up]; up = lp_drawio_cell (page, up)->parent)
    g_array_append_val (way, up);
  for (guint i = way->len; i-- > 0;)
    {
      guint index = g_array_index (way, guint, i);
      LpDrawioCell *c = lp_drawio_cell (page, index);
      const LpDrawioCell *parent = c->parent != LP_NONE ? lp_drawio_cell (page, c->parent) : NULL;
      measure (c, parent);
      if (parent != NULL && parent->is_hidden && !c->is_hidden)
        c->is_hidden = 2;
      is_known[index] = TRUE;
    }
}

static void
note_hidden (LpDrawioPage *page)
{
  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *cell = lp_drawio_cell (page, i);
      if (cell->is_hidden != 1)
        continue;
      if (cell->is_vertex || cell->is_edge)
        lp_drawio_page_note (page, i, _("hidden in draw.io; left out"));
      else
        lp_drawio_page_note (page, i, _("hidden layer %s; left out with all that is on it"),
                             cell->value != NULL ? cell->value : "");
    }
}

void
lp_drawio_page_measure (LpDrawioPage *page)
{
  g_autofree guint8 *is_known = g_new0 (guint8, page->cells->len + 1);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < page->cells->len; i++)
    measure_with_parents (page, i, is_known, way);
  note_hidden (page);
}
