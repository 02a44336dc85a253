/* What the files of the canvas share. */
#pragma once

#include "session/questions.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/mirror.h"
#include "ui/canvas/line.h"
#include "ui/canvas/overlay-view.h"
#include "ui/canvas/scene-loader.h"
#include "ui/canvas/tile-cache.h"

G_BEGIN_DECLS

typedef struct _LpMotion LpMotion;

struct _LpCanvas
{
  GtkWidget parent_instance;

  LpSession *session;
  GStrv nudged;                /* what the last nudge moved, when, and what came of it; or NULL */
  gint64 nudge_time;
  guint64 nudge_revision;
  LpStage *stage;
  LpSceneLoader *loader;
  gboolean waiting;       /* nobody has seen it yet: it is drawn when somebody does */
  LpScene *pending;       /* arrived during a gesture, and waits for its end; or NULL */
  LpTileCache *tiles;
  LpMotion *motion;       /* everything on its way to where it stands, or NULL */
  LpOverlayView view;
  gboolean complete;      /* no tile was missing when it was last painted */
  gboolean fit_wanted;    /* as soon as there is a scene and a size */
  LpCanvasPlace place;    /* to show instead of everything, while `fit_wanted`; where its zoom is not 0 */
  gboolean fitted;        /* everything is shown, and nobody has moved it since: goes with the window's size */

  LpPoint pointer;        /* in view pixels */
  gboolean space_held;
  LpPoint pan_from;       /* offset of the panning drag that is done already */
  gboolean panning;
  LpPoint drag_at;        /* of the gesture under way, in view pixels */
  LpModifiers drag_modifiers;
  gboolean scrolling;     /* because it is at the edge */
  double pinch_from;      /* zoom when it began */

  char *walked_from;      /* the component whose connections are being walked over, or NULL */

  LpMirror *mirror;       /* for assistive technology */

  GtkWidget *editor;      /* the entry over the name of `edited`, or NULL */
  char *edited;           /* id */
  LpRect edited_area;     /* of the name, in diagram units */
  gboolean edited_frame;

  guint32 hidden_layers;  /* layers of concern that are not shown, as bits */
  guint hovered_finding;  /* number of the one whose mark is under the pointer, from 1; 0: none */
  LpLeftOpen *left_open;  /* questions that the person does not want to be asked again */
  char *asked;            /* the last one that was asked, or NULL */

  GtkWidget *popover;     /* the one that is open (menu, connect), or NULL */
};

/* canvas-input.c: pointer, wheel, touch, and dropping from the palette. */
void lp_canvas_add_controllers (LpCanvas *canvas);
/* canvas-actions.c: the actions and their keys. */
void lp_canvas_class_add_actions (GtkWidgetClass *widget_class);
/* canvas-arrange.c: those that arrange. */
void lp_canvas_class_add_arrange_actions (GtkWidgetClass *widget_class);
/* canvas-motion.c: from the scene that was shown to the one that is. */
void lp_canvas_start_motion (LpCanvas *canvas, LpScene *from);
void lp_canvas_stop_motion (LpCanvas *canvas);
/* FALSE where nothing is on its way. */
gboolean lp_canvas_snapshot_motion (LpCanvas *canvas, GtkSnapshot *snapshot);
/* canvas-walk.c: Tab, arrows, Enter and F7 over the drawing. */
void lp_canvas_class_add_walk_actions (GtkWidgetClass *widget_class);
/* canvas-select.c: selecting by what things are. */
void lp_canvas_class_add_select_actions (GtkWidgetClass *widget_class);
/* canvas-connections.c: what is done to connections alone. */
void lp_canvas_class_add_connection_actions (GtkWidgetClass *widget_class);
/* canvas-line.c: the segments and ends of the selected connection. */
void lp_canvas_class_add_line_actions (GtkWidgetClass *widget_class);
/* canvas-ends.c: lists of where its ends may be. */
void lp_canvas_class_add_end_actions (GtkWidgetClass *widget_class);
/* The next or the last segment, by the direction; FALSE where no connection is selected alone. */
gboolean lp_canvas_choose_segment (LpCanvas *canvas, LpPoint by);
/* canvas-scroll.c: the drag of the stage's gesture, in view pixels; at the edge it scrolls. */
void lp_canvas_drag_to (LpCanvas *canvas, LpPoint from, LpPoint to, LpModifiers modifiers);
void lp_canvas_class_add_snap_actions (GtkWidgetClass *widget_class);
/* canvas-menu.c: the menu of what is selected. */
void lp_canvas_class_add_menu_actions (GtkWidgetClass *widget_class);
void lp_canvas_add_menu_controllers (LpCanvas *canvas);
/* What it holds for the present selection: what the program cannot do is left out. */
GMenuModel *lp_canvas_new_menu (LpCanvas *canvas);
/* Selects the next component, or the one before; FALSE at the end. */
gboolean lp_canvas_step (LpCanvas *canvas, gboolean forward);
/* canvas-rename.c: writing a name where it stands. */
void lp_canvas_rename (LpCanvas *canvas);
/* Takes over what was written where `keep`. */
void lp_canvas_end_rename (LpCanvas *canvas, gboolean keep);
void lp_canvas_allocate_editor (LpCanvas *canvas);
void lp_canvas_add_rename_controllers (LpCanvas *canvas);
/* canvas-move-into.c: into another container. */
void lp_canvas_class_add_move_into_actions (GtkWidgetClass *widget_class);
/* canvas-connect.c: a list over the drawing. */
void lp_canvas_connect (LpCanvas *canvas);

/* canvas-layers.c: which of them are shown. */
void lp_canvas_class_add_layer_actions (GtkWidgetClass *widget_class);
/* Has a scene made of what the document, the review and the layers are now. */
void lp_canvas_request_scene (LpCanvas *canvas);
/* canvas-parts.c: asking for what floats over it. */
void lp_canvas_class_add_part_actions (GtkWidgetClass *widget_class);
/* canvas-findings.c: their marks under the pointer. */
void lp_canvas_add_findings (LpCanvas *canvas);
/* canvas-questions.c: asking what the review could not know; `finding` by its number in the review. */
void lp_canvas_class_add_question_actions (GtkWidgetClass *widget_class);
void lp_canvas_ask (LpCanvas *canvas, guint finding);
void lp_canvas_ask_next (LpCanvas *canvas);
/* canvas-find.c */
void lp_canvas_class_add_find_actions (GtkWidgetClass *widget_class);
/* canvas-pick.c: lists to pick from. */
void lp_canvas_class_add_pick_actions (GtkWidgetClass *widget_class);
void lp_canvas_pick_command (LpCanvas *canvas);
void lp_canvas_pick_kind (LpCanvas *canvas);
/* What is placed, and connected from the component with the id: at the point (diagram units), or beside it. */
void lp_canvas_pick_next (LpCanvas *canvas, const char *from, const LpPoint *at);

/* Whether there is a drawing to act on. */
gboolean lp_canvas_has_scene (LpCanvas *canvas);
/* Shows the popover at `area` (diagram units) until it closes; takes it over. */
void lp_canvas_show_popover (LpCanvas *canvas, GtkWidget *popover, LpRect area);
/* The same for one to type into: `picker`, in it, has the keyboard, and no key is lost when it opens or closes. */
void lp_canvas_show_picker (LpCanvas *canvas, GtkWidget *popover, GtkWidget *picker, LpRect area);
/* Removes a child that may be emitting a signal: when it is done. */
void lp_canvas_take_away (GtkWidget *child);
/* Where the element is drawn; FALSE where the scene does not have it. */
gboolean lp_canvas_find_area (LpCanvas *canvas, const char *id, LpRect *area);

G_END_DECLS
