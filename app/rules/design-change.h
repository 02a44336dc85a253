/* What differs between two states of a design, as far as a review can tell: where things stand on the canvas is no
 * difference. */
#pragma once

#include "model/design.h"

G_BEGIN_DECLS

typedef struct
{
  LpDesign *before, *after;
  gboolean comparable; /* what stayed is in the same order: the rest holds only then */
  gboolean shifted;    /* something that stayed has another number */
  /* By number before: the number after, or LP_NONE. What changed its kind or its ends counts as taken away and added. */
  guint *components, *connections;
  /* Numbers (guint) after, of what was taken away before. */
  GArray *added, *removed, *moved, *respanned, *edited;
  GArray *added_lines, *removed_lines, *edited_lines;
  GHashTable *requirements; /* names of those that changed */
  gboolean header;          /* anything of it changed */
} LpDesignChange;

LpDesignChange *lp_design_change_new (LpDesign *before, LpDesign *after);
void lp_design_change_free (LpDesignChange *change);

/* Containers, connections or spans changed, or what there is. */
gboolean lp_design_change_is_structural (const LpDesignChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpDesignChange, lp_design_change_free)

G_END_DECLS
