/* What fixes would make of a drawing, to be looked at before they are made. Immutable; made on any thread. */
#pragma once

#include "model/document.h"
#include "session/session.h"

G_BEGIN_DECLS

typedef struct
{
  LpDesign *before, *after;
  /* `after`, with what goes still in it, for drawing both: what was removed, and where connections and components that are
   * led or moved elsewhere were. */
  LpDesign *shown;
  GStrv added, changed, removed; /* ids of components and connections of `shown` */
  GPtrArray *words;              /* sentences (char *) that say the same */
  char *label;                   /* of the step */
  gboolean needs_replacement;    /* in reality a service would have to be made anew */
  gboolean is_comparison;        /* with another drawing (differences.h): there is nothing to apply */
  guint n_fixed, n_asking;       /* findings that are mended, and those whose fix a person decides */
} LpMendPreview;

void lp_mend_preview_free (LpMendPreview *preview);

/* Makes the document, which is what it was before, what was looked at: one step. */
void lp_mend_preview_apply (const LpMendPreview *preview, LpDocument *document);

/* Whether the session's rules may have a fix for the finding: cheap, and no promise. What is waived is not to be mended. */
gboolean lp_mend_may_be (LpSession *session, const LpFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpMendPreview, lp_mend_preview_free)

G_END_DECLS
