/* What a person learns with: a customer's need, a diagram with a flaw, goals, hints, a reference design and the
 * lesson. Read from data/scenarios (docs/scenarios.md), immutable, shared by threads. */
#pragma once

#include "base/text.h"
#include "model/design.h"

G_BEGIN_DECLS

/* One thing that a good answer does: a rule that must pass, or an expression that must be true. */
typedef struct
{
  LpText text;
  char *rule;       /* id of a rule, or NULL */
  char *expression; /* over the document, or NULL: exactly one of the two */
} LpGoal;

/* A point of the lesson: what the exam's notes say, what holds today, and since when. */
typedef struct
{
  LpText notes;
  LpText today;
  char *since;      /* YYYY, YYYY-MM or YYYY-MM-DD, or NULL where nothing changed */
  char *source;     /* where that is written, or NULL */
} LpLesson;

typedef struct
{
  char *id;
  char *topic;      /* "high-availability" */
  char *kind;       /* "repair" */
  LpText title;
  LpText situation;
  LpGoal *goals;
  guint n_goals;    /* at least one */
  LpText *hints;    /* in steps, from a nudge to the answer */
  guint n_hints;
  LpLesson *lessons;
  guint n_lessons;  /* at least one */
  /* Titled in the program's language at the time of reading. The start says which scenario it is of. */
  LpDesign *start;
  LpDesign *reference;
} LpScenario;

/* Refuses with LP_READ_ERROR: everything of json-text.h, a member that is missing or of another kind, and
 * what lp_native_read() refuses in one of the documents. */
LpScenario *lp_scenario_read (GBytes *bytes, const char *file, GError **error);
void lp_scenario_free (LpScenario *scenario);

/* The built-in scenarios, by id: an array of LpScenario, read at the first call, which aborts where they are
 * broken (a test reads them); thread-safe; never freed. */
const GPtrArray *lp_scenarios_get (void);
/* NULL where there is none. */
const LpScenario *lp_scenarios_find (const char *id);

/* The one that a document was begun with, also after it was edited, saved and opened again; or NULL. */
const LpScenario *lp_scenario_of_design (const LpDesign *design);
/* Whether the design does what the goal asks: its rule applies and passes, or its expression is true. */
gboolean lp_goal_is_met (const LpGoal *goal, LpDesign *design);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpScenario, lp_scenario_free)

G_END_DECLS
