/* What several reports say of a document in words. */
#pragma once

#include "report/report.h"

G_BEGIN_DECLS

/* The name that the drawing shows, or the id: a component's label; borrowed. */
const char *lp_report_element_name (const LpReported *document, const char *id);
/* What the document calls itself, or its file and page. Free with g_free(). */
char *lp_report_title (const LpReported *document);
/* "file:12:3", "file (page)". Free with g_free(). */
char *lp_report_place (const LpReported *document, const LpFinding *finding);
/* "error", "warning", "question", "waived" ...: translated, static. */
const char *lp_report_word (const LpFinding *finding);

/* Calls `each` for every requirement that is set, with its label and value as a person reads them. */
void lp_report_requirements (const LpReported *document,
                             void (*each) (const char *label, const char *value, gpointer data),
                             gpointer data);
/* "BK-003 (5), BK-007 (3)": with what each cost. Free with g_free(). */
char *lp_report_lost_points (const GArray *failed);

G_END_DECLS
