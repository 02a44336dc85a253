/* A part of a design as a design of its own, and putting one into a document: copying, duplicating, pasting. */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/* Where a component stands, in absolute units: the point that its `at` counts to, and the size to be written
 * down with it (0: the one that it has). */
typedef struct
{
  LpPoint at;
  double width, height;
} LpClipPlace;

/* The components that `ids` names, with all that they contain, the connections among these, and the comments
 * and waivers that are pinned to them. What stands in nothing that goes along stands at the top level, at its
 * absolute place. What reaches out of it is left out: connections to other things, and spans of other containers.
 * `places` is by component of the design. Ids that name no component are passed over. */
LpDesign *lp_clip_take (const LpDesign *design, const char *const *ids, const LpClipPlace *places);
/* Which of them have nothing around them that is also named, as a NULL-terminated vector of borrowed ids. Free the
 * vector with g_free(). */
const char **lp_clip_find_roots (const LpDesign *design, const char *const *ids);

typedef struct
{
  const char *container; /* for what stands at the top level of the clip; NULL: the top level */
  LpPoint origin;        /* the absolute point from which `at` counts there; 0, 0 at the top level */
  LpPoint offset;        /* from where the clip's things stand to where they go */
} LpClipTarget;

/* Adds all of it, inside the caller's transaction, under ids that are free: their own, or the next of their kind
 * ("web-1" becomes "web-2"). Everything that names one of them names the new one. Comments go along; a
 * waiver does where what it is pinned to keeps its id: nobody accepted anything of a copy. `targets` has one for each thing at
 * the top level of the clip, in its order, or a single one for all. Gives the new id (char *) of each component of
 * the clip by its old one, also in `order` where that is not NULL (new ids of what stood at the top level); or NULL
 * with LP_EDIT_ERROR. Free with g_hash_table_unref(). Copies are not locked. */
GHashTable *lp_clip_put (LpDocument *document, const LpDesign *clip, const LpClipTarget *targets, guint n_targets,
                         GPtrArray *order, GError **error);

/* For a duplicate that stands beside its original: the connections of `design` with one end among the originals (the
 * keys of `copies`) are made for the copies too, and what reached into an original reaches into its copy. */
gboolean lp_clip_join (LpDocument *document, const LpDesign *design, GHashTable *copies, GError **error);

/* A free id like `id`: with the next free number at its end. Free with g_free(). */
char *lp_clip_free_id (LpDocument *document, const char *id);

G_END_DECLS
