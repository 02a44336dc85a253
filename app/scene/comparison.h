/* Several drawings on one sheet, each under its caption, with a heading above and text below: how a rule explains itself. */
#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

typedef struct
{
  const char *caption;
  LpColour colour; /* of the caption */
  LpScene *scene;
} LpCompared;

typedef struct
{
  LpDrawList *list;
  LpRect bounds; /* with a margin of 40, in whole units */
  char *title;
} LpComparison;

/* Beside each other where they are narrow enough, else below each other. `below` is a list of paragraphs, NULL-terminated.
 * The scenes are only read. Free with lp_comparison_free(). */
LpComparison *
lp_comparison_new (const char *title, const LpCompared *compared, guint n, const char *const *below);
void lp_comparison_free (LpComparison *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpComparison, lp_comparison_free)

G_END_DECLS
