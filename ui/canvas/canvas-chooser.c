#include "ui/canvas/canvas-chooser.h"

#include <glib/gi18n.h>

#define WIDTH 340
#define HEIGHT 320
/* More than anybody reads: typing narrows it. */
#define MAX_ROWS 100

typedef struct
{
  LpCanvas *canvas;
  const LpChooser *chooser;
} Open;

static GPtrArray *
search (const char *text, gpointer data)
{
  Open *open = data;

  if (open->canvas->stage == NULL || open->canvas->stage->scene == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return open->chooser->search (open->canvas->stage, text);
}

static void
close_list (Open *open)
{
  if (open->canvas->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (open->canvas->popover));
}

static void
on_picked (LpPicker *picker, LpPickItem *item, Open *open)
{
  LpStage *stage = open->canvas->stage;

  close_list (open);
  if (stage != NULL && stage->scene != NULL)
    open->chooser->chosen (stage, lp_pick_item_get_id (item));
}

static void
on_cancelled (LpPicker *picker, Open *open)
{
  close_list (open);
}

void
lp_canvas_show_chooser (LpCanvas *self, const LpChooser *chooser)
{
  const char *first = lp_selection_get_size (self->stage->selection) > 0
                          ? lp_selection_get (self->stage->selection, 0)
                          : NULL;
  LpRect area;
  if (first == NULL || !lp_canvas_find_area (self, first, &area))
    return;
  Open *open = g_new0 (Open, 1);
  open->canvas = self;
  open->chooser = chooser;
  GtkWidget *popover = gtk_popover_new (), *picker = lp_picker_new (_(chooser->placeholder), search, open);
  gtk_widget_set_size_request (picker, WIDTH, HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (popover), picker);
  gtk_widget_add_css_class (popover, "picker");
  g_object_set_data_full (G_OBJECT (popover), "open", open, g_free);
  g_signal_connect (picker, "picked", G_CALLBACK (on_picked), open);
  g_signal_connect (picker, "cancelled", G_CALLBACK (on_cancelled), open);
  lp_canvas_show_picker (self, popover, picker, area);
}

/* --- rows -------------------------------------------------------------------------------------------- */

typedef struct
{
  LpPickItem *item;
  guint match;
  double distance;
  guint order;
} Row;

struct _LpChooserRows
{
  GArray *rows;
};

LpChooserRows *
lp_chooser_rows_new (void)
{
  LpChooserRows *self = g_new0 (LpChooserRows, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return self;
}

void
lp_chooser_rows_add (LpChooserRows *self, LpPickItem *item, guint match, double distance)
{
  Row row = { item, match, distance, self->rows->len };

  g_array_append_val (self->rows, row);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Row *one = a, *other = b;

  if (one->match != other->match)
    return one->match > other->match ? -1 : 1;
  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return (one->order > other->order) - (one->order < other->order);
}

GPtrArray *
lp_chooser_rows_finish (LpChooserRows *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_sort (self->rows, compare);
  for (guint i = 0; i < self->rows->len; i++)
    if (i < MAX_ROWS)
      g_ptr_array_add (items, g_array_index (self->rows, Row, i).item);
    else
      g_object_unref (g_array_index (self->rows, Row, i).item);
  g_array_unref (self->rows);
  g_free (self);
  return items;
}
