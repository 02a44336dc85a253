/* Finding things in a document: by name, kind, property or finding, in either language. */
#pragma once

#include "catalogue/catalogue.h"
#include "model/design.h"
#include "model/finding.h"

G_BEGIN_DECLS

/* Everything that can be found of one design, ready to be searched many times. Immutable. */
typedef struct _LpFinder LpFindIndex;

typedef struct
{
  gboolean is_connection;
  guint index; /* number of the component or connection */
} LpFindHit;

/* `review` may be NULL. The catalogue must outlive it. */
LpFindIndex *lp_find_index_new (const LpDesign *design, const LpCatalogue *catalogue, const LpReview *review);
void lp_find_index_free (LpFindIndex *finder);

/* Everything in which each word of `text` stands: in its name, id, kind, properties ("engine mysql") or findings
 * ("HA-004"). Components before connections, in the document's order: an array of LpFindHit, free with
 * g_array_unref(). An empty text finds nothing. */
GArray *lp_find_index_run (const LpFindIndex *finder, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFindIndex, lp_find_index_free)

G_END_DECLS
