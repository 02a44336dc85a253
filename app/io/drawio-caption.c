/* Words that lie beside their icon. Most lie below it, some to the right, across or above it. */
#include <math.h>

#include "io/drawio-page.h"
#include "io/drawio-words.h"

#define LINE_HEIGHT 1.25
#define CHARACTER_WIDTH 0.55
#define BOX_WIDTH 200
#define BOX_HEIGHT 120
#define ON_BOX 30 /* further than any caption beside an icon */
#define TOUCH 12  /* how near to words a line ends that means them */

typedef struct
{
  guint text, owner;
  double distance;
} LpDrawioPair;

/* Where in `from`..`from + room` something of `size` stands. */
static double
align (const char *how, const char *start, const char *end, double from, double room, double size)
{
  if (g_strcmp0 (how, start) == 0)
    return from;
  return g_strcmp0 (how, end) == 0 ? from + room - size : from + (room - size) / 2;
}

/* The words themselves: a text's box is often far larger. */
static LpRect
words_rect (const LpDrawioCell *text)
{
  double size = lp_drawio_style_get_number (text->style, "fontSize", 12);
  double length = g_utf8_strlen (text->label, -1) * size * CHARACTER_WIDTH;
  double width = MIN (length, MAX (text->rect.w, size));
  double height = MIN (ceil (length / MAX (width, 1)) * size * LINE_HEIGHT, MAX (text->rect.h, size));

  return (LpRect){ align (lp_drawio_style_get (text->style, "align"), "left", "right", text->rect.x,
                          text->rect.w, width),
                   align (lp_drawio_style_get (text->style, "verticalAlign"), "top", "bottom", text->rect.y,
                          text->rect.h, height),
                   width, height };
}

/* How far the words are from where a caption of the icon would be; -1: too far. */
static double
distance (LpRect words, LpRect icon)
{
  LpPoint w = lp_rect_centre (words), i = lp_rect_centre (icon);
  double below = words.y - icon.y - icon.h, above = icon.y - words.y - words.h;
  double right = words.x - icon.x - icon.w, left = icon.x - words.x - words.w;
  gboolean same_column = fabs (w.x - i.x) <= MAX (words.w, icon.w) * 0.5;
  gboolean same_row = fabs (w.y - i.y) <= MAX (words.h, icon.h) * 0.5;

  if (lp_rect_contains (icon, w))
    return 2;
  if (same_column && below > -icon.h / 2 && below <= MAX (icon.h * 0.6, 30))
    return fabs (below) + 0.2 * fabs (w.x - i.x);
  if (same_row && right > -icon.w / 2 && right <= 30)
    return 10 + fabs (right) + 0.2 * fabs (w.y - i.y);
  if (same_column && above > -icon.h / 2 && above <= 20)
    return 15 + fabs (above) + 0.2 * fabs (w.x - i.x);
  if (same_row && left > -icon.w / 2 && left <= 20)
    return 20 + fabs (left) + 0.2 * fabs (w.y - i.y);
  return -1;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const LpDrawioPair *p = a, *q = b;

  if (p->distance != q->distance)
    return p->distance < q->distance ? -1 : 1;
  return p->text != q->text ? (p->text < q->text ? -1 : 1) : (p->owner < q->owner ? -1 : p->owner > q->owner);
}

static gboolean
is_plain_box (const LpDrawioCell *cell)
{
  return cell->role == LP_DRAWIO_BOX && cell->foreign == NULL
         && lp_drawio_style_get (cell->style, "shape") == NULL;
}

/* A plain box takes only words that lie on it, and only a small one, which can be no frame around others. */
static gboolean
wants_caption (const LpDrawioCell *cell)
{
  if (cell->label != NULL)
    return FALSE;
  if (is_plain_box (cell))
    return cell->rect.w <= BOX_WIDTH && cell->rect.h <= BOX_HEIGHT;
  return cell->role == LP_DRAWIO_ICON || cell->role == LP_DRAWIO_BOX;
}

static void
find_pairs (LpDrawioPage *page, GArray *pairs)
{
  for (guint t = 0; t < page->cells->len; t++)
    {
      const LpDrawioCell *text = lp_drawio_cell (page, t);
      if (text->role != LP_DRAWIO_TEXT)
        continue;
      LpRect words = words_rect (text);
      gboolean names_frame = lp_drawio_words_find_frame (page->catalogue, text->label) != NULL;
      for (guint i = 0; i < page->cells->len; i++)
        {
          const LpDrawioCell *icon = lp_drawio_cell (page, i);
          if (!wants_caption (icon))
            continue;
          LpDrawioPair pair = { t, i, distance (words, icon->rect) };
          if (is_plain_box (icon))
            pair.distance = lp_rect_encloses (icon->rect, words) ? ON_BOX : -1;
          gboolean grouped = text->parent == icon->parent && icon->parent != LP_NONE
                             && lp_drawio_cell (page, icon->parent)->is_vertex;
          if (pair.distance >= 0 && grouped)
            pair.distance /= 2;
          /* The name of a frame stands above what is in it. */
          if (pair.distance >= 0 && !(names_frame && pair.distance >= 10 && !grouped))
            g_array_append_val (pairs, pair);
        }
    }
}

static void
give_label (LpDrawioPage *page, guint from, guint to)
{
  LpDrawioCell *giver = lp_drawio_cell (page, from), *taker = lp_drawio_cell (page, to);

  taker->label = g_strdup (giver->label);
  giver->role = LP_DRAWIO_ABSENT;
  giver->stands_for = to;
}

static guint
find_text_at (const LpDrawioPage *page, LpPoint p)
{
  guint found = LP_NONE;

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *cell = lp_drawio_cell (page, i);
      if (lp_drawio_cell_is_component (cell) && lp_rect_contains (lp_rect_grow (cell->rect, 2 * TOUCH), p)
          && !is_plain_box (cell) && cell->role != LP_DRAWIO_FRAME)
        return LP_NONE;
      if (cell->role == LP_DRAWIO_TEXT && found == LP_NONE
          && lp_rect_contains (lp_rect_grow (words_rect (cell), TOUCH), p))
        found = i;
    }
  return found;
}

/* A text or a number that lines end at is a thing of its own, unless it is a caption: "Internet --->
 * [ALB]". */
static void
promote_joined (LpDrawioPage *page)
{
  for (guint i = 0; i < page->cells->len; i++)
    {
      LpDrawioCell *cell = lp_drawio_cell (page, i);
      if (cell->is_joined && (cell->role == LP_DRAWIO_TEXT || cell->role == LP_DRAWIO_MARK))
        cell->role = LP_DRAWIO_BOX;
      for (guint end = 0; cell->role == LP_DRAWIO_EDGE && end < 2; end++)
        if (cell->attached[end] == LP_NONE && cell->has_point[end])
          {
            LpPoint p = { cell->origin.x + cell->point[end].x, cell->origin.y + cell->point[end].y };
            guint text = find_text_at (page, p);
            if (text != LP_NONE)
              lp_drawio_cell (page, text)->role = LP_DRAWIO_BOX;
          }
    }
}

void
lp_drawio_page_caption (LpDrawioPage *page)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LpDrawioPair));

  find_pairs (page, pairs);
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const LpDrawioPair *pair = &g_array_index (pairs, LpDrawioPair, i);
      if (lp_drawio_cell (page, pair->text)->role == LP_DRAWIO_TEXT
          && wants_caption (lp_drawio_cell (page, pair->owner)))
        give_label (page, pair->text, pair->owner);
    }
  promote_joined (page);
}
