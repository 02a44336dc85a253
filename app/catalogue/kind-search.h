/* Which kinds somebody means, best first: for the pickers. */
#pragma once

#include "base/match.h"
#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* Where the kind is going to be put, so that what fits there comes first. */
typedef struct
{
  const char *container;      /* the kind of the container; NULL: the top level */
  const char *from;           /* it will be connected from a thing of this kind; NULL: it will not be connected */
  const char *const *recent;  /* ids of kinds, the last used first; NULL-terminated, or NULL */
} LpKindContext;

typedef struct
{
  const LpKind *kind;
  LpMatch match;
} LpFoundKind;

/* The names of all kinds of a catalogue in both languages, ready to be searched. */
typedef struct _LpKindIndex LpKindIndex;

/* The catalogue must outlive it. */
LpKindIndex *lp_kind_index_new (const LpCatalogue *catalogue);
void lp_kind_index_free (LpKindIndex *index);

/* The kinds that `query` names (all where it is empty), without those that are hidden or cannot be connected from
 * `context->from`: an array of LpFoundKind, free with g_array_unref().
 *
 * What names it better comes first; among equals what may stand in the container, then what is usually connected,
 * then what was used last, then the shorter name, then the order of the catalogue. Without a query, what is usually
 * connected comes before all else. */
GArray *lp_kind_index_search (const LpKindIndex *index, const char *query, const LpKindContext *context);

/* The kind of connection that a line from one kind to the other gets; NULL where none may. */
const LpConnectionKind *lp_catalogue_find_line (const LpCatalogue *catalogue, const char *from, const char *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpKindIndex, lp_kind_index_free)

G_END_DECLS
