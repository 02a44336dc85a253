#include "ui/review/comments-view.h"

#include <glib/gi18n.h>

#include "model/remark-edit.h"
#include "ui/review/comment-dialog.h"
#include "ui/review/fold-button.h"
#include "ui/text/wrapping.h"

struct _LpCommentsView
{
  AdwBin parent_instance;
  LpSession *session;
  GtkToggleButton *fold;
  GtkToggleButton *resolved; /* shows those too */
  GtkRevealer *revealer;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LpCommentsView, lp_comments_view, ADW_TYPE_BIN)

static guint signal_chosen;

/* --- rows -------------------------------------------------------------------------------------------- */

/* Each row holds the comment that it shows. */
static LpComment *
comment_of (GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, GTK_TYPE_LIST_BOX_ROW);
  return row != NULL ? g_object_get_data (G_OBJECT (row), "comment") : NULL;
}

static void
edit (LpCommentsView *self, const char *label, const LpComment *comment, gboolean remove)
{
  LpDocument *document = lp_session_get_document (self->session);

  if (lp_document_in_transaction (document))
    return;
  lp_document_begin (document, label);
  if (remove ? lp_edit_remove_comment (document, comment->id, NULL)
             : lp_edit_resolve_comment (document, comment->id, !comment->resolved, NULL))
    lp_document_commit (document);
  else
    lp_document_rollback (document);
}

static void
on_resolve (GtkWidget *button, LpCommentsView *self)
{
  g_autoptr (LpComment) comment = lp_comment_ref (comment_of (button));
  edit (self, comment->resolved ? _("Open Again") : _("Resolve"), comment, FALSE);
}

static void
on_delete (GtkWidget *button, LpCommentsView *self)
{
  g_autoptr (LpComment) comment = lp_comment_ref (comment_of (button));
  edit (self, _("Delete Comment"), comment, TRUE);
}

static void
on_reply (GtkWidget *button, LpCommentsView *self)
{
  lp_comment_dialog_reply (GTK_WINDOW (gtk_widget_get_root (button)), self->session, comment_of (button));
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_button (LpCommentsView *self, GtkWidget *box, const char *label, gpointer clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "finding-action");
  g_signal_connect (button, "clicked", G_CALLBACK (clicked), self);
  gtk_box_append (GTK_BOX (box), button);
}

static char *
caption_of (LpCommentsView *self, const LpComment *comment)
{
  LpDocument *document = lp_session_get_document (self->session);
  const LpComponent *component = lp_document_get_component (document, comment->pin.component);
  const char *name = component != NULL ? lp_component_get_name (component) : comment->pin.connection;
  GString *words = g_string_new (comment->author != NULL ? comment->author : _("Somebody"));

  if (name != NULL)
    g_string_append_printf (words, " · %s", name);
  if (comment->resolved)
    g_string_append_printf (words, " · %s", _("resolved"));
  return g_string_free (words, FALSE);
}

static GtkWidget *
new_row (LpCommentsView *self, LpComment *comment)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *actions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *caption = caption_of (self, comment);

  g_object_set_data_full (G_OBJECT (row), "comment", lp_comment_ref (comment), (GDestroyNotify) lp_comment_unref);
  gtk_widget_add_css_class (box, "finding");
  gtk_widget_add_css_class (add_label (box, caption, "caption"), "dim-label");
  add_label (box, comment->text, NULL);
  for (guint i = 0; i < comment->replies->len; i++)
    {
      const LpReply *reply = comment->replies->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s: %s", reply->author != NULL ? reply->author : _("Somebody"), reply->text);
      gtk_widget_set_margin_start (add_label (box, text, "dim-label"), 12);
    }
  add_button (self, actions, _("Reply…"), on_reply);
  add_button (self, actions, comment->resolved ? _("Open Again") : _("Resolve"), on_resolve);
  add_button (self, actions, _("Delete"), on_delete);
  gtk_box_append (GTK_BOX (box), actions);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, comment->text, -1);
  return row;
}

/* --- the list ---------------------------------------------------------------------------------------- */

static void
update (LpCommentsView *self)
{
  GtkWidget *child;
  guint n_open = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (self->session == NULL)
    return;
  const GPtrArray *comments = lp_document_get_header (lp_session_get_document (self->session))->comments;
  for (guint i = 0; i < comments->len; i++)
    {
      LpComment *comment = comments->pdata[i];
      n_open += !comment->resolved;
      if (!comment->resolved || gtk_toggle_button_get_active (self->resolved))
        gtk_list_box_append (self->list, new_row (self, comment));
    }
  g_autofree char *label = g_strdup_printf (ngettext ("%u open comment", "%u open comments", n_open), n_open);
  lp_fold_button_set_text (LP_FOLD_BUTTON (self->fold), label);
  gtk_widget_set_visible (GTK_WIDGET (self->resolved), comments->len > n_open);
  gtk_widget_set_visible (GTK_WIDGET (self), comments->len > 0);
}

static void
on_activated (LpCommentsView *self, GtkListBoxRow *row)
{
  const LpComment *comment = g_object_get_data (G_OBJECT (row), "comment");
  if (comment->pin.component != NULL)
    g_signal_emit (self, signal_chosen, 0, comment->pin.component);
}

void
lp_comments_view_set_session (LpCommentsView *self, LpSession *session)
{
  g_return_if_fail (LP_IS_COMMENTS_VIEW (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (lp_session_get_document (self->session), self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_swapped (lp_session_get_document (session), "changed", G_CALLBACK (update), self);
  update (self);
}

/* The row gets its place only when the page is up and the list unfolded. */
static gboolean
scroll_to_row (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  double y;

  if (scrolled == NULL || gtk_widget_get_height (row) == 0 || gtk_widget_get_height (scrolled) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_translate_coordinates (row, gtk_widget_get_parent (row), 0, 0, NULL, &y))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), y,
                               y + gtk_widget_get_height (row));
  return G_SOURCE_REMOVE;
}

void
lp_comments_view_show (LpCommentsView *self, const char *id)
{
  g_return_if_fail (LP_IS_COMMENTS_VIEW (self));

  gtk_toggle_button_set_active (self->fold, TRUE);
  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);
      const LpComment *comment = g_object_get_data (G_OBJECT (row), "comment");
      if (!g_str_equal (comment->id, id))
        continue;
      gtk_list_box_select_row (self->list, row);
      gtk_widget_add_tick_callback (GTK_WIDGET (row), scroll_to_row, NULL, NULL);
    }
}

static void
lp_comments_view_dispose (GObject *object)
{
  LpCommentsView *self = LP_COMMENTS_VIEW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (lp_session_get_document (self->session), self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lp_comments_view_parent_class)->dispose (object);
}

static void
lp_comments_view_class_init (LpCommentsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_comments_view_dispose;
  signal_chosen = g_signal_new ("chosen", LP_TYPE_COMMENTS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static GtkWidget *
new_header (LpCommentsView *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->fold = GTK_TOGGLE_BUTTON (lp_fold_button_new ());
  gtk_toggle_button_set_active (self->fold, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->fold), TRUE);
  self->resolved = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Resolved")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->resolved), _("Show the resolved ones too"));
  gtk_widget_add_css_class (GTK_WIDGET (self->resolved), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->resolved), "fold-filter");
  g_signal_connect_swapped (self->resolved, "toggled", G_CALLBACK (update), self);
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->fold));
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->resolved));
  return header;
}

static void
lp_comments_view_init (LpCommentsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "findings");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Comments"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, scrolled);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->revealer));
  g_object_bind_property (self->fold, "active", self->revealer, "reveal-child", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
