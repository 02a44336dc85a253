#include "bench.h"

#include <math.h>
#include <time.h>

static double
now (void)
{
  struct timespec time;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double p = *(const double *) a, q = *(const double *) b;
  return p < q ? -1 : p > q;
}

double
bench_median (guint runs, BenchRun run, gpointer data)
{
  g_autofree double *times = g_new (double, runs);
  for (guint i = 0; i < runs; i++)
    {
      double before = now ();
      run (data);
      times[i] = now () - before;
    }
  qsort (times, runs, sizeof *times, compare);
  return times[runs / 2];
}

double
bench_growth (double small_size, double small_time, double large_size, double large_time)
{
  return log (MAX (large_time, 1e-3) / MAX (small_time, 1e-3)) / log (large_size / small_size);
}
