/* Fixes in the real window: looked at on the drawing, applied as one step, or let be. */
#include "model/edit.h"
#include "session/mend-preview.h"
#include "ui/fixes/fix-bar.h"
#include "window-fixture.h"

#define ADD(path, test) g_test_add (path, Fixture, NULL, window_set_up, test, window_tear_down)

static GtkWidget *
find_bar (GtkWidget *widget)
{
  if (LP_IS_FIX_BAR (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_bar (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
bar_of (Fixture *fixture)
{
  return find_bar (GTK_WIDGET (fixture->window));
}

static void
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_button (bar_of (fixture), label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
select_finding (Fixture *fixture, const char *rule)
{
  LpReview *review = lp_session_get_review (lp_window_get_session (fixture->window));
  for (guint i = 0; i < review->findings->len; i++)
    if (g_str_equal (((const LpFinding *) review->findings->pdata[i])->rule, rule))
      {
        lp_review_page_select (lp_window_get_review_page (fixture->window), i);
        return;
      }
  g_test_message ("no finding of %s", rule);
  g_test_fail ();
}

/* What the fixes would make is what is drawn. */
static gboolean
is_shown (gpointer data)
{
  const LpStage *stage = data;
  return stage->mend != NULL && stage->scene != NULL && lp_scene_get_fold (stage->scene)->whole == stage->mend->shown;
}

static gboolean
is_as_it_is (gpointer data)
{
  LpStage *stage = data;
  g_autoptr (LpDesign) design = lp_document_snapshot (stage->document);
  return stage->mend == NULL && lp_scene_get_fold (stage->scene)->whole == design;
}

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  select_finding (fixture, "HA-004");
  activate (fixture, "win.fix");
  g_assert_true (gtk_widget_get_visible (bar_of (fixture)));
  wait_until (is_shown, fixture->stage);
  g_assert_false (lp_document_is_modified (fixture->document));
  g_assert_true (g_strv_contains ((const char *const *) fixture->stage->mend->changed, "orders"));
  g_assert_true (fixture->stage->bare);
  g_assert_false (lp_stage_press (fixture->stage, (LpPoint){ 0, 0 }, LP_MODIFIER_NONE));

  click (fixture, "_Apply");
  g_assert_false (gtk_widget_get_visible (bar_of (fixture)));
  g_assert_false (fixture->stage->bare);
  wait_until (is_as_it_is, fixture->stage);
  wait_until (is_reviewed, fixture->window);
  g_assert_false (has_finding (fixture, "HA-004", "orders"));
  activate (fixture, "win.undo");
  g_assert_false (lp_document_is_modified (fixture->document));
  g_assert_false (lp_document_can_undo (fixture->document));
}

static GtkWidget *
find_close (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_close (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_let_be (Fixture *fixture, gconstpointer data)
{
  guint n = n_components (fixture);

  select_finding (fixture, "EV-001");
  activate (fixture, "win.fix");
  wait_until (is_shown, fixture->stage);
  g_assert_cmpuint (lp_design_get_n_components (lp_stage_get_design (fixture->stage)), >, n);
  g_assert_cmpuint (n_components (fixture), ==, n);
  g_signal_emit_by_name (find_close (bar_of (fixture)), "clicked");
  g_assert_false (gtk_widget_get_visible (bar_of (fixture)));
  wait_until (is_as_it_is, fixture->stage);
  g_assert_cmpuint (n_components (fixture), ==, n);
  g_assert_false (lp_document_can_undo (fixture->document));
}

/* An edit from elsewhere: what was looked at would not be what comes of it. */
static void
test_edited_meanwhile (Fixture *fixture, gconstpointer data)
{
  select_finding (fixture, "EV-001");
  activate (fixture, "win.fix");
  wait_until (is_shown, fixture->stage);
  lp_document_begin (fixture->document, "Rename");
  g_assert_true (lp_edit_set_label (fixture->document, "mailer", "post", NULL));
  lp_document_commit (fixture->document);
  g_assert_false (gtk_widget_get_visible (bar_of (fixture)));
  g_assert_null (fixture->stage->mend);
  wait_until (is_as_it_is, fixture->stage);
  g_assert_cmpstr (lp_document_get_undo_label (fixture->document), ==, "Rename");
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  guint n = n_components (fixture);

  activate (fixture, "win.fix-all");
  wait_until (is_shown, fixture->stage);
  g_assert_cmpuint (fixture->stage->mend->n_fixed, >=, 3);
  click (fixture, "_Apply");
  wait_until (is_as_it_is, fixture->stage);
  wait_until (is_reviewed, fixture->window);
  g_assert_false (has_finding (fixture, "HA-004", "orders"));
  g_assert_false (has_finding (fixture, "EV-001", "order-events"));
  g_assert_cmpuint (n_components (fixture), >, n);
  activate (fixture, "win.undo");
  g_assert_cmpuint (n_components (fixture), ==, n);
  g_assert_false (lp_document_is_modified (fixture->document));
}

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 0;
  ADD ("/ui/fixes/apply", test_apply);
  ADD ("/ui/fixes/let-be", test_let_be);
  ADD ("/ui/fixes/edited-meanwhile", test_edited_meanwhile);
  ADD ("/ui/fixes/all", test_all);
  return window_test_run ();
}
