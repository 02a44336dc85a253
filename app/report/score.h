/* A review as one number a topic, with the arithmetic that anybody can follow.
 *
 * A rule that had something to look at is worth points by its severity (error 5, warning 3, info 1). The score is the
 * share of the points of those that hold, in percent, rounded down so that only a design without a failure has 100. Left
 * out are rules that found nothing to look at, those that ask, those that broke, and those whose failures are all waived. */
#pragma once

#include "rules/pack.h"

G_BEGIN_DECLS

typedef struct
{
  const LpRule *rule; /* borrowed from the pack */
  guint points;       /* what it would have been worth: by the worst of its findings */
} LpLostPoints;

typedef struct
{
  const char *topic;             /* borrowed from the pack */
  guint held, points;            /* of those that hold, and of all that were decided */
  GArray *failed;                /* of LpLostPoints: the rules that do not hold, dearest first */
  GPtrArray *asking;             /* of LpRule, borrowed: not decided */
  GPtrArray *waived;             /* of LpRule, borrowed: every failure waived */
} LpTopicScore;

typedef struct
{
  guint held, points;
  GPtrArray *topics; /* of LpTopicScore, by name as the program's language orders them */
} LpScore;

/* Rules that the pack does not have are left out. Free with lp_score_free(). */
LpScore *lp_score_new (const LpPack *pack, const LpReview *review);
void lp_score_free (LpScore *score);
/* 0 to 100, or -1 where nothing was decided. */
int lp_score_percent (guint held, guint points);
guint lp_score_points (LpSeverity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpScore, lp_score_free)

G_END_DECLS
