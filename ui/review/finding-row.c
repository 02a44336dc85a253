#include "ui/review/finding-row.h"

#include <glib/gi18n.h>

#include "base/json-node.h"
#include "report/remarks.h"
#include "rules/notes.h"
#include "session/questions.h"
#include "ui/inspector/spans-group.h"
#include "ui/review/severity-mark.h"

/* So many choices are offered here; more are chosen in the panel. */
#define MAX_BUTTONS 4

struct _LpFindingRow
{
  AdwBin parent_instance;
  LpSeverityMark *mark;
  GtkLabel *caption;
  GtkLabel *message;
  GtkLabel *remedy;
  GtkLabel *note;
  GtkFlowBox *answers;
  GtkWidget *open_note; /* that a question may stay open */
  GtkWidget *fix;
  GtkWidget *explain;
  GtkWidget *waive; /* or end the waiver */
  GtkLabel *lapse;
};

G_DEFINE_FINAL_TYPE (LpFindingRow, lp_finding_row, ADW_TYPE_BIN)

enum
{
  ANSWERED,
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkWidget *
lp_finding_row_new (void)
{
  return g_object_new (LP_TYPE_FINDING_ROW, NULL);
}

static const char *
name_of (LpDocument *document, const char *id)
{
  const LpComponent *component = id != NULL ? lp_document_get_component (document, id) : NULL;
  const LpConnection *connection = id != NULL && component == NULL ? lp_document_get_connection (document, id) : NULL;

  if (component != NULL)
    return lp_component_get_name (component);
  if (connection != NULL)
    return connection->label != NULL ? connection->label : connection->id;
  return NULL;
}

/* --- answers ----------------------------------------------------------------------------------------- */

typedef struct
{
  LpFindingRow *row;
  char *element;
  char *property;
  JsonNode *value; /* NULL: to be filled in elsewhere */
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  g_free (answer->element);
  g_free (answer->property);
  g_clear_pointer (&answer->value, json_node_unref);
  g_free (answer);
}

static void
on_answer_clicked (GtkButton *button, Answer *answer)
{
  if (answer->value != NULL)
    g_signal_emit (answer->row, signals[ANSWERED], 0, answer->element, answer->property, answer->value);
  else
    g_signal_emit (answer->row, signals[ASKED], 0, answer->element, answer->property);
}

static void
add_answer (LpFindingRow *self, const LpUnknownProperty *unknown, const char *label, JsonNode *value)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Answer *answer = g_new0 (Answer, 1);

  answer->row = self;
  answer->element = g_strdup (unknown->element);
  answer->property = g_strdup (unknown->property);
  answer->value = value;
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_answer_clicked), answer, answer_free, 0);
  gtk_widget_add_css_class (button, "answer");
  gtk_flow_box_append (self->answers, button);
  /* The button has the focus, not the cell around it. */
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
add_answers (LpFindingRow *self, const LpUnknownProperty *unknown, LpDocument *document)
{
  const LpPropertyKind *property = lp_questions_find_property (document, unknown);

  if (property != NULL && property->type == LP_PROPERTY_BOOLEAN)
    {
      add_answer (self, unknown, _("Yes"), lp_json_node_boolean (TRUE));
      add_answer (self, unknown, _("No"), lp_json_node_boolean (FALSE));
    }
  else if (property != NULL && property->type == LP_PROPERTY_CHOICE && property->n_choices <= MAX_BUTTONS)
    for (guint i = 0; i < property->n_choices; i++)
      add_answer (self, unknown, lp_text (&property->choices[i].label),
                  lp_json_node_string (property->choices[i].value));
  else if (property != NULL)
    add_answer (self, unknown, _("Fill In…"), NULL);
  else if (lp_spans_is_asked (document, unknown->element, unknown->property))
    add_answer (self, unknown, _("Choose Where It Reaches…"), NULL);
}

/* --- the row ----------------------------------------------------------------------------------------- */

static char *
caption_of (const LpFinding *finding, LpDocument *document)
{
  const char *name = name_of (document, finding->component);
  const char *severity = lp_mark_get_name (lp_mark_of_finding (finding));
  g_autofree char *about = name != NULL ? g_strdup_printf ("%s · %s · %s", severity, finding->rule, name)
                                        : g_strdup_printf ("%s · %s", severity, finding->rule);

  return finding->waiver != NULL ? g_strdup_printf (_("%s · waived"), about) : g_steal_pointer (&about);
}

/* A question that an earlier row asks already is answered there. */
static void
show_remedy (LpFindingRow *self, LpFindingItem *item, const LpFinding *finding)
{
  guint same = lp_finding_item_get_same (item);
  g_autofree char *elsewhere = same > 0 ? g_strdup_printf (_("The answer to %u decides this too."), same) : NULL;

  gtk_label_set_label (self->remedy, elsewhere != NULL ? elsewhere : finding->remedy);
  gtk_widget_set_visible (GTK_WIDGET (self->remedy),
                          finding->waiver == NULL && (elsewhere != NULL || *finding->remedy != '\0'));
}

/* What the exam's notes say where it is no longer so. */
static void
show_note (LpFindingRow *self, const LpFinding *finding)
{
  const LpNote *note = finding->notes[0] != NULL && finding->waiver == NULL ? lp_note_find (finding->notes[0]) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  if (note == NULL)
    return;
  g_autofree char *text = note->since != NULL ? g_strdup_printf (_("The exam's notes: %s\nSince %s: %s"),
                                                                 lp_text (&note->then), note->since, lp_text (&note->now))
                                              : g_strdup_printf (_("The exam's notes: %s\nNow: %s"),
                                                                 lp_text (&note->then), lp_text (&note->now));
  gtk_label_set_label (self->note, text);
}

static void
show_actions (LpFindingRow *self, const LpFinding *finding)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->explain), "s", finding->rule);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->explain), "win.explain");
}

/* Why it is accepted, and by whom; or why it no longer is. */
static char *
describe_waiver (const LpFinding *finding)
{
  if (finding->waived_by == NULL)
    return g_strdup (finding->lapse);
  g_autofree char *about = lp_report_describe_waiver (finding->waived_by);
  return *about != '\0' ? g_strdup_printf (_("Waived: %s (%s)"), finding->waiver, about)
                        : g_strdup_printf (_("Waived: %s"), finding->waiver);
}

/* `number` counts from 1. */
static void
show_waiver (LpFindingRow *self, const LpFinding *finding, guint number)
{
  gboolean waived = finding->waived_by != NULL;

  gtk_button_set_label (GTK_BUTTON (self->waive), waived ? _("End Waiver") : _("Waive…"));
  gtk_widget_set_tooltip_text (self->waive, waived ? _("The finding counts again") : _("Accept it, with a reason"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->waive), "u", number - 1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->waive), waived ? "review.end-waiver" : "review.waive");
  g_autofree char *words = describe_waiver (finding);
  gtk_widget_set_visible (GTK_WIDGET (self->lapse), words != NULL);
  gtk_label_set_label (self->lapse, words != NULL ? words : "");
}

/* With large text the actions give way, so that the panel does not grow. */
static void
let_actions_shrink (LpFindingRow *self)
{
  GtkWidget *box = gtk_widget_get_parent (self->explain);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (child))))
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (child))), PANGO_ELLIPSIZE_END);
}

void
lp_finding_row_set (LpFindingRow *self, LpFindingItem *item, LpDocument *document)
{
  g_return_if_fail (LP_IS_FINDING_ROW (self));

  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers))) != NULL)
    gtk_flow_box_remove (self->answers, child);
  if (item == NULL)
    return;
  const LpFinding *finding = lp_finding_item_get_finding (item);
  g_autofree char *caption = caption_of (finding, document);
  lp_severity_mark_set (self->mark, lp_mark_of_finding (finding), lp_finding_item_get_number (item),
                        finding->waiver != NULL);
  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->message, finding->message != NULL ? finding->message : finding->title);
  show_remedy (self, item, finding);
  show_note (self, finding);
  show_actions (self, finding);
  show_waiver (self, finding, lp_finding_item_get_number (item));
  if (finding->outcome == LP_OUTCOME_QUESTION && finding->unknowns->len > 0 && lp_finding_item_get_same (item) == 0)
    add_answers (self, g_ptr_array_index (finding->unknowns, 0), document);
  gboolean asks = gtk_widget_get_first_child (GTK_WIDGET (self->answers)) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->answers), asks);
  gtk_widget_set_visible (self->open_note, asks);
}

void
lp_finding_row_offer_explanation (LpFindingRow *self, gboolean known)
{
  g_return_if_fail (LP_IS_FINDING_ROW (self));

  gtk_widget_set_visible (self->explain, known);
}

void
lp_finding_row_offer_fix (LpFindingRow *self, guint number)
{
  g_return_if_fail (LP_IS_FINDING_ROW (self));

  gtk_widget_set_visible (self->fix, number > 0);
  if (number == 0)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->fix), "u", number - 1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->fix), "win.fix-finding");
  let_actions_shrink (self);
}

static void
lp_finding_row_class_init (LpFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LP_TYPE_SEVERITY_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/review/finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LpFindingRow, mark);
  gtk_widget_class_bind_template_child (widget_class, LpFindingRow, caption);
  gtk_widget_class_bind_template_child (widget_class, LpFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, LpFindingRow, remedy);
  gtk_widget_class_bind_template_child (widget_class, LpFindingRow, note);
  gtk_widget_class_bind_template_child (widget_class, LpFindingRow, fix);
  gtk_widget_class_bind_template_child (widget_class, LpFindingRow, explain);
  gtk_widget_class_bind_template_child (widget_class, LpFindingRow, waive);
  gtk_widget_class_bind_template_child (widget_class, LpFindingRow, lapse);
  gtk_widget_class_bind_template_child (widget_class, LpFindingRow, answers);
  gtk_widget_class_bind_template_child (widget_class, LpFindingRow, open_note);
  signals[ANSWERED] = g_signal_new ("answered", LP_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, JSON_TYPE_NODE);
  signals[ASKED] = g_signal_new ("asked", LP_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_STRING, G_TYPE_STRING);
}

static void
lp_finding_row_init (LpFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
