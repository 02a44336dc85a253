/* Reports: what was found, in a form that a person or another program reads. One file a format, each with one
 * descriptor, listed in report.c. */
#pragma once

#include "model/design.h"
#include "rules/baseline.h"
#include "rules/fix-all.h"

G_BEGIN_DECLS

/* One document that was reviewed. All borrowed. */
typedef struct
{
  const char *file; /* as the user named it */
  const char *part; /* the page of a file that has several, or NULL */
  LpDesign *design;
  LpReview *review;
  const LpFixTally *fixes; /* what was mended before the review, or NULL where nothing was to be */
  gboolean rehearsed;      /* and was not written */
} LpReported;

typedef struct
{
  const LpPack *pack;
  const LpReported *documents;
  guint n_documents;
  gboolean score; /* the text report ends with the score; the others always have it */
  int threshold;  /* the least LpSeverity that counts as a failure of the run; -1: none does */
  const GPtrArray *gone; /* of LpKnown: findings of a baseline that no longer occur; or NULL */
} LpReportInput;

typedef struct
{
  const char *id; /* "json" */
  void (*write) (const LpReportInput *input, GString *out);
} LpReport;

/* NULL-terminated. */
extern const LpReport *const lp_reports[];
/* NULL where there is none. */
const LpReport *lp_report_find (const char *id);
/* "text, json, sarif". Free with g_free(). */
char *lp_report_list (void);

/* Where in its file what a finding is about stands; {0, 0} where that is not known. */
LpPosition lp_report_position (const LpReported *document, const LpFinding *finding);

G_END_DECLS
