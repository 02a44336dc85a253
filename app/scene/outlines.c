#include "scene/outlines.h"

#include "scene/grid.h"
#include "scene/label.h"

/* Tried in turn, so that two outlines around the same things stand apart. */
#define N_PADDINGS 3
/* Around tiles, between the lanes of connectors, which lie 12 and 20 off: a connector on the outline would be taken for
 * it. Around frames, in the middle of the gap to the next frame. */
static const double AROUND_TILES[N_PADDINGS] = { 16, 10, 22 };
static const double AROUND_FRAMES[N_PADDINGS] = { 12, 18, 24 };
#define APART 4.0   /* between two outlines */
#define CLEAR 6.0   /* around an outline to what does not belong to it */
#define LINE 3.0    /* what the line of one takes across */
#define NAME_ROOM 4.0
#define NEAR 24.0   /* the group's own tile is taken in where it is no farther away */

typedef struct
{
  const LpDesign *design;
  const LpCatalogue *catalogue;
  const LpPlacement *placement;
  LpOutlines *outlines;
  LpGrid *grid;      /* of extents; made for the first group */
  guint8 *member;    /* by component: of the group at hand */
  GArray *members;   /* of guint */
} Outliner;

gboolean
lp_outlines_is_group (const LpPlacement *placement, const LpKind *kind, guint component)
{
  return !placement->is_frame[component] && kind->is_container
         && (lp_kind_has_role (kind, "group") || lp_kind_has_role (kind, "guard"));
}

/* --- members ----------------------------------------------------------------------------------------- */

static gboolean
is_membership (const Outliner *self, guint connection)
{
  const LpComponent *group
      = lp_design_get_component (self->design, lp_design_get_source (self->design, connection));
  const char *kind = lp_design_get_connection (self->design, connection)->kind;
  return g_str_equal (kind, lp_kind_has_role (lp_kind_of (self->catalogue, group), "group") ? "manages" : "protects");
}

static void
add_member (Outliner *self, guint group, guint component)
{
  if (component == group || self->member[component])
    return;
  self->member[component] = TRUE;
  g_array_append_val (self->members, component);
}

/* The subnets that it reaches into count only where nothing else is known to belong to it. */
static void
find_members (Outliner *self, guint group)
{
  LpIndices lines = lp_design_get_outgoing (self->design, group);
  LpIndices by_span = lp_design_get_spanned_by (self->design, group), spans = lp_design_get_spans (self->design, group);
  for (guint i = 0; i < lines.n; i++)
    if (is_membership (self, lines.items[i]))
      add_member (self, group, lp_design_get_target (self->design, lines.items[i]));
  for (guint i = 0; i < by_span.n; i++)
    add_member (self, group, by_span.items[i]);
  for (guint i = 0; i < spans.n; i++)
    if (!self->placement->is_frame[spans.items[i]])
      add_member (self, group, spans.items[i]);
  gboolean alone = self->members->len == 0;
  for (guint i = 0; alone && i < spans.n; i++)
    add_member (self, group, spans.items[i]);
}

static void
forget_members (Outliner *self)
{
  for (guint i = 0; i < self->members->len; i++)
    self->member[g_array_index (self->members, guint, i)] = FALSE;
  g_array_set_size (self->members, 0);
}

/* --- where it can go --------------------------------------------------------------------------------- */

static gboolean
is_within_member (const Outliner *self, guint component)
{
  for (guint at = component; at != LP_NONE; at = lp_design_get_parent (self->design, at))
    if (self->member[at])
      return TRUE;
  return FALSE;
}

static gboolean
is_around_member (const Outliner *self, guint frame)
{
  for (guint i = 0; i < self->members->len; i++)
    if (lp_design_is_within (self->design, g_array_index (self->members, guint, i), frame))
      return TRUE;
  return FALSE;
}

static gboolean
line_meets (LpRect outline, LpRect area)
{
  return lp_rect_overlaps (lp_rect_grow (outline, LINE / 2), area)
         && !lp_rect_encloses (lp_rect_grow (outline, -LINE / 2), area);
}

static LpRect
name_area (const Outliner *self, guint frame)
{
  LpRect rect = self->placement->rect[frame];
  LpFrameName name;
  const LpKind *kind = lp_kind_of (self->catalogue, lp_design_get_component (self->design, frame));
  lp_frame_name_init (&name, self->design, frame, kind, rect.w);
  LpRect area = { rect.x + name.x - NAME_ROOM, rect.y, name.width + 2 * NAME_ROOM, LP_FRAME_HEADER - NAME_ROOM };
  lp_frame_name_clear (&name);
  return area;
}

static gboolean
tolerates (const Outliner *self, LpRect outline, guint group, guint other)
{
  if (is_within_member (self, other))
    return TRUE;
  if (other == group)
    return lp_rect_encloses (outline, self->placement->extent[other]);
  return self->placement->is_frame[other] && is_around_member (self, other)
         && !line_meets (outline, name_area (self, other));
}

static gboolean
is_clear (const Outliner *self, LpRect outline, guint group)
{
  LpRect wide = lp_rect_grow (outline, CLEAR);
  g_autoptr (GArray) near = lp_grid_query (self->grid, wide);
  for (guint i = 0; i < near->len; i++)
    {
      guint other = g_array_index (near, guint, i);
      if (lp_rect_overlaps (self->placement->extent[other], wide) && !tolerates (self, outline, group, other))
        return FALSE;
    }
  for (guint i = 0; i < self->outlines->list->len; i++)
    {
      LpRect earlier = g_array_index (self->outlines->list, LpOutline, i).rect;
      if (lp_rect_overlaps (earlier, wide) && !lp_rect_encloses (lp_rect_grow (earlier, -APART), outline)
          && !lp_rect_encloses (lp_rect_grow (outline, -APART), earlier))
        return FALSE;
    }
  return TRUE;
}

/* Most of what is far from any group is never looked at. */
static void
make_grid (Outliner *self)
{
  g_autofree LpGridEntry *entries = g_new (LpGridEntry, self->placement->n + 1);
  for (guint i = 0; i < self->placement->n; i++)
    entries[i] = (LpGridEntry){ self->placement->extent[i], i };
  self->grid = lp_grid_new (entries, self->placement->n, self->placement->bounds);
}

static gboolean
holds_tiles (const Outliner *self)
{
  for (guint i = 0; i < self->members->len; i++)
    if (!self->placement->is_frame[g_array_index (self->members, guint, i)])
      return TRUE;
  return FALSE;
}

static gboolean
try_around (const Outliner *self, LpRect around, guint group, LpRect *outline)
{
  const double *paddings = holds_tiles (self) ? AROUND_TILES : AROUND_FRAMES;
  for (guint i = 0; i < N_PADDINGS; i++)
    {
      *outline = lp_rect_grow (around, paddings[i]);
      if (is_clear (self, *outline, group))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_outline (Outliner *self, guint group, LpRect *outline)
{
  LpRect around = { 0, 0, 0, 0 };
  if (self->members->len == 0)
    return FALSE;
  if (self->grid == NULL)
    make_grid (self);
  for (guint i = 0; i < self->members->len; i++)
    around = lp_rect_union (around, self->placement->extent[g_array_index (self->members, guint, i)]);
  if (try_around (self, around, group, outline))
    return TRUE;
  /* Its own tile may stand between them. */
  LpRect own = self->placement->extent[group];
  return lp_rect_overlaps (lp_rect_grow (around, NEAR), own)
         && try_around (self, lp_rect_union (around, own), group, outline);
}

static void
add_outline (Outliner *self, guint group, LpRect rect)
{
  LpOutlines *outlines = self->outlines;
  LpOutline outline = { group, rect };
  LpIndices lines = lp_design_get_outgoing (self->design, group);
  if (outlines->is_outlined == NULL)
    {
      outlines->is_outlined = g_new0 (guint8, self->placement->n + 1);
      outlines->is_said = g_new0 (guint8, lp_design_get_n_connections (self->design) + 1);
    }
  g_array_append_val (outlines->list, outline);
  outlines->is_outlined[group] = TRUE;
  for (guint i = 0; i < lines.n; i++)
    outlines->is_said[lines.items[i]] = is_membership (self, lines.items[i]);
}

LpOutlines *
lp_outlines_new (const LpDesign *design, const LpCatalogue *catalogue, const LpPlacement *placement)
{
  LpOutlines *outlines = g_new0 (LpOutlines, 1);
  outlines->list = g_array_new (FALSE, FALSE, sizeof (LpOutline));
  g_autofree guint8 *member = g_new0 (guint8, placement->n + 1);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  Outliner self = { design, catalogue, placement, outlines, NULL, member, members };
  for (guint i = 0; i < placement->n; i++)
    {
      const LpKind *kind = lp_kind_of (catalogue, lp_design_get_component (design, i));
      LpRect outline;
      if (!lp_outlines_is_group (placement, kind, i) || lp_design_get_component (design, i)->collapsed)
        continue;
      find_members (&self, i);
      if (find_outline (&self, i, &outline))
        add_outline (&self, i, outline);
      forget_members (&self);
    }
  g_clear_pointer (&self.grid, lp_grid_free);
  return outlines;
}

void
lp_outlines_free (LpOutlines *outlines)
{
  g_array_unref (outlines->list);
  g_free (outlines->is_outlined);
  g_free (outlines->is_said);
  g_free (outlines);
}

LpRect
lp_outlines_get (const LpOutlines *outlines, guint group)
{
  for (guint i = 0; outlines->is_outlined != NULL && outlines->is_outlined[group] && i < outlines->list->len; i++)
    if (g_array_index (outlines->list, LpOutline, i).group == group)
      return g_array_index (outlines->list, LpOutline, i).rect;
  return (LpRect){ 0, 0, 0, 0 };
}
