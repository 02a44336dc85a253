/* The inside of a scene, for the files that make one. */
#pragma once

#include "scene/hops.h"
#include "scene/layers.h"
#include "scene/outlines.h"
#include "scene/routing.h"
#include "scene/scene.h"

G_BEGIN_DECLS

struct _LpScene
{
  gatomicrefcount refs;
  LpFold *fold;
  LpDesign *design; /* what is drawn: fold->shown */
  LpPlacement *placement;
  LpOutlines *outlines;
  LpRouting *routing;
  LpHops *hops;
  LpHidden hidden;
  LpDrawList *list;
  LpRect bounds;
};

/* Everything but the list. `before` may be NULL; `fold` is taken over. */
LpScene *lp_scene_arrange (LpScene *before, LpFold *fold, const LpCatalogue *catalogue);
/* Those of the components and connections that the arrays (by number; NULL: all) say. */
void lp_scene_draw (LpScene *scene, const LpCatalogue *catalogue, LpReview *review, LpSceneOptions options,
                    const guint8 *only_components, const guint8 *only_connections);

G_END_DECLS
