/* Checks that are no rule files: whether the document says what the catalogue can understand. They go with
 * every review, whichever packs it has. A document is opened and kept with all of this; only the review, which
 * would pass over it in silence, says so. */
#pragma once

#include "model/finding.h"
#include "rules/survey.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;     /* "DOC-001" */
  LpSeverity severity; /* the worst that it gives */
  const char *title;  /* N_() */
  const char *why;    /* N_(): one or two sentences */
} LpDocumentCheck;

/* By id; ends with one whose id is NULL. */
extern const LpDocumentCheck lp_document_checks[];
#define LP_TOPIC_DOCUMENT "document"
#define LP_CHECK_IDLE_WAIVER "DOC-005"

const LpDocumentCheck *lp_document_check_find (const char *id);
/* What DOC-005 finds: that the waiver of `rule` for `pinned` (an id, or NULL) covers nothing, as `message` says. */
LpFinding *lp_document_check_idle_waiver (const LpDesign *design, const char *rule, const char *pinned,
                                          const char *message);
/* What DOC-006 finds: the session's, which has the file. */
LpFinding *lp_document_check_configuration (const char *problem);
/* Adds what is found (of LpFinding) to `findings`, except by DOC-005, which lp_waivers_apply() gives. */
void lp_document_checks_run (LpSurvey *survey, GPtrArray *findings);

/* The same for the requirements, one component, one connection: what is found rests on nothing else. */
void lp_document_checks_run_requirements (LpSurvey *survey, GPtrArray *findings);
void lp_document_checks_run_component (LpSurvey *survey, guint component, GPtrArray *findings);
void lp_document_checks_run_connection (LpSurvey *survey, guint connection, GPtrArray *findings);

G_END_DECLS
