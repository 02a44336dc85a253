/* What is on the page and becomes no component: kept as title or comment where it has words, noted where
 * not. */
#include <glib/gi18n.h>

#include "io/drawio-page.h"

#define MAX_TITLE 120

static guint
innermost_frame (const LpDrawioPage *page, LpPoint p)
{
  guint best = LP_NONE;

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *frame = lp_drawio_cell (page, i);
      if (frame->role == LP_DRAWIO_FRAME && lp_rect_contains (frame->rect, p)
          && (best == LP_NONE
              || lp_rect_area (frame->rect) < lp_rect_area (lp_drawio_cell (page, best)->rect)))
        best = i;
    }
  return best;
}

/* What the words belong to: the shape that they are part of (a row of a table), else the frame around
 * them. */
static guint
subject_of (const LpDrawioPage *page, const LpDrawioCell *text)
{
  for (guint up = text->parent; up != LP_NONE; up = lp_drawio_cell (page, up)->parent)
    if (lp_drawio_cell (page, up)->role == LP_DRAWIO_BOX)
      return up;
  return innermost_frame (page, lp_rect_centre (text->rect));
}

/* The text in the largest letters of those that stand above everything else. */
static guint
find_title (const LpDrawioPage *page)
{
  double top = G_MAXDOUBLE, largest = 0;
  guint best = LP_NONE;

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *cell = lp_drawio_cell (page, i);
      if (lp_drawio_cell_is_component (cell))
        top = MIN (top, cell->rect.y);
    }
  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *text = lp_drawio_cell (page, i);
      double size = lp_drawio_style_get_number (text->style, "fontSize", 12);
      if (text->role == LP_DRAWIO_TEXT && text->rect.y + text->rect.h / 2 < top && size > largest
          && g_utf8_strlen (text->label, -1) <= MAX_TITLE)
        {
          largest = size;
          best = i;
        }
    }
  return best;
}

void
lp_drawio_page_remark_rest (LpDrawioPage *page)
{
  guint title = find_title (page);

  if (title != LP_NONE)
    {
      page->title = g_strdup (lp_drawio_cell (page, title)->label);
      lp_drawio_cell (page, title)->role = LP_DRAWIO_ABSENT;
    }
  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *cell = lp_drawio_cell (page, i);
      gboolean is_ornament = cell->role == LP_DRAWIO_ORNAMENT;
      if (cell->role == LP_DRAWIO_MARK)
        lp_drawio_page_note (page, i, _("the number “%s” of a step is left out"), cell->label);
      else if (is_ornament && cell->label == NULL && !cell->is_joined)
        lp_drawio_page_note (page, i, _("an ornament without words is left out"));
      else if (cell->label != NULL && (is_ornament || cell->role == LP_DRAWIO_TEXT))
        {
          lp_drawio_page_remark (page, subject_of (page, cell), cell->label);
          lp_drawio_page_note (page, i, _("the text “%s” is kept as a comment"), cell->label);
        }
    }
}
