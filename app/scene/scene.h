/* A design as a drawing: placement, routes, and the draw list of both with the findings, in paint order, with a
 * grid index over it for culling and hit-testing. Immutable; may be made on any thread. */
#pragma once

#include "model/finding.h"
#include "model/fold.h"
#include "scene/draw-list.h"
#include "scene/placement.h"
#include "scene/palette.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean annotate;   /* marks of findings and pins of comments at the components */
  gboolean legend;     /* and the sentences beside the drawing; for export */
  gboolean title;      /* title and requirements above the drawing; for export */
  gboolean unfolded;   /* what is collapsed is drawn open */
  guint32 hidden_layers; /* layers of concern that are left out: a bit for each, by its number in the catalogue */
  gboolean numbers;    /* the marks carry their finding's number in the review, from 1 */
} LpSceneOptions;

typedef struct
{
  LpPart part;
  guint index;         /* of the component, the connection, the finding in the review, or the comment in the header */
} LpHit;

typedef struct _LpScene LpScene;

/* `review` may be NULL. The catalogue must outlive the scene. */
LpScene *lp_scene_new (LpDesign *design, const LpCatalogue *catalogue, LpReview *review, LpSceneOptions options);
/* From the scene of an earlier state of the same document (NULL: as lp_scene_new()): connections in whose way
 * nothing came keep theirs, so that an edit is quick and leaves the rest of the drawing as it was. The price: a drawing
 * that was made step by step may lay lines a track farther to a side, and now and then with another bend, than one that
 * is made anew, as on opening a file and by the command. */
LpScene *lp_scene_new_after (LpScene *before, LpDesign *design, const LpCatalogue *catalogue, LpReview *review,
                             LpSceneOptions options);
LpScene *lp_scene_ref (LpScene *scene);
void lp_scene_unref (LpScene *scene);

const LpDrawList *lp_scene_get_list (const LpScene *scene);
const LpPlacement *lp_scene_get_placement (const LpScene *scene);
/* What is drawn: the design with its collapsed containers folded. The numbers of a scene are those of this one. */
LpDesign *lp_scene_get_design (const LpScene *scene);
/* How the whole design became that one. */
const LpFold *lp_scene_get_fold (const LpScene *scene);
/* Whether it is drawn: FALSE where its layer is hidden. */
gboolean lp_scene_shows_component (const LpScene *scene, guint component);
gboolean lp_scene_shows_connection (const LpScene *scene, guint connection);
/* Whether it stands for one or more connections of the whole that end inside a collapsed container: its record is
 * made up, with the id of one of them. */
gboolean lp_scene_is_bundle (const LpScene *scene, guint connection);
/* Of everything that is drawn, legend and title included, with a margin of 40. */
LpRect lp_scene_get_bounds (const LpScene *scene);
/* The route of a connection: absolute points, borrowed. */
const LpPoint *lp_scene_get_route (const LpScene *scene, guint connection, guint *n_points);
/* The plate of its label; empty where it has none. */
LpRect lp_scene_get_label (const LpScene *scene, guint connection);
/* The topmost thing within `tolerance` units of the point: marks before components before connections before
 * frames, inner frames before outer. */
LpHit lp_scene_pick (const LpScene *scene, LpPoint point, double tolerance);
/* Components (not frames that only overlap) whose rectangle lies wholly inside: an array of guint. */
GArray *lp_scene_pick_inside (const LpScene *scene, LpRect area);
/* The plate with the number of what it holds, at a collapsed container's tile. */
LpRect lp_scene_fold_badge (LpRect tile, guint n_held);
/* What of the shown design stands for an element of the whole: the other, or both, LP_NONE. */
typedef struct
{
  guint component, connection;
} LpSceneHost;

/* `id` (nullable) of a component or connection, which may be folded into a box. */
LpSceneHost lp_scene_find_host (const LpFold *fold, const char *id);
/* The innermost container whose frame holds the point and that is not within `except` (LP_NONE: none), or LP_NONE. */
guint lp_scene_container_at (const LpScene *scene, LpPoint point, guint except);

/* By item of the scene's list: 1 for those that draw one of the components and connections (arrays by number). */
guint8 *lp_scene_mask (const LpScene *scene, const guint8 *components, const guint8 *connections);

/* What an edit would change in a drawing: the scene after it is as lp_scene_new_after() makes it, but only that
 * is drawn which looks otherwise than before, or elsewhere. Immutable. */
typedef struct
{
  gatomicrefcount refs;
  LpScene *before, *after;
  guint8 *components, *connections; /* by number after: those that are drawn */
  guint8 *replaced;                 /* by item of the list before: not part of the drawing any more */
} LpSceneChange;

/* `design`: after the edit. `last` (or NULL): the change that was shown up to now; what is drawn in that is drawn in
 * this one too, so that less and less of the drawing before is shown. NULL where something was removed: then whole
 * scenes are to be shown instead. */
LpSceneChange *lp_scene_change_new (LpScene *before, const LpSceneChange *last, LpDesign *design,
                                    const LpCatalogue *catalogue, LpReview *review, LpSceneOptions options);
LpSceneChange *lp_scene_change_ref (LpSceneChange *change);
void lp_scene_change_unref (LpSceneChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpScene, lp_scene_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSceneChange, lp_scene_change_unref)

G_END_DECLS
