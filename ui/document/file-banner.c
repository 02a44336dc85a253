#include "ui/document/file-banner.h"

#include <glib/gi18n.h>

struct _LpFileBanner
{
  AdwBin parent_instance;
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkWidget *reload;
  GtkWidget *keep;
  GtkWidget *save_as;
  LpDocumentView *view; /* that it is a part of */
  LpFileWatch *watch;
  GCancellable *reloading;
};

G_DEFINE_FINAL_TYPE (LpFileBanner, lp_file_banner, ADW_TYPE_BIN)

const char *
lp_file_banner_get_text (LpFileBanner *self)
{
  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_label (self->label) : NULL;
}

/* --- what it says ------------------------------------------------------------------------------------ */

static char *
describe (LpFileBanner *self, LpFileState state)
{
  LpSession *session = lp_document_view_get_session (self->view);
  g_autofree char *base = g_file_get_basename (lp_session_get_file (session));
  g_autofree char *name = g_filename_display_name (base);

  switch (state)
    {
    case LP_FILE_CHANGED:
      return lp_document_view_is_modified (self->view)
                 ? g_strdup_printf (_("“%s” was changed by another program. Your changes here are not saved; after "
                                      "reloading, Undo brings them back."),
                                    name)
                 : g_strdup_printf (_("“%s” was changed by another program."), name);
    case LP_FILE_GONE:
      return g_strdup_printf (_("“%s” was deleted or moved by another program. The drawing is still here: save it to "
                                "keep it."),
                              name);
    default:
      return g_strdup_printf (_("“%s” can only be read. Save your changes in another place."), name);
    }
}

static void
update (LpFileBanner *self)
{
  LpFileState state = lp_file_watch_get_state (self->watch);
  gboolean shown = state != LP_FILE_KNOWN;

  if (shown)
    {
      g_autofree char *text = describe (self, state);
      gtk_label_set_label (self->label, text);
      gtk_widget_set_visible (self->reload, state == LP_FILE_CHANGED);
      gtk_widget_set_visible (self->keep, state == LP_FILE_CHANGED);
      gtk_widget_set_visible (self->save_as, state != LP_FILE_CHANGED);
    }
  gtk_revealer_set_reveal_child (self->revealer, shown);
}

static void
on_watched (LpFileBanner *self)
{
  /* What is open is then the only copy: it must not be closed without asking. */
  if (lp_file_watch_get_state (self->watch) == LP_FILE_GONE)
    lp_document_mark_unsaved (lp_document_view_get_document (self->view));
  update (self);
}

/* What reloading does to the changes is said as soon as there are any. */
static void
on_modified (LpFileBanner *self)
{
  if (gtk_revealer_get_reveal_child (self->revealer) && lp_file_watch_get_state (self->watch) == LP_FILE_CHANGED)
    update (self);
}

/* --- what can be done -------------------------------------------------------------------------------- */

static void
on_reloaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpFileBanner) self = data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->reload, TRUE);
  if (lp_session_reload_finish (LP_SESSION (source), result, &error))
    lp_file_watch_look (self->watch);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = g_strdup_printf (_("It cannot be reloaded: %s. What you have here is safe."),
                                               error->message);
      gtk_label_set_label (self->label, text);
    }
}

static void
on_reload (LpFileBanner *self)
{
  gtk_widget_set_sensitive (self->reload, FALSE);
  lp_session_reload_async (lp_document_view_get_session (self->view), self->reloading, on_reloaded,
                           g_object_ref (self));
}

static void
on_keep (LpFileBanner *self)
{
  lp_session_keep (lp_document_view_get_session (self->view), lp_file_watch_get_etag (self->watch));
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
on_hide (LpFileBanner *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/* --- the widget -------------------------------------------------------------------------------------- */

static void
lp_file_banner_dispose (GObject *object)
{
  LpFileBanner *self = LP_FILE_BANNER (object);

  g_cancellable_cancel (self->reloading);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (lp_file_banner_parent_class)->dispose (object);
}

static void
lp_file_banner_finalize (GObject *object)
{
  g_object_unref (LP_FILE_BANNER (object)->reloading);
  G_OBJECT_CLASS (lp_file_banner_parent_class)->finalize (object);
}

static void
lp_file_banner_class_init (LpFileBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_file_banner_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_file_banner_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/document/file-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, LpFileBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, LpFileBanner, label);
  gtk_widget_class_bind_template_child (widget_class, LpFileBanner, reload);
  gtk_widget_class_bind_template_child (widget_class, LpFileBanner, keep);
  gtk_widget_class_bind_template_child (widget_class, LpFileBanner, save_as);
  gtk_widget_class_bind_template_callback (widget_class, on_reload);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_hide);
}

static void
lp_file_banner_init (LpFileBanner *self)
{
  self->reloading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lp_file_banner_add (LpDocumentView *view)
{
  LpFileBanner *self = g_object_new (LP_TYPE_FILE_BANNER, NULL);

  self->view = view;
  self->watch = lp_file_watch_new (lp_document_view_get_session (view));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_watched), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lp_document_view_get_session (view), "notify::modified", G_CALLBACK (on_modified), self,
                           G_CONNECT_SWAPPED);
  lp_document_view_add_banner (view, GTK_WIDGET (self));
}
