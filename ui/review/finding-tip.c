#include "ui/review/finding-tip.h"

#include <glib/gi18n.h>

#include "ui/review/severity-mark.h"
#include "ui/text/wrapping.h"

#define WIDTH_CHARS 46

static void
add_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
lp_finding_tip_new (const LpFinding *finding, guint number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *mark = lp_severity_mark_new ();
  LpMark shape = lp_mark_of_finding (finding);
  g_autofree char *caption = g_strdup_printf ("%s · %s", lp_mark_get_name (shape), finding->rule);
  g_autofree char *waived = finding->waiver != NULL ? g_strdup_printf (_("Waived: %s"), finding->waiver) : NULL;

  lp_severity_mark_set (LP_SEVERITY_MARK (mark), shape, number, finding->waiver != NULL);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), mark);
  add_text (text, finding->title, "heading");
  add_text (text, caption, "caption");
  add_text (text, finding->message, NULL);
  add_text (text, waived != NULL ? waived : finding->remedy, "finding-remedy");
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "finding-tip");
  return box;
}
