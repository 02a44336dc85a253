/* What the review could not know is asked beside what it is about. */

#include <glib/gi18n.h>

#include "model/edit.h"
#include "session/questions.h"
#include "ui/canvas/canvas-private.h"
#include "ui/questions/question-view.h"

/* The question that is being asked: a copy, as the review may be another one by the time of the answer. */
typedef struct
{
  LpCanvas *canvas;
  char *element; /* or NULL */
  char *property;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->element);
  g_free (asked->property);
  g_free (asked);
}

static void
close_popover (LpCanvas *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_answered (GtkWidget *view, JsonNode *value, Asked *asked)
{
  LpCanvas *self = asked->canvas;
  LpDocument *document = self->stage->document;
  g_autoptr (GError) error = NULL;

  lp_document_begin (document, _("Answer"));
  if (asked->element == NULL)
    lp_edit_set_requirement (document, asked->property, json_node_ref (value));
  else
    lp_edit_set_property (document, asked->element, asked->property, json_node_ref (value), &error);
  lp_stage_finish (self->stage, error);
  close_popover (self);
}

static void
on_left_open (GtkWidget *view, Asked *asked)
{
  LpQuestion question = { 0, asked->element, asked->property };

  lp_left_open_add (asked->canvas->left_open, &question);
  close_popover (asked->canvas);
}

static void
on_next (GtkWidget *view, Asked *asked)
{
  LpCanvas *self = asked->canvas;

  close_popover (self);
  lp_canvas_ask_next (self);
}

/* --- asking ------------------------------------------------------------------------------------------ */

/* Where it is asked: at the element, or for the requirements in the middle of the top edge. */
static LpRect
place_of (LpCanvas *self, const char *element)
{
  LpRect area, visible = lp_viewport_get_visible (self->stage->viewport);

  if (element == NULL || !lp_canvas_find_area (self, element, &area))
    return (LpRect){ visible.x + visible.w / 2, visible.y, 0, 0 };
  lp_viewport_reveal (self->stage->viewport, area, 48);
  lp_canvas_light_up (self, (const char *const[]){ element, NULL });
  return area;
}

static void
ask (LpCanvas *self, const LpReview *review, const LpQuestion *question, guint number, guint n)
{
  const LpFinding *finding = review->findings->pdata[question->finding];
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *view = lp_question_view_new (self->stage->document, finding, number + 1, n);
  Asked *asked = g_new0 (Asked, 1);

  asked->canvas = self;
  asked->element = g_strdup (question->element);
  asked->property = g_strdup (question->property);
  g_free (self->asked);
  self->asked = g_strconcat (question->element != NULL ? question->element : "", "\n", question->property, NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), view);
  g_object_set_data_full (G_OBJECT (popover), "asked", asked, asked_free);
  g_signal_connect (view, "answered", G_CALLBACK (on_answered), asked);
  g_signal_connect (view, "left-open", G_CALLBACK (on_left_open), asked);
  g_signal_connect (view, "next", G_CALLBACK (on_next), asked);
  lp_canvas_show_popover (self, popover, place_of (self, question->element));
  gtk_widget_grab_focus (view);
}

void
lp_canvas_ask (LpCanvas *self, guint finding)
{
  const LpReview *review = lp_session_get_review (self->session);

  if (review == NULL || finding >= review->findings->len)
    return;
  /* Also what was left open: it was asked for by name. */
  g_autoptr (GArray) questions = lp_questions_list (review, NULL);
  guint number = lp_questions_find (questions, review, finding);
  if (number != G_MAXUINT)
    ask (self, review, &g_array_index (questions, LpQuestion, number), number, questions->len);
}

/* The one behind the last that was asked, where that is still a question; else the first. */
static guint
find_next (LpCanvas *self, const GArray *questions)
{
  for (guint i = 0; self->asked != NULL && i < questions->len; i++)
    {
      const LpQuestion *question = &g_array_index (questions, LpQuestion, i);
      g_autofree char *key
          = g_strconcat (question->element != NULL ? question->element : "", "\n", question->property, NULL);
      if (g_str_equal (key, self->asked))
        return (i + 1) % questions->len;
    }
  return 0;
}

void
lp_canvas_ask_next (LpCanvas *self)
{
  const LpReview *review = self->session != NULL ? lp_session_get_review (self->session) : NULL;

  if (review == NULL || self->stage->scene == NULL)
    return;
  g_autoptr (GArray) questions = lp_questions_list (review, self->left_open);
  if (questions->len == 0)
    {
      g_signal_emit_by_name (self, "message", _("The review has no question"));
      return;
    }
  guint next = find_next (self, questions);
  ask (self, review, &g_array_index (questions, LpQuestion, next), next, questions->len);
}

static void
next_question_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_canvas_ask_next (LP_CANVAS (widget));
}

void
lp_canvas_class_add_question_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.next-question", NULL, next_question_action);
}
