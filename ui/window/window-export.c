#include <glib/gi18n.h>

#include "ui/window/export-dialog.h"
#include "ui/window/window-private.h"

typedef struct
{
  LpWindow *window;
  LpPictureChoice choice;
  GCancellable *cancellable; /* while it is being written, or NULL */
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_clear_object (&export->cancellable);
  g_free (export);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  LpWindow *self = export->window;
  g_autoptr (GError) error = NULL;

  lp_window_end_busy (self, export->cancellable);
  if (lp_picture_write_finish (result, &error))
    lp_window_toast (self, _("Exported"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lp_window_complain (self, _("The picture could not be written"), error->message);
  export_free (export);
}

static void
on_response (GtkNativeDialog *native, int response, Export *export)
{
  LpWindow *self = export->window;
  LpReview *review;
  LpScene *shown;
  g_autoptr (LpDesign) design = response == GTK_RESPONSE_ACCEPT && self->session != NULL
                                    ? lp_window_get_drawing (self, &review, &shown)
                                    : NULL;

  if (design != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
      export->cancellable = lp_window_begin_busy (self, _("Exporting…"));
      lp_picture_write_async (design, review, shown, &export->choice, file, export->cancellable, on_written, export);
    }
  else
    export_free (export);
  g_object_unref (native);
}

static void
on_export (LpExportDialog *dialog, LpWindow *self)
{
  Export *export = g_new0 (Export, 1);
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_("Export"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  export->window = g_object_ref (self);
  export->choice = lp_export_dialog_get_choice (dialog);
  g_autofree char *name = lp_session_dup_wanted_name (self->session);
  g_autofree char *file = g_strdup_printf ("%s.%s", name, export->choice.format);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), file);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_response), export);
  gtk_window_close (GTK_WINDOW (dialog));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
lp_window_export (LpWindow *self)
{
  LpReview *review;
  LpScene *shown;
  g_autoptr (LpDesign) design = lp_window_get_drawing (self, &review, &shown);

  if (design == NULL)
    return;
  LpExportDialog *dialog = lp_export_dialog_new (GTK_WINDOW (self));
  g_signal_connect_object (dialog, "export", G_CALLBACK (on_export), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
