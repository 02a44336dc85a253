/* A fix under way in a document. */
#pragma once

#include "rules/fix-plan.h"
#include "model/document.h"

G_BEGIN_DECLS

typedef struct
{
  const LpFixPlan *plan;
  LpDocument *document;
  const LpCatalogue *catalogue;
  GHashTable *names; /* what edits made: name -> GPtrArray of ids */
} LpFixWork;

/* Makes all edits of the plan, inside a transaction. Refuses in LP_FIX_ERROR or LP_EDIT_ERROR; the caller rolls
 * back. */
gboolean lp_fix_work (const LpFixPlan *plan, LpDocument *document, GError **error);

/* The ids of an operand: those of the plan, or what has its name. Borrowed, may be empty. */
const GPtrArray *lp_fix_work_ids (const LpFixWork *work, const LpFixOperand *operand, const GPtrArray *ids);
/* `name` may be NULL; takes over the ids. */
void lp_fix_work_name (LpFixWork *work, const char *name, GPtrArray *ids);

/* fix-copy.c: copies the components, each with all that it holds, into the containers (one for each, or one for all),
 * connected like the originals. Gives the copies' ids in the order of the originals. */
GPtrArray *
lp_fix_copy (LpDocument *document, const GPtrArray *ids, const GPtrArray *containers, GError **error);

/* What is nobody else's: properties that a copy does not have. */
gboolean lp_fix_is_own_property (const char *name);

/* fix-connect.c */
gboolean lp_fix_connect (LpFixWork *work, const LpFixStep *step, GError **error);
gboolean lp_fix_insert (LpFixWork *work, const LpFixStep *step, GError **error);
gboolean lp_fix_reconnect (LpFixWork *work, const LpFixStep *step, GError **error);

/* fix-work.c: adds a component of the step's kind into the container (NULL: the top level), with its label and
 * properties. Gives its id; free with g_free(). */
char *lp_fix_add (LpFixWork *work, const LpFixStep *step, const char *container, GError **error);
/* The container that the step names for something of that kind beside `beside`; *container may become NULL, the top
 * level. */
gboolean lp_fix_find_container (
    LpFixWork *work, const LpFixStep *step, const GPtrArray *beside, const char *kind, char **container, GError **error);

G_END_DECLS
