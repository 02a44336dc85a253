#include "ui/find/find-bar.h"

#include <glib/gi18n.h>

#include "session/find-index.h"

/* In characters: in a narrow window, and where there is room. */
#define LEAST_WIDTH 4
#define WIDTH 24

struct _LpFindBar
{
  AdwBin parent_instance;
  GtkRevealer *revealer;
  GtkWidget *entry;
  GtkLabel *count;
  GtkWidget *previous, *next;
  LpCanvas *canvas;      /* outlives the bar */
  LpSession *session;
  LpFindIndex *finder;      /* of the present state; NULL while it is not needed */
  GStrv hits;            /* ids, never NULL */
  guint n_hits;
  guint present;         /* its number among them */
};

G_DEFINE_FINAL_TYPE (LpFindBar, lp_find_bar, ADW_TYPE_BIN)

static gboolean
is_open (LpFindBar *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

/* --- what is found ----------------------------------------------------------------------------------- */

static void
show_count (LpFindBar *self)
{
  gboolean asked = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  g_autofree char *text = !asked              ? g_strdup ("")
                          : self->n_hits == 0 ? g_strdup (_("None"))
                                              : g_strdup_printf (_("%u of %u"), self->present + 1, self->n_hits);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_sensitive (self->previous, self->n_hits > 0);
  gtk_widget_set_sensitive (self->next, self->n_hits > 0);
  if (asked && self->n_hits == 0)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
show_present (LpFindBar *self)
{
  if (self->n_hits > 0)
    lp_canvas_show_element (self->canvas, self->hits[self->present]);
  show_count (self);
}

static GStrv
ids_of (GArray *hits, const LpDesign *design)
{
  GStrv ids = g_new0 (char *, hits->len + 1);

  for (guint i = 0; i < hits->len; i++)
    {
      const LpFindHit *hit = &g_array_index (hits, LpFindHit, i);
      ids[i] = g_strdup (hit->is_connection ? lp_design_get_connection (design, hit->index)->id
                                            : lp_design_get_component (design, hit->index)->id);
    }
  return ids;
}

static void
run (LpFindBar *self)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (self->session));
  g_autofree char *kept = self->n_hits > 0 ? g_strdup (self->hits[self->present]) : NULL;

  if (self->finder == NULL)
    self->finder = lp_find_index_new (design, lp_catalogue_get_default (), lp_session_get_review (self->session));
  g_autoptr (GArray) hits = lp_find_index_run (self->finder, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_strfreev (self->hits);
  self->hits = ids_of (hits, design);
  self->n_hits = hits->len;
  self->present = 0;
  for (guint i = 0; kept != NULL && i < self->n_hits; i++)
    if (g_str_equal (self->hits[i], kept))
      self->present = i;
  lp_canvas_set_found (self->canvas, self->n_hits > 0 ? (const char *const *) self->hits : NULL);
}

static void
on_text_changed (LpFindBar *self)
{
  if (!is_open (self))
    return;
  run (self);
  show_present (self);
}

/* The document or its review is another one: what is outlined follows, what is selected stays. */
static void
on_changed (LpFindBar *self)
{
  g_clear_pointer (&self->finder, lp_find_index_free);
  if (!is_open (self))
    return;
  run (self);
  show_count (self);
}

static void
step (LpFindBar *self, int by)
{
  if (self->n_hits == 0)
    return;
  self->present = (self->present + self->n_hits + (guint) (by + (int) self->n_hits)) % self->n_hits;
  show_present (self);
}

static void
on_next (LpFindBar *self)
{
  step (self, 1);
}

static void
on_previous (LpFindBar *self)
{
  step (self, -1);
}

/* --- opening and leaving ----------------------------------------------------------------------------- */

static void
open_bar (LpFindBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_grab_focus (self->entry);
  run (self);
  show_count (self);
}

static void
close_bar (LpFindBar *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  g_clear_pointer (&self->finder, lp_find_index_free);
  lp_canvas_set_found (self->canvas, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* Not while it folds up: it would not be seen to. */
static void
on_folded (LpFindBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_revealer_get_child_revealed (self->revealer) || is_open (self));
}

static void
on_find (LpFindBar *self, int by)
{
  if (by == 0 || !is_open (self))
    open_bar (self);
  if (by != 0)
    step (self, by);
}

/* The entry takes Enter for the next one; with Shift it is the one before. */
static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, LpFindBar *self)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  step (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
  return GDK_EVENT_STOP;
}

/* --- the widget -------------------------------------------------------------------------------------- */

static GtkWidget *
new_button (LpFindBar *self, GtkWidget *box, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_entry (LpFindBar *self, GtkWidget *box)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Name, kind, property or finding"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), LEAST_WIDTH);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), WIDTH);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find in the drawing"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_text_changed), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (on_previous), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (close_bar), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_box_append (GTK_BOX (box), self->entry);
}

static void
lp_find_bar_dispose (GObject *object)
{
  LpFindBar *self = LP_FIND_BAR (object);

  g_clear_pointer (&self->finder, lp_find_index_free);
  g_clear_pointer (&self->hits, g_strfreev);
  self->n_hits = 0;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lp_find_bar_parent_class)->dispose (object);
}

static void
lp_find_bar_class_init (LpFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_find_bar_dispose;
}

static void
lp_find_bar_init (LpFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  self->hits = g_new0 (char *, 1);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  add_entry (self, box);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->count, 8);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  self->previous = new_button (self, box, "go-up-symbolic", _("Previous match (Shift+Enter)"), G_CALLBACK (on_previous));
  self->next = new_button (self, box, "go-down-symbolic", _("Next match (Enter)"), G_CALLBACK (on_next));
  new_button (self, box, "window-close-symbolic", _("Close (Escape)"), G_CALLBACK (close_bar));
  gtk_widget_add_css_class (box, "floating");
  gtk_revealer_set_child (self->revealer, box);
  g_signal_connect_swapped (self->revealer, "notify::child-revealed", G_CALLBACK (on_folded), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
lp_find_bar_add (LpDocumentView *view)
{
  LpFindBar *self = g_object_new (LP_TYPE_FIND_BAR, NULL);

  self->canvas = lp_document_view_get_canvas (view);
  self->session = g_object_ref (lp_document_view_get_session (view));
  g_signal_connect_object (self->canvas, "find", G_CALLBACK (on_find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lp_document_view_get_document (view), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "reviewed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  lp_document_view_add_overlay (view, GTK_WIDGET (self));
}
