#include <glib/gi18n.h>

#include "io/format.h"
#include "io/native.h"
#include "ui/window/file-error.h"
#include "ui/window/recent-popover.h"
#include "ui/window/window-private.h"

#define SUFFIX ".loadpath"

typedef struct
{
  LpWindow *window;
  LpSession *session;
  GFile *file;
  GCancellable *cancellable; /* while it is being written, or NULL */
  LpSaved done;
  gpointer data;
} Save;

static void
save_end (Save *save, gboolean saved)
{
  if (save->done != NULL)
    save->done (saved, save->data);
  g_object_unref (save->window);
  g_object_unref (save->session);
  g_clear_object (&save->file);
  g_free (save);
}

static void start_save (Save *save, gboolean force);
static void choose_target (Save *save);

static void
on_overwrite_response (AdwMessageDialog *dialog, const char *response, Save *save)
{
  if (g_str_equal (response, "overwrite"))
    start_save (save, TRUE);
  else if (g_str_equal (response, "elsewhere"))
    choose_target (save);
  else
    save_end (save, FALSE);
}

static void
ask_to_overwrite (Save *save)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (save->window), _("The file was changed by another program"),
      _("Saving here would overwrite what the other program wrote."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "elsewhere",
                                    _("Save _Elsewhere…"), "overwrite", _("_Overwrite"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "elsewhere");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_overwrite_response), save);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
complain (LpWindow *window, LpSession *session, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *why = lp_file_error_describe (error, name);
  g_autofree char *problem = lp_session_dup_journal_problem (session);
  g_autofree char *body = g_strdup_printf (
      "%s\n\n%s", why,
      problem != NULL ? problem : _("Your changes are still here, and come back should the program end."));

  lp_window_complain (window, _("The file could not be saved"), body);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = lp_session_save_finish (LP_SESSION (source), result, &error);

  lp_window_end_busy (save->window, save->cancellable);
  g_clear_object (&save->cancellable);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      ask_to_overwrite (save);
      return;
    }
  if (saved)
    {
      lp_recent_add (save->file);
      lp_window_toast (save->window, _("Saved"));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    complain (save->window, save->session, save->file, error);
  save_end (save, saved);
}

static void
start_save (Save *save, gboolean force)
{
  save->cancellable = lp_window_begin_busy (save->window, _("Saving…"));
  lp_session_save_async (save->session, save->file, force, save->cancellable, on_saved, save);
}

static void
on_save_response (GtkNativeDialog *native, int response, Save *save)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_clear_object (&save->file);
      save->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
      start_save (save, FALSE);
    }
  else
    save_end (save, FALSE);
  g_object_unref (native);
}

static void
choose_target (Save *save)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_("Save As"), GTK_WINDOW (save->window),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  g_autofree char *name = lp_session_dup_wanted_name (save->session);
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);

  lp_add_file_filter (GTK_FILE_CHOOSER (native), _ (lp_format_native.name), lp_format_native.suffixes);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), file);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_save_response), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* What saves itself has nothing to ask, but where another program has written the file. TRUE: it is done. */
static gboolean
save_itself (Save *save, GFile *file)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = lp_session_save_itself (save->session, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    return FALSE;
  if (saved)
    lp_window_toast (save->window, _("Saved"));
  else
    complain (save->window, save->session, file, error);
  save_end (save, saved);
  return TRUE;
}

void
lp_window_save_view (LpWindow *self, LpDocumentView *view, gboolean as, LpSaved done, gpointer data)
{
  Save *save = g_new0 (Save, 1);

  lp_canvas_keep_writing (lp_document_view_get_canvas (view));
  save->window = g_object_ref (self);
  save->session = g_object_ref (lp_document_view_get_session (view));
  save->done = done;
  save->data = data;
  GFile *file = lp_session_get_file (save->session);
  if (as || file == NULL)
    {
      choose_target (save);
      return;
    }
  if (lp_session_saves_itself (save->session) && save_itself (save, file))
    return;
  save->file = g_object_ref (file);
  start_save (save, FALSE);
}
