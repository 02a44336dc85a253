#include "route/space.h"

#include <math.h>

#define CELL 128
/* Frames and names are passed nearer than leaves. */
#define FRAME_CLEARANCE 4
/* A leaf over more cells than this is kept apart, so that a few huge boxes cannot fill the memory. */
#define MOST_CELLS 1024

static double
finite_or (double value, double other)
{
  return isfinite (value) ? CLAMP (value, -1e8, 1e8) : other;
}

static LpRect
sane (LpRect rect)
{
  return (LpRect){ finite_or (rect.x, 0), finite_or (rect.y, 0), MAX (0, finite_or (rect.w, 0)),
                   MAX (0, finite_or (rect.h, 0)) };
}

static void
copy_boxes (LpSpace *self, const LpRouteBox *boxes)
{
  for (guint i = 0; i < self->n_boxes; i++)
    {
      const LpRouteBox *box = &boxes[i];
      self->rect[i] = sane (box->rect);
      self->port[i] = sane (box->port);
      self->container[i] = box->container;
      self->parent[i] = box->parent < self->n_boxes ? box->parent : LP_NOBODY;
      double header = MIN (finite_or (box->header, 0), self->rect[i].h);
      double from = CLAMP (finite_or (box->header_x, 0), 0, self->rect[i].w);
      double reach = MIN (finite_or (box->header_width, 0), self->rect[i].w - from);
      if (box->container && header > 0 && reach > 0)
        self->header[i] = (LpRect){ self->rect[i].x + from, self->rect[i].y, reach, header };
    }
}

/* The smallest container around the point. */
static guint
container_at (const LpSpace *self, LpPoint point)
{
  guint best = LP_NOBODY;
  for (guint i = 0; i < self->n_boxes; i++)
    if (self->container[i] && lp_rect_contains (self->rect[i], point)
        && (best == LP_NOBODY || lp_rect_area (self->rect[i]) < lp_rect_area (self->rect[best])))
      best = i;
  return best;
}

LpPoint
lp_space_sane_point (LpPoint point)
{
  return (LpPoint){ finite_or (point.x, 0), finite_or (point.y, 0) };
}

/* A pin is a box without size at the first or the last point that was laid by hand; it is in nobody's way. */
static void
add_pin (LpSpace *self, guint pin, LpPoint point, LpPoint next)
{
  self->rect[pin] = self->port[pin] = (LpRect){ point.x, point.y, 0, 0 };
  self->parent[pin] = container_at (self, point);
  self->pin_next[pin - self->n_boxes] = point.x == next.x || point.y == next.y ? next : point;
}

static void
add_pins (LpSpace *self, const LpRouteEdge *edges, guint n_edges)
{
  guint next = self->n_boxes;
  for (guint i = 0; i < n_edges; i++)
    {
      guint n = edges[i].n_via;
      self->pin[i] = n > 0 ? next : LP_NOBODY;
      if (n == 0)
        continue;
      LpPoint first = lp_space_sane_point (edges[i].via[0]), last = lp_space_sane_point (edges[i].via[n - 1]);
      add_pin (self, next++, first, n > 1 ? lp_space_sane_point (edges[i].via[1]) : first);
      add_pin (self, next++, last, n > 1 ? lp_space_sane_point (edges[i].via[n - 2]) : last);
    }
}

/* Numbers the tree in depth first order; what stands in a circle of parents is taken out of it. */
static void
number_tree (LpSpace *self)
{
  g_auto (LpBuckets) children = lp_buckets_new (self->parent, self->n, self->n);
  g_autofree guint *stack = g_new (guint, self->n + 1);
  g_autofree guint *next = g_new (guint, self->n + 1);
  guint counter = 1;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->n; i++)
      {
        if (self->enter[i] > 0 || (pass == 0 && self->parent[i] != LP_NOBODY))
          continue;
        self->parent[i] = LP_NOBODY;
        guint depth = 0;
        stack[depth++] = i;
        self->enter[i] = counter++;
        next[i] = children.first[i];
        while (depth > 0)
          {
            guint box = stack[depth - 1];
            if (next[box] == children.first[box + 1])
              {
                self->leave[box] = counter;
                depth--;
                continue;
              }
            guint child = children.items[next[box]++];
            if (self->enter[child] > 0)
              continue;
            self->enter[child] = counter++;
            next[child] = children.first[child];
            stack[depth++] = child;
          }
      }
}

gboolean
lp_space_is_within (const LpSpace *space, guint box, guint container)
{
  if (container == LP_NOBODY)
    return TRUE;
  return box != LP_NOBODY && space->enter[box] >= space->enter[container]
         && space->enter[box] < space->leave[container];
}

static guint
column_of (const LpSpace *self, double x)
{
  double column = floor ((x - self->bounds.x) / self->cell);
  return (guint) CLAMP (column, 0, (double) self->columns - 1);
}

static guint
row_of (const LpSpace *self, double y)
{
  double row = floor ((y - self->bounds.y) / self->cell);
  return (guint) CLAMP (row, 0, (double) self->rows - 1);
}

typedef struct
{
  GArray *keys, *boxes;
} Entries;

static void
add_area (LpSpace *self, Entries *entries, guint box, LpRect area)
{
  guint right = column_of (self, area.x + area.w), bottom = row_of (self, area.y + area.h);
  for (guint row = row_of (self, area.y); row <= bottom; row++)
    for (guint column = column_of (self, area.x); column <= right; column++)
      {
        guint key = row * self->columns + column;
        g_array_append_val (entries->keys, key);
        g_array_append_val (entries->boxes, box);
      }
}

static void
add_frame (LpSpace *self, Entries *entries, guint box)
{
  LpRect r = self->rect[box];
  add_area (self, entries, box, (LpRect){ r.x, r.y, r.w, MAX (0, self->header[box].h) });
  add_area (self, entries, box, (LpRect){ r.x, r.y + r.h, r.w, 0 });
  add_area (self, entries, box, (LpRect){ r.x, r.y, 0, r.h });
  add_area (self, entries, box, (LpRect){ r.x + r.w, r.y, 0, r.h });
}

static void
fill_cells (LpSpace *self)
{
  for (guint i = 0; i < self->n_boxes; i++)
    self->bounds = i == 0 ? self->rect[i] : lp_rect_union (self->bounds, self->rect[i]);
  self->bounds = lp_rect_grow (self->bounds, 64);
  self->cell = MAX (CELL, sqrt (self->bounds.w * self->bounds.h / (4.0 * self->n_boxes + 64)));
  self->cell = MAX (self->cell, MAX (self->bounds.w, self->bounds.h) / (4.0 * self->n_boxes + 64));
  self->columns = 1 + (guint) (self->bounds.w / self->cell);
  self->rows = 1 + (guint) (self->bounds.h / self->cell);
  Entries entries
      = { g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (guint)) };
  for (guint i = 0; i < self->n_boxes; i++)
    {
      LpRect r = self->rect[i];
      if (self->container[i])
        add_frame (self, &entries, i);
      else if ((r.w / self->cell + 1) * (r.h / self->cell + 1) > MOST_CELLS)
        g_array_append_val (self->big, i);
      else
        add_area (self, &entries, i, r);
    }
  self->cells = lp_buckets_new ((const guint *) (gpointer) entries.keys->data, entries.keys->len,
                                self->columns * self->rows);
  g_array_unref (entries.keys);
  self->entries = g_new (guint, entries.boxes->len + 1);
  for (guint i = 0; i < entries.boxes->len; i++)
    self->entries[i] = g_array_index (entries.boxes, guint, self->cells.items[i]);
  g_array_unref (entries.boxes);
}

LpSpace *
lp_space_new (const LpRouteBox *boxes,
              guint n_boxes,
              const LpRouteEdge *edges,
              guint n_edges,
              const LpRouteOptions *options)
{
  LpSpace *self = g_new0 (LpSpace, 1);
  guint n_pins = 0;
  for (guint i = 0; i < n_edges; i++)
    n_pins += edges[i].n_via > 0 ? 2 : 0;
  guint n = n_boxes + n_pins;
  self->n = n;
  self->n_boxes = n_boxes;
  self->options = *options;
  self->rect = g_new0 (LpRect, n + 1);
  self->port = g_new0 (LpRect, n + 1);
  self->header = g_new0 (LpRect, n + 1);
  self->container = g_new0 (guint8, n + 1);
  self->parent = g_new0 (guint, n + 1);
  self->enter = g_new0 (guint, n + 1);
  self->leave = g_new0 (guint, n + 1);
  self->pin = g_new (guint, n_edges + 1);
  self->pin_next = g_new0 (LpPoint, n_pins + 1);
  self->big = g_array_new (FALSE, FALSE, sizeof (guint));
  copy_boxes (self, boxes);
  add_pins (self, edges, n_edges);
  number_tree (self);
  fill_cells (self);
  return self;
}

void
lp_space_free (LpSpace *space)
{
  if (space == NULL)
    return;
  g_free (space->rect);
  g_free (space->port);
  g_free (space->header);
  g_free (space->container);
  g_free (space->parent);
  g_free (space->enter);
  g_free (space->leave);
  g_free (space->entries);
  g_free (space->pin);
  g_free (space->pin_next);
  g_array_unref (space->big);
  lp_buckets_clear (&space->cells);
  g_free (space);
}

double
lp_space_clearance (const LpSpace *space, guint box)
{
  return space->container[box] ? MIN (space->options.clearance, FRAME_CLEARANCE) : space->options.clearance;
}

/* Where a solid rectangle stops the ray, or `best` where that is nearer. */
static double
stop_at_solid (const LpRay *ray, LpRect rect, double clearance, double best)
{
  LpAxis across = lp_across (ray->axis);
  if (lp_low (rect, across) - clearance >= ray->high || lp_high (rect, across) + clearance <= ray->low)
    return best;
  double low = lp_low (rect, ray->axis), high = lp_high (rect, ray->axis);
  if (ray->direction > 0)
    return high <= ray->from ? best : MIN (best, MAX (low, ray->from));
  return low >= ray->from ? best : MAX (best, MIN (high, ray->from));
}

static double
stop_at_line (const LpRay *ray, double line, double best)
{
  if (ray->direction > 0)
    return line >= ray->from ? MIN (best, line) : best;
  return line <= ray->from ? MAX (best, line) : best;
}

static double
stop_at_frame (const LpSpace *self, const LpRay *ray, guint box, double best)
{
  LpRect rect = self->rect[box];
  LpAxis across = lp_across (ray->axis);
  double clearance = MIN (ray->clearance, FRAME_CLEARANCE);
  if (lp_low (rect, across) - clearance >= ray->high || lp_high (rect, across) + clearance <= ray->low)
    return best;
  best = stop_at_line (ray, lp_low (rect, ray->axis), best);
  return stop_at_line (ray, lp_high (rect, ray->axis), best);
}

static double
stop_at (const LpSpace *self, const LpRay *ray, guint box, double best)
{
  if (!self->container[box])
    return box == ray->skip || box == ray->skip2 ? best
                                                 : stop_at_solid (ray, self->rect[box], ray->clearance, best);
  if (self->header[box].w > 0)
    best = stop_at_solid (ray, self->header[box], MIN (ray->clearance, FRAME_CLEARANCE), best);
  gboolean around = lp_space_is_within (self, ray->home, box) || lp_space_is_within (self, ray->home2, box);
  if (!ray->all_through && (ray->frames || !around))
    best = stop_at_frame (self, ray, box, best);
  return best;
}

/* Takes what the box makes of the ray's end. */
static inline void
meet (const LpSpace *self, const LpRay *ray, guint box, double *best, guint *met)
{
  const LpRect *rect = &self->rect[box];
  gboolean along_x = ray->axis == LP_ALONG_X;
  double low = along_x ? rect->y : rect->x, high = low + (along_x ? rect->h : rect->w);
  double begin = along_x ? rect->x : rect->y, behind = begin + (along_x ? rect->w : rect->h);
  if (low - ray->clearance >= ray->high || high + ray->clearance <= ray->low
      || (ray->direction > 0 ? begin > *best || behind < ray->from : behind < *best || begin > ray->from))
    return;
  double end = stop_at (self, ray, box, *best);
  if (end == *best)
    return;
  *best = end;
  *met = box;
}

double
lp_space_cast_at (const LpSpace *space, const LpRay *ray, guint *met)
{
  double best = ray->from + ray->direction * ray->reach;
  *met = LP_NOBODY;
  if (space->n_boxes == 0)
    return best;
  gboolean along_x = ray->axis == LP_ALONG_X;
  double low = ray->low - ray->clearance, high = ray->high + ray->clearance;
  guint first = along_x ? row_of (space, low) : column_of (space, low);
  guint last = along_x ? row_of (space, high) : column_of (space, high);
  int at = along_x ? column_of (space, ray->from) : row_of (space, ray->from);
  int end = along_x ? space->columns : space->rows;
  double origin = along_x ? space->bounds.x : space->bounds.y;
  for (guint i = 0; i < space->big->len; i++)
    meet (space, ray, g_array_index (space->big, guint, i), &best, met);
  for (; at >= 0 && at < end; at += ray->direction)
    {
      double border = origin + (ray->direction > 0 ? at : at + 1) * space->cell;
      if (ray->direction > 0 ? border > best : border < best)
        break;
      for (guint band = first; band <= last; band++)
        {
          guint key = along_x ? band * space->columns + at : at * space->columns + band;
          for (guint k = space->cells.first[key]; k < space->cells.first[key + 1]; k++)
            meet (space, ray, space->entries[k], &best, met);
        }
    }
  return best;
}

double
lp_space_cast (const LpSpace *space, const LpRay *ray)
{
  guint met;
  return lp_space_cast_at (space, ray, &met);
}

static int
by_along (gconstpointer a, gconstpointer b)
{
  const LpGate *p = a, *q = b;
  if (p->along != q->along)
    return p->along < q->along ? -1 : 1;
  return p->box < q->box ? -1 : p->box > q->box;
}

static void
add_gates (const LpSpace *self, const LpRay *ray, double end, guint box, GArray *gates)
{
  LpRect rect = self->rect[box];
  LpAxis across = lp_across (ray->axis);
  double clearance = lp_space_clearance (self, box), low = lp_low (rect, across) - clearance,
         high = lp_high (rect, across) + clearance;
  if (!self->container[box] || box == ray->skip || lp_space_is_within (self, ray->home, box)
      || low >= ray->high || high <= ray->low)
    return;
  gboolean beside = low + 2 * clearance > ray->low || high - 2 * clearance < ray->high;
  double lines[2] = { lp_low (rect, ray->axis), lp_high (rect, ray->axis) };
  for (guint i = 0; i < 2; i++)
    if ((lines[i] - ray->from) * ray->direction >= 0 && (end - lines[i]) * ray->direction >= 0)
      {
        LpGate gate = { lines[i], beside ? LP_NOBODY : box };
        g_array_append_val (gates, gate);
      }
}

void
lp_space_find_gates (const LpSpace *space, const LpRay *ray, double end, GArray *gates)
{
  guint begin = gates->len;
  gboolean along_x = ray->axis == LP_ALONG_X;
  guint band = along_x ? row_of (space, ray->low) : column_of (space, ray->low);
  double low = MIN (ray->from, end), high = MAX (ray->from, end);
  guint first = along_x ? column_of (space, low) : row_of (space, low);
  guint last = along_x ? column_of (space, high) : row_of (space, high);
  for (guint at = first; at <= last; at++)
    {
      guint key = along_x ? band * space->columns + at : at * space->columns + band;
      for (guint k = space->cells.first[key]; k < space->cells.first[key + 1]; k++)
        add_gates (space, ray, end, space->entries[k], gates);
    }
  LpGate *found = &g_array_index (gates, LpGate, begin);
  guint n = gates->len - begin, kept = 0;
  if (n > 0)
    qsort (found, n, sizeof *found, by_along);
  for (guint i = 0; i < n; i++)
    if (kept == 0 || found[kept - 1].along != found[i].along || found[kept - 1].box != found[i].box)
      found[kept++] = found[i];
  g_array_set_size (gates, begin + kept);
}
