/* What a gesture shows above the drawing while it lasts. Filled by tools, painted by the canvas. Diagram units. */
#pragma once

#include "ui/canvas/guides.h"
#include "ui/canvas/moving.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean has_band;      /* the rubber band */
  LpRect band;

  LpScene *ghost;         /* what is being dragged from elsewhere, about 0, 0; NULL: nothing */
  LpPoint ghost_offset;

  LpMoving *moving;       /* what of the drawing is being dragged; NULL: nothing */
  LpPoint moving_offset;
  gboolean floats;        /* it is shown at the pointer as it was, not as a part of what the edit would make */

  gboolean has_line;      /* a connection in the making */
  LpPoint line_from, line_to;
  LpRect line_target;     /* of what it would end at; empty: nothing */

  gboolean has_outline;   /* of what is being resized */
  LpRect outline;

  GArray *guides;         /* of LpGuide: what it snapped to; NULL: nothing */

  guint drop;             /* the container that would take it, tinted; LP_NONE: none */
  GArray *allowed;        /* of guint: containers that may hold what is dragged; or NULL */
  guint line;             /* the connection into which it would be put; LP_NONE: none */
  gboolean refused;       /* tinted as refusal */
  char *hint;             /* one line by the pointer, or NULL */
  LpPoint hint_at;
} LpOverlay;

void lp_overlay_clear (LpOverlay *overlay);
/* The same but for what was dragged: it is shown where it was left until the new drawing is there. */
void lp_overlay_settle (LpOverlay *overlay);
/* Of a thing that stands at `moved` now; `around`: of LpRect. NULL: none. */
void lp_overlay_set_guides (LpOverlay *overlay, const GArray *around, LpRect moved);
/* Takes over `hint`. */
void lp_overlay_set_hint (LpOverlay *overlay, char *hint, LpPoint at);

G_END_DECLS
