#include "ui/gallery/wrap-layout.h"

struct _LpWrapLayout
{
  GtkLayoutManager parent_instance;
  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (LpWrapLayout, lp_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_SPACING = 1,
  PROP_LINE_SPACING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* The children from `first` up to `end` (or NULL) stand in one line. */
typedef struct
{
  GtkWidget *first, *end;
  int width, height;
  int n_expand;
} Line;

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
natural_width (GtkWidget *child, int limit)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, limit));
}

static int
height_for (GtkWidget *child, int width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static Line
take_line (LpWrapLayout *self, GtkWidget *first, int width)
{
  Line line = { first, NULL, 0, 0, 0 };
  GtkWidget *child;

  for (child = first; child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int wanted = natural_width (child, width), before = child != first ? line.width + self->spacing : 0;
      if (child != first && before + wanted > width)
        break;
      line.width = before + wanted;
      line.height = MAX (line.height, height_for (child, wanted));
      line.n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }
  line.end = child;
  return line;
}

static int
measure_height (LpWrapLayout *self, GtkWidget *widget, int width)
{
  int height = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      Line line = take_line (self, child, width);
      height += (height > 0 ? self->line_spacing : 0) + line.height;
      child = line.end;
    }
  return height;
}

static void
lp_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  LpWrapLayout *self = LP_WRAP_LAYOUT (manager);
  int least = 0, whole = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      least = MAX (least, child_minimum);
      whole += (whole > 0 ? self->spacing : 0) + child_natural;
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = whole;
    }
  else
    *minimum = *natural = measure_height (self, widget, for_size >= 0 ? for_size : G_MAXINT16);
}

static void
allocate_line (LpWrapLayout *self, GtkWidget *widget, const Line *line, int y, int width)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int left_over = MAX (0, width - line->width), to_share = line->n_expand, x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int own = natural_width (child, width);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          int share = left_over / to_share--;
          left_over -= share;
          own += share;
        }
      gtk_widget_size_allocate (child, &(GtkAllocation){ mirrored ? width - x - own : x, y, own, line->height }, -1);
      x += own + self->spacing;
    }
}

static void
lp_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  LpWrapLayout *self = LP_WRAP_LAYOUT (manager);
  int y = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      Line line = take_line (self, child, width);
      allocate_line (self, widget, &line, y, width);
      y += line.height + self->line_spacing;
      child = line.end;
    }
}

static GtkSizeRequestMode
lp_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lp_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LpWrapLayout *self = LP_WRAP_LAYOUT (object);

  g_value_set_int (value, id == PROP_SPACING ? self->spacing : self->line_spacing);
}

static void
lp_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LpWrapLayout *self = LP_WRAP_LAYOUT (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else
    self->line_spacing = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
lp_wrap_layout_class_init (LpWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = lp_wrap_layout_get_property;
  object_class->set_property = lp_wrap_layout_set_property;
  layout_class->get_request_mode = lp_wrap_layout_get_request_mode;
  layout_class->measure = lp_wrap_layout_measure;
  layout_class->allocate = lp_wrap_layout_allocate;
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT16, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lp_wrap_layout_init (LpWrapLayout *self)
{
}
