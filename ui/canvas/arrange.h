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

/* Why `kind` may not stand in the component `container`, or NULL where it may. Anything may stand at the top
 * level (LP_NONE): a drawing begins somewhere. Free with g_free(). */
char *lp_arrange_refusal (LpStage *stage, const char *kind, guint container);

/* Puts the component at `corner` (absolute, of its tile or frame) into `container` (LP_NONE: the top level), and
 * lets the containers around it grow to hold it. */
gboolean lp_arrange_put (LpStage *stage, guint component, guint container, LpPoint corner, GError **error);

/* How large a container is: the size in the document is the least it has, given when it was placed or by hand (its
 * handles, Ctrl and arrows); beyond it, and from nothing where it has none, it is as large as what stands in it needs
 * with the margin, and so grows and shrinks with it. */

/* `container` and those around it are about to hold `area` (absolute), which is where something will stand: what a
 * growing frame would come to lie on makes room. Everything has been pinned. */
gboolean lp_arrange_hold (LpStage *stage, guint container, LpRect area, GError **error);
/* The same, to every side, for a container that is given another rectangle. */
gboolean lp_arrange_make_room (LpStage *stage, guint container, LpRect from, LpRect to, GError **error);

/* Moves the component by so much, and lets the containers around it adapt, to every side. Pinned, as above. */
gboolean lp_arrange_shift (LpStage *stage, guint component, LpPoint by, GError **error);

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
