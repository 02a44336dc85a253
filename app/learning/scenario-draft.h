/* A scenario in the making: two documents, goals picked from what the review says of them, and words. */
#pragma once

#include "model/design.h"

G_BEGIN_DECLS

/* A rule that the reference passes. */
typedef struct
{
  char *rule;
  char *text;      /* what a person reads; may be rewritten */
  gboolean mended; /* the start does not pass it */
  gboolean chosen;
} LpDraftGoal;

typedef struct
{
  char *title, *situation, *lesson; /* in the program's language */
  GStrv hints;
  guint minutes;
  gboolean build;      /* the start is empty or nearly so */
  GPtrArray *goals;    /* of LpDraftGoal */
  LpDesign *start, *reference;
} LpScenarioDraft;

/* With the goals that the two designs offer, those that the start misses first and chosen; the rest is empty. Takes some
 * milliseconds. */
LpScenarioDraft *lp_scenario_draft_new (LpDesign *start, LpDesign *reference);
void lp_scenario_draft_free (LpScenarioDraft *draft);

/* A name for a file made from the title, which no scenario has yet. Free with g_free(). */
char *lp_scenario_draft_make_id (const LpScenarioDraft *draft);
/* The scenario file. What is empty stands as a dash, for lp_scenario_draft_check() to complain of. */
GBytes *lp_scenario_draft_write (const LpScenarioDraft *draft, const char *id);
/* Why it is no scenario yet, a sentence each; empty where it is one. Free with g_ptr_array_unref(). */
GPtrArray *lp_scenario_draft_check (const LpScenarioDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpScenarioDraft, lp_scenario_draft_free)

G_END_DECLS
