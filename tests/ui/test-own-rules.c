/* The person's own rules: in the review, explained, and in the preferences. */
#include <glib/gstdio.h>

#include "ui/application/preferences.h"
#include "ui/application/settings.h"
#include "ui/review/explain-window.h"
#include "window-fixture.h"

#define RULE                                                                                                          \
  "{\"id\": \"%s\", \"severity\": \"warning\", \"topic\": \"test\", \"title\": {\"en\": \"Named\"},"                  \
  " \"for\": {\"kind\": \"vpc\"}, \"assert\": \"self.label == 'no'\", \"message\": {\"en\": \"{self} is named.\"},"    \
  " \"why\": {\"en\": \"W\"}, \"remedy\": {\"en\": \"R.\"}, \"examples\": {\"fail\": [%s], \"pass\": [%s]}}"
#define EXAMPLE "{\"title\": {\"en\": \"E\"}, \"document\": {\"loadpath\": 1, \"components\": []}}"
#define MISTAKE "no value here; write a text, a number, true, false, null, [ or {"
#define BROKEN "{\"id\": \"XX-009\",\n \"severity\": }\n"

typedef struct
{
  Fixture window;
  char *own;     /* the folder in the user's data */
  char *further; /* another */
} Rules;

static void
write_rule (const char *folder, const char *id)
{
  g_autofree char *text = g_strdup_printf (RULE, id, EXAMPLE, EXAMPLE);
  g_autofree char *name = g_strconcat (id, ".json", NULL), *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
write_broken (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "broken.json", NULL);
  g_assert_true (g_file_set_contents (path, BROKEN, -1, NULL));
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static void
set_up (Rules *rules, gconstpointer data)
{
  rules->own = g_build_filename (g_get_user_data_dir (), "loadpath", "rules", NULL);
  g_assert_cmpint (g_mkdir_with_parents (rules->own, 0700), ==, 0);
  rules->further = g_dir_make_tmp ("loadpath-rules-XXXXXX", NULL);
  window_set_up (&rules->window, data);
}

static void
choose_no_folders (void)
{
  const char *none[] = { NULL };
  g_object_set (lp_settings_get_default (), "rule-folders", none, NULL);
}

static void
tear_down (Rules *rules, gconstpointer data)
{
  choose_no_folders ();
  empty (rules->own);
  empty (rules->further);
  g_rmdir (rules->further);
  window_tear_down (&rules->window, data);
  g_free (rules->own);
  g_free (rules->further);
}

/* --- the review -------------------------------------------------------------------------------------- */

typedef struct
{
  LpWindow *window;
  const char *rule;
} Sought;

static guint
count_findings (const Sought *sought)
{
  LpReview *review = lp_session_get_review (lp_window_get_session (sought->window));
  guint n = 0;

  for (guint i = 0; review != NULL && i < review->findings->len; i++)
    n += g_str_equal (((LpFinding *) review->findings->pdata[i])->rule, sought->rule);
  return n;
}

static gboolean
is_found (gpointer sought)
{
  return count_findings (sought) > 0;
}

static gboolean
is_not_found (gpointer sought)
{
  return count_findings (sought) == 0;
}

static gboolean
is_explained (gpointer rule)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (LP_IS_EXPLAIN_WINDOW (l->data) && g_strcmp0 (gtk_window_get_title (l->data), rule) == 0)
      return TRUE;
  return FALSE;
}

static void
close_explanation (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (LP_IS_EXPLAIN_WINDOW (l->data))
      gtk_window_destroy (l->data);
}

/* What appears in the folder, and what goes from it, holds at once; so does what is wrong in it. */
static void
test_folder (Rules *rules, gconstpointer data)
{
  Sought mine = { rules->window.window, "XX-002" }, wrong = { rules->window.window, "DOC-006" };

  wait_until (is_reviewed, rules->window.window);
  g_assert_true (is_not_found (&mine));
  write_rule (rules->own, "XX-002");
  wait_until (is_found, &mine);
  g_assert_true (is_not_found (&wrong));
  gtk_widget_activate_action (GTK_WIDGET (rules->window.window), "win.explain", "s", "XX-002");
  g_assert_true (is_explained ((gpointer) "XX-002"));
  close_explanation ();
  write_broken (rules->own);
  wait_until (is_found, &wrong);
  g_assert_cmpuint (count_findings (&wrong), ==, 1);
  g_assert_true (is_found (&mine));
  empty (rules->own);
  wait_until (is_not_found, &mine);
}

static void
test_further_folder (Rules *rules, gconstpointer data)
{
  Sought mine = { rules->window.window, "XX-003" };
  const char *folders[] = { rules->further, NULL };

  write_rule (rules->further, "XX-003");
  wait_until (is_reviewed, rules->window.window);
  g_assert_true (is_not_found (&mine));
  g_object_set (lp_settings_get_default (), "rule-folders", folders, NULL);
  wait_until (is_found, &mine);
  choose_no_folders ();
  wait_until (is_not_found, &mine);
}

/* --- the preferences --------------------------------------------------------------------------------- */

static GtkLabel *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  LpPreferences *preferences;
  const char *text;
} Shown;

static gboolean
is_shown (gpointer data)
{
  const Shown *shown = data;
  return find_label (GTK_WIDGET (shown->preferences), shown->text) != NULL;
}

static GtkWidget *
find_remove (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "list-remove-symbolic") == 0)
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_remove (child);
  return found;
}

static void
test_page (Rules *rules, gconstpointer data)
{
  const char *folders[] = { rules->further, NULL };

  write_rule (rules->own, "XX-002");
  write_broken (rules->own);
  write_rule (rules->further, "XX-003");
  write_rule (rules->further, "XX-004");
  g_object_set (lp_settings_get_default (), "rule-folders", folders, NULL);
  LpPreferences *preferences = lp_preferences_new (GTK_WINDOW (rules->window.window));
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "rules");
  gtk_window_present (GTK_WINDOW (preferences));
  wait_until (is_shown, &(Shown){ preferences, "1 rule · 1 mistake" });
  g_assert_true (is_shown (&(Shown){ preferences, "2 rules" }));
  g_autofree char *problem = g_strconcat (rules->own, G_DIR_SEPARATOR_S "broken.json:2:14: error: " MISTAKE, NULL);
  GtkLabel *label = find_label (GTK_WIDGET (preferences), problem);
  g_assert_nonnull (label);
  g_assert_true (gtk_label_get_selectable (label));
  empty (rules->own);
  wait_until (is_shown, &(Shown){ preferences, "0 rules" });
  gtk_widget_activate (find_remove (GTK_WIDGET (preferences)));
  wait_until (is_shown, &(Shown){ preferences, "None" });
  g_assert_null (lp_settings_get_rule_folders (lp_settings_get_default ())[0]);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 0;
  g_test_add ("/own-rules/folder", Rules, NULL, set_up, test_folder, tear_down);
  g_test_add ("/own-rules/further-folder", Rules, NULL, set_up, test_further_folder, tear_down);
  g_test_add ("/own-rules/preferences", Rules, NULL, set_up, test_page, tear_down);
  return window_test_run ();
}
