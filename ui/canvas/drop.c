#include "ui/canvas/drop.h"

#include <glib/gi18n.h>

#include "ui/canvas/arrange.h"
#include "ui/canvas/ghost.h"
#include "ui/canvas/link-new.h"

static GArray *
find_allowed (LpStage *stage, const char *kind)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  GArray *allowed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < placement->n; i++)
    if (placement->is_frame[i]
        && lp_catalogue_may_contain (stage->catalogue, lp_design_get_component (design, i)->kind, kind))
      g_array_append_val (allowed, i);
  return allowed;
}

/* A container is too large to be put into a line. */
static guint
line_at (LpStage *stage, const char *kind, LpPoint at)
{
  const LpKind *known = lp_catalogue_find (stage->catalogue, kind);
  LpHit hit = lp_stage_pick (stage, at);

  return hit.part == LP_PART_CONNECTION && known != NULL && !known->is_container ? hit.index : LP_NONE;
}

static char *
describe_line (LpStage *stage, guint line)
{
  const LpDesign *design = lp_stage_get_design (stage);

  return g_strdup_printf (
      /* Translators: names of components. */
      _("Between %s and %s"),
      lp_component_get_name (lp_design_get_component (design, lp_design_get_source (design, line))),
      lp_component_get_name (lp_design_get_component (design, lp_design_get_target (design, line))));
}

gboolean
lp_drop_hover (LpStage *stage, const char *kind, LpPoint at)
{
  LpOverlay *overlay = &stage->overlay;
  guint line = line_at (stage, kind, at);
  char *refusal = line != LP_NONE ? lp_link_insert_refusal (stage, line, kind, at) : NULL;

  if (overlay->ghost == NULL)
    overlay->ghost = lp_ghost_new_for_kind (stage->catalogue, kind);
  if (overlay->allowed == NULL)
    overlay->allowed = find_allowed (stage, kind);
  overlay->ghost_offset = (LpPoint){ lp_snap (at.x), lp_snap (at.y) };
  overlay->drop = lp_scene_container_at (stage->scene, at, LP_NONE);
  overlay->line = refusal == NULL ? line : LP_NONE;
  if (line == LP_NONE)
    refusal = lp_arrange_refusal (stage, kind, overlay->drop);
  overlay->refused = refusal != NULL;
  lp_overlay_set_hint (overlay, refusal == NULL && line != LP_NONE ? describe_line (stage, line) : refusal, at);
  lp_stage_overlay_changed (stage);
  return !overlay->refused;
}

void
lp_drop_leave (LpStage *stage)
{
  lp_overlay_clear (&stage->overlay);
  lp_stage_overlay_changed (stage);
}

char *
lp_drop_place (LpStage *stage, const char *kind, LpPoint at)
{
  guint line = line_at (stage, kind, at);

  lp_drop_leave (stage);
  return line != LP_NONE ? lp_link_insert (stage, line, kind, at) : lp_arrange_place (stage, kind, &at);
}
