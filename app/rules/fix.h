/* What mends a finding: the fixes that its rule has, offered and made. A fix is edits of a document; made, it is one
 * step of the history, under its title. */
#pragma once

#include "model/document.h"
#include "rules/review.h"

G_BEGIN_DECLS

#define LP_FIX_ERROR (lp_fix_error_quark ())

typedef enum
{
  LP_FIX_ERROR_NO_FIX = 1, /* the rule is not in the pack, or has no such fix, or it is not one for this finding */
  LP_FIX_ERROR_GONE,       /* the drawing has no such finding any more */
  LP_FIX_ERROR_UNKNOWN,    /* rests on a property that is not set */
  LP_FIX_ERROR_BROKEN,     /* an expression of the fix went wrong */
  LP_FIX_ERROR_NO_PLACE,   /* nothing can hold what it adds or moves */
  LP_FIX_ERROR_NOTHING,    /* would change nothing */
} LpFixErrorCode;

GQuark lp_fix_error_quark (void);

typedef struct
{
  guint index;                /* to be given to lp_fix_apply() */
  char *title;                /* in the program's language */
  gboolean needs_replacement; /* in reality the service would have to be made anew */
  gboolean asks;              /* a person decides a value; the fix sets the one that it proposes */
} LpFixOffer;

/* The fixes for a finding of the design. `options` are those of the review that gave it; here and below, NULL stands for
 * the defaults. Gives an array of LpFixOffer, in the rule's order; empty where there is none. Free
 * with g_ptr_array_unref(). */
GPtrArray *lp_fix_list (LpPack *pack, LpDesign *design, const LpFinding *finding, const LpReviewOptions *options);
/* Whether the finding's rule has any; cheap, and no promise that one is for this finding. */
gboolean lp_fix_may_be (const LpPack *pack, const LpFinding *finding);

/* Makes fix number `index` of the finding's rule, inside a transaction that the caller has opened. Refuses in
 * LP_FIX_ERROR or LP_EDIT_ERROR; the caller then rolls back. */
gboolean lp_fix_make (LpPack *pack, LpDocument *document, const LpFinding *finding, guint index,
                      const LpReviewOptions *options, GError **error);
/* The same as a step of its own, under the fix's title. FALSE: the document is as it was. */
gboolean lp_fix_apply (LpPack *pack, LpDocument *document, const LpFinding *finding, guint index,
                       const LpReviewOptions *options, GError **error);

G_END_DECLS
