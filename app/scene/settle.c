#include "scene/settle.h"

#include <math.h>

#include "model/edit.h"

#define GRID 8.0
#define BETWEEN 16.0
/* Each pass settles one level of frames at least; this many are nested nowhere. */
#define MOST_PASSES 64

typedef struct
{
  LpDocument *document;
  LpDesign *before, *now;
  LpPlacement *was, *is;
} LpSettling;

/* Where it stood before; FALSE for what is new, or stood elsewhere. */
static gboolean
find_old (const LpSettling *settling, guint component, guint *old)
{
  const LpComponent *record = lp_design_get_component (settling->now, component);
  *old = lp_design_find (settling->before, record->id);
  return *old != LP_NONE
         && g_strcmp0 (lp_design_get_component (settling->before, *old)->in, record->in) == 0;
}

static gboolean
is_fixed (const LpSettling *settling, guint component)
{
  return lp_design_get_component (settling->now, component)->has_at;
}

/* As large as before, where it is now. */
static gboolean
old_rect (const LpSettling *settling, guint component, LpRect *rect)
{
  guint old;
  if (!find_old (settling, component, &old))
    return FALSE;
  *rect = settling->is->extent[component];
  rect->w = settling->was->extent[old].w;
  rect->h = settling->was->extent[old].h;
  return TRUE;
}

static gboolean
has_grown (const LpSettling *settling, guint frame, LpRect *old)
{
  LpRect now = settling->is->extent[frame];
  return settling->is->is_frame[frame] && old_rect (settling, frame, old)
         && (now.w > old->w + 1 || now.h > old->h + 1);
}

/* How far what stands beyond the frame's old edge must go, so that the frame does not cover it: to the right, or down. */
static double
overlap_beyond (const LpSettling *settling, guint frame, LpRect old, LpIndices siblings, gboolean down)
{
  LpRect now = settling->is->extent[frame];
  double most = 0;

  for (guint i = 0; i < siblings.n; i++)
    {
      LpRect other = settling->is->extent[siblings.items[i]];
      gboolean beyond = down ? other.y >= old.y + old.h - 1 : other.x >= old.x + old.w - 1;
      if (siblings.items[i] == frame || !beyond || !is_fixed (settling, siblings.items[i])
          || !lp_rect_overlaps (now, other))
        continue;
      most = MAX (most, down ? now.y + now.h - other.y : now.x + now.w - other.x);
    }
  return most > 0 ? ceil ((most + BETWEEN) / GRID) * GRID : 0;
}

static gboolean
push (LpSettling *settling, guint frame, LpRect old, LpIndices siblings, double by, gboolean down, GError **error)
{
  for (guint i = 0; i < siblings.n; i++)
    {
      const LpComponent *record = lp_design_get_component (settling->now, siblings.items[i]);
      LpRect other = settling->is->extent[siblings.items[i]];
      gboolean beyond = down ? other.y >= old.y + old.h - 1 : other.x >= old.x + old.w - 1;
      LpPoint at = record->at;
      if (siblings.items[i] == frame || !beyond || !record->has_at || record->locked)
        continue;
      *(down ? &at.y : &at.x) += by;
      if (!lp_edit_set_at (settling->document, record->id, at, error))
        return FALSE;
    }
  return TRUE;
}

/* Below first: a frame grows downwards more often than people leave room there. */
static gboolean
make_room (LpSettling *settling, guint frame, LpRect old, gboolean *pushed, GError **error)
{
  LpIndices siblings
      = lp_design_get_children (settling->now, lp_design_get_parent (settling->now, frame));
  double right = overlap_beyond (settling, frame, old, siblings, FALSE);
  double down = right > 0 ? 0 : overlap_beyond (settling, frame, old, siblings, TRUE);

  *pushed = right > 0 || down > 0;
  return !*pushed || push (settling, frame, old, siblings, right > 0 ? right : down, down > 0, error);
}

static void
look (LpSettling *settling, const LpCatalogue *catalogue)
{
  g_clear_pointer (&settling->is, lp_placement_free);
  g_clear_pointer (&settling->now, lp_design_unref);
  settling->now = lp_document_snapshot (settling->document);
  settling->is = lp_placement_new (settling->now, catalogue);
}

/* The deepest frame that has grown over something; what is around it follows. */
static gboolean
settle_one (LpSettling *settling, gboolean *pushed, GError **error)
{
  guint n = lp_design_get_n_components (settling->now), deepest = 0;

  *pushed = FALSE;
  for (guint i = 0; i < n; i++)
    deepest = MAX (deepest, lp_design_get_depth (settling->now, i));
  for (guint depth = deepest + 1; depth-- > 0;)
    for (guint i = 0; i < n; i++)
      {
        LpRect old;
        if (lp_design_get_depth (settling->now, i) != depth || !is_fixed (settling, i)
            || !has_grown (settling, i, &old))
          continue;
        if (!make_room (settling, i, old, pushed, error))
          return FALSE;
        if (*pushed)
          return TRUE;
      }
  return TRUE;
}

gboolean
lp_settle (LpDocument *document, LpDesign *before, const LpCatalogue *catalogue, GError **error)
{
  LpSettling settling = { .document = document, .before = before, .was = lp_placement_new (before, catalogue) };
  gboolean ok = TRUE, pushed = TRUE;

  for (guint i = 0; ok && pushed && i < MOST_PASSES; i++)
    {
      look (&settling, catalogue);
      ok = settle_one (&settling, &pushed, error);
    }
  lp_placement_free (settling.was);
  g_clear_pointer (&settling.is, lp_placement_free);
  g_clear_pointer (&settling.now, lp_design_unref);
  return ok;
}
