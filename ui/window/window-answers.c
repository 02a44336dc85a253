/* A window in which something is answered otherwise than by drawing: what is for drawing is put away meanwhile. */
#include <glib/gi18n.h>

#include "learning/answer.h"
#include "ui/window/window-private.h"

static void
set_page_visible (LpWindow *self, gpointer page, gboolean visible)
{
  gtk_stack_page_set_visible (gtk_stack_get_page (self->panel, GTK_WIDGET (page)), visible);
}

void
lp_window_show_answers (LpWindow *self, gboolean answering)
{
  set_page_visible (self, self->properties_page, !answering);
  set_page_visible (self, self->review_page, !answering);
  set_page_visible (self, self->requirements_page, !answering);
  gtk_widget_set_visible (self->palette_toggle, !answering);
  gtk_widget_set_visible (GTK_WIDGET (self->review_count), !answering);
  if (answering == self->answering)
    return;
  self->answering = answering;
  if (answering)
    self->palette_put_away = adw_flap_get_reveal_flap (self->palette_flap);
  adw_flap_set_reveal_flap (self->palette_flap, !answering && self->palette_put_away);
}

LpDesign *
lp_window_get_drawing (LpWindow *self, LpReview **review, LpScene **shown)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (self->session));
  LpDesign *drawing = lp_answer_get_drawing (design);
  gboolean same = drawing == design;

  *review = same ? lp_session_get_review (self->session) : NULL;
  *shown = same ? lp_canvas_get_stage (lp_window_get_canvas (self))->scene : NULL;
  if (drawing == NULL)
    lp_window_toast (self, _("Choose first: what is exported or printed is the design that you choose"));
  return drawing;
}

/* What would draw where something is answered, or show what is put away. The keys of zooming are those of the answer. */
void
lp_window_withhold_drawing (LpWindow *self)
{
  static const char *const withheld[] = {
    "win.find-kind", "win.toggle-palette", "win.comment", "win.show", "win.show-properties", "win.show-review",
    "win.next-finding", "win.previous-finding", "win.explain-finding", "win.waive-finding", "win.fix", "win.fix-all",
    "win.zoom-in", "win.zoom-out", "win.zoom-100", "win.fit",
  };

  for (guint i = 0; self->answering && i < G_N_ELEMENTS (withheld); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), withheld[i], FALSE);
}
