/* The shape of a severity, as on the drawing: octagon, triangle, circle, diamond; with a number where given. */
#pragma once

#include <gtk/gtk.h>

#include "model/finding.h"

G_BEGIN_DECLS

typedef enum
{
  LP_MARK_ERROR,
  LP_MARK_WARNING,
  LP_MARK_INFO,
  LP_MARK_QUESTION,
} LpMark;

#define LP_N_MARKS 4

#define LP_TYPE_SEVERITY_MARK (lp_severity_mark_get_type ())
G_DECLARE_FINAL_TYPE (LpSeverityMark, lp_severity_mark, LP, SEVERITY_MARK, GtkWidget)

GtkWidget *lp_severity_mark_new (void);
/* `number` 0: none. `hollow`: outline only, for what is waived. */
void lp_severity_mark_set (LpSeverityMark *mark, LpMark shape, guint number, gboolean hollow);

LpMark lp_mark_of_finding (const LpFinding *finding);
/* "Error", "Question" ...: translated, static. */
const char *lp_mark_get_name (LpMark mark);

G_END_DECLS
