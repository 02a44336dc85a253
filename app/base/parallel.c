#include "base/parallel.h"

#define MAX_THREADS 16

typedef struct
{
  void (*each) (guint, guint, gpointer);
  gpointer data;
  guint n;
  gint next; /* atomic */
} Work;

typedef struct
{
  Work *work;
  guint thread;
} Share;

static gpointer
run (gpointer data)
{
  const Share *share = data;
  Work *work = share->work;

  for (guint i = (guint) g_atomic_int_add (&work->next, 1); i < work->n; i = (guint) g_atomic_int_add (&work->next, 1))
    work->each (i, share->thread, work->data);
  return NULL;
}

guint
lp_parallel_threads (guint n)
{
  return MAX (MIN (MIN (g_get_num_processors (), MAX_THREADS), n), 1);
}

void
lp_parallel_each (guint n, void (*each) (guint, guint, gpointer), gpointer data)
{
  Work work = { each, data, n, 0 };
  Share shares[MAX_THREADS];
  GThread *threads[MAX_THREADS];
  guint n_threads = lp_parallel_threads (n);

  for (guint i = 0; i < n_threads; i++)
    shares[i] = (Share){ &work, i };
  /* Where a thread cannot be had, the others do its share. */
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_try_new ("parallel", run, &shares[i], NULL);
  run (&shares[0]);
  for (guint i = 1; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}
