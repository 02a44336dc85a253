#include "ui/start/start-view.h"

#include "ui/gallery/wrap-layout.h"
#include "ui/window/recent-popover.h"

#define MAX_RECENT 4

struct _LpStartView
{
  AdwBin parent_instance;
  GtkBox *recent;
  GtkWidget *recent_box;
  LpGallery *gallery;
};

G_DEFINE_FINAL_TYPE (LpStartView, lp_start_view, ADW_TYPE_BIN)

static void
on_map (LpStartView *self)
{
  gtk_widget_set_visible (self->recent_box, lp_recent_fill_box (self->recent, MAX_RECENT) > 0);
}

static void
lp_start_view_class_init (LpStartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LP_TYPE_GALLERY);
  g_type_ensure (LP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/start/start-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LpStartView, recent);
  gtk_widget_class_bind_template_child (widget_class, LpStartView, recent_box);
  gtk_widget_class_bind_template_child (widget_class, LpStartView, gallery);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.leave-gallery", NULL);
}

static void
lp_start_view_init (LpStartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}

LpGallery *
lp_start_view_get_gallery (LpStartView *self)
{
  g_return_val_if_fail (LP_IS_START_VIEW (self), NULL);

  return self->gallery;
}
