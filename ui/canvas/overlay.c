#include "ui/canvas/overlay.h"

void
lp_overlay_clear (LpOverlay *overlay)
{
  g_clear_pointer (&overlay->ghost, lp_scene_unref);
  g_clear_pointer (&overlay->allowed, g_array_unref);
  g_clear_pointer (&overlay->moving, lp_moving_free);
  g_clear_pointer (&overlay->guides, g_array_unref);
  g_clear_pointer (&overlay->hint, g_free);
  *overlay = (LpOverlay){ .drop = LP_NONE, .line = LP_NONE };
}

void
lp_overlay_settle (LpOverlay *overlay)
{
  LpMoving *moving = g_steal_pointer (&overlay->moving);
  LpPoint offset = overlay->moving_offset;
  gboolean floats = overlay->floats;

  lp_overlay_clear (overlay);
  overlay->moving = moving;
  overlay->moving_offset = offset;
  overlay->floats = floats;
}

void
lp_overlay_set_guides (LpOverlay *overlay, const GArray *around, LpRect moved)
{
  g_clear_pointer (&overlay->guides, g_array_unref);
  if (around == NULL)
    return;
  overlay->guides = g_array_new (FALSE, FALSE, sizeof (LpGuide));
  lp_guides_show (around, moved, overlay->guides);
}

void
lp_overlay_set_hint (LpOverlay *overlay, char *hint, LpPoint at)
{
  g_free (overlay->hint);
  overlay->hint = hint;
  overlay->hint_at = at;
}
