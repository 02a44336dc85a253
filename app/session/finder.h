/* Finding things in a document: by name, kind, property or finding, in either language. */
#pragma once

#include "catalogue/catalogue.h"
#include "model/design.h"
#include "model/finding.h"

G_BEGIN_DECLS

/* Everything that can be found of one design, ready to be searched many times. Immutable. */
typedef struct _LpFinder LpFinder;

typedef struct
{
  gboolean is_connection;
  guint index; /* number of the component or connection */
} LpFinderHit;

/* `review` may be NULL. The catalogue must outlive it. */
LpFinder *lp_finder_new (const LpDesign *design, const LpCatalogue *catalogue, const LpReview *review);
void lp_finder_free (LpFinder *finder);

/* Everything in which each word of `text` stands: in its name, id, kind, properties ("engine mysql") or findings
 * ("HA-004"). Components before connections, in the document's order: an array of LpFinderHit, free with
 * g_array_unref(). An empty text finds nothing. */
GArray *lp_finder_run (const LpFinder *finder, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFinder, lp_finder_free)

G_END_DECLS
