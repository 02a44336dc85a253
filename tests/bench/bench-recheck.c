/* bench-recheck [SIZE [WORD]]: a review that goes on after one edit, by kind of edit (those with the word in their
 * name): milliseconds of CPU, medians; behind them what the snapshot took that was made before. */
#include "architecture.h"
#include "bench.h"
#include "io/native.h"
#include "model/edit.h"
#include "rules/review-state.h"

#define SERVER "r0-vpc0-a-app-0"
#define OTHER_SERVER "r0-vpc0-b-app-1"

typedef struct
{
  LpDocument *document;
  LpReviewState *state;
  LpDesign *design;
  guint round;
  void (*edit) (LpDocument *document, guint round);
  double snapshot; /* the last one */
} Work;

static JsonNode *
text (const char *value)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (node, value);
  return node;
}

static void
set_property (LpDocument *document, guint round)
{
  lp_edit_set_property (document, SERVER, "instance_type", text (round % 2 > 0 ? "m7g.large" : "m6i.large"), NULL);
}

static void
set_database (LpDocument *document, guint round)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);
  json_node_set_boolean (node, round % 2 > 0);
  lp_edit_set_property (document, "r0-vpc0-a-db", "multi_az", node, NULL);
}

static void
set_balancer (LpDocument *document, guint round)
{
  lp_edit_set_property (document, "r0-vpc0-alb", "scheme", text (round % 2 > 0 ? "internal" : "internet-facing"), NULL);
}

static void
set_role (LpDocument *document, guint round)
{
  lp_edit_set_property (document, SERVER, "role", text (round % 2 > 0 ? "batch" : "r0-vpc0"), NULL);
}

static void
move_on_canvas (LpDocument *document, guint round)
{
  lp_edit_set_at (document, SERVER, (LpPoint){ round, 40 }, NULL);
}

static void
move_into (LpDocument *document, guint round)
{
  lp_edit_move_into (document, SERVER, round % 2 > 0 ? "r0-vpc0-b-app" : "r0-vpc0-a-app", (LpPoint){ 24, 40 }, NULL);
}

static void
move_subnet (LpDocument *document, guint round)
{
  lp_edit_move_into (document, "r0-vpc0-a-app", round % 2 > 0 ? "r0-vpc0-b" : "r0-vpc0-a", (LpPoint){ 24, 40 }, NULL);
}

static void
connect (LpDocument *document, guint round)
{
  g_free (lp_edit_connect (document, "traffic", SERVER, OTHER_SERVER, NULL));
}

static void
disconnect (LpDocument *document, guint round)
{
  g_autofree char *id = g_strdup_printf ("c%u", 20 + round);
  const char *ids[] = { id, NULL };
  lp_edit_delete (document, ids, NULL);
}

static void
add_server (LpDocument *document, guint round)
{
  g_free (lp_edit_add_component (document, "ec2-instance", "r0-vpc0-a-app", NULL, NULL));
}

static void
add_bucket (LpDocument *document, guint round)
{
  g_free (lp_edit_add_component (document, "s3-bucket", "r0", NULL, NULL));
}

static void
delete_server (LpDocument *document, guint round)
{
  g_autofree char *id = g_strdup_printf ("r0-vpc%u-b-app-2", round % 4);
  const char *ids[] = { id, NULL };
  if (lp_document_get_component (document, id) != NULL)
    lp_edit_delete (document, ids, NULL);
}

static void
rename_server (LpDocument *document, guint round)
{
  lp_edit_set_label (document, SERVER, round % 2 > 0 ? "Web server" : "Server", NULL);
}

static void
rename_zone (LpDocument *document, guint round)
{
  lp_edit_set_label (document, "r0-vpc0-a", round % 2 > 0 ? "Zone A" : "Zone D", NULL);
}

static void
require_rpo (LpDocument *document, guint round)
{
  lp_edit_set_requirement (document, "rpo", text (round % 2 > 0 ? "1h" : "15m"));
}

static void
require_environment (LpDocument *document, guint round)
{
  lp_edit_set_requirement (document, "environment", text (round % 2 > 0 ? "development" : "production"));
}

static void
take_back (LpDocument *document, guint round)
{
  lp_edit_set_property (document, SERVER, "instance_type", text (round % 2 > 0 ? "m7g.large" : "m6i.large"), NULL);
}

static const struct
{
  const char *name;
  void (*edit) (LpDocument *document, guint round);
} edits[] = {
  { "property of a server", set_property },
  { "property of a database", set_database },
  { "property of a balancer", set_balancer },
  { "role of a server", set_role },
  { "moved on the canvas", move_on_canvas },
  { "server into another subnet", move_into },
  { "subnet into another zone", move_subnet },
  { "connection added", connect },
  { "connection removed", disconnect },
  { "server added", add_server },
  { "bucket added", add_bucket },
  { "server deleted", delete_server },
  { "server renamed", rename_server },
  { "zone renamed", rename_zone },
  { "property set again", take_back },
  { "requirement rpo", require_rpo },
  { "requirement environment", require_environment },
};

static void
take_snapshot (gpointer data)
{
  Work *work = data;
  g_clear_pointer (&work->design, lp_design_unref);
  work->design = lp_document_snapshot (work->document);
}

static void
review (gpointer data)
{
  Work *work = data;
  lp_review_unref (lp_review_run_after (work->state, lp_pack_get_default (), work->design, NULL));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double p = *(const double *) a, q = *(const double *) b;
  return p < q ? -1 : p > q;
}

static void
measure (Work *work, guint which)
{
  double times[15], snapshots[15];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      lp_document_begin (work->document, "Edit");
      edits[which].edit (work->document, work->round++);
      lp_document_commit (work->document);
      snapshots[i] = bench_median (1, take_snapshot, work);
      times[i] = bench_median (1, review, work);
    }
  qsort (times, G_N_ELEMENTS (times), sizeof *times, compare);
  qsort (snapshots, G_N_ELEMENTS (snapshots), sizeof *snapshots, compare);
  const LpReviewWork *done = lp_review_state_get_work (work->state);
  g_print ("%10u  %-28s %8.2f ms  worst %8.2f ms  %6u verdicts %4u definitions%s   snapshot %.2f ms\n",
           lp_design_get_n_components (work->design), edits[which].name, times[G_N_ELEMENTS (times) / 2],
           times[G_N_ELEMENTS (times) - 1], done->n_verdicts, done->n_lasting, done->whole ? " (whole)" : "",
           snapshots[G_N_ELEMENTS (snapshots) / 2]);
}

int
main (int argc, char **argv)
{
  guint size = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 10000;
  g_autoptr (GBytes) bytes = architecture_new (size);
  g_autoptr (LpDesign) design = lp_native_read (bytes, "bench", NULL);
  Work work = { .document = lp_document_new_from_design (design), .state = lp_review_state_new () };

  lp_pack_get_default ();
  take_snapshot (&work);
  double first = bench_median (1, review, &work);
  g_print ("%10u  %-28s %8.2f ms  remembers %.1f MB\n", size, "from the beginning", first,
           lp_review_state_get_work (work.state)->n_bytes / 1e6);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    if (argc < 3 || strstr (edits[i].name, argv[2]) != NULL)
      measure (&work, i);
  lp_design_unref (work.design);
  lp_review_state_free (work.state);
  g_object_unref (work.document);
  return 0;
}
