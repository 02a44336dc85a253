#include "ui/questions/question-view.h"

#include <glib/gi18n.h>

#include "base/json-node.h"
#include "session/questions.h"
#include "ui/inspector/field.h"
#include "ui/inspector/spans-group.h"
#include "ui/review/severity-mark.h"
#include "ui/text/wrapping.h"

/* So many choices are buttons; more are a list. */
#define MAX_BUTTONS 4
#define WIDTH 320

struct _LpQuestionView
{
  AdwBin parent_instance;
  GtkWidget *box;
  GtkWidget *answers;     /* GtkFlowBox */
  GtkWidget *first;       /* the first button of it */
  LpField *field;         /* what is not answered by a button; or NULL */
  LpSpansGroup *spans;    /* or NULL */
};

G_DEFINE_FINAL_TYPE (LpQuestionView, lp_question_view, ADW_TYPE_BIN)

enum
{
  ANSWERED,
  LEFT_OPEN,
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- answers ----------------------------------------------------------------------------------------- */

static void
on_answer (GtkButton *button, LpQuestionView *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, g_object_get_data (G_OBJECT (button), "value"));
}

static GtkWidget *
add_button (LpQuestionView *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "answer");
  gtk_flow_box_append (GTK_FLOW_BOX (self->answers), button);
  if (self->first == NULL)
    self->first = button;
  /* The button has the focus, not the cell around it. */
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  return button;
}

static void
add_answer (LpQuestionView *self, const char *label, JsonNode *value)
{
  GtkWidget *button = add_button (self, label);

  g_object_set_data_full (G_OBJECT (button), "value", value, (GDestroyNotify) json_node_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_answer), self);
}

static void
on_edited (LpQuestionView *self, JsonNode *value)
{
  if (value != NULL)
    g_signal_emit (self, signals[ANSWERED], 0, value);
}

static void
add_field (LpQuestionView *self, const LpPropertyKind *property)
{
  GtkWidget *list = gtk_list_box_new ();

  self->field = lp_field_new (property);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), lp_field_get_row (self->field));
  gtk_list_box_append (GTK_LIST_BOX (list), lp_field_get_complaint (self->field));
  g_signal_connect_object (self->field, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), list);
}

static void
on_left_open (LpQuestionView *self)
{
  g_signal_emit (self, signals[LEFT_OPEN], 0);
}

static void
on_next (LpQuestionView *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
add_answers (LpQuestionView *self, const LpPropertyKind *property)
{
  if (property->type == LP_PROPERTY_BOOLEAN)
    {
      add_answer (self, _("Yes"), lp_json_node_boolean (TRUE));
      add_answer (self, _("No"), lp_json_node_boolean (FALSE));
    }
  else if (property->type == LP_PROPERTY_CHOICE && property->n_choices <= MAX_BUTTONS)
    for (guint i = 0; i < property->n_choices; i++)
      add_answer (self, lp_text (&property->choices[i].label), lp_json_node_string (property->choices[i].value));
  else
    add_field (self, property);
}

/* --- the view ---------------------------------------------------------------------------------------- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_heading (LpQuestionView *self, const LpFinding *finding, guint number, guint n)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *mark = lp_severity_mark_new ();
  g_autofree char *place = g_strdup_printf (_("Question %u of %u · %s"), number, n, finding->rule);

  lp_severity_mark_set (LP_SEVERITY_MARK (mark), LP_MARK_QUESTION, 0, FALSE);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_widget_set_hexpand (add_label (row, place, "dim-label"), TRUE);
  if (n > 1)
    {
      GtkWidget *next = gtk_button_new_from_icon_name ("go-next-symbolic");
      gtk_widget_set_tooltip_text (next, _("Next question (Ctrl+F8)"));
      gtk_widget_add_css_class (next, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Next question"), -1);
      g_signal_connect_swapped (next, "clicked", G_CALLBACK (on_next), self);
      gtk_box_append (GTK_BOX (row), next);
    }
  gtk_box_append (GTK_BOX (self->box), row);
  add_label (self->box, finding->message, "heading");
}

static void
add_spans (LpQuestionView *self, LpDocument *document, const char *element)
{
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scroller = gtk_scrolled_window_new ();

  self->spans = lp_spans_group_new (document, element, GTK_BOX (inner));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 190);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), inner);
  gtk_box_append (GTK_BOX (self->box), scroller);
}

static void
add_body (LpQuestionView *self, LpDocument *document, const LpUnknownProperty *unknown)
{
  const LpPropertyKind *property = lp_questions_find_property (document, unknown);

  if (property != NULL)
    {
      add_label (self->box, lp_text (&property->help), NULL);
      add_answers (self, property);
    }
  else if (lp_spans_is_asked (document, unknown->element, unknown->property))
    add_spans (self, document, unknown->element);
  GtkWidget *open = add_button (self, _("Not Known"));
  gtk_widget_set_tooltip_text (open, _("Leaves it open, and does not ask again until the document is opened again"));
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (on_left_open), self);
  gtk_box_append (GTK_BOX (self->box), self->answers);
}

static void
lp_question_view_dispose (GObject *object)
{
  LpQuestionView *self = LP_QUESTION_VIEW (object);

  g_clear_object (&self->field);
  g_clear_pointer (&self->spans, lp_spans_group_free);
  G_OBJECT_CLASS (lp_question_view_parent_class)->dispose (object);
}

/* The first answer, not what stands above it. */
static gboolean
lp_question_view_grab_focus (GtkWidget *widget)
{
  LpQuestionView *self = LP_QUESTION_VIEW (widget);

  return gtk_widget_grab_focus (self->field != NULL ? lp_field_get_row (self->field) : self->first);
}

static void
lp_question_view_class_init (LpQuestionViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = lp_question_view_grab_focus;
  G_OBJECT_CLASS (klass)->dispose = lp_question_view_dispose;
  signals[ANSWERED] = g_signal_new ("answered", LP_TYPE_QUESTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, JSON_TYPE_NODE);
  signals[LEFT_OPEN] = g_signal_new ("left-open", LP_TYPE_QUESTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", LP_TYPE_QUESTION_VIEW, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  /* The keys of the window do not reach into a popover. */
  gtk_widget_class_add_binding_signal (GTK_WIDGET_CLASS (klass), GDK_KEY_F8, GDK_CONTROL_MASK, "next", NULL);
}

static void
lp_question_view_init (LpQuestionView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->answers = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->answers), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->answers), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->answers), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->answers), MAX_BUTTONS + 1);
  gtk_widget_add_css_class (self->answers, "answers");
  gtk_widget_add_css_class (GTK_WIDGET (self), "question");
  gtk_widget_set_size_request (self->box, WIDTH, -1);
  /* A popover asks for the height at a width that includes its shadow, where fewer lines are broken. */
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  adw_bin_set_child (ADW_BIN (self), clamp);
}

GtkWidget *
lp_question_view_new (LpDocument *document, const LpFinding *finding, guint number, guint n)
{
  LpQuestionView *self = g_object_new (LP_TYPE_QUESTION_VIEW, NULL);

  add_heading (self, finding, number, n);
  add_body (self, document, finding->unknowns->pdata[0]);
  return GTK_WIDGET (self);
}
