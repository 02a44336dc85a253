/* The parts of a scene, each drawn by a file of its own into one builder. */
#pragma once

#include "route/route.h"
#include "scene/draw-builder.h"
#include "scene/hops.h"
#include "scene/outlines.h"
#include "scene/scene.h"

G_BEGIN_DECLS

typedef struct
{
  LpDesign *design;           /* what is drawn: fold->shown */
  const LpFold *fold;
  const LpCatalogue *catalogue;
  const LpPlacement *placement;
  const LpOutlines *outlines;
  const LpRoute *routes;      /* by connection */
  const LpHops *hops;
  /* By component and connection: which to draw; NULL: all. */
  const guint8 *only_components, *only_connections;
  /* The same: which are left out, with the layers that are hidden; NULL: none. */
  const guint8 *hidden_components, *hidden_connections;
  LpReview *review;           /* or NULL */
  LpSceneOptions options;
  LpDrawBuilder *out;
  LpRect bounds;              /* of what is drawn so far */
} LpSceneBuilder;

static inline gboolean
lp_scene_hides_component (const LpSceneBuilder *scene, guint component)
{
  return scene->hidden_components != NULL && scene->hidden_components[component];
}

static inline gboolean
lp_scene_draws_component (const LpSceneBuilder *scene, guint component)
{
  return !lp_scene_hides_component (scene, component)
         && (scene->only_components == NULL || scene->only_components[component]);
}

static inline gboolean
lp_scene_draws_connection (const LpSceneBuilder *scene, guint connection)
{
  return (scene->hidden_connections == NULL || !scene->hidden_connections[connection])
         && (scene->only_connections == NULL || scene->only_connections[connection]);
}

#define LP_FILL(colour_) ((LpStroke){ .fill = (colour_) })
#define LP_LINE(colour_, width_) ((LpStroke){ .stroke = (colour_), .width = (width_) })

/* components.c */
void lp_scene_draw_frames (LpSceneBuilder *scene);
void lp_scene_draw_tiles (LpSceneBuilder *scene);
/* The border of a kind's frame, and the ink that goes with it. */
LpStroke lp_scene_frame_stroke (const LpKind *kind, LpColour *ink);
LpColour lp_scene_tile_colour (const LpCatalogue *catalogue, const LpKind *kind);

/* annotations.c: notes, texts, pictures, title blocks */
void lp_scene_draw_annotation (LpSceneBuilder *scene, guint component, const LpKind *kind);

/* spans.c */
void lp_scene_draw_spans (LpSceneBuilder *scene);
void lp_scene_draw_outlines (LpSceneBuilder *scene);
/* On the tiles, of what has no outline. */
void lp_scene_draw_memberships (LpSceneBuilder *scene);

/* connectors.c */
/* The plate under the connection's label; 0 by 0 where it has none. */
void lp_scene_measure_label (const LpConnection *connection, double *width, double *height);
void lp_scene_draw_connectors (LpSceneBuilder *scene);
void lp_scene_draw_connector_labels (LpSceneBuilder *scene);
/* The dashes of the catalogue; a pair that is there twice, once. */
void lp_scene_set_dash (LpStroke *style, const double dash[4]);
LpStroke lp_scene_connection_style (const LpConnectionKind *kind);
/* At its end. */
LpHead lp_scene_connection_head (const LpConnectionKind *kind);

/* marks.c */
void lp_scene_draw_marks (LpSceneBuilder *scene);
/* One mark around the point: the shape of its severity, with the text in it where there is one. */
void lp_scene_draw_mark (LpDrawBuilder *out, LpPoint centre, const LpFinding *finding, const char *text);
/* What stands in the mark of the finding with this number (from 0); free with g_free(). */
char *lp_scene_mark_text (guint number);

/* Whether this one of the related gets a mark: the finding's own component, and what the finding is about together
 * with that, things of the same kind. */
gboolean lp_scene_is_marked (const LpDesign *design, const LpFinding *finding, const char *related);

/* The speech bubble of comments, as lp_scene_draw_mark(). */
void lp_scene_draw_bubble (LpDrawBuilder *out, LpPoint centre, const char *text);

/* pins.c: where the open comments stand. */
typedef struct
{
  LpSceneHost host;    /* both LP_NONE: on the design as a whole */
  guint first;         /* number of the first in the header */
  GPtrArray *comments; /* of LpComment, borrowed; never empty */
} LpScenePin;

/* Of LpScenePin, in the order of their first comments; free with g_ptr_array_unref(). */
GPtrArray *lp_scene_find_pins (const LpSceneBuilder *scene);
/* The id of the host; NULL for the design as a whole. */
const char *lp_scene_pin_id (const LpSceneBuilder *scene, const LpScenePin *pin);
/* The group of the pin, with what is said there. */
void lp_scene_begin_pin (LpSceneBuilder *scene, const LpScenePin *pin, const char *type, LpPoint anchor);
/* What stands in its bubble; free with g_free(). */
char *lp_scene_pin_text (const LpScenePin *pin);

/* legend.c: above and below the drawing */
void lp_scene_draw_title (LpSceneBuilder *scene);
void lp_scene_draw_legend (LpSceneBuilder *scene);
/* "2 open comments"; free with g_free(). */
char *lp_scene_comments_title (guint n);
/* "Kim: why not two of them?"; free with g_free(). */
char *lp_scene_comment_words (const LpComment *comment);

G_END_DECLS
