/* What stands in what. The parent of a cell says it in a third of real files; geometry says it in all. */
#include "io/drawio-page.h"

#define INSIDE 0.6 /* the share of a frame that lies in another for it to stand there */
#define WITHIN 0.9 /* the same for a frame that may also lie across others */
#define TOUCHED 0.05

static double
shared (LpRect a, LpRect b)
{
  double w = MIN (a.x + a.w, b.x + b.w) - MAX (a.x, b.x);
  double h = MIN (a.y + a.h, b.y + b.h) - MAX (a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

/* How much of `inner` lies in `outer`: 0 to 1. */
static double
share_inside (LpRect inner, LpRect outer)
{
  double area = lp_rect_area (inner);
  return area > 0 ? shared (inner, outer) / area : lp_rect_contains (outer, lp_rect_centre (inner));
}

/* A kind that groups what stands in different places: it may be drawn across them. */
static gboolean
is_membership (const LpDrawioCell *frame)
{
  return frame->kind == NULL || g_str_equal (frame->kind->id, "auto-scaling-group")
         || g_str_equal (frame->kind->id, "security-group");
}

/* Zones and subnets: what a group may lie across. */
static gboolean
is_place (const LpDrawioCell *frame)
{
  return frame->kind != NULL
         && (g_str_equal (frame->kind->id, "availability-zone") || g_str_equal (frame->kind->id, "subnet"));
}

/* Frames from the largest to the smallest; of two that are equal, the one drawn later lies inside. So a
 * frame's container always stands before it, and containment cannot go in a circle. */
static int
compare_frames (gconstpointer a, gconstpointer b, gpointer data)
{
  const LpDrawioPage *page = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  double p = lp_rect_area (lp_drawio_cell (page, i)->rect), q = lp_rect_area (lp_drawio_cell (page, j)->rect);

  if (p != q)
    return p > q ? -1 : 1;
  return i < j ? -1 : i > j;
}

static GArray *
sorted_frames (LpDrawioPage *page)
{
  GArray *frames = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < page->cells->len; i++)
    if (lp_drawio_cell (page, i)->role == LP_DRAWIO_FRAME)
      g_array_append_val (frames, i);
  g_array_sort_with_data (frames, compare_frames, page);
  return frames;
}

/* The places that the group lies across or around. One alone, that has most of the group in it, is a place to
 * stand in, however far the group sticks out. */
static void
find_spans (LpDrawioPage *page, const GArray *frames, guint index)
{
  LpDrawioCell *group = lp_drawio_cell (page, index);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean has_most = FALSE;

  for (guint i = 0; i < frames->len; i++)
    {
      guint other = g_array_index (frames, guint, i);
      const LpDrawioCell *place = lp_drawio_cell (page, other);
      if (other == index || !is_place (place))
        continue;
      double of_group = share_inside (group->rect, place->rect),
             of_place = share_inside (place->rect, group->rect);
      /* A plain group that stands in one place has no need of others that cross that. */
      if (group->kind == NULL && of_group >= WITHIN && of_place < WITHIN)
        return;
      gboolean across = of_group > TOUCHED && of_group < WITHIN && of_place < WITHIN;
      gboolean around = of_place >= WITHIN && of_group < WITHIN && group->kind != NULL;
      if (across || around)
        g_array_append_val (spans, other);
      has_most |= across && of_group >= INSIDE;
    }
  if (spans->len > 1 || (spans->len == 1 && !has_most))
    group->spans = g_steal_pointer (&spans);
}

/* Whether `group` leaves `cell` (a place that it spans, or what stands in one) to the places. */
static gboolean
leaves_to_places (const LpDrawioPage *page, const LpDrawioCell *group, const LpDrawioCell *cell)
{
  LpPoint centre = lp_rect_centre (cell->rect);

  for (guint i = 0; group->spans != NULL && i < group->spans->len; i++)
    {
      const LpDrawioCell *place = lp_drawio_cell (page, g_array_index (group->spans, guint, i));
      if (place == cell || lp_rect_contains (place->rect, centre))
        return TRUE;
    }
  return FALSE;
}

static guint
parent_frame (const LpDrawioPage *page, const LpDrawioCell *cell)
{
  for (guint up = cell->parent; up != LP_NONE; up = lp_drawio_cell (page, up)->parent)
    if (lp_drawio_cell (page, up)->role == LP_DRAWIO_FRAME)
      return up;
  return LP_NONE;
}

/* Larger for what stands further inside by its nature; 0 where nature says nothing. */
static guint
rank (const LpDrawioCell *frame)
{
  static const char *const inward[]
      = { "aws-cloud", "account", "region", "vpc", "availability-zone", "subnet" };

  for (guint i = 0; frame->kind != NULL && i < G_N_ELEMENTS (inward); i++)
    if (g_str_equal (frame->kind->id, inward[i]))
      return i + 1;
  return 0;
}

/* A frame stands in another when most of it lies there; a zone in a subnet, and the like, only when all does:
 * two frames that cross are more often drawn than such a nesting. */
static gboolean
may_stand_in (const LpDrawioCell *inner, const LpDrawioCell *outer)
{
  gboolean is_inverted = rank (inner) > 0 && rank (inner) < rank (outer);
  return share_inside (inner->rect, outer->rect) >= (is_inverted ? WITHIN : INSIDE);
}

/* The smallest of the first `n` frames around the centre; for a frame, one that has most of it inside. */
static guint
innermost (const LpDrawioPage *page, const GArray *frames, guint n, const LpDrawioCell *cell)
{
  LpPoint centre = lp_rect_centre (cell->rect);

  for (guint i = n; i-- > 0;)
    {
      guint index = g_array_index (frames, guint, i);
      const LpDrawioCell *frame = lp_drawio_cell (page, index);
      if (frame == cell || leaves_to_places (page, frame, cell) || !lp_rect_contains (frame->rect, centre))
        continue;
      if (cell->role != LP_DRAWIO_FRAME || may_stand_in (cell, frame))
        return index;
    }
  return LP_NONE;
}

static gboolean
stands_before (const GArray *frames, guint n, guint frame)
{
  for (guint i = 0; i < n; i++)
    if (g_array_index (frames, guint, i) == frame)
      return TRUE;
  return FALSE;
}

/* Geometry decides, for parents are often only the coarser frame. Where the innermost frame does not itself
 * lie in the parent, the two cross, and the parent is what the author meant. */
static guint
container_of (const LpDrawioPage *page, const GArray *frames, guint n, const LpDrawioCell *cell)
{
  guint inner = innermost (page, frames, n, cell), parent = parent_frame (page, cell);

  if (parent == LP_NONE || inner == parent || !stands_before (frames, n, parent))
    return inner;
  const LpDrawioCell *p = lp_drawio_cell (page, parent);
  if (leaves_to_places (page, p, cell) || !lp_rect_contains (p->rect, lp_rect_centre (cell->rect)))
    return inner;
  if (cell->role == LP_DRAWIO_FRAME && rank (cell) > 0 && !may_stand_in (cell, p))
    return inner;
  if (inner != LP_NONE && share_inside (lp_drawio_cell (page, inner)->rect, p->rect) >= INSIDE)
    return inner;
  return parent;
}

static gboolean
is_around (const LpDrawioPage *page, const LpDrawioCell *cell, guint frame)
{
  for (guint up = cell->container; up != LP_NONE; up = lp_drawio_cell (page, up)->container)
    if (up == frame)
      return TRUE;
  return FALSE;
}

static void
add_span (LpDrawioCell *cell, guint frame)
{
  if (cell->spans == NULL)
    cell->spans = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (cell->spans, frame);
}

/* A tile stands in one frame; the groups, zones and subnets that also lie around it, it belongs to. */
static void
find_memberships (LpDrawioPage *page, const GArray *frames, LpDrawioCell *tile)
{
  LpPoint centre = lp_rect_centre (tile->rect);

  for (guint i = 0; i < frames->len; i++)
    {
      guint index = g_array_index (frames, guint, i);
      const LpDrawioCell *frame = lp_drawio_cell (page, index);
      if (frame->kind != NULL && (is_membership (frame) || is_place (frame))
          && lp_rect_contains (frame->rect, centre) && !is_around (page, tile, index))
        add_span (tile, index);
    }
}

/* Of a zone and the subnet in it, the subnet says enough; everything was needed for leaves_to_places(). */
static void
keep_innermost_spans (LpDrawioPage *page, LpDrawioCell *group)
{
  for (guint i = group->spans != NULL ? group->spans->len : 0; i-- > 0;)
    {
      guint outer = g_array_index (group->spans, guint, i);
      gboolean has_inner = FALSE;
      for (guint j = 0; j < group->spans->len && !has_inner; j++)
        {
          guint inner = g_array_index (group->spans, guint, j);
          has_inner = inner != outer && lp_drawio_cell (page, inner)->container == outer;
        }
      if (has_inner)
        g_array_remove_index (group->spans, i);
    }
}

void
lp_drawio_page_contain (LpDrawioPage *page)
{
  g_autoptr (GArray) frames = sorted_frames (page);

  for (guint i = 0; i < frames->len; i++)
    {
      guint index = g_array_index (frames, guint, i);
      if (is_membership (lp_drawio_cell (page, index)))
        find_spans (page, frames, index);
    }
  for (guint i = 0; i < frames->len; i++)
    {
      LpDrawioCell *frame = lp_drawio_cell (page, g_array_index (frames, guint, i));
      frame->container = container_of (page, frames, i, frame);
    }
  for (guint i = 0; i < page->cells->len; i++)
    {
      LpDrawioCell *cell = lp_drawio_cell (page, i);
      if (cell->role == LP_DRAWIO_ICON || cell->role == LP_DRAWIO_BOX)
        {
          cell->container = container_of (page, frames, frames->len, cell);
          find_memberships (page, frames, cell);
        }
    }
  for (guint i = 0; i < frames->len; i++)
    keep_innermost_spans (page, lp_drawio_cell (page, g_array_index (frames, guint, i)));
}
