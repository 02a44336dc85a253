/* What the review says of a design. Made by app/rules, shown by everything else. */
#pragma once

#include "model/element.h"
#include "model/remark.h"

G_BEGIN_DECLS

typedef enum
{
  LP_SEVERITY_ERROR,
  LP_SEVERITY_WARNING,
  LP_SEVERITY_INFO,
} LpSeverity;

#define LP_N_SEVERITIES 3

typedef enum
{
  LP_OUTCOME_PASS,
  LP_OUTCOME_FAIL,
  LP_OUTCOME_SKIP,     /* the rule does not apply here */
  LP_OUTCOME_QUESTION, /* a property that is not set decides */
  LP_OUTCOME_BROKEN,   /* the rule itself failed; the finding is about the rule */
} LpOutcome;

/* "error", "fail" ...: the words of the JSON report, never translated. */
const char *lp_severity_code (LpSeverity severity);
gboolean lp_severity_from_code (const char *code, LpSeverity *severity);
const char *lp_outcome_code (LpOutcome outcome);
/* "Error", "Question" ...: translated, static. */
const char *lp_severity_name (LpSeverity severity);

/* A property whose value the review would need to know. */
typedef struct
{
  char *element;  /* id of a component or connection; NULL: the document's requirements */
  char *property;
} LpUnknownProperty;

typedef struct
{
  gatomicrefcount refs;
  char *rule;           /* id: "HA-012" */
  char *title;          /* the rule's title, in the program's language */
  LpSeverity severity;
  LpOutcome outcome;    /* FAIL, QUESTION or BROKEN */
  char *message;        /* one sentence: what fails; in the program's language */
  char *remedy;         /* one sentence: what to do; never NULL, may be empty */
  char *component;      /* id of what it is about; NULL: the design as a whole */
  GStrv related;        /* ids of everything to light up, `component` first; never NULL */
  GPtrArray *unknowns;  /* of LpUnknownProperty; for QUESTION, else empty */
  char *fingerprint;    /* stable under moving, renaming and reordering: 16 hex digits */
  GStrv notes;          /* ids of the dated notes that it rests on; never NULL */
  char *waiver;         /* the reason of the waiver that covers it, or NULL */
  GStrv members;        /* ids of the group that it is about; NULL where it is about one thing */
  LpWaiver *waived_by;  /* or NULL */
  LpWaiver *lapsed;     /* a waiver that covered it, where none does now; or NULL */
  char *lapse;          /* one sentence: why `lapsed` no longer holds; or NULL */
} LpFinding;

/* Texts are empty, nothing is related. */
LpFinding *lp_finding_new (const char *rule, LpSeverity severity, LpOutcome outcome);
/* For a new finding: puts `text` (taken over) into one of its fields, or `ids` into what is related. */
void lp_finding_take_text (char **field, char *text);
void lp_finding_set_related (LpFinding *finding, const char *const *ids);
/* A copy to be changed, with all of its fields. */
LpFinding *lp_finding_copy (const LpFinding *finding);
LpFinding *lp_finding_ref (LpFinding *finding);
void lp_finding_unref (LpFinding *finding);
void lp_finding_add_unknown (LpFinding *finding, const char *element, const char *property);

typedef struct
{
  guint by_severity[LP_N_SEVERITIES]; /* failures that are not waived */
  guint questions;
  guint waived;
  guint known; /* those of a baseline: they are left out of the findings */
} LpSummary;

/* What one rule gave over the whole design: how often each outcome, waived failures among the failures. */
typedef struct
{
  const char *rule; /* its id, interned */
  guint of[LP_OUTCOME_BROKEN + 1];
} LpTally;

/* All findings of one review, worst first, then in the document's order. Immutable. */
typedef struct
{
  gatomicrefcount refs;
  GPtrArray *findings; /* of LpFinding */
  LpSummary summary;
  GArray *tallies;     /* of LpTally, in the pack's order: a rule that looked at nothing has all zero */
} LpReview;

/* Takes over the arrays; sorts and counts. `tallies` NULL: none are known. */
LpReview *lp_review_new (GPtrArray *findings, GArray *tallies);
LpReview *lp_review_ref (LpReview *review);
void lp_review_unref (LpReview *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFinding, lp_finding_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpReview, lp_review_unref)

G_END_DECLS
