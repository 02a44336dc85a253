#include "ui/answers/columns-layout.h"

struct _LpColumnsLayout
{
  GtkLayoutManager parent_instance;
  guint n_columns; /* at most */
  int spacing;
};

G_DEFINE_FINAL_TYPE (LpColumnsLayout, lp_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
measure_widest (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int least, wanted;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

static int
count_columns (LpColumnsLayout *self, GtkWidget *widget, int width)
{
  int minimum, natural;

  measure_widest (widget, &minimum, &natural);
  return CLAMP ((width + self->spacing) / MAX (natural + self->spacing, 1), 1, (int) self->n_columns);
}

static int
column_width (LpColumnsLayout *self, int n_columns, int width)
{
  return MAX ((width - (n_columns - 1) * self->spacing) / n_columns, 0);
}

/* Of the row that begins with `first`; *`end` is the first child after it, or NULL. */
static int
row_height (GtkWidget *first, int n_columns, int width, GtkWidget **end)
{
  GtkWidget *child = first;
  int height = 0;

  for (int i = 0; i < n_columns && child != NULL; i++)
    {
      int minimum;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
      height = MAX (height, minimum);
      child = next_shown (gtk_widget_get_next_sibling (child));
    }
  *end = child;
  return height;
}

static int
measure_height (LpColumnsLayout *self, GtkWidget *widget, int width)
{
  int n_columns = count_columns (self, widget, width), own = column_width (self, n_columns, width), height = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;)
    height += (height > 0 ? self->spacing : 0) + row_height (child, n_columns, own, &child);
  return height;
}

static void
lp_columns_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  LpColumnsLayout *self = LP_COLUMNS_LAYOUT (manager);
  int least, wanted;

  measure_widest (widget, &least, &wanted);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = (int) self->n_columns * (wanted + self->spacing) - self->spacing;
    }
  else
    *minimum = *natural = measure_height (self, widget, for_size >= 0 ? for_size : wanted);
}

static void
lp_columns_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  LpColumnsLayout *self = LP_COLUMNS_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_columns = count_columns (self, widget, width), own = column_width (self, n_columns, width), y = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      GtkWidget *end;
      int high = row_height (child, n_columns, own, &end);
      for (int x = 0; child != end; child = next_shown (gtk_widget_get_next_sibling (child)), x += own + self->spacing)
        gtk_widget_size_allocate (child, &(GtkAllocation){ mirrored ? width - x - own : x, y, own, high }, -1);
      y += high + self->spacing;
    }
}

static GtkSizeRequestMode
lp_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

GtkLayoutManager *
lp_columns_layout_new (guint n_columns, int spacing)
{
  LpColumnsLayout *self = g_object_new (LP_TYPE_COLUMNS_LAYOUT, NULL);

  self->n_columns = n_columns;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}

static void
lp_columns_layout_class_init (LpColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = lp_columns_layout_get_request_mode;
  layout_class->measure = lp_columns_layout_measure;
  layout_class->allocate = lp_columns_layout_allocate;
}

static void
lp_columns_layout_init (LpColumnsLayout *self)
{
}
