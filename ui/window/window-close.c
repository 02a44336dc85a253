#include <glib/gi18n.h>

#include "ui/window/window-private.h"

static void
close_now (LpWindow *self)
{
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, LpWindow *self)
{
  if (g_str_equal (response, "discard"))
    close_now (self);
  else if (g_str_equal (response, "save"))
    lp_window_save (self, FALSE, close_now);
}

gboolean
lp_window_ask_before_closing (LpWindow *self)
{
  if (self->closing || self->session == NULL || !lp_document_is_modified (lp_session_get_document (self->session)))
    return FALSE;
  g_autofree char *title = lp_session_dup_title (self->session);
  g_autofree char *body
      = g_strdup_printf (_("The changes to “%s” are lost if they are not saved."), title);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save the changes?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"),
                                    "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
