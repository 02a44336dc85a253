/* Which boxes are frames: those with a badge on a corner, and those with something in them. */
#include <string.h>

#include "io/drawio-name.h"
#include "io/drawio-words.h"

#define DECORATION_REACH 4
#define CARD_AREA 9     /* a box with one icon is at most so many times its size when it is the icon's card */
#define BACKDROP_AREA 3 /* and so many times when it has no label and is the icon's ground */
#define BADGE_AREA 9    /* a frame is at least so many times the size of the badge on its corner */
#define TITLE_ABOVE 12  /* or so far above it */
#define TITLE_REACH 48  /* a frame's name stands at most so far below its upper edge */

static double
corner_distance (LpRect r, LpPoint p)
{
  double left = MIN (lp_point_distance (p, (LpPoint){ r.x, r.y }), lp_point_distance (p, (LpPoint){ r.x, r.y + r.h }));
  double right
      = MIN (lp_point_distance (p, (LpPoint){ r.x + r.w, r.y }), lp_point_distance (p, (LpPoint){ r.x + r.w, r.y + r.h }));
  return MIN (left, right);
}

/* The icon of the service, which people put on the upper edge of a group. It is a thing of its own as
 * well. */
static gboolean
is_auto_scaling (const LpDrawioCell *icon)
{
  return icon->kind != NULL && g_str_equal (icon->kind->id, "auto-scaling");
}

/* The kind of frame that an icon makes of the box whose corner it sits on. */
static const LpKind *
badge_kind (const LpDrawioPage *page, const LpDrawioCell *icon)
{
  /* The padlock that marked subnets before there was an icon for them. */
  if (g_strcmp0 (icon->foreign, "aws3:permissions") == 0)
    return lp_catalogue_find (page->catalogue, "subnet");
  /* "aws:groups.virtual_private_cloud_icon": made for corners, and named for what they mark. */
  if (icon->kind == NULL && icon->foreign != NULL && strstr (icon->foreign, ":groups.") != NULL)
    {
      g_autofree char *words = lp_drawio_name_for_people (icon->foreign);
      return lp_drawio_words_find_frame (page->catalogue, words);
    }
  if (is_auto_scaling (icon))
    return lp_catalogue_find (page->catalogue, "auto-scaling-group");
  return icon->kind != NULL && icon->kind->is_container ? icon->kind : NULL;
}

static double
badge_distance (LpRect box, const LpDrawioCell *icon)
{
  LpPoint centre = lp_rect_centre (icon->rect);
  double corner = corner_distance (box, centre);
  return is_auto_scaling (icon) ? MIN (corner, lp_point_distance (centre, (LpPoint){ box.x + box.w / 2, box.y }))
                                : corner;
}

/* Beside a round corner: on the upper edge, near its beginning. */
static gboolean
is_on_edge (LpRect box, LpRect icon)
{
  LpPoint centre = lp_rect_centre (icon);
  return icon.y <= box.y && icon.y + icon.h >= box.y && centre.x >= box.x
         && centre.x <= box.x + 2 * MAX (icon.w, icon.h);
}

/* The smallest box with the icon at its corner; `on_edge`: near it. */
static guint
find_badged_box (const LpDrawioPage *page, const LpDrawioCell *icon, gboolean on_edge)
{
  double reach = MAX (icon->rect.w, icon->rect.h), best_area = 0;
  guint best = LP_NONE;

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *box = lp_drawio_cell (page, i);
      double area = lp_rect_area (box->rect);
      if (box->role != LP_DRAWIO_BOX || box->foreign != NULL || area < BADGE_AREA * lp_rect_area (icon->rect)
          || (on_edge ? !is_on_edge (box->rect, icon->rect) : badge_distance (box->rect, icon) > reach))
        continue;
      if (best == LP_NONE || area < best_area)
        {
          best = i;
          best_area = area;
        }
    }
  return best;
}

static void
find_badges (LpDrawioPage *page)
{
  for (guint i = 0; i < page->cells->len; i++)
    {
      LpDrawioCell *icon = lp_drawio_cell (page, i);
      const LpKind *kind = icon->role == LP_DRAWIO_ICON ? badge_kind (page, icon) : NULL;
      guint frame = kind != NULL ? find_badged_box (page, icon, FALSE) : LP_NONE;
      if (kind != NULL && frame == LP_NONE)
        frame = find_badged_box (page, icon, TRUE);
      if (frame == LP_NONE)
        continue;
      LpDrawioCell *box = lp_drawio_cell (page, frame);
      box->role = LP_DRAWIO_FRAME;
      box->kind = kind;
      box->foreign = g_strdup (icon->foreign);
      if (is_auto_scaling (icon))
        continue;
      if (box->label == NULL)
        box->label = g_strdup (icon->label);
      icon->role = LP_DRAWIO_ABSENT;
      icon->stands_for = frame;
    }
}

/* The icon that a small foreign shape without words is stuck on, as a padlock or a tick is; or LP_NONE. */
static guint
find_decorated (const LpDrawioPage *page, const LpDrawioCell *shape)
{
  LpPoint centre = lp_rect_centre (shape->rect);

  if (shape->role != LP_DRAWIO_BOX || shape->foreign == NULL || shape->label != NULL || shape->is_joined)
    return LP_NONE;
  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *icon = lp_drawio_cell (page, i);
      if (icon->role == LP_DRAWIO_ICON && lp_rect_area (shape->rect) <= lp_rect_area (icon->rect) / 2
          && lp_rect_contains (lp_rect_grow (icon->rect, DECORATION_REACH), centre))
        return i;
    }
  return LP_NONE;
}

static void
leave_decorations (LpDrawioPage *page)
{
  for (guint i = 0; i < page->cells->len; i++)
    if (find_decorated (page, lp_drawio_cell (page, i)) != LP_NONE)
      lp_drawio_cell (page, i)->role = LP_DRAWIO_ORNAMENT;
}

typedef struct
{
  guint n;    /* components whose centre is in the box */
  guint last; /* one of them */
} LpDrawioContents;

static LpDrawioContents
contents_of (const LpDrawioPage *page, guint box)
{
  LpRect rect = lp_drawio_cell (page, box)->rect;
  LpDrawioContents contents = { 0, LP_NONE };

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *cell = lp_drawio_cell (page, i);
      if (i == box || !lp_drawio_cell_is_component (cell)
          || lp_rect_area (cell->rect) > 0.8 * lp_rect_area (rect)
          || !lp_rect_contains (rect, lp_rect_centre (cell->rect)))
        continue;
      if (cell->role == LP_DRAWIO_BOX && cell->label == NULL && cell->foreign == NULL)
        continue;
      contents.n++;
      contents.last = i;
    }
  return contents;
}

/* One icon without a label on a box not much larger: the two are one thing. */
static gboolean
merge_card (LpDrawioPage *page, guint box, guint icon)
{
  LpDrawioCell *card = lp_drawio_cell (page, box), *inner = lp_drawio_cell (page, icon);
  double ratio = lp_rect_area (card->rect) / MAX (lp_rect_area (inner->rect), 1);

  if (inner->role != LP_DRAWIO_ICON || (card->label != NULL && inner->label != NULL)
      || ratio > (card->label != NULL ? CARD_AREA : BACKDROP_AREA))
    return FALSE;
  if (card->label != NULL && lp_drawio_words_find_frame (page->catalogue, card->label) != NULL)
    return FALSE;
  if (card->label != NULL)
    inner->label = g_strdup (card->label);
  LpPoint centre = lp_rect_centre (card->rect);
  inner->rect.x = centre.x - inner->rect.w / 2;
  inner->rect.y = centre.y - inner->rect.h / 2;
  card->role = LP_DRAWIO_ABSENT;
  card->stands_for = icon;
  return TRUE;
}

static gboolean
is_picture (const LpDrawioCell *cell)
{
  return cell->foreign != NULL && g_str_has_prefix (cell->foreign, "image:");
}

/* An empty box with the name of a place on it: drawn, but with nothing in it yet. */
static gboolean
is_empty_place (const LpDrawioPage *page, const LpDrawioCell *box)
{
  guint n_spaces = 0;

  for (const char *c = box->label; c != NULL && *c != '\0'; c++)
    n_spaces += *c == ' ';
  return box->label != NULL && box->foreign == NULL && lp_drawio_style_get (box->style, "shape") == NULL
         && n_spaces < 5 && box->rect.w >= 60 && box->rect.h >= 40
         && lp_drawio_words_find_frame (page->catalogue, box->label) != NULL;
}

static void
decide (LpDrawioPage *page, guint index)
{
  LpDrawioCell *box = lp_drawio_cell (page, index);
  LpDrawioContents contents = contents_of (page, index);

  if (contents.n == 0)
    {
      if (is_empty_place (page, box))
        box->role = LP_DRAWIO_FRAME;
      else if (box->label == NULL && box->foreign == NULL && !box->is_joined)
        box->role = LP_DRAWIO_ORNAMENT;
    }
  else if (is_picture (box))
    box->role = contents.n > 1 ? LP_DRAWIO_ORNAMENT : LP_DRAWIO_BOX;
  else if (contents.n > 1 || !merge_card (page, index, contents.last))
    box->role = LP_DRAWIO_FRAME;
}

static int
compare_area (gconstpointer a, gconstpointer b, gpointer data)
{
  LpDrawioPage *page = data;
  double p = lp_rect_area (lp_drawio_cell (page, *(const guint *) a)->rect);
  double q = lp_rect_area (lp_drawio_cell (page, *(const guint *) b)->rect);

  if (p != q)
    return p < q ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* Small boxes first, so that a card is one thing when the box around it is looked at. */
static GArray *
boxes_by_area (LpDrawioPage *page)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < page->cells->len; i++)
    if (lp_drawio_cell (page, i)->role == LP_DRAWIO_BOX)
      g_array_append_val (boxes, i);
  g_array_sort_with_data (boxes, compare_area, page);
  return boxes;
}

static gboolean
is_at_edge (LpRect frame, LpRect words)
{
  double middle = words.y + words.h / 2;
  return middle <= frame.y + TITLE_REACH || middle >= frame.y + frame.h - TITLE_REACH / 2;
}

/* The frame at whose upper or lower edge the words stand: the smallest around them, or a larger one that has
 * no name where the words name just such a place. */
static guint
find_titled (const LpDrawioPage *page, const LpDrawioCell *text)
{
  LpPoint centre = lp_rect_centre (text->rect);
  const LpKind *said = lp_drawio_words_find_frame (page->catalogue, text->label);
  guint best = LP_NONE, innermost = LP_NONE;

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *frame = lp_drawio_cell (page, i);
      double area = lp_rect_area (frame->rect);
      if (frame->role != LP_DRAWIO_FRAME || !lp_rect_contains (frame->rect, centre))
        continue;
      if (innermost == LP_NONE || area < lp_rect_area (lp_drawio_cell (page, innermost)->rect))
        innermost = i;
      /* Words that say what the frame is by its shape are its name wherever they stand in it. */
      gboolean is_said = said != NULL && said == frame->kind;
      if (frame->label == NULL && (is_said || is_at_edge (frame->rect, text->rect))
          && (best == LP_NONE || area < lp_rect_area (lp_drawio_cell (page, best)->rect)))
        best = i;
    }
  if (best == innermost || best == LP_NONE)
    return best;
  const LpKind *kind = lp_drawio_cell (page, best)->kind;
  return said != NULL && (kind == NULL || kind == said) ? best : LP_NONE;
}

/* The frame without a name on whose upper edge stand words that name just such a place. */
static guint
find_titled_below (const LpDrawioPage *page, const LpDrawioCell *text)
{
  LpPoint centre = lp_rect_centre (text->rect);
  const LpKind *said = lp_drawio_words_find_frame (page->catalogue, text->label);
  guint best = LP_NONE;

  for (guint i = 0; said != NULL && i < page->cells->len; i++)
    {
      const LpDrawioCell *frame = lp_drawio_cell (page, i);
      if (frame->role != LP_DRAWIO_FRAME || frame->label != NULL
          || (frame->kind != NULL && frame->kind != said) || centre.x < frame->rect.x
          || centre.x > frame->rect.x + frame->rect.w || centre.y > frame->rect.y
          || text->rect.y + text->rect.h < frame->rect.y - TITLE_ABOVE)
        continue;
      if (best == LP_NONE || lp_rect_area (frame->rect) < lp_rect_area (lp_drawio_cell (page, best)->rect))
        best = i;
    }
  return best;
}

static void
take_titles (LpDrawioPage *page)
{
  for (guint i = 0; i < page->cells->len; i++)
    {
      LpDrawioCell *text = lp_drawio_cell (page, i);
      guint frame = LP_NONE;
      if (text->role == LP_DRAWIO_TEXT)
        frame = find_titled_below (page, text);
      if (text->role == LP_DRAWIO_TEXT && frame == LP_NONE)
        frame = find_titled (page, text);
      if (frame == LP_NONE)
        continue;
      lp_drawio_cell (page, frame)->label = g_strdup (text->label);
      text->role = LP_DRAWIO_ABSENT;
      text->stands_for = frame;
    }
}

void
lp_drawio_page_frame (LpDrawioPage *page)
{
  leave_decorations (page);
  find_badges (page);
  g_autoptr (GArray) boxes = boxes_by_area (page);
  for (guint i = 0; i < boxes->len; i++)
    decide (page, g_array_index (boxes, guint, i));
  take_titles (page);
}
