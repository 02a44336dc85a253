#include "ui/window/printing.h"

#include <glib/gi18n.h>

#include "catalogue/catalogue.h"
#include "render/paint.h"

/* 1 unit is a 96th of an inch: what is small is not blown up. */
#define POINTS_PER_UNIT 0.75

typedef struct
{
  LpDesign *design;
  LpReview *review;   /* or NULL */
  gboolean annotate;
  LpScene *shown;     /* or NULL */
  LpScene *scene;     /* from the beginning of the printing on */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  lp_design_unref (job->design);
  g_clear_pointer (&job->review, lp_review_unref);
  g_clear_pointer (&job->shown, lp_scene_unref);
  g_clear_pointer (&job->scene, lp_scene_unref);
  g_free (job);
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  LpSceneOptions parts
      = { .annotate = job->annotate, .numbers = TRUE, .legend = job->annotate, .title = job->annotate };

  g_clear_pointer (&job->scene, lp_scene_unref);
  job->scene = lp_scene_new_after (job->shown, job->design, lp_catalogue_get_default (),
                                   job->annotate ? job->review : NULL, parts);
  gtk_print_operation_set_n_pages (operation, 1);
}

static void
on_page_setup (GtkPrintOperation *operation, GtkPrintContext *context, int page, GtkPageSetup *setup, Job *job)
{
  LpRect bounds = lp_scene_get_bounds (job->scene);

  gtk_page_setup_set_orientation (setup, bounds.w > bounds.h ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  LpRect bounds = lp_scene_get_bounds (job->scene);
  double scale = MIN (POINTS_PER_UNIT, MIN (width / MAX (bounds.w, 1), height / MAX (bounds.h, 1)));

  cairo_translate (cr, (width - bounds.w * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  lp_paint_all (lp_scene_get_list (job->scene), cr, LP_THEME_LIGHT);
}

/* --- what is asked in the dialog --------------------------------------------------------------------- */

static GtkWidget *
on_make_choice (GtkPrintOperation *operation, Job *job)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (_("_Findings: marks on the drawing, and a legend"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), job->annotate);
  gtk_widget_set_margin_top (check, 12);
  gtk_widget_set_margin_start (check, 12);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  return check;
}

static void
on_take_choice (GtkPrintOperation *operation, GtkWidget *check, Job *job)
{
  job->annotate = gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

gboolean
lp_printing_get_annotate (GtkPrintOperation *operation)
{
  const Job *job = g_object_get_data (G_OBJECT (operation), "job");

  return job->annotate;
}

GtkPrintOperation *
lp_printing_new (LpDesign *design, LpReview *review, LpScene *shown, gboolean annotate)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  const LpHeader *header = lp_design_get_header (design);
  Job *job = g_new0 (Job, 1);

  job->design = lp_design_ref (design);
  job->review = review != NULL ? lp_review_ref (review) : NULL;
  job->shown = shown != NULL ? lp_scene_ref (shown) : NULL;
  job->annotate = annotate;
  g_object_set_data_full (G_OBJECT (operation), "job", job, job_free);
  gtk_print_operation_set_job_name (operation, header->title != NULL ? header->title : "Loadpath");
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, "Loadpath");
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), job);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (on_page_setup), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), job);
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (on_make_choice), job);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (on_take_choice), job);
  return operation;
}
