/* Copies of what is drawn: taking what is selected, and putting copies where there is room. Each put is one undo step,
 * after which the copies are selected. */
#pragma once

#include "ui/canvas/stage.h"

G_BEGIN_DECLS

/* What is selected, as it stands (model/clip.h). NULL where no component is. Free with lp_design_unref(). */
LpDesign *lp_copies_take (LpStage *stage);

/* Puts a clip into the document: into the selected container where that may hold it, else into the container at `at`
 * or, where `at` is NULL, the one in which the original stands, or the next one outwards that may hold it. With its
 * middle at `at`, else beside where the original stood; where that is taken, at the nearest free place. What has no
 * place in the clip gets one. FALSE, with a message on the stage, where it holds nothing. */
gboolean lp_copies_paste (LpStage *stage, LpDesign *clip, const LpPoint *at);

/* The same with a note that holds the text; FALSE, with a message, where that is too long for one. */
gboolean lp_copies_paste_note (LpStage *stage, const char *text, const LpPoint *at);

/* The same with a picture in PNG; FALSE, with a message, where it is too large for a document. */
gboolean lp_copies_paste_image (LpStage *stage, GBytes *png, const LpPoint *at);

/* Copies what is selected to a free place beside it, with its connections to everything else. */
gboolean lp_copies_duplicate (LpStage *stage);
/* The same with the components `roots` (numbers), `offset` away, inside the caller's transaction: each into the container of its original where `container` is
 * that of `grabbed`, else all into `container` (LP_NONE: the top level). Appends the ids (char *) of the copies to `made`,
 * which is theirs to free; they are not selected. */
gboolean lp_copies_drop (LpStage *stage, const GArray *roots, LpPoint offset, guint grabbed, guint container,
                         GPtrArray *made, GError **error);
/* Selects these. */
void lp_copies_select (LpStage *stage, GPtrArray *made);

/* copies-zones.c: copies what is selected into the other Availability Zones (model/spread.h), and makes room there.
 * FALSE, with a message, where there is nothing to do. */
gboolean lp_copies_one_in_each_zone (LpStage *stage);

/* copies-style.c: gives everything selected of the same kind the properties of `from`, but for those that only one thing
 * can have. One undo step; FALSE, with a message, where there is nothing of that kind. */
gboolean lp_copies_give_properties (LpStage *stage, const LpComponent *from);

G_END_DECLS
