/* A finding as it is made from one verdict, while the run still holds that evaluation. */
#pragma once

#include "rules/review-private.h"

G_BEGIN_DECLS

/* More than this is not lit up. */
#define LP_FINDING_MAX_RELATED 256

typedef struct
{
  const LpRule *rule;
  LpSurvey *survey;
  gboolean strict;
} LpFindingMaker;

/* Severity, outcome, what is not known, and in *ids (of char *) what to light up: what it is about comes first, for the
 * design as a whole the first of the witnesses. */
LpFinding *lp_finding_begin (const LpFindingMaker *maker, const LpVerdict *verdict, GPtrArray **ids);
/* The rest: what it is about, sentences, notes, fingerprint. */
void lp_finding_complete (const LpFindingMaker *maker, const LpVerdict *verdict, LpFinding *finding,
                          const GPtrArray *ids);

/* The same for all questions that one answer decides. Free with g_free(). */
char *lp_finding_question_key (const LpFinding *finding);
/* Lights up `ids` too: a thing not known is asked once, about all that it would decide. */
void lp_finding_merge_related (LpFinding *finding, const GPtrArray *ids);

G_END_DECLS
