/* The numbers that a choice between designs rests on, worked out over each of them. */
#pragma once

#include "learning/scenario.h"

G_BEGIN_DECLS

typedef enum
{
  LP_FIGURE_TELLS,  /* it decides nothing by itself */
  LP_FIGURE_HOLDS,
  LP_FIGURE_FAILS,
} LpFigureState;

typedef struct
{
  char *value;   /* "24.3 days", in the program's language */
  char *working; /* the sum behind it, or NULL */
  LpFigureState state;
} LpFigureResult;

/* One result for each of the scenario's figures, in their order: an array of LpFigureResult that frees its items. May
 * run on any thread. */
GArray *lp_figures_run (const LpScenario *scenario, LpDesign *design);

G_END_DECLS
