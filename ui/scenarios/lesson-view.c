#include "ui/scenarios/lesson-view.h"

#include <glib/gi18n.h>

#include "ui/scenarios/pieces.h"

struct _LpLessonView
{
  AdwBin parent_instance;
  GtkBox *lessons;
};

G_DEFINE_FINAL_TYPE (LpLessonView, lp_lesson_view, ADW_TYPE_BIN)

static void
append_part (GtkBox *box, const char *heading, const char *text, const char *css_class)
{
  gtk_box_append (box, lp_piece_text (heading, "caption-heading"));
  gtk_box_append (box, lp_piece_text (text, css_class));
}

/* What the notes say is led through by what changed since: that has its date. */
static void
add_lesson (LpLessonView *self, const LpLesson *lesson)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *today
      = lesson->since != NULL ? g_strdup_printf (_("Today, since %s"), lesson->since) : g_strdup (_("Today"));

  append_part (GTK_BOX (box), _("What the notes say"), lp_text (&lesson->notes), "goal-reason");
  append_part (GTK_BOX (box), today, lp_text (&lesson->today), NULL);
  if (lesson->source != NULL)
    {
      GtkWidget *link = gtk_link_button_new_with_label (lesson->source, _("Where it is written"));
      gtk_widget_set_halign (link, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (link, lesson->source);
      gtk_widget_add_css_class (link, "in-text");
      gtk_box_append (GTK_BOX (box), link);
    }
  gtk_widget_add_css_class (box, lesson->since != NULL ? "dated-lesson" : "lesson");
  gtk_box_append (self->lessons, box);
}

void
lp_lesson_view_set (LpLessonView *self, const LpScenario *scenario)
{
  g_return_if_fail (LP_IS_LESSON_VIEW (self));

  lp_piece_clear (self->lessons);
  for (guint i = 0; i < scenario->n_lessons; i++)
    add_lesson (self, &scenario->lessons[i]);
}

static void
lp_lesson_view_class_init (LpLessonViewClass *klass)
{
}

static void
lp_lesson_view_init (LpLessonView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->lessons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (box), lp_piece_text (_("The Lesson"), "heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lessons));
  adw_bin_set_child (ADW_BIN (self), box);
}
