#include "ui/document/safety-banners.h"

#include <glib/gi18n.h>

#include "ui/text/wrapping.h"

/* A strip with words, and the box where its buttons stand. */
typedef struct
{
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkBox *box;
} Strip;

static Strip
add_strip (LpDocumentView *view, const char *icon)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *revealer = gtk_revealer_new ();

  gtk_widget_add_css_class (box, "strip");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_revealer_set_child (GTK_REVEALER (revealer), box);
  lp_document_view_add_banner (view, revealer);
  return (Strip){ GTK_REVEALER (revealer), GTK_LABEL (label), GTK_BOX (box) };
}

static void
add_button (const Strip *strip, const char *mnemonic, const char *tooltip, GCallback clicked, LpDocumentView *view)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (mnemonic);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", clicked, view);
  gtk_box_append (strip->box, button);
}

/* Words that stay empty would still be read to whoever cannot see that the strip is closed. */
static void
show_words (GtkRevealer *revealer, GtkLabel *label, const char *words)
{
  if (words != NULL)
    gtk_label_set_label (label, words);
  gtk_revealer_set_reveal_child (revealer, words != NULL);
}

/* --- restored ---------------------------------------------------------------------------------------- */

static void
on_save (LpDocumentView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "win.save", NULL);
}

/* Where there is no file to go back to, it is closed, which asks. */
static void
on_discard (LpDocumentView *view)
{
  if (!lp_session_refuse_restored (lp_document_view_get_session (view)))
    gtk_widget_activate_action (GTK_WIDGET (view), "win.close", NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (lp_document_view_get_canvas (view)));
}

static void
on_restored_changed (LpSession *session, GParamSpec *pspec, GtkRevealer *revealer)
{
  if (!lp_session_is_restored (session))
    gtk_revealer_set_reveal_child (revealer, FALSE);
}

static void
add_restored (LpDocumentView *view, LpSession *session)
{
  if (!lp_session_is_restored (session))
    return;
  g_autofree char *words = lp_session_dup_restored_words (session);
  Strip strip = add_strip (view, "document-open-recent-symbolic");
  add_button (&strip, _("_Discard"), _("Go back to what was saved"), G_CALLBACK (on_discard), view);
  add_button (&strip, _("_Save"), NULL, G_CALLBACK (on_save), view);
  show_words (strip.revealer, strip.label, words);
  g_signal_connect_object (session, "notify::restored", G_CALLBACK (on_restored_changed), strip.revealer, 0);
}

/* --- not kept ---------------------------------------------------------------------------------------- */

static void
on_problem_changed (LpSession *session, GParamSpec *pspec, GtkRevealer *revealer)
{
  g_autofree char *words = lp_session_dup_journal_problem (session);

  show_words (revealer, g_object_get_data (G_OBJECT (revealer), "label"), words);
}

static void
add_problem (LpDocumentView *view, LpSession *session)
{
  Strip strip = add_strip (view, "dialog-warning-symbolic");

  add_button (&strip, _("_Save"), NULL, G_CALLBACK (on_save), view);
  g_object_set_data (G_OBJECT (strip.revealer), "label", strip.label);
  g_signal_connect_object (session, "notify::journal-problem", G_CALLBACK (on_problem_changed), strip.revealer, 0);
  on_problem_changed (session, NULL, strip.revealer);
}

void
lp_safety_banners_add (LpDocumentView *view)
{
  LpSession *session = lp_document_view_get_session (view);

  add_restored (view, session);
  add_problem (view, session);
}
