/* What a gesture shows above the drawing while it lasts. Filled by tools, painted by the canvas. Diagram units. */
#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean has_band;      /* the rubber band */
  LpRect band;

  LpScene *ghost;         /* what is being dragged, where it stood; NULL: nothing, or too much to draw */
  LpPoint ghost_offset;
  GArray *lifted;         /* of LpRect: where the dragged things stood, to be dimmed; NULL: nothing */

  gboolean has_line;      /* a connection in the making */
  LpPoint line_from, line_to;
  LpRect line_target;     /* of what it would end at; empty: nothing */

  gboolean has_outline;   /* of what is being resized */
  LpRect outline;

  guint drop;             /* the container that would take it, tinted; LP_NONE: none */
  GArray *allowed;        /* of guint: containers that may hold what is dragged; or NULL */
  guint line;             /* the connection into which it would be put; LP_NONE: none */
  gboolean refused;       /* tinted as refusal */
  char *hint;             /* one line by the pointer, or NULL */
  LpPoint hint_at;
} LpOverlay;

void lp_overlay_clear (LpOverlay *overlay);
/* Takes over `hint`. */
void lp_overlay_set_hint (LpOverlay *overlay, char *hint, LpPoint at);

G_END_DECLS
