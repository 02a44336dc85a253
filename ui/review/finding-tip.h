/* What a finding says, in short: for a pointer that rests on its mark. */
#pragma once

#include <gtk/gtk.h>

#include "model/finding.h"

G_BEGIN_DECLS

/* `number`: of the mark, from 1. */
GtkWidget *lp_finding_tip_new (const LpFinding *finding, guint number);

G_END_DECLS
