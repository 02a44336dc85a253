/* The drawing, to be looked at and edited. One widget however large the document: it paints tiles, and above
 * them what is selected and what a gesture does. */
#pragma once

#include <gtk/gtk.h>

#include "session/session.h"
#include "ui/canvas/stage.h"

G_BEGIN_DECLS

#define LP_TYPE_CANVAS (lp_canvas_get_type ())
G_DECLARE_FINAL_TYPE (LpCanvas, lp_canvas, LP, CANVAS, GtkWidget)

/* Signals: "message" (string): for the person to read.
 *          "mark-activated" (uint): the mark of that finding of the review was clicked.
 *          "comment-activated" (string): the pin of that comment was clicked.
 *          "fix-wanted" (uint): lp_canvas_fix().
 *          "scene-changed" (): another scene is shown.
 *          "part-toggled" (string): the "minimap" or the "legend" is to come up, or to go.
 *          "layers-changed" (): others are hidden.
 *          "find" (int): what is to be found is to be asked for (0), or the next (1) or previous (-1) match shown.
 * Actions: "canvas." and what lp_canvas_class_add_actions() and its like install; ui/commands names them for people. */

/* What is seen: pixels per unit, and the diagram point in the middle. */
typedef struct
{
  double zoom;
  LpPoint centre;
} LpCanvasPlace;

/* Before a session is set: makes its drawing only when the canvas is mapped. */
void lp_canvas_wait (LpCanvas *canvas);
/* NULL: nothing is shown. */
void lp_canvas_set_session (LpCanvas *canvas, LpSession *session);
/* Borrowed; another one for each session; NULL without a session. */
LpStage *lp_canvas_get_stage (LpCanvas *canvas);

/* Shows all of it. */
void lp_canvas_fit (LpCanvas *canvas);
/* Shows the place, as soon as there is a scene and a size. */
void lp_canvas_set_place (LpCanvas *canvas, const LpCanvasPlace *place);
/* FALSE where all of it is shown, or will be. */
gboolean lp_canvas_get_place (LpCanvas *canvas, LpCanvasPlace *place);
/* Selects a component or connection, and scrolls to it. */
void lp_canvas_show_element (LpCanvas *canvas, const char *id);
/* Outlines these until something else is selected: what a finding is about. */
void lp_canvas_light_up (LpCanvas *canvas, const char *const *ids);
/* The same for everything that shows the finding: what it is about, the way between, the zone that is shared. */
void lp_canvas_light_up_finding (LpCanvas *canvas, const LpFinding *finding);
/* Layers of concern that are left out of what is shown, a bit for each by its number in the catalogue. The document does
 * not know of it. */
guint32 lp_canvas_get_hidden_layers (LpCanvas *canvas);
void lp_canvas_set_hidden_layers (LpCanvas *canvas, guint32 layers);
/* Outlines these as what a search has found; NULL: nothing. */
void lp_canvas_set_found (LpCanvas *canvas, const char *const *ids);
/* What is typed goes to the drawing: it has the focus, or what stands for an element of it before assistive
 * technology does. */
gboolean lp_canvas_has_keyboard (LpCanvas *canvas);
/* A name or a note that is being written goes into the document, as one undo step: before that is saved, or its view
 * closed. */
void lp_canvas_keep_writing (LpCanvas *canvas);
/* Shows what fixes would make of the drawing in its place, only to be looked at, as long as the preview is set; borrowed.
 * NULL: the drawing. */
void lp_canvas_show_mend (LpCanvas *canvas, const LpMendPreview *preview);
/* Goes to these of a preview that is shown, and lights them up. */
void lp_canvas_show_difference (LpCanvas *canvas, const char *const *ids);
/* Asks how the finding (its number in the review; G_MAXUINT: everything that needs no decision) is to be mended. */
void lp_canvas_fix (LpCanvas *canvas, guint finding);
/* Places a component of the kind where there is room for it, and selects it. */
void lp_canvas_place (LpCanvas *canvas, const char *kind);

/* Whether every tile in sight is painted: for tests and measurements. */
gboolean lp_canvas_is_complete (LpCanvas *canvas);

G_END_DECLS
