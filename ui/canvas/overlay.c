#include "ui/canvas/overlay.h"

void
lp_overlay_clear (LpOverlay *overlay)
{
  g_clear_pointer (&overlay->ghost, lp_scene_unref);
  g_clear_pointer (&overlay->lifted, g_array_unref);
  g_clear_pointer (&overlay->allowed, g_array_unref);
  g_clear_pointer (&overlay->hint, g_free);
  *overlay = (LpOverlay){ .drop = LP_NONE, .line = LP_NONE };
}

void
lp_overlay_set_hint (LpOverlay *overlay, char *hint, LpPoint at)
{
  g_free (overlay->hint);
  overlay->hint = hint;
  overlay->hint_at = at;
}
