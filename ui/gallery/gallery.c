#include "ui/gallery/gallery-private.h"

#include <glib/gi18n.h>

#include "ui/gallery/keeping.h"
#include "ui/gallery/own-card.h"
#include "ui/gallery/wrap-layout.h"

G_DEFINE_FINAL_TYPE (LpGallery, lp_gallery, ADW_TYPE_BIN)

/* --- shown and hidden -------------------------------------------------------------------------------- */

/* What other parts of the program offer, where they do. */
static void
show_button (GtkButton *button, const char *action)
{
  GApplication *application = g_application_get_default ();
  g_autofree char *name = g_strconcat ("app.", action, NULL);
  gboolean there = application != NULL && g_action_group_has_action (G_ACTION_GROUP (application), action);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), there ? name : NULL);
  gtk_widget_set_visible (GTK_WIDGET (button), there);
}

static void
on_map (LpGallery *self)
{
  show_button (self->exam_button, "exam");
  show_button (self->schedule_button, "schedule");
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  self->scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  if (self->scroller != NULL)
    {
      GtkAdjustment *scrolled = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
      g_signal_connect_object (scrolled, "value-changed", G_CALLBACK (lp_gallery_look_soon), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (scrolled, "changed", G_CALLBACK (lp_gallery_look_soon), self, G_CONNECT_SWAPPED);
    }
  if (self->order == NULL)
    lp_gallery_load (self);
  else
    lp_gallery_refill (self);
  /* It has changed meanwhile, and what is due changes with the day. */
  lp_gallery_update_progress (self);
}

static void
on_unmap (LpGallery *self)
{
  gtk_search_entry_set_key_capture_widget (self->search, NULL);
  if (self->scroller != NULL)
    g_signal_handlers_disconnect_by_func (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), lp_gallery_look_soon, self);
  self->scroller = NULL;
}

/* --- the person's own -------------------------------------------------------------------------------- */

/* The one that was put back is at hand again. */
static void
on_deleted_or_back (GtkWidget *widget, const char *id)
{
  LpGallery *self = LP_GALLERY (widget);
  int place = lp_gallery_find_own (self, id);

  if (place < 0)
    self->wanted = id;
  else
    self->wanted = place + 1 < (int) self->order->len ? ((LpScenario *) self->order->pdata[place + 1])->id : NULL;
  lp_gallery_refresh (self);
}

static void
own_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpGallery *self = LP_GALLERY (widget);
  int place = self->order != NULL ? lp_gallery_find_own (self, g_variant_get_string (parameter, NULL)) : -1;

  if (place < 0)
    return;
  if (g_str_equal (name, "gallery.copy-own"))
    lp_own_card_copy (widget, self->order->pdata[place]);
  else
    lp_own_card_delete (widget, self->order->pdata[place], on_deleted_or_back);
}

/* --- the widget -------------------------------------------------------------------------------------- */

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (g_str_equal (name, "gallery.export"))
    lp_keeping_export (widget);
  else if (g_str_equal (name, "gallery.import"))
    lp_keeping_import (widget);
  else
    lp_keeping_reset (widget);
}

static void
lp_gallery_dispose (GObject *object)
{
  LpGallery *self = LP_GALLERY (object);

  self->gone = TRUE;
  g_clear_handle_id (&self->load_idle, g_source_remove);
  g_clear_handle_id (&self->fill_idle, g_source_remove);
  g_clear_handle_id (&self->look_idle, g_source_remove);
  G_OBJECT_CLASS (lp_gallery_parent_class)->dispose (object);
}

static void
lp_gallery_finalize (GObject *object)
{
  LpGallery *self = LP_GALLERY (object);

  lp_gallery_filter_clear (&self->filter);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->above);
  G_OBJECT_CLASS (lp_gallery_parent_class)->finalize (object);
}

static void
lp_gallery_class_init (LpGalleryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_gallery_dispose;
  object_class->finalize = lp_gallery_finalize;
  g_type_ensure (LP_TYPE_CARD_BOX);
  g_type_ensure (LP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/gallery/gallery.ui");
  gtk_widget_class_bind_template_child (widget_class, LpGallery, count);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, exam_button);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, schedule_button);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, search);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, kinds);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, states);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, cards);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, nothing);
  lp_gallery_bind_search (widget_class);
  gtk_widget_class_install_action (widget_class, "gallery.export", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "gallery.import", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "gallery.reset", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "gallery.copy-own", "s", own_action);
  gtk_widget_class_install_action (widget_class, "gallery.delete-own", "s", own_action);
}

static void
lp_gallery_init (LpGallery *self)
{
  self->above = g_ptr_array_new ();
  self->entries = g_array_new (FALSE, TRUE, sizeof (LpGalleryEntry));
  g_array_set_clear_func (self->entries, lp_gallery_entry_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
  lp_gallery_init_search (self);
  g_signal_connect_object (lp_progress_get_default (), "changed", G_CALLBACK (lp_gallery_update_progress), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
}

void
lp_gallery_refresh (LpGallery *self)
{
  g_return_if_fail (LP_IS_GALLERY (self));

  if (self->order == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* it looks when it is seen */
  lp_gallery_refill (self);
  lp_gallery_fill_above (self);
}

guint
lp_gallery_get_n_shown (LpGallery *self)
{
  g_return_val_if_fail (LP_IS_GALLERY (self), 0);

  return self->n_shown;
}
