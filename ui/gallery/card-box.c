#include "ui/gallery/card-box.h"

#include "ui/gallery/neighbour.h"

#define GAP 18
/* Above a heading that is not the first. */
#define HEADING_GAP 30
/* How wide a card is at least, in letters: large text gets wide cards, and fewer in a line. */
#define LEAST_LETTERS 40
#define MOST_COLUMNS 4

struct _LpCardBox
{
  GtkWidget parent_instance;
  GtkWidget *current; /* the card that had the focus last, weak; or NULL */
};

G_DEFINE_FINAL_TYPE (LpCardBox, lp_card_box, GTK_TYPE_WIDGET)

/* --- lines ------------------------------------------------------------------------------------------- */

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static gboolean
is_card (GtkWidget *child)
{
  return gtk_widget_get_focusable (child);
}

static int
measure_least (LpCardBox *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics)) * LEAST_LETTERS;

  pango_font_metrics_unref (metrics);
  return width;
}

guint
lp_card_box_count_columns (int width, int least_width, int gap)
{
  return (guint) CLAMP ((width + gap) / (least_width + gap), 1, MOST_COLUMNS);
}

static int
height_for (GtkWidget *child, int width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

typedef struct
{
  GtkWidget *first, *end; /* the children from the one up to the other (or NULL) */
  int y, height;
} Line;

/* The line that begins with `first`, below what ends at `bottom`. */
static Line
take_line (GtkWidget *first, guint columns, int column_width, int width, int bottom)
{
  Line line = { first, NULL, 0, 0 };
  GtkWidget *child = first;

  if (!is_card (first))
    {
      line.end = next_shown (gtk_widget_get_next_sibling (first));
      line.height = height_for (first, width);
      line.y = bottom > 0 ? bottom + HEADING_GAP : 0;
      return line;
    }
  for (guint i = 0; i < columns && child != NULL && is_card (child); i++)
    {
      line.height = MAX (line.height, height_for (child, column_width));
      child = next_shown (gtk_widget_get_next_sibling (child));
    }
  line.end = child;
  line.y = bottom > 0 ? bottom + GAP : 0;
  return line;
}

static int
column_width_of (int width, guint columns)
{
  return (width - ((int) columns - 1) * GAP) / (int) columns;
}

/* --- size -------------------------------------------------------------------------------------------- */

static int
measure_height (LpCardBox *self, int width)
{
  guint columns = lp_card_box_count_columns (width, measure_least (self), GAP);
  int bottom = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;)
    {
      Line line = take_line (child, columns, column_width_of (width, columns), width, bottom);
      bottom = line.y + line.height;
      child = line.end;
    }
  return bottom;
}

static void
lp_card_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  LpCardBox *self = LP_CARD_BOX (widget);
  int whole = MOST_COLUMNS * measure_least (self) + (MOST_COLUMNS - 1) * GAP;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, for_size >= 0 ? for_size : G_MAXINT16);
      return;
    }
  *minimum = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int least;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural = MAX (*minimum, whole);
}

static void
allocate_line (GtkWidget *widget, const Line *line, int column_width, int width)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int own = is_card (child) ? column_width : width;
      gtk_widget_size_allocate (
          child, &(GtkAllocation){ mirrored ? width - x - own : x, line->y, own, line->height }, -1);
      x += own + GAP;
    }
}

static void
lp_card_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  guint columns = lp_card_box_count_columns (width, measure_least (LP_CARD_BOX (widget)), GAP);
  int column_width = column_width_of (width, columns), bottom = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      Line line = take_line (child, columns, column_width, width, bottom);
      allocate_line (widget, &line, column_width, width);
      bottom = line.y + line.height;
      child = line.end;
    }
}

static GtkSizeRequestMode
lp_card_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- focus ------------------------------------------------------------------------------------------- */

static GPtrArray *
list_cards (GtkWidget *widget)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    if (is_card (child))
      g_ptr_array_add (cards, child);
  return cards;
}

static gboolean
take_focus (LpCardBox *self, GtkWidget *card)
{
  g_set_weak_pointer (&self->current, card);
  return gtk_widget_grab_focus (card);
}

static gboolean
enter (LpCardBox *self, GPtrArray *cards, GtkDirectionType direction)
{
  gboolean backwards = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  guint current;

  if (cards->len == 0)
    return FALSE;
  if (self->current != NULL && g_ptr_array_find (cards, self->current, &current))
    return take_focus (self, self->current);
  return take_focus (self, cards->pdata[backwards ? cards->len - 1 : 0]);
}

static gboolean
step (LpCardBox *self, GPtrArray *cards, guint from, LpDirection direction)
{
  g_autofree LpRect *rects = g_new (LpRect, cards->len);

  for (guint i = 0; i < cards->len; i++)
    {
      graphene_rect_t bounds;
      if (!gtk_widget_compute_bounds (cards->pdata[i], GTK_WIDGET (self), &bounds))
        return FALSE;
      rects[i] = (LpRect){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
    }
  int to = lp_neighbour_find (rects, cards->len, from, direction);
  return to >= 0 && take_focus (self, cards->pdata[to]);
}

static gboolean
lp_card_box_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LpCardBox *self = LP_CARD_BOX (widget);
  g_autoptr (GPtrArray) cards = list_cards (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (widget);
  guint from;

  if (focused == NULL || !g_ptr_array_find (cards, focused, &from))
    return enter (self, cards, direction);
  g_set_weak_pointer (&self->current, focused);
  switch (direction)
    {
    case GTK_DIR_LEFT:
      return step (self, cards, from, LP_DIRECTION_LEFT);
    case GTK_DIR_RIGHT:
      return step (self, cards, from, LP_DIRECTION_RIGHT);
    case GTK_DIR_UP:
      return step (self, cards, from, LP_DIRECTION_UP);
    case GTK_DIR_DOWN:
      return step (self, cards, from, LP_DIRECTION_DOWN);
    default:
      return FALSE;
    }
}

static gboolean
focus_end (GtkWidget *widget, GVariant *last, gpointer data)
{
  g_autoptr (GPtrArray) cards = list_cards (widget);

  return cards->len > 0
         && take_focus (LP_CARD_BOX (widget), cards->pdata[g_variant_get_boolean (last) ? cards->len - 1 : 0]);
}

/* --- the widget -------------------------------------------------------------------------------------- */

static void
lp_card_box_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_weak_pointer (&LP_CARD_BOX (object)->current);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (lp_card_box_parent_class)->dispose (object);
}

static void
lp_card_box_class_init (LpCardBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_card_box_dispose;
  widget_class->get_request_mode = lp_card_box_get_request_mode;
  widget_class->measure = lp_card_box_measure;
  widget_class->size_allocate = lp_card_box_size_allocate;
  widget_class->focus = lp_card_box_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "cardbox");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, focus_end, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, focus_end, "b", TRUE);
}

static void
lp_card_box_init (LpCardBox *self)
{
}

GtkWidget *
lp_card_box_new (void)
{
  return g_object_new (LP_TYPE_CARD_BOX, NULL);
}

void
lp_card_box_insert_after (LpCardBox *self, GtkWidget *child, GtkWidget *sibling)
{
  g_return_if_fail (LP_IS_CARD_BOX (self));

  gtk_widget_insert_after (child, GTK_WIDGET (self), sibling);
}
