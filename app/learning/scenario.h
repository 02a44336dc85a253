/* What a person learns with: a customer's need, a design with a flaw or a question, goals, hints, a design that answers,
 * and the lesson. Read from data/scenarios (docs/scenarios.md), immutable, shared by threads. */
#pragma once

#include "base/text.h"
#include "learning/terms.h"
#include "model/design.h"

G_BEGIN_DECLS

typedef struct _LpExpr LpExpr;
typedef struct _LpTemplate LpTemplate;

typedef enum
{
  LP_SCENARIO_REPAIR, /* a flawed design is mended */
  LP_SCENARIO_BUILD,  /* a need, and an empty canvas or nearly so */
  LP_SCENARIO_CHOOSE, /* several designs, of which one meets the goals */
  LP_SCENARIO_SPOT,   /* the flaws of a design are pointed at */
  LP_SCENARIO_QUIZ,   /* a question with explained answers */
} LpScenarioKind;

#define LP_N_SCENARIO_KINDS 5

/* "repair": as files and reports have it. */
const char *lp_scenario_kind_code (LpScenarioKind kind);
/* "Repair": translated, static. */
const char *lp_scenario_kind_name (LpScenarioKind kind);
gboolean lp_scenario_kind_from_code (const char *code, LpScenarioKind *kind);

/* One thing that a good answer does: a rule that must pass, or an expression that must be true. */
typedef struct
{
  LpText text;
  char *rule;         /* id of a rule, or NULL */
  LpExpr *expression; /* over the document, or NULL: exactly one of the two */
  gboolean at_end;    /* it ticks only once the answer is graded */
  LpText because;     /* said where it is missed; NULLs: the rule's own findings say it */
  LpExpr *where;      /* the components that decide; NULL: those of the findings */
} LpGoal;

/* An answer to choose. */
typedef struct
{
  char *id;
  LpText text;
  LpText because;
  gboolean right;
  LpDesign *document;
} LpScenarioChoice;

/* A number that a decision rests on, worked out over each design. */
typedef struct
{
  LpText text;
  LpTemplate *value[LP_N_LANGUAGES];
  LpTemplate *working[LP_N_LANGUAGES]; /* NULLs: none */
  LpExpr *holds;                       /* whether it is good enough; NULL: it does not decide */
} LpFigure;

/* What is wrong in a design that is to be looked through. */
typedef struct
{
  GStrv elements; /* ids in the start: each of them points at it */
  LpText text;
  LpText because;
  char *rule;     /* that finds it, or NULL */
} LpFlaw;

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
  LpScenarioKind kind;
  guint minutes;    /* that it takes */
  LpText title;
  LpText situation;
  LpText question;  /* choose and quiz; else NULLs */
  LpTerms terms;    /* named parts of the expressions of goals and figures */
  LpGoal *goals;    /* repair, build, choose */
  guint n_goals;
  GStrv hides;      /* ids of more rules whose findings would give the answer away; may be NULL */
  LpText *hints;    /* in steps, from a nudge to the answer */
  guint n_hints;
  LpScenarioChoice *choices; /* choose and quiz */
  guint n_choices;
  LpFigure *figures; /* choose */
  guint n_figures;
  LpFlaw *flaws;     /* spot */
  guint n_flaws;
  LpLesson *lessons;
  guint n_lessons;  /* at least one */
  /* For every kind: the document to begin with (choose and quiz: an empty one) and one that answers. Titled in the
   * program's language at the time of reading; both say which scenario they are of. */
  LpDesign *start;
  LpDesign *reference;
} LpScenario;

/* Refuses with LP_READ_ERROR: everything of json-text.h, a member that is missing, unknown or of another kind, an
 * expression that does not compile, and what lp_native_read() refuses in one of the documents. */
LpScenario *lp_scenario_read (GBytes *bytes, const char *file, GError **error);
void lp_scenario_free (LpScenario *scenario);

/* The built-in scenarios, by id: an array of LpScenario, read at the first call, which aborts where they are
 * broken (a test reads them); thread-safe; never freed. */
const GPtrArray *lp_scenarios_get (void);
/* Of those, and of the person's own (own-scenarios.h); NULL where there is none. */
const LpScenario *lp_scenarios_find (const char *id);

/* The one that a document was begun with, also after it was edited, saved and opened again; or NULL. */
const LpScenario *lp_scenario_of_design (const LpDesign *design);
/* What the design says that it is of, also where there is no such scenario here; NULL: nothing. */
const char *lp_scenario_id_of_design (const LpDesign *design);
/* The design with nothing of its scenario in it: a drawing, and nobody's attempt. Free with lp_design_unref(). */
LpDesign *lp_scenario_untie (const LpDesign *design);
/* Whether what this rule finds would give the answer away: it is kept from view until the answer is graded. */
gboolean lp_scenario_hides (const LpScenario *scenario, const char *rule);
/* Whether the answer is the drawing itself: repair and build. */
gboolean lp_scenario_is_drawn (const LpScenario *scenario);
/* Whether the answer is one of several designs, or several of them: choose and quiz. */
gboolean lp_scenario_is_chosen (const LpScenario *scenario);
/* NULL where there is none. */
const LpScenarioChoice *lp_scenario_find_choice (const LpScenario *scenario, const char *id);
/* Quiz: whether several choices together are the right answer. */
gboolean lp_scenario_has_several_right (const LpScenario *scenario);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpScenario, lp_scenario_free)

G_END_DECLS
