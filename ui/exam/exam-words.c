#include "ui/exam/exam-words.h"

#include <glib/gi18n.h>

#include "ui/text/wrapping.h"

GtkWidget *
lp_exam_new_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

char *
lp_exam_describe_day (LpDay day, LpDay today)
{
  GDate date;
  char text[64];

  if (day <= today)
    return g_strdup (_("Today"));
  if (day == today + 1)
    return g_strdup (_("Tomorrow"));
  if (day < today + 7)
    return g_strdup_printf (ngettext ("In %u day", "In %u days", day - today), day - today);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  /* TRANSLATORS: a date as in strftime(): "7 December" */
  g_date_strftime (text, sizeof text, _("%-d %B"), &date);
  return g_strdup (text);
}

char *
lp_exam_describe_time (guint seconds)
{
  guint minutes = (seconds + 30) / 60, hours = minutes / 60;

  if (hours == 0)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  return g_strdup_printf (_("%u h %02u min"), hours, minutes % 60);
}

static void
add_point (GtkBox *box, const LpLesson *lesson)
{
  g_autofree char *notes = g_strdup_printf (_("The notes: %s"), lp_text (&lesson->notes));
  g_autofree char *today = lesson->since != NULL
                               ? g_strdup_printf (_("Today (since %s): %s"), lesson->since, lp_text (&lesson->today))
                               : g_strdup_printf (_("Today: %s"), lp_text (&lesson->today));

  gtk_box_append (box, lp_exam_new_text (notes, "dim-label"));
  gtk_box_append (box, lp_exam_new_text (today, NULL));
  if (lesson->source == NULL)
    return;
  GtkWidget *link = gtk_link_button_new_with_label (lesson->source, _("Source"));
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_box_append (box, link);
}

GtkWidget *
lp_exam_new_lesson (const LpScenario *scenario)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), lp_exam_new_text (_("Lesson"), "heading"));
  for (guint i = 0; i < scenario->n_lessons; i++)
    add_point (GTK_BOX (box), &scenario->lessons[i]);
  return box;
}
