/* How far an attempt meets what its scenario asks, goal by goal, with the reason and the part of the drawing that decides.
 * The review grades: rules and expressions, over the document as it is. Waivers count for nothing here. */
#pragma once

#include "learning/scenario.h"

G_BEGIN_DECLS

typedef enum
{
  LP_GRADE_MET,
  LP_GRADE_MISSED,
  LP_GRADE_OPEN, /* a property that is not set decides */
} LpGradeOutcome;

/* "met", "missed", "open": the words of the JSON report. */
const char *lp_grade_outcome_code (LpGradeOutcome outcome);

typedef struct
{
  char *text;      /* what was asked, in the program's language */
  LpGradeOutcome outcome;
  char *reason;    /* why, in the program's language; NULL where there is nothing to say */
  GStrv elements;  /* ids of what decides, the first foremost; never NULL; spot: of the start */
  gboolean at_end; /* as LpGoal has it */
} LpGoalGrade;

typedef struct
{
  GPtrArray *goals; /* of LpGoalGrade: repair and build: of the goals; spot: of the flaws, and that nothing sound is
                     * marked; choose and quiz: one, of the question */
  guint n_met;
  gboolean passed;  /* all are met */
} LpGrade;

/* Takes some milliseconds; may run on any thread. Free with lp_grade_free(). */
LpGrade *lp_grade_run (const LpScenario *scenario, LpDesign *design);
/* The same for a design that stands for itself: the scenario's goals over it, whatever the kind is. Choose: a choice. */
LpGrade *lp_grade_goals (const LpScenario *scenario, LpDesign *design);
void lp_grade_free (LpGrade *grade);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpGrade, lp_grade_free)

G_END_DECLS
