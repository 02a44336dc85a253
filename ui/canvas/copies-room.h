/* Copies on their way into the document: which container takes them, and where in it there is room. */
#pragma once

#include "ui/canvas/stage.h"

G_BEGIN_DECLS

typedef struct
{
  LpStage *stage;
  LpDesign *clip;         /* everything in it has its place */
  LpIndices roots;        /* of the clip */
  guint *containers;      /* by root: where it goes */
  LpRect *extents;        /* by root: where the original stands, with its label */
  LpRect bounds;          /* of all of them */
  LpPoint first;          /* corner of the first one's tile or frame */
} LpCopies;

const LpComponent *lp_copies_get_root (const LpCopies *copies, guint root);
/* Where the root would stand, with its label. */
LpRect lp_copies_get_extent (const LpCopies *copies, guint root, LpPoint offset);

void lp_copies_put_all_into (LpCopies *copies, guint container);
/* The first container that may hold all of it, from there outwards; LP_NONE: the top level, which may hold anything. */
guint lp_copies_find_holder (const LpCopies *copies, guint from);
/* The selected container, unless it is the very thing that was copied, or LP_NONE. */
guint lp_copies_find_selected_holder (const LpCopies *copies);

/* Offsets from where the originals stand, so that nothing is covered in the containers in which they go. */
LpPoint lp_copies_find_near (const LpCopies *copies, LpPoint wanted);
/* Beside the originals in their row, else below them in their column, as long as the containers need not grow. */
LpPoint lp_copies_find_beside (const LpCopies *copies);
/* In the first corner of the container that is free. */
LpPoint lp_copies_find_in (const LpCopies *copies, guint container);
/* With the middle of it there, on the grid, whether that is free or not. */
LpPoint lp_copies_centre_at (const LpCopies *copies, LpPoint at);
gboolean lp_copies_is_free (const LpCopies *copies, LpPoint offset);
/* The nearest offset with which nothing leaves its container to the left or the top. */
LpPoint lp_copies_keep_inside (const LpCopies *copies, LpPoint offset);

G_END_DECLS
