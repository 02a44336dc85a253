#include "ui/document/import-notes.h"

#include <glib/gi18n.h>

#include "ui/text/wrapping.h"

struct _LpImportNotes
{
  AdwBin parent_instance;
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkDropDown *parts;
  GtkWidget *show_button;
  LpDocumentView *view; /* that it is a part of */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LpImportNotes, lp_import_notes, ADW_TYPE_BIN)

static void
on_hide (LpImportNotes *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
on_show (LpImportNotes *self)
{
  LpSession *session = lp_document_view_get_session (self->view);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *body = g_strjoinv ("\n", (GStrv) lp_session_get_notes (session));
  GtkWidget *dialog = adw_message_dialog_new (window, _("What was not understood"), NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (body);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_widget_set_size_request (scroller, 300, 280);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_part_chosen (LpImportNotes *self)
{
  guint part = gtk_drop_down_get_selected (self->parts);

  if (self->updating || part == 0 || part == GTK_INVALID_LIST_POSITION)
    return;
  g_autoptr (LpSession) session = lp_session_open_part (lp_document_view_get_session (self->view), part);
  /* The drawing below is still the first page. */
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->parts, 0);
  self->updating = FALSE;
  g_signal_emit_by_name (self->view, "open-session", session);
}

static void
lp_import_notes_class_init (LpImportNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/document/import-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, LpImportNotes, revealer);
  gtk_widget_class_bind_template_child (widget_class, LpImportNotes, label);
  gtk_widget_class_bind_template_child (widget_class, LpImportNotes, parts);
  gtk_widget_class_bind_template_child (widget_class, LpImportNotes, show_button);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_hide);
}

static void
lp_import_notes_init (LpImportNotes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (guint n_notes, guint n_parts)
{
  if (n_notes > 0)
    return g_strdup_printf (ngettext ("Imported. %u thing was not understood; it is drawn as a plain box.",
                                      "Imported. %u things were not understood; they are drawn as plain boxes.",
                                      n_notes),
                            n_notes);
  return g_strdup_printf (ngettext ("Imported. The file has %u page.", "Imported. The file has %u pages.", n_parts),
                          n_parts);
}

void
lp_import_notes_add (LpDocumentView *view)
{
  LpSession *session = lp_document_view_get_session (view);
  guint n_notes = g_strv_length ((GStrv) lp_session_get_notes (session));
  guint n_parts = g_strv_length ((GStrv) lp_session_get_part_names (session));

  if (n_notes == 0 && n_parts <= 1)
    return;
  LpImportNotes *self = g_object_new (LP_TYPE_IMPORT_NOTES, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (lp_session_get_part_names (session));
  g_autofree char *text = describe (n_notes, n_parts);
  self->view = view;
  gtk_label_set_label (self->label, text);
  gtk_drop_down_set_model (self->parts, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->parts), n_parts > 1);
  gtk_widget_set_visible (self->show_button, n_notes > 0);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  g_signal_connect_swapped (self->parts, "notify::selected", G_CALLBACK (on_part_chosen), self);
  lp_document_view_add_banner (view, GTK_WIDGET (self));
}
