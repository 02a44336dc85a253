#include "ui/window/export-dialog.h"

struct _LpExportDialog
{
  AdwWindow parent_instance;
  AdwComboRow *format;
  GtkSwitch *annotate;
  AdwComboRow *theme;
  GtkWidget *export_button;
};

G_DEFINE_FINAL_TYPE (LpExportDialog, lp_export_dialog, ADW_TYPE_WINDOW)

enum
{
  EXPORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

LpExportDialog *
lp_export_dialog_new (GtkWindow *parent)
{
  return g_object_new (LP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
}

LpPictureChoice
lp_export_dialog_get_choice (LpExportDialog *self)
{
  static const char *const formats[] = { "svg", "png", "pdf" };
  guint format = MIN (adw_combo_row_get_selected (self->format), G_N_ELEMENTS (formats) - 1);
  guint theme = adw_combo_row_get_selected (self->theme);

  return (LpPictureChoice){
    .format = formats[format],
    .annotate = gtk_switch_get_active (self->annotate),
    .theme = theme == 1 ? LP_THEME_DARK : LP_THEME_LIGHT,
    .auto_theme = theme == 2 && format == 0,
    .scale = 2,
  };
}

static void
on_export_clicked (LpExportDialog *self)
{
  g_signal_emit (self, signals[EXPORT], 0);
}

static void
lp_export_dialog_class_init (LpExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/window/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, annotate);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[EXPORT]
      = g_signal_new ("export", LP_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_export_dialog_init (LpExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Enter exports. */
  gtk_widget_grab_focus (self->export_button);
}
