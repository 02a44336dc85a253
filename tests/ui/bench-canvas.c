/* Frames of the canvas: bench-canvas FILE. Prints the median and the 95th percentile of a whole frame (update,
 * layout, paint) while panning, hovering and zooming. Not a test: figures depend on the machine. */
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "ui/application/application.h"
#include "ui/window/window.h"

#define FRAMES 60

typedef struct
{
  gint64 before, cpu_before;
  GArray *times;  /* of gint64, microseconds */
  GArray *cpus;   /* the same, of the main thread's own time: what counts where others use the machine */
} Meter;

static gint64
thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
on_before (GdkFrameClock *clock, Meter *meter)
{
  meter->before = g_get_monotonic_time ();
  meter->cpu_before = thread_time ();
}

static void
on_after (GdkFrameClock *clock, Meter *meter)
{
  gint64 time = g_get_monotonic_time () - meter->before, cpu = thread_time () - meter->cpu_before;

  g_array_append_val (meter->times, time);
  g_array_append_val (meter->cpus, cpu);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const gint64 *) a > *(const gint64 *) b) - (*(const gint64 *) a < *(const gint64 *) b);
}

static double
nth (GArray *times, guint percent)
{
  return (double) g_array_index (times, gint64, times->len * percent / 100) / 1000;
}

static void
report (Meter *meter, const char *what)
{
  g_array_sort (meter->times, compare);
  g_array_sort (meter->cpus, compare);
  g_print ("%-20s %3u frames  median %6.2f ms  p95 %6.2f ms   own time %6.2f  %6.2f\n", what, meter->times->len,
           nth (meter->times, 50), nth (meter->times, 95), nth (meter->cpus, 50), nth (meter->cpus, 95));
}

static void
run_frames (Meter *meter, LpCanvas *canvas, void (*step) (LpStage *stage, guint frame))
{
  g_array_set_size (meter->times, 0);
  g_array_set_size (meter->cpus, 0);
  for (guint i = 0; i < FRAMES; i++)
    {
      guint n = meter->times->len;
      step (lp_canvas_get_stage (canvas), i);
      gtk_widget_queue_draw (GTK_WIDGET (canvas));
      while (meter->times->len == n)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
settle (LpCanvas *canvas)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  do
    g_main_context_iteration (NULL, FALSE);
  while (!lp_canvas_is_complete (canvas) || g_get_monotonic_time () < end);
}

static void
pan (LpStage *stage, guint frame)
{
  lp_viewport_pan (stage->viewport, 7, 3);
}

static void
hover (LpStage *stage, guint frame)
{
  LpPoint view = { 100 + frame * 5, 200 + frame * 3 };

  lp_stage_hover (stage, lp_viewport_to_diagram (stage->viewport, view));
}

static void
zoom (LpStage *stage, guint frame)
{
  lp_viewport_zoom_to (stage->viewport, lp_viewport_get_zoom (stage->viewport) * (frame < FRAMES / 2 ? 1.05 : 0.95),
                       (LpPoint){ 300, 300 });
}

/* --- dragging with live routing ---------------------------------------------------------------------- */

typedef struct
{
  LpPoint from;
  LpSceneChange *shown; /* only compared */
  guint n_changes;      /* connectors were shown anew so many times */
} Drag;

static Drag dragged;

/* A component with at least three connections, as near to the middle of the view as there is one. */
static guint
find_busy (LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpPoint middle = lp_rect_centre (lp_viewport_get_visible (stage->viewport));
  guint found = LP_NONE;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < placement->n; i++)
    {
      guint n = lp_design_get_outgoing (design, i).n + lp_design_get_incoming (design, i).n;
      double distance = lp_point_distance (lp_rect_centre (placement->rect[i]), middle);
      if (placement->is_frame[i] || n < 3 || distance >= best)
        continue;
      best = distance;
      found = i;
    }
  return found;
}

static void
drag (LpStage *stage, guint frame)
{
  if (frame == 0)
    {
      dragged.n_changes = 0;
      dragged.from = lp_rect_centre (lp_scene_get_placement (stage->scene)->rect[find_busy (stage)]);
      if (!lp_stage_press (stage, dragged.from, LP_MODIFIER_NONE))
        g_error ("nothing to drag");
    }
  LpPoint at = { dragged.from.x + 8 * (frame + 2), dragged.from.y + 4 * (frame + 2) };
  lp_stage_drag (stage, at, LP_MODIFIER_NONE);
  dragged.n_changes += stage->change != dragged.shown;
  dragged.shown = stage->change;
}

static void
run_drag (Meter *meter, LpCanvas *canvas, const char *what)
{
  run_frames (meter, canvas, drag);
  report (meter, what);
  g_print ("%-20s connectors shown anew in %u of %u frames\n", "", dragged.n_changes, FRAMES);
  gint64 start = g_get_monotonic_time ();
  LpStage *stage = lp_canvas_get_stage (canvas);
  LpScene *scene = stage->scene;
  lp_stage_release (stage, (LpPoint){ dragged.from.x + 8 * (FRAMES + 2), dragged.from.y + 4 * (FRAMES + 2) },
                    LP_MODIFIER_NONE);
  while (stage->scene == scene)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%-20s dropped, and the new scene there, after %.0f ms\n", "",
           (g_get_monotonic_time () - start) / 1000.0);
  settle (canvas);
}

int
main (int argc, char **argv)
{
  Meter meter = { .times = g_array_new (FALSE, FALSE, sizeof (gint64)),
                  .cpus = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;

  if (argc != 2)
    return EXIT_FAILURE;
  g_autoptr (LpApplication) application = lp_application_new ();
  gtk_init ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  LpWindow *window = lp_window_new (ADW_APPLICATION (application));
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  g_print ("window mapped after %.0f ms\n", (g_get_monotonic_time () - start) / 1000.0);
  start = g_get_monotonic_time ();
  lp_window_open_file (window, file);
  LpCanvas *canvas;
  while ((canvas = lp_window_get_canvas (window)) == NULL || !lp_canvas_is_complete (canvas)
         || lp_canvas_get_stage (canvas)->scene == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_print ("drawn after %.0f ms\n", (g_get_monotonic_time () - start) / 1000.0);
  while (lp_session_is_reviewing (lp_window_get_session (window)))
    g_main_context_iteration (NULL, TRUE);
  settle (canvas);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (canvas));
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before), &meter);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after), &meter);
  run_frames (&meter, canvas, pan);
  report (&meter, "pan, all visible");
  run_frames (&meter, canvas, hover);
  report (&meter, "hover, all visible");
  run_drag (&meter, canvas, "drag, all visible");
  lp_viewport_zoom_to (lp_canvas_get_stage (canvas)->viewport, 1, (LpPoint){ 300, 300 });
  settle (canvas);
  run_frames (&meter, canvas, pan);
  report (&meter, "pan at 100 %");
  run_drag (&meter, canvas, "drag at 100 %");
  run_frames (&meter, canvas, zoom);
  report (&meter, "zoom");
  getrusage (RUSAGE_SELF, &usage);
  g_print ("memory at most %.0f MB\n", usage.ru_maxrss / 1e3);
  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (meter.times);
  g_array_unref (meter.cpus);
  return EXIT_SUCCESS;
}
