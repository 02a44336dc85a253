/* Known findings, in a file: only what is new beside them counts (docs/configuration.md). */
#pragma once

#include "model/design.h"
#include "model/finding.h"
#include "rules/pack.h"

G_BEGIN_DECLS

typedef struct
{
  char *file; /* of the document, relative to the baseline's folder */
  char *page; /* of a file that has several, or NULL */
  char *rule;
  char *component; /* id, or NULL */
  char *fingerprint;
  char *shape;   /* what tells it where its component has another id now; or NULL */
  char *message; /* for people */
  gboolean seen; /* it occurred in this run */
} LpKnown;

typedef struct _LpBaseline LpBaseline;

/* `path` is where it is, or will be: files are named relative to its folder. */
LpBaseline *lp_baseline_new (const char *path);
/* Refuses in LP_READ_ERROR, at the place of the mistake; FORMAT where the file is no baseline. */
LpBaseline *lp_baseline_load (const char *path, GError **error);
void lp_baseline_free (LpBaseline *baseline);
const char *lp_baseline_get_path (const LpBaseline *baseline);

/* One document of a run. */
typedef struct
{
  const char *file; /* as the user named it; "-" for standard input */
  const char *page; /* or NULL */
  const LpPack *pack;
  LpDesign *design;
} LpBaselined;

/* The review without what is known, which its summary counts. Marks what was seen. Free with lp_review_unref(). */
LpReview *lp_baseline_subtract (LpBaseline *baseline, const LpBaselined *document, LpReview *review);
/* Puts what the review finds, and is not waived, in the place of what was known of the document. */
void lp_baseline_take (LpBaseline *baseline, const LpBaselined *document, const LpReview *review);
/* What is known of the document's file and was not seen: of LpKnown, borrowed; added to `gone`. */
void lp_baseline_add_gone (const LpBaseline *baseline, const char *file, GPtrArray *gone);
/* One finding a line, in an order that does not depend on the run's. */
GBytes *lp_baseline_write (const LpBaseline *baseline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpBaseline, lp_baseline_free)

G_END_DECLS
