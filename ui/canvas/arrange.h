/* Edits of place and size: inside a transaction that the caller has opened where they take a GError, else one
 * undo step each. */
#pragma once

#include "layout/align.h"
#include "model/edit.h"
#include "ui/canvas/stage.h"

G_BEGIN_DECLS

double lp_snap (double value);

/* Writes down where everything stands, so that moving one thing does not make the layout move the others. */
gboolean lp_arrange_pin (LpStage *stage, GError **error);

/* The top left corner of a container, absolute; 0, 0 for LP_NONE. */
LpPoint lp_arrange_get_corner (LpStage *stage, guint container);

/* Why `kind` may not stand in the component `container`, or NULL where it may. Anything may stand at the top
 * level (LP_NONE): a drawing begins somewhere. Free with g_free(). */
char *lp_arrange_refusal (LpStage *stage, const char *kind, guint container);

/* The same for a component of the drawing: for what is grouped in a plain frame, too. */
char *lp_arrange_refusal_of (LpStage *stage, guint component, guint container);

/* Puts the component at `corner` (absolute, of its tile or frame) into `container` (LP_NONE: the top level), and
 * lets the containers around it grow to hold it. Refuses what is locked, with LP_EDIT_ERROR_INVALID. */
gboolean lp_arrange_put (LpStage *stage, guint component, guint container, LpPoint corner, GError **error);

/* How large a container is: the size in the document is the least it has, given when it was placed or by hand (its
 * handles, Ctrl and arrows); beyond it, and from nothing where it has none, it is as large as what stands in it needs
 * with the margin, and so grows and shrinks with it. */

/* `container` and those around it are about to hold `area` (absolute), which is where something will stand: what a
 * growing frame would come to lie on makes room. Everything has been pinned. */
gboolean lp_arrange_hold (LpStage *stage, guint container, LpRect area, GError **error);
/* The same, to every side. */
gboolean lp_arrange_hold_around (LpStage *stage, guint container, LpRect area, GError **error);
/* For a container that is given another rectangle; what it would come nearer to than `clear` makes room. */
gboolean lp_arrange_make_room (LpStage *stage, guint container, LpRect from, LpRect to, double clear, GError **error);
/* The lines laid by hand that count from this container now, by so much: inside the transaction in which its origin
 * goes against it. */
gboolean lp_arrange_shift_lines (LpStage *stage, const char *container, LpPoint by, GError **error);
/* Moves the component by so much, and lets the containers around it adapt, to every side. Pinned, as above. */
gboolean lp_arrange_shift (LpStage *stage, guint component, LpPoint by, GError **error);

/* arrange-lock.c: what is locked is not moved, resized, pushed or deleted by what a person does with it. */
gboolean lp_arrange_is_locked (LpStage *stage, guint component);
/* "web is locked". Free with g_free(). */
char *lp_arrange_locked_message (const LpComponent *component);
/* Takes the locked ones out of the array (numbers); gives one of them, or LP_NONE. */
guint lp_arrange_leave_locked (LpStage *stage, GArray *roots);
/* lp_stage_get_selected_roots() without those that are locked; a message where nothing else is selected. */
GArray *lp_arrange_get_movable (LpStage *stage);
/* The ids that are selected, without what is, or holds, something locked; with a message where that is left out. */
GStrv lp_arrange_get_deletable (LpStage *stage);
/* Locks what is selected, or unlocks it where all of it is locked. One undo step. */
void lp_arrange_toggle_locked (LpStage *stage);

/* Numbers of all the components that are selected. */
GArray *lp_arrange_get_selected (LpStage *stage);

/* arrange-fold.c: one undo step each. Opening makes room for what is larger again; nothing else is moved. */
void lp_arrange_set_collapsed (LpStage *stage, const GArray *containers, gboolean collapsed);
/* The selected containers: collapses them, or opens them where all are collapsed. */
void lp_arrange_toggle_collapsed (LpStage *stage);

/* arrange-order.c: in front of or behind its siblings. One undo step. */
typedef enum
{
  LP_ORDER_FRONT,
  LP_ORDER_FORWARD,  /* past the next one that it touches */
  LP_ORDER_BACKWARD,
  LP_ORDER_BACK,
} LpOrder;

void lp_arrange_order (LpStage *stage, LpOrder where);

/* arrange-tidy.c: lays out what is selected, that of each container on its own, or all of the drawing where nothing is.
 * What is locked stays; lines laid by hand find their own way again. One undo step; FALSE where nothing changed. */
gboolean lp_arrange_tidy (LpStage *stage);
/* For several siblings (numbers) that together take another rectangle: the others give way. */
gboolean lp_arrange_make_room_for (LpStage *stage, const GArray *siblings, LpRect from, LpRect to, GError **error);

/* arrange-group.c: a group around what is selected, or what is in the selected groups without them. Nothing moves, and
 * nothing comes to stand elsewhere for the review. One undo step; selects what came of it. */
void lp_arrange_group (LpStage *stage);
void lp_arrange_ungroup (LpStage *stage);

/* arrange-member.c: what is selected beside one Auto Scaling group or security group belongs to it from now on; where
 * all of it does already, no longer. One undo step. */
void lp_arrange_toggle_members (LpStage *stage);

/* arrange-line.c: what is selected, also from different containers, lines up or gets equal spaces. One undo step;
 * a message on the stage where too little is selected. */
void lp_arrange_line_up (LpStage *stage, LpLineUp line);
void lp_arrange_distribute (LpStage *stage, gboolean across);

/* What the container must go on holding: all that stands in it, with room for its name, on the grid; empty
 * where it is empty. */
LpRect lp_arrange_get_content (LpStage *stage, guint container);
/* Gives the frame another rectangle (absolute); what stands in it stays where it is. */
gboolean lp_arrange_set_rect (LpStage *stage, guint container, LpRect to, GError **error);
/* The same as one undo step. */
void lp_arrange_resize (LpStage *stage, guint container, LpRect to);
/* Moves its right and bottom edges, but not over its content. One undo step. */
void lp_arrange_resize_by (LpStage *stage, guint container, LpPoint by);
/* Draws the frames of these (numbers) in around what stands in them, and leaves them without a size of their own.
 * One undo step. */
void lp_arrange_fit (LpStage *stage, const GArray *containers);

/* arrange-into.c: whether the container (LP_NONE: the top level) may hold all that is selected, and not all of it
 * stands there already. */
gboolean lp_arrange_may_move_into (LpStage *stage, guint container);
/* Moves what is selected to where there is room in it, as it stands together. One undo step. */
void lp_arrange_move_into (LpStage *stage, guint container);

/* The container in which a thing of this kind would be put without anybody pointing: the selected container, or
 * the one around the selected component, or the next one outwards that may hold it. */
guint lp_arrange_find_container (LpStage *stage, const char *kind);
/* A corner where `size` is free of other components inside `container`: at the top level near the middle of what
 * is seen. */
LpPoint lp_arrange_find_room (LpStage *stage, guint container, double width, double height);

/* Adds a component of `kind`: with its middle at `at` where given, else where there is room. One undo step. The
 * new one is selected. NULL, with a message on the stage, where the container refuses it. */
char *lp_arrange_place (LpStage *stage, const char *kind, const LpPoint *at);

/* The same inside a transaction: the tile or frame of the new one gets its `corner` (absolute), and `container`
 * (LP_NONE: the top level) grows to hold it. NULL where the document refuses it. */
char *lp_arrange_add (LpStage *stage, const char *kind, guint container, LpPoint corner, GError **error);
/* The size of a tile, or of the frame, that a new component of this kind gets. */
LpPoint lp_arrange_new_size (LpStage *stage, const char *kind);
/* A corner for a new component of this kind beside `component`, on its right, where it stands on nothing; or
 * wherever there is room in `container` where that is not its own. */
LpPoint lp_arrange_find_room_beside (LpStage *stage, guint component, guint container, const char *kind);

G_END_DECLS
