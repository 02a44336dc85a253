/* A short line as the drawing draws this kind of connection. */
#pragma once

#include <gtk/gtk.h>

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

#define LP_TYPE_LINE_SAMPLE (lp_line_sample_get_type ())
G_DECLARE_FINAL_TYPE (LpLineSample, lp_line_sample, LP, LINE_SAMPLE, GtkWidget)

GtkWidget *lp_line_sample_new (const LpConnectionKind *kind);

G_END_DECLS
