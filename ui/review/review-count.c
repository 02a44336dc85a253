#include "ui/review/review-count.h"

#include <glib/gi18n.h>

#include "ui/review/severity-mark.h"

struct _LpReviewCount
{
  AdwBin parent_instance;
  GtkWidget *all;
  GtkWidget *worst; /* where there is no room for all */
};

G_DEFINE_FINAL_TYPE (LpReviewCount, lp_review_count, ADW_TYPE_BIN)

static void
append (GtkWidget *box, LpMark shape, guint n)
{
  GtkWidget *mark = lp_severity_mark_new ();

  lp_severity_mark_set (LP_SEVERITY_MARK (mark), shape, n, FALSE);
  gtk_box_append (GTK_BOX (box), mark);
}

static void
add_mark (LpReviewCount *self, LpMark shape, guint n)
{
  if (n == 0)
    return;
  append (self->all, shape, n);
  if (gtk_widget_get_first_child (self->worst) == NULL)
    append (self->worst, shape, n);
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static char *
describe (const LpSummary *summary)
{
  g_autofree char *errors
      = g_strdup_printf (ngettext ("%u error", "%u errors", summary->by_severity[LP_SEVERITY_ERROR]),
                         summary->by_severity[LP_SEVERITY_ERROR]);
  g_autofree char *warnings
      = g_strdup_printf (ngettext ("%u warning", "%u warnings", summary->by_severity[LP_SEVERITY_WARNING]),
                         summary->by_severity[LP_SEVERITY_WARNING]);
  g_autofree char *remarks
      = g_strdup_printf (ngettext ("%u remark", "%u remarks", summary->by_severity[LP_SEVERITY_INFO]),
                         summary->by_severity[LP_SEVERITY_INFO]);
  g_autofree char *questions
      = g_strdup_printf (ngettext ("%u question", "%u questions", summary->questions), summary->questions);

  return g_strdup_printf ("%s, %s, %s, %s", errors, warnings, remarks, questions);
}

void
lp_review_count_set (LpReviewCount *self, const LpReview *review)
{
  g_return_if_fail (LP_IS_REVIEW_COUNT (self));

  empty (self->all);
  empty (self->worst);
  g_autofree char *description = review != NULL ? describe (&review->summary) : g_strdup (_("Being reviewed"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  if (review == NULL)
    return;
  add_mark (self, LP_MARK_ERROR, review->summary.by_severity[LP_SEVERITY_ERROR]);
  add_mark (self, LP_MARK_WARNING, review->summary.by_severity[LP_SEVERITY_WARNING]);
  add_mark (self, LP_MARK_INFO, review->summary.by_severity[LP_SEVERITY_INFO]);
  add_mark (self, LP_MARK_QUESTION, review->summary.questions);
  if (gtk_widget_get_first_child (self->all) == NULL)
    gtk_box_append (GTK_BOX (self->all), gtk_image_new_from_icon_name ("emblem-ok-symbolic"));
}

static void
lp_review_count_class_init (LpReviewCountClass *klass)
{
}

static void
lp_review_count_init (LpReviewCount *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  self->all = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->worst = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), self->all);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), self->worst);
  adw_bin_set_child (ADW_BIN (self), squeezer);
  lp_review_count_set (self, NULL);
}
