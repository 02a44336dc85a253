/* What of a drawing is being dragged: components with all that they contain, and the connections among these. */
#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

typedef struct
{
  guint n;             /* components */
  guint8 *components;  /* by number */
  guint8 *connections;
  guint8 *others;      /* by item of the scene's list: 1 for what is not dragged */
  LpRect bounds;       /* of what is drawn of it */
  GArray *extents;     /* of LpRect: what each of the dragged things, with all in it, takes */
} LpMoving;

/* `roots`: numbers of components. */
LpMoving *lp_moving_new (const LpScene *scene, const GArray *roots);
void lp_moving_free (LpMoving *moving);

G_END_DECLS
