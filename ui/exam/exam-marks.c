#include "ui/exam/exam-marks.h"

#include <glib/gi18n.h>

#include "catalogue/catalogue.h"
#include "session/answer.h"
#include "ui/canvas/element-words.h"
#include "ui/exam/exam-words.h"

struct _LpExamMarks
{
  AdwBin parent_instance;
  GtkListBox *list;
  GtkWidget *empty;
  LpDocument *document;
  LpCanvas *canvas; /* that shows it; weak */
};

G_DEFINE_FINAL_TYPE (LpExamMarks, lp_exam_marks, ADW_TYPE_BIN)

static GStrv
dup_marked (LpExamMarks *self)
{
  g_autoptr (LpAnswer) answer = lp_answer_of_document (self->document);
  return g_strdupv (answer->marked);
}

static void
set_marked (LpExamMarks *self, GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  lp_document_begin (self->document, _("Mark"));
  lp_document_set_marked (self->document, (const char *const *) ids->pdata);
  lp_document_commit (self->document);
}

void
lp_exam_marks_toggle_selected (LpExamMarks *self)
{
  g_return_if_fail (LP_IS_EXAM_MARKS (self));

  LpStage *stage = self->canvas != NULL ? lp_canvas_get_stage (self->canvas) : NULL;
  if (stage == NULL || lp_selection_get_size (stage->selection) == 0)
    return;
  g_auto (GStrv) marked = dup_marked (self), selected = lp_selection_dup_ids (stage->selection);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  gboolean all = TRUE;
  for (guint i = 0; selected[i] != NULL; i++)
    all = all && g_strv_contains ((const char *const *) marked, selected[i]);
  for (guint i = 0; marked[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) selected, marked[i]))
      g_ptr_array_add (ids, marked[i]);
  for (guint i = 0; !all && selected[i] != NULL; i++)
    g_ptr_array_add (ids, selected[i]);
  set_marked (self, ids);
}

static void
on_remove (GtkButton *button, LpExamMarks *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  g_auto (GStrv) marked = dup_marked (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; marked[i] != NULL; i++)
    if (!g_str_equal (marked[i], id))
      g_ptr_array_add (ids, marked[i]);
  set_marked (self, ids);
}

static char *
name_of (LpElementWords *words, const LpDesign *design, const char *id)
{
  guint component = lp_design_find (design, id), connection = lp_design_find_connection (design, id);

  if (component != LP_NONE)
    return lp_element_words_name_component (words, component);
  if (connection != LP_NONE)
    return lp_element_words_name_connection (words, connection);
  return g_strdup (id);
}

static void
add_row (LpExamMarks *self, const char *name, const char *id)
{
  GtkWidget *row = adw_action_row_new (), *cross = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *title = g_markup_escape_text (name, -1);

  gtk_widget_set_valign (cross, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (cross, "flat");
  gtk_widget_set_tooltip_text (cross, _("Take the mark away"));
  g_object_set_data_full (G_OBJECT (cross), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_signal_connect_object (cross, "clicked", G_CALLBACK (on_remove), self, 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), cross);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

static void
update (LpExamMarks *self)
{
  g_auto (GStrv) marked = dup_marked (self);
  g_autoptr (LpDesign) design = lp_document_snapshot (self->document);
  g_autoptr (LpElementWords) words = lp_element_words_new (design, lp_catalogue_get_default (), NULL);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; marked[i] != NULL; i++)
    {
      g_autofree char *name = name_of (words, design, marked[i]);
      add_row (self, name, marked[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), marked[0] != NULL);
  gtk_widget_set_visible (self->empty, marked[0] == NULL);
  if (self->canvas != NULL)
    lp_canvas_light_up (self->canvas, (const char *const *) marked);
}

static void
on_row_activated (LpExamMarks *self, GtkListBoxRow *row)
{
  if (self->canvas != NULL)
    lp_canvas_show_element (self->canvas, g_object_get_data (G_OBJECT (row), "id"));
}

GtkWidget *
lp_exam_marks_new (LpDocument *document, LpCanvas *canvas)
{
  LpExamMarks *self = g_object_new (LP_TYPE_EXAM_MARKS, NULL);

  self->document = g_object_ref (document);
  g_set_weak_pointer (&self->canvas, canvas);
  g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

static void
lp_exam_marks_dispose (GObject *object)
{
  LpExamMarks *self = LP_EXAM_MARKS (object);

  g_clear_object (&self->document);
  g_clear_weak_pointer (&self->canvas);
  G_OBJECT_CLASS (lp_exam_marks_parent_class)->dispose (object);
}

static void
lp_exam_marks_class_init (LpExamMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_exam_marks_dispose;
}

static void
lp_exam_marks_init (LpExamMarks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9),
            *button = gtk_button_new_with_mnemonic (_("_Mark What Is Selected"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->empty = lp_exam_new_text (_("Nothing is marked."), "dim-label");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.exam-mark");
  gtk_widget_set_tooltip_text (button, _("Or take the mark away again (Ctrl+Shift+M)"));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}
