#include <glib/gi18n.h>

#include "ui/window/window-private.h"

/* --- asking ------------------------------------------------------------------------------------------ */

typedef struct
{
  LpWindow *window;   /* where it is asked */
  GPtrArray *views;
  guint n_saved;
  LpMayClose done;
  gpointer data;
} Asking;

static void
end (Asking *asking, gboolean may)
{
  asking->done (may, asking->data);
  g_object_unref (asking->window);
  g_ptr_array_unref (asking->views);
  g_free (asking);
}

static void save_next (Asking *asking);

static void
on_saved (gboolean saved, gpointer data)
{
  Asking *asking = data;

  asking->n_saved++;
  if (saved)
    save_next (asking);
  else
    end (asking, FALSE);
}

/* One after the other: each may have to ask for a name. */
static void
save_next (Asking *asking)
{
  if (asking->n_saved == asking->views->len)
    {
      end (asking, TRUE);
      return;
    }
  LpDocumentView *view = asking->views->pdata[asking->n_saved];
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  LpWindow *window = LP_IS_WINDOW (root) ? LP_WINDOW (root) : asking->window;
  if (LP_IS_WINDOW (root))
    lp_window_select_view (window, view);
  lp_window_save_view (window, view, FALSE, on_saved, asking);
}

static void
discard_all (Asking *asking)
{
  for (guint i = 0; i < asking->views->len; i++)
    lp_session_forget_changes (lp_document_view_get_session (asking->views->pdata[i]));
  end (asking, TRUE);
}

static void
cancel (Asking *asking)
{
  end (asking, FALSE);
}

/* Later: the window may close, and the dialog, which belongs to it, is still emitting. */
static void
on_response (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  g_idle_add_once ((GSourceOnceFunc) (g_str_equal (response, "save")      ? save_next
                                      : g_str_equal (response, "discard") ? discard_all
                                                                          : cancel),
                   asking);
}

static char *
describe (GPtrArray *views)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++)
    {
      g_autofree char *title = lp_session_dup_title (lp_document_view_get_session (views->pdata[i]));
      if (views->len == 1)
        return g_strdup_printf (_("The changes to “%s” are lost if they are not saved."), title);
      g_string_append_printf (names, "\n• %s", title);
    }
  return g_strdup_printf ("%s\n%s", _("The changes to these are lost if they are not saved:"), names->str);
}

void
lp_ask_for_changes (LpWindow *self, GPtrArray *views, LpMayClose done, gpointer data)
{
  g_autofree char *body = describe (views);
  g_autofree char *heading = views->len == 1
                                 ? g_strdup (_("Save the changes?"))
                                 : g_strdup_printf (ngettext ("Save the changes to %u drawing?",
                                                              "Save the changes to %u drawings?", views->len),
                                                    views->len);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  Asking *asking = g_new0 (Asking, 1);

  asking->window = g_object_ref (self);
  asking->views = g_ptr_array_ref (views);
  asking->done = done;
  asking->data = data;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard",
                                    views->len == 1 ? _("_Discard") : _("_Discard All"), "save",
                                    views->len == 1 ? _("_Save") : _("_Save All"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), asking);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- the window -------------------------------------------------------------------------------------- */

GPtrArray *
lp_window_list_modified (LpWindow *self)
{
  GPtrArray *views = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lp_window_get_n_views (self); i++)
    {
      LpDocumentView *view = lp_window_get_view_at (self, i);
      if (lp_document_view_needs_saving (view))
        g_ptr_array_add (views, g_object_ref (view));
    }
  return views;
}

void
lp_window_close_now (LpWindow *self)
{
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_may_close (gboolean may, gpointer data)
{
  g_autoptr (LpWindow) self = data;

  self->asking = FALSE;
  if (may)
    lp_window_close_now (self);
}

gboolean
lp_window_ask_before_closing (LpWindow *self)
{
  if (self->closing)
    return FALSE;
  g_autoptr (GPtrArray) views = lp_window_list_modified (self);
  if (views->len == 0)
    return FALSE;
  if (self->asking)
    return TRUE;
  self->asking = TRUE;
  lp_ask_for_changes (self, views, on_may_close, g_object_ref (self));
  return TRUE;
}
