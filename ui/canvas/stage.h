/* What the tools of the canvas see and change: the document, its scene, the view on it, the selection, and the
 * overlay. No widget: a test plays gestures on it as a person does with the pointer. */
#pragma once

#include "model/document.h"
#include "session/mend-preview.h"
#include "ui/canvas/overlay.h"
#include "ui/canvas/selection.h"
#include "ui/canvas/viewport.h"

G_BEGIN_DECLS

#define LP_GRID 8.0

typedef enum
{
  LP_MODIFIER_NONE = 0,
  LP_MODIFIER_EXTEND = 1 << 0, /* Shift or Ctrl: to what is selected already */
  LP_MODIFIER_FREE = 1 << 1,   /* Ctrl: neither grid nor guides */
  LP_MODIFIER_COPY = 1 << 2,   /* Alt: a copy is dragged off */
} LpModifiers;

typedef struct _LpTool LpTool;

/* A tool's state begins with this. */
typedef struct
{
  const LpTool *tool;
} LpGesture;

#define LP_TYPE_STAGE (lp_stage_get_type ())
G_DECLARE_FINAL_TYPE (LpStage, lp_stage, LP, STAGE, GObject)

/* The edit of a gesture, inside a transaction on stage->document. */
typedef gboolean (*LpStageEdit) (LpStage *stage, gpointer data, GError **error);

/* Signals: "overlay-changed" (): to be painted again.
 *          "preview" (pointer LpDesign): what a gesture would make of the design, to be drawn as a change of `scene`
 *            and given back with lp_stage_set_change(); NULL: not any more.
 *          "message" (string): something for the person to read that changed nothing.
 *          "mark-activated" (uint): the mark of that finding of the review was clicked.
 *          "comment-activated" (string): the pin of that comment, the first of its place, was clicked; what it is
 *            pinned to is selected.
 *          "next-wanted" (uint, double, double): a connection was drawn from the component to an empty point. */
struct _LpStage
{
  GObject parent_instance;
  LpDocument *document;
  const LpCatalogue *catalogue;
  LpScene *scene;          /* of the present state; NULL before the first */
  LpViewport *viewport;
  LpSelection *selection;
  LpOverlay overlay;
  LpGesture *gesture;      /* under way, or NULL */
  GStrv lit;               /* ids that are outlined beside the selection; or NULL */
  GStrv found;             /* ids that a search has found; or NULL */
  GStrv witness;           /* ids that the finding under the pointer is about; or NULL */
  LpStage *rehearsal;      /* the same on a copy of the document: where a gesture tries its edit; or NULL */
  gboolean trying;         /* an edit was tried, and its change is not there yet */
  LpStageEdit next_edit;   /* the one to be tried then; or NULL */
  gpointer next_data;
  gboolean pinned;         /* on such a copy: everything stands where its record says */
  LpSceneChange *change;   /* what the edit would make of `scene`; or NULL */
  gboolean settling;       /* an edit was made, and the scene is the one before it */
  guint hovered_frame;     /* the container under the pointer, whose handle for collapsing shows, or LP_NONE */
  guint segment;           /* the one of the selected connection that keys move; or LP_NONE */
  const LpMendPreview *mend; /* fixes: what they would make is shown instead of the drawing; or NULL */
  gboolean bare;           /* only to be looked at: no handles, and presses are nobody's */
  guint hovered;           /* the component whose connection handles show, or LP_NONE */
};

LpStage *lp_stage_new (LpDocument *document, const LpCatalogue *catalogue);
/* Ends a gesture under way: what it saw is no longer there. */
void lp_stage_set_scene (LpStage *stage, LpScene *scene);

/* --- gestures, in diagram units ---------------------------------------------------------------------- */

/* The first tool of lp_tools that takes the press gets the gesture. FALSE where none does. */
gboolean lp_stage_press (LpStage *stage, LpPoint at, LpModifiers modifiers);
void lp_stage_drag (LpStage *stage, LpPoint at, LpModifiers modifiers);
void lp_stage_release (LpStage *stage, LpPoint at, LpModifiers modifiers);
/* Ends it without a trace. FALSE where none was under way. */
gboolean lp_stage_cancel (LpStage *stage);
/* The pointer is there, with no button down. Gives the name of the cursor, or NULL for the usual one. */
const char *lp_stage_hover (LpStage *stage, LpPoint at);

/* Shows it, where it is of the present scene; NULL: the scene as it is. */
void lp_stage_set_change (LpStage *stage, LpSceneChange *change);

/* --- for tools --------------------------------------------------------------------------------------- */

LpHit lp_stage_pick (LpStage *stage, LpPoint at);
/* Units that look like so many pixels at the present zoom. */
double lp_stage_units (LpStage *stage, double pixels);
const LpDesign *lp_stage_get_design (LpStage *stage);
/* The component with this number as the scene shows it, and its id; NULL for LP_NONE. Borrowed from the scene. */
const LpComponent *lp_stage_get_component (LpStage *stage, guint component);
const char *lp_stage_get_id (LpStage *stage, guint component);
/* Numbers of the selected components that do not stand inside another selected one. */
GArray *lp_stage_get_selected_roots (LpStage *stage);
/* What a thing may line up with: the rectangles (LpRect) of all of its sort (`frames`: containers, else tiles) that are
 * seen, where those are not too many, else of those in `container`; not what is being dragged, and not `except`
 * (LP_NONE), what stands in it and what it stands in. */
GArray *lp_stage_get_around (LpStage *stage, guint container, gboolean frames, guint except);
void lp_stage_overlay_changed (LpStage *stage);
/* Asks what is to be placed and connected from the component, which was dragged out to the empty `at`. */
void lp_stage_want_next (LpStage *stage, guint component, LpPoint at);
void lp_stage_message (LpStage *stage, const char *message);
/* Shows what the edit would make of the drawing; it is made on a copy of the document, so that a gesture shows what it
 * comes to, to the last connector. NULL: what there is. `data` must last as long as the gesture: while one change is
 * being drawn, the next edit waits, and only the last of those that wait is tried. */
void lp_stage_preview (LpStage *stage, LpStageEdit edit, gpointer data);
/* What was asked for is not wanted any more. */
void lp_stage_stop_trying (LpStage *stage);
/* Makes it: one undo step. FALSE, with a message where there is an error, where nothing changed. */
gboolean lp_stage_apply (LpStage *stage, const char *label, LpStageEdit edit, gpointer data);
/* Commits what was done since lp_document_begin(), or rolls it back and says why where `error` is set. */
gboolean lp_stage_finish (LpStage *stage, const GError *error);

G_END_DECLS
