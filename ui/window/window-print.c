#include <glib/gi18n.h>

#include "ui/window/printing.h"
#include "ui/window/window-private.h"

/* What was chosen last, while the program runs. */
static GtkPrintSettings *chosen;
static gboolean with_findings = TRUE;

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, LpWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&chosen, gtk_print_operation_get_print_settings (operation));
      with_findings = lp_printing_get_annotate (operation);
    }
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  lp_window_complain (self, _("It could not be printed"), error->message);
}

void
lp_window_print (LpWindow *self)
{
  LpReview *review;
  LpScene *shown;
  g_autoptr (LpDesign) design = lp_window_get_drawing (self, &review, &shown);

  if (design == NULL)
    return;
  g_autoptr (GtkPrintOperation) operation = lp_printing_new (design, review, shown, with_findings);
  if (chosen != NULL)
    gtk_print_operation_set_print_settings (operation, chosen);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), self, 0);
  /* What goes wrong is told by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}
