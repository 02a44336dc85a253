#include "ui/answers/answer-view.h"

#include "ui/answers/choices-view.h"
#include "ui/answers/spot-view.h"
#include "ui/text/wrapping.h"

#define KEY "answer-view"
#define TEXT_WIDTH 36 /* characters */

typedef struct
{
  const LpScenario *scenario;
  LpDocumentView *view; /* not owned: it owns this */
  LpSession *session;
  LpWorking *working;   /* or NULL: in an exam */
} LpAnswerViewPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (LpAnswerView, lp_answer_view, ADW_TYPE_BIN)

#define PRIVATE(self) ((LpAnswerViewPrivate *) lp_answer_view_get_instance_private (self))

const LpScenario *
lp_answer_view_get_scenario (LpAnswerView *self)
{
  return PRIVATE (self)->scenario;
}

LpDocument *
lp_answer_view_get_document (LpAnswerView *self)
{
  return lp_session_get_document (PRIVATE (self)->session);
}

gboolean
lp_answer_view_is_exam (LpAnswerView *self)
{
  return PRIVATE (self)->working == NULL;
}

GtkWidget *
lp_answer_view_new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_WIDTH);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
update (LpAnswerView *self)
{
  LpAnswerViewPrivate *private = PRIVATE (self);
  gboolean graded = private->working != NULL && lp_working_get_grade (private->working) != NULL;

  LP_ANSWER_VIEW_GET_CLASS (self)->show (self, graded);
}

void
lp_answer_view_follow (LpAnswerView *self, LpDocumentView *view, const LpScenario *scenario)
{
  LpAnswerViewPrivate *private = PRIVATE (self);

  private->scenario = scenario;
  private->view = view;
  private->session = g_object_ref (lp_document_view_get_session (view));
  private->working = lp_working_of (private->session);
  g_signal_connect_object (lp_session_get_document (private->session), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  if (private->working != NULL)
    g_signal_connect_object (private->working, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
lp_answer_view_open (LpAnswerView *self, LpDesign *design)
{
  g_autoptr (LpDesign) untied = lp_scenario_untie (design);
  g_autoptr (LpDocument) document = lp_document_new_from_design (untied);
  g_autoptr (LpSession) session = lp_session_new (document, NULL);

  g_signal_emit_by_name (PRIVATE (self)->view, "open-session", session);
}

/* --- in the view of a document ----------------------------------------------------------------------- */

LpAnswerView *
lp_answer_view_of (LpDocumentView *view)
{
  return g_object_get_data (G_OBJECT (view), KEY);
}

static GtkWidget *
new_for (const LpScenario *scenario)
{
  switch (scenario->kind)
    {
    case LP_SCENARIO_CHOOSE:
    case LP_SCENARIO_QUIZ:
      return lp_choices_view_new (scenario);
    case LP_SCENARIO_SPOT:
      return lp_spot_view_new (scenario);
    default:
      return NULL;
    }
}

static gboolean
take_focus (gpointer data)
{
  if (gtk_widget_get_mapped (data))
    gtk_widget_grab_focus (data);
  return G_SOURCE_REMOVE;
}

/* Whoever shows the tab gives the focus to its drawing, which cannot take it. */
static void
on_map (GtkWidget *widget)
{
  g_idle_add_full (G_PRIORITY_LOW, take_focus, g_object_ref (widget), g_object_unref);
}

/* All of the overlay: left to itself, it makes what it holds as high as that would have to be were it as narrow as it can
 * get, and what stands at the bottom is out of sight. */
static gboolean
on_get_position (GtkOverlay *overlay, GtkWidget *widget, GdkRectangle *place, GtkWidget *self)
{
  int width, height;

  if (widget != self)
    return FALSE;
  gtk_widget_measure (self, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  width = MAX (width, gtk_widget_get_width (GTK_WIDGET (overlay)));
  gtk_widget_measure (self, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  *place = (GdkRectangle){ 0, 0, width, MAX (height, gtk_widget_get_height (GTK_WIDGET (overlay))) };
  return TRUE;
}

void
lp_answer_view_add (LpDocumentView *view)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_document_view_get_document (view));
  const LpScenario *scenario = lp_scenario_of_design (design);
  GtkWidget *self = scenario != NULL ? new_for (scenario) : NULL;

  if (self == NULL)
    return;
  gtk_widget_add_css_class (self, "view");
  gtk_widget_set_hexpand (self, TRUE);
  gtk_widget_set_vexpand (self, TRUE);
  lp_document_view_add_overlay (view, self);
  g_signal_connect_object (gtk_widget_get_ancestor (self, GTK_TYPE_OVERLAY), "get-child-position",
                           G_CALLBACK (on_get_position), self, 0);
  g_object_set_data (G_OBJECT (view), KEY, self);
  /* Nothing is drawn in it: the keys go to the answer. */
  gtk_widget_set_sensitive (GTK_WIDGET (lp_document_view_get_canvas (view)), FALSE);
  g_signal_connect_after (self, "map", G_CALLBACK (on_map), NULL);
  lp_answer_view_follow (LP_ANSWER_VIEW (self), view, scenario);
  update (LP_ANSWER_VIEW (self));
}

static void
lp_answer_view_finalize (GObject *object)
{
  g_clear_object (&PRIVATE (LP_ANSWER_VIEW (object))->session);
  G_OBJECT_CLASS (lp_answer_view_parent_class)->finalize (object);
}

static void
lp_answer_view_class_init (LpAnswerViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_answer_view_finalize;
}

static void
lp_answer_view_init (LpAnswerView *self)
{
}
