/* Days against size for the ways to move data, both on logarithmic scales: a curve for each way, where the fastest changes,
 * and what is asked for. */
#pragma once

#include <gtk/gtk.h>

#include "transfer/plan.h"

G_BEGIN_DECLS

#define LP_TYPE_TRANSFER_PLOT (lp_transfer_plot_get_type ())
G_DECLARE_FINAL_TYPE (LpTransferPlot, lp_transfer_plot, LP, TRANSFER_PLOT, GtkWidget)

/* Copies the plan. */
void lp_transfer_plot_set_plan (LpTransferPlot *plot, const LpTransferPlan *plan);
/* The sizes from the left to the right. */
void lp_transfer_plot_get_range (const LpTransferPlan *plan, double *from, double *to);

/* The line that stands for a way, for the table. */
GtkWidget *lp_transfer_sample_new (LpTransferMeans means);

G_END_DECLS
