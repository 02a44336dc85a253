#include "ui/palette/palette.h"

#include <string.h>

#include "catalogue/catalogue.h"
#include "ui/palette/kind-tile.h"
#include "ui/text/wrapping.h"

#define TILE_SIZE 30

struct _LpPalette
{
  AdwBin parent_instance;
  GtkSearchEntry *search;
  GtkListBox *list;
  char *needle; /* case-folded; "" shows all */
};

G_DEFINE_FINAL_TYPE (LpPalette, lp_palette, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const LpKind *
kind_of_row (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "kind");
}

/* --- dragging ---------------------------------------------------------------------------------------- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkListBoxRow *row)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, kind_of_row (row)->id);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkListBoxRow *row)
{
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);

  /* Beside the pointer: what will be placed is drawn on the canvas itself. Above it, because the canvas
     writes below it why something cannot be placed. */
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), lp_kind_tile_new (kind_of_row (row), 24));
  gdk_drag_set_hotspot (drag, -12, 36);
}

static void
add_drag_source (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

/* --- rows -------------------------------------------------------------------------------------------- */

static GtkWidget *
new_row (const LpKind *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (lp_text (&kind->name));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), lp_kind_tile_new (kind, TILE_SIZE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "kind");
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, lp_text (&kind->name), -1);
  add_drag_source (row);
  return row;
}

static void
fill (LpPalette *self)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();

  for (guint g = 0; g < lp_catalogue_get_n_groups (catalogue); g++)
    for (guint k = 0; k < lp_catalogue_get_n_kinds (catalogue); k++)
      {
        const LpKind *kind = lp_catalogue_get_kind (catalogue, k);
        if (!kind->is_hidden && g_str_equal (kind->group, lp_catalogue_get_group (catalogue, g)->id))
          gtk_list_box_append (self->list, new_row (kind));
      }
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = kind_of_row (row)->group;

  if (before != NULL && g_str_equal (kind_of_row (before)->group, group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  const LpKindGroup *shelf = lp_catalogue_find_group (lp_catalogue_get_default (), group);
  GtkWidget *label = gtk_label_new (shelf != NULL ? lp_text (&shelf->name) : group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "shelf");
  gtk_list_box_row_set_header (row, label);
}

/* In either language: who reads Korean still types "ALB". */
static gboolean
has_text (const LpText *text, const char *needle)
{
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    {
      g_autofree char *folded = g_utf8_casefold (text->in[i], -1);
      if (strstr (folded, needle) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (GtkListBoxRow *row, gpointer data)
{
  LpPalette *self = data;
  const LpKind *kind = kind_of_row (row);

  return *self->needle == '\0' || strstr (kind->id, self->needle) != NULL || has_text (&kind->name, self->needle)
         || has_text (&kind->short_name, self->needle);
}

static GtkListBoxRow *
first_wanted (LpPalette *self)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);
      if (row == NULL || is_wanted (row, self))
        return row;
    }
}

/* --- callbacks of the template ----------------------------------------------------------------------- */

static void
on_search_changed (LpPalette *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  g_free (self->needle);
  self->needle = g_utf8_casefold (text, -1);
  gtk_list_box_invalidate_filter (self->list);
  if (*self->needle != '\0')
    gtk_list_box_select_row (self->list, first_wanted (self));
  else
    gtk_list_box_unselect_all (self->list);
}

static void
activate_row (LpPalette *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  g_signal_emit (self, signals[ACTIVATED], 0, kind_of_row (row)->id);
  /* It has found what it was for. */
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  on_search_changed (self);
}

static void
on_search_activate (LpPalette *self)
{
  /* The entry reports what was typed a moment later; Enter means what is there now. */
  on_search_changed (self);
  if (*self->needle != '\0')
    activate_row (self, first_wanted (self));
}

static void
on_stop_search (LpPalette *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
on_row_activated (LpPalette *self, GtkListBoxRow *row)
{
  activate_row (self, row);
}

void
lp_palette_focus_search (LpPalette *self)
{
  g_return_if_fail (LP_IS_PALETTE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static void
lp_palette_finalize (GObject *object)
{
  g_free (LP_PALETTE (object)->needle);
  G_OBJECT_CLASS (lp_palette_parent_class)->finalize (object);
}

static void
lp_palette_class_init (LpPaletteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = lp_palette_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/palette/palette.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPalette, search);
  gtk_widget_class_bind_template_child (widget_class, LpPalette, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  signals[ACTIVATED] = g_signal_new ("activated", LP_TYPE_PALETTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lp_palette_init (LpPalette *self)
{
  self->needle = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
  fill (self);
}
