/* What every bench prints: the size of its input, the median of several runs in CPU time, and how the time
 * grows. Benches print; they never fail on a time. */
#pragma once

#include <glib.h>

typedef void (*BenchRun) (gpointer data);

/* Milliseconds of CPU time: the median of `runs`. */
double bench_median (guint runs, BenchRun run, gpointer data);

/* The exponent between two sizes: 1 is linear. */
double bench_growth (double small_size, double small_time, double large_size, double large_time);
