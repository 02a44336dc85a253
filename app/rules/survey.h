/* A design as the rules see it: what graph functions know of it, and where expressions about it are
 * evaluated. Made for one review and used by one thread at a time. */
#pragma once

#include "base/buckets.h"
#include "expr/expr.h"
#include "rules/facts.h"
#include "rules/calls.h"
#include "rules/flow.h"
#include "rules/kind-lists.h"
#include "rules/places.h"
#include "rules/rule.h"

G_BEGIN_DECLS

/* The classes of objects in expressions. */
enum
{
  LP_CLASS_COMPONENT = 1,
  LP_CLASS_CONNECTION,
  LP_CLASS_REQUIREMENTS,
  LP_CLASS_PLACE, /* a zone or a region */
};

typedef struct _LpSurvey LpSurvey;
struct _LpSurvey
{
  LpDesign *design;
  const LpCatalogue *catalogue;
  LpKindTraits *traits;
  LpPlaces *places;
  LpFlow *flow;
  LpCalls *calls;        /* made when the first rule asks */
  LpExprRun *run;        /* reset before each evaluation */
  LpExprRun *lasting;    /* never reset: holds what is worked out once for a review */
  LpKindLists *lists;
  GHashTable *kind_sets; /* set of the catalogue's connection kinds -> the design's, as guint64 pointers */
  guint *all;            /* 0, 1, 2 ... */
  LpFacts *facts;
  LpValue known;         /* the facts, in the memory of `lasting` */
  GDateTime *today;
  GArray *regions, *recovery; /* of guint: recovery.h; NULL until asked */
  LpBuckets contents;    /* by place: components that stand in the region; first is NULL until asked */
  guint n_contents;
  const LpRule *bound;  /* whose definitions the run has, or NULL */
  LpValue *bound_lasting; /* by definition */
  /* Works out a definition into bound_lasting; NULL: in the run that lasts. */
  void (*define_lasting) (LpSurvey *survey, guint definition);
  gpointer state; /* of the review that remembers (review-state.h), or NULL */
};

/* What every expression of a rule may name, for the built-in catalogue: variables components, connections,
 * requirements, facts, today, with the fields and functions of docs/rules.md. Never freed. */
LpExprSchema *lp_survey_schema (void);

/* `facts` NULL: those that are built in; `today` NULL: now. Takes references. */
LpSurvey *lp_survey_new (LpDesign *design, LpFacts *facts, GDateTime *today);
void lp_survey_free (LpSurvey *survey);

/* Components of a kind, in the design's order. */
LpIndices lp_survey_of_kind (LpSurvey *survey, const char *kind);

/* The locals of every expression: self and group, then what a rule defines. */
enum
{
  LP_LOCAL_SELF,
  LP_LOCAL_GROUP,
  LP_LOCAL_DEFINED,
};

/* The components in a value that is one, or a list of them; others are left out. Lives until the run is
 * reset. */
LpIndices lp_survey_components (LpExprRun *run, LpValue value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSurvey, lp_survey_free)

G_END_DECLS
