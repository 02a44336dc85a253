/* What is answered otherwise than by drawing, in the window: choices by click and by key, flaws by pointer and by keys, the
 * result, and the answer that is there again. */
#include "learning/answer.h"
#include "session/working.h"
#include "ui/answers/answer-view.h"
#include "ui/answers/choice-card.h"
#include "ui/answers/spot-drawing.h"
#include "ui/commands/picker.h"
#include "ui/palette/palette.h"
#include "ui/window/export-dialog.h"
#include "window-fixture.h"

#define QUIZ "hpc-network-choice"
#define CHOOSE "aurora-from-external"
#define UNANSWERED "transfer-200tb"

static LpDocumentView *
open_design (Fixture *fixture, LpDesign *design)
{
  g_autoptr (LpDocument) document = lp_document_new_from_design (design);
  g_autoptr (LpSession) session = lp_session_new (document, NULL);
  return lp_window_present_session (fixture->window, session);
}

static gboolean
is_shown (gpointer view)
{
  return gtk_widget_get_mapped (GTK_WIDGET (lp_answer_view_of (view)));
}

static LpAnswerView *
open_answer (Fixture *fixture, LpDesign *design, LpDocumentView **view)
{
  *view = open_design (fixture, design);
  g_assert_nonnull (lp_answer_view_of (*view));
  wait_until (is_shown, *view);
  return lp_answer_view_of (*view);
}

#define HOW_TO_CHOOSE "Choose one; a number key chooses, too."
#define HOW_TO_POINT "Click what is wrong, or go there with the arrows and press Space."

static gboolean
says (GtkWidget *widget, const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  collect_widgets (widget, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_label (labels->pdata[i]), text) && gtk_widget_get_mapped (labels->pdata[i]))
      return TRUE;
  return FALSE;
}

/* What was laid out: all of the widget inside of the other. */
static gboolean
lies_in (GtkWidget *widget, GtkWidget *in)
{
  graphene_rect_t rect;
  return gtk_widget_compute_bounds (widget, in, &rect) && rect.origin.y >= 0
         && rect.origin.x >= 0 && rect.origin.x + rect.size.width <= (float) gtk_widget_get_width (in)
         && rect.origin.y + rect.size.height <= (float) gtk_widget_get_height (in);
}

/* Of what the card says nothing is cut off at its lower border. */
static gboolean
are_whole (gpointer data)
{
  GPtrArray *cards = data;
  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (GPtrArray) labels = g_ptr_array_new ();
      collect_widgets (cards->pdata[i], GTK_TYPE_LABEL, labels);
      for (guint j = 0; j < labels->len; j++)
        if (!lies_in (labels->pdata[j], cards->pdata[i]))
          return FALSE;
    }
  return TRUE;
}

static void
assert_chosen (LpDocumentView *view, const char *id)
{
  g_autoptr (LpAnswer) answer = lp_answer_of_document (lp_document_view_get_document (view));
  g_assert_cmpuint (g_strv_length (answer->choices), ==, id != NULL);
  if (id != NULL)
    g_assert_cmpstr (answer->choices[0], ==, id);
}

/* One is chosen, each time a step; it is graded; it is there again in another view of it. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  const LpScenario *scenario = lp_scenarios_find (data);
  LpDocumentView *view;
  LpAnswerView *answers = open_answer (fixture, scenario->start, &view);
  LpDocument *document = lp_document_view_get_document (view);
  LpWorking *working = lp_working_of (lp_document_view_get_session (view));
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  collect_widgets (GTK_WIDGET (answers), LP_TYPE_CHOICE_CARD, cards);
  g_assert_cmpuint (cards->len, ==, scenario->n_choices);
  assert_chosen (view, NULL);
  lp_choice_card_choose (cards->pdata[1]);
  assert_chosen (view, scenario->choices[1].id);
  lp_choice_card_choose (cards->pdata[0]);
  assert_chosen (view, scenario->choices[0].id);
  g_assert_false (lp_choice_card_get_active (cards->pdata[1]));
  lp_document_undo (document);
  assert_chosen (view, scenario->choices[1].id);
  g_assert_true (lp_choice_card_get_active (cards->pdata[1]));
  lp_document_undo (document);
  g_assert_false (lp_choice_card_get_active (cards->pdata[1]));
  g_assert_false (lp_document_can_undo (document));
  lp_document_redo (document);

  g_assert_nonnull (working);
  g_assert_true (says (GTK_WIDGET (answers), HOW_TO_CHOOSE));
  lp_working_submit (working);
  g_assert_false (says (GTK_WIDGET (answers), HOW_TO_CHOOSE));
  g_assert_true (says (GTK_WIDGET (answers), scenario->kind == LP_SCENARIO_QUIZ ? "✓ Right" : "✓ It holds"));
  g_assert_true (says (GTK_WIDGET (answers), "This was your choice."));
  g_assert_true (says (GTK_WIDGET (answers), lp_text (&scenario->choices[0].because)));
  wait_until (are_whole, cards);
  lp_choice_card_choose (cards->pdata[0]);
  assert_chosen (view, scenario->choices[1].id); /* it is over */

  g_autoptr (LpDesign) answered = lp_document_snapshot (document);
  g_autoptr (GPtrArray) again = g_ptr_array_new ();
  collect_widgets (GTK_WIDGET (open_answer (fixture, answered, &view)), LP_TYPE_CHOICE_CARD, again);
  g_assert_true (lp_choice_card_get_active (again->pdata[1]));
}

/* --- pointing ---------------------------------------------------------------------------------------- */

static const LpScenario *
find_spot (void)
{
  const GPtrArray *all = lp_scenarios_get ();
  for (guint i = 0; i < all->len; i++)
    if (((LpScenario *) all->pdata[i])->kind == LP_SCENARIO_SPOT)
      return all->pdata[i];
  return NULL;
}

static const char *
find_sound (const LpScenario *scenario)
{
  for (guint i = 0; i < lp_design_get_n_components (scenario->start); i++)
    {
      const char *id = lp_design_get_component (scenario->start, i)->id;
      gboolean sound = TRUE;
      for (guint j = 0; j < scenario->n_flaws; j++)
        sound &= !g_strv_contains ((const char *const *) scenario->flaws[j].elements, id);
      if (sound)
        return id;
    }
  return NULL;
}

static void
assert_marked (LpDocumentView *view, const char *const *ids)
{
  g_autoptr (LpAnswer) answer = lp_answer_of_document (lp_document_view_get_document (view));
  g_assert_cmpstrv (answer->marked, ids);
}

static gboolean
ends_in_view (gpointer answers)
{
  g_autoptr (GPtrArray) scrolled = g_ptr_array_new ();
  GtkWidget *view = gtk_widget_get_parent (answers);
  collect_widgets (answers, GTK_TYPE_SCROLLED_WINDOW, scrolled);
  GtkWidget *below = scrolled->pdata[scrolled->len - 1];
  return gtk_widget_get_height (below) >= 50 && lies_in (below, view);
}

static void
test_spot (Fixture *fixture, gconstpointer data)
{
  const LpScenario *scenario = find_spot ();
  if (scenario == NULL)
    {
      g_test_skip ("there is no scenario of this kind");
      return;
    }
  LpDocumentView *view;
  LpAnswerView *answers = open_answer (fixture, scenario->start, &view);
  g_autoptr (GPtrArray) drawings = g_ptr_array_new (), checks = g_ptr_array_new ();
  const char *flaw = scenario->flaws[0].elements[0], *sound = find_sound (scenario);
  LpWorking *working = lp_working_of (lp_document_view_get_session (view));

  wait_until (ends_in_view, answers);
  collect_widgets (GTK_WIDGET (answers), LP_TYPE_SPOT_DRAWING, drawings);
  g_assert_cmpuint (drawings->len, ==, 1);
  g_signal_emit_by_name (drawings->pdata[0], "toggled", flaw);
  g_signal_emit_by_name (drawings->pdata[0], "toggled", sound);
  assert_marked (view, (const char *const[]){ flaw, sound, NULL });
  g_assert_true (says (GTK_WIDGET (answers), "2 marked"));
  g_assert_true (says (GTK_WIDGET (answers), HOW_TO_POINT));
  g_signal_emit_by_name (drawings->pdata[0], "toggled", flaw);
  assert_marked (view, (const char *const[]){ sound, NULL });
  lp_document_undo (lp_document_view_get_document (view));
  assert_marked (view, (const char *const[]){ flaw, sound, NULL });

  lp_working_submit (working);
  g_assert_false (says (GTK_WIDGET (answers), HOW_TO_POINT));
  g_assert_true (says (GTK_WIDGET (answers), lp_text (&scenario->flaws[0].because)));
  g_assert_true (says (GTK_WIDGET (answers), lp_text (&scenario->flaws[1].because))); /* that was missed */
  g_signal_emit_by_name (drawings->pdata[0], "toggled", flaw);
  assert_marked (view, (const char *const[]){ flaw, sound, NULL }); /* it is over */
}

/* --- on paper ---------------------------------------------------------------------------------------- */

static guint
count_dialogs (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n = 0;
  for (GList *l = windows; l != NULL; l = l->next)
    n += LP_IS_EXPORT_DIALOG (l->data);
  return n;
}

/* An empty drawing is not exported: there is something to be exported as soon as a design is chosen. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  LpDocumentView *view;
  LpAnswerView *answers = open_answer (fixture, lp_scenarios_find (UNANSWERED)->start, &view);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  activate (fixture, "win.export");
  g_assert_cmpuint (count_dialogs (), ==, 0);
  collect_widgets (GTK_WIDGET (answers), LP_TYPE_CHOICE_CARD, cards);
  lp_choice_card_choose (cards->pdata[0]);
  activate (fixture, "win.export");
  g_assert_cmpuint (count_dialogs (), ==, 1);
}

static gboolean
is_palette_out (Fixture *fixture)
{
  g_autoptr (GPtrArray) palettes = g_ptr_array_new ();
  collect_widgets (GTK_WIDGET (fixture->window), LP_TYPE_PALETTE, palettes);
  g_assert_cmpuint (palettes->len, ==, 1);
  return adw_flap_get_reveal_flap (ADW_FLAP (gtk_widget_get_ancestor (palettes->pdata[0], ADW_TYPE_FLAP)));
}

static gboolean
has_no_picker (gpointer window)
{
  g_autoptr (GPtrArray) pickers = g_ptr_array_new ();
  collect_widgets (window, LP_TYPE_PICKER, pickers);
  return pickers->len == 0;
}

/* The list of commands can be used, and has that one or has it not. */
static void
assert_commands (Fixture *fixture, const char *title, gboolean listed)
{
  g_autoptr (GPtrArray) pickers = g_ptr_array_new (), entries = g_ptr_array_new ();
  activate (fixture, "win.commands");
  collect_widgets (GTK_WIDGET (fixture->window), LP_TYPE_PICKER, pickers);
  g_assert_cmpuint (pickers->len, ==, 1);
  g_assert_true (gtk_widget_is_sensitive (pickers->pdata[0]));
  collect_widgets (pickers->pdata[0], GTK_TYPE_TEXT, entries);
  gtk_editable_set_text (GTK_EDITABLE (entries->pdata[0]), title);
  g_assert_cmpint (says (pickers->pdata[0], title), ==, listed);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (pickers->pdata[0], GTK_TYPE_POPOVER)));
  wait_until (has_no_picker, fixture->window);
}

/* What is for drawing is away meanwhile, and comes back. */
static void
test_panel (Fixture *fixture, gconstpointer data)
{
  LpDocumentView *view, *first = lp_window_get_view_at (fixture->window, 0);
  open_answer (fixture, lp_scenarios_find (QUIZ)->start, &view);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (lp_document_view_get_canvas (view))));
  g_assert_null (lp_answer_view_of (first));
  g_assert_false (is_palette_out (fixture));
  activate (fixture, "win.toggle-palette");
  activate (fixture, "win.find-kind");
  g_assert_false (is_palette_out (fixture));
  assert_commands (fixture, "Submit the answer to the scenario", TRUE);
  assert_commands (fixture, "Tidy", FALSE);
  lp_window_select_view (fixture->window, first);
  g_assert_true (is_palette_out (fixture));
  activate (fixture, "win.toggle-palette");
  g_assert_false (is_palette_out (fixture));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (lp_document_view_get_canvas (first))));
}

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 77;
  g_test_add ("/answers/quiz", Fixture, QUIZ, window_set_up, test_choices, window_tear_down);
  g_test_add ("/answers/choose", Fixture, CHOOSE, window_set_up, test_choices, window_tear_down);
  g_test_add ("/answers/spot", Fixture, NULL, window_set_up, test_spot, window_tear_down);
  g_test_add ("/answers/export", Fixture, NULL, window_set_up, test_export, window_tear_down);
  g_test_add ("/answers/panel", Fixture, NULL, window_set_up, test_panel, window_tear_down);
  return window_test_run ();
}
