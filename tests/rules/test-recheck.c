/* A review that goes on from the last one gives what one from the beginning gives, whatever was edited in between. */
#include "architecture.h"
#include "catalogue/catalogue.h"
#include "model/edit.h"
#include "rules/review-state.h"
#include "support.h"

/* --- a review as text -------------------------------------------------------------------------------- */

static void
write_ids (GString *out, const char *name, const char *const *ids)
{
  g_string_append_printf (out, " %s=", name);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_string_append_printf (out, "%s,", ids[i]);
}

static void
write_finding (GString *out, const LpFinding *finding)
{
  g_string_append_printf (out, "%s %u %u [%s] %s | %s | %s @%s", finding->rule, finding->severity, finding->outcome,
                          finding->fingerprint, finding->title, finding->message, finding->remedy,
                          finding->component != NULL ? finding->component : "-");
  write_ids (out, "related", (const char *const *) finding->related);
  write_ids (out, "notes", (const char *const *) finding->notes);
  write_ids (out, "members", (const char *const *) finding->members);
  for (guint i = 0; i < finding->unknowns->len; i++)
    {
      const LpUnknownProperty *unknown = finding->unknowns->pdata[i];
      g_string_append_printf (out, " ?%s.%s", unknown->element != NULL ? unknown->element : "", unknown->property);
    }
  g_string_append_printf (out, " %s\n", finding->waiver != NULL ? finding->waiver : "");
}

static char *
write_review (const LpReview *review)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < review->findings->len; i++)
    write_finding (out, review->findings->pdata[i]);
  for (guint i = 0; i < review->tallies->len; i++)
    {
      const LpTally *tally = &g_array_index (review->tallies, LpTally, i);
      g_string_append_printf (out, "%s:", tally->rule);
      for (guint o = 0; o < G_N_ELEMENTS (tally->of); o++)
        g_string_append_printf (out, " %u", tally->of[o]);
      g_string_append (out, "\n");
    }
  return g_string_free (out, FALSE);
}

/* The first line in which they differ. */
static char *
find_difference (const char *a, const char *b)
{
  g_auto (GStrv) x = g_strsplit (a, "\n", -1), y = g_strsplit (b, "\n", -1);
  guint i = 0;
  while (x[i] != NULL && y[i] != NULL && g_str_equal (x[i], y[i]))
    i++;
  return g_strdup_printf ("\n  whole: %s\n  after: %s", x[i] != NULL ? x[i] : "", y[i] != NULL ? y[i] : "");
}

/* --- random edits ------------------------------------------------------------------------------------ */

typedef struct
{
  LpDocument *document;
  GRand *rand;
  GString *story; /* what was done */
} Editing;

static guint
below (Editing *self, guint n)
{
  return n > 0 ? (guint) g_rand_int_range (self->rand, 0, (gint32) n) : 0;
}

static char *
any_component (Editing *self)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (self->document);
  guint n = lp_design_get_n_components (design);
  return n > 0 ? g_strdup (lp_design_get_component (design, below (self, n))->id) : NULL;
}

static char *
any_connection (Editing *self)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (self->document);
  guint n = lp_design_get_n_connections (design);
  return n > 0 ? g_strdup (lp_design_get_connection (design, below (self, n))->id) : NULL;
}

static const char *
any_kind (Editing *self)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  return lp_catalogue_get_kind (catalogue, below (self, lp_catalogue_get_n_kinds (catalogue)))->id;
}

static const char *
any_connection_kind (Editing *self)
{
  static const char *const usual[] = { "traffic", "dns", "replicates", "backs-up", "attaches", "manages", "protects" };
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  if (below (self, 2) == 0)
    return usual[below (self, G_N_ELEMENTS (usual))];
  return lp_catalogue_get_connection_kind (catalogue, below (self, lp_catalogue_get_n_connection_kinds (catalogue)))
      ->id;
}

static JsonNode *
any_value (Editing *self, const LpPropertyKind *property)
{
  static const char *const amounts[] = { "1m", "15m", "4h", "2d", "30d", "10GB", "1Gbps", "99.9%", "nonsense" };
  static const char *const texts[] = { "web", "app", "bastion", "ap-northeast-2a", "us-east-1", "10.0.0.0/16", "yes" };
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  if (property->type == LP_PROPERTY_BOOLEAN)
    json_node_set_boolean (node, below (self, 2) == 0);
  else if (property->type == LP_PROPERTY_CHOICE && property->n_choices > 0)
    json_node_set_string (node, property->choices[below (self, property->n_choices)].value);
  else if (property->type == LP_PROPERTY_INTEGER || property->type == LP_PROPERTY_NUMBER)
    json_node_set_int (node, below (self, 5));
  else if (property->type == LP_PROPERTY_QUANTITY)
    json_node_set_string (node, amounts[below (self, G_N_ELEMENTS (amounts))]);
  else
    json_node_set_string (node, texts[below (self, G_N_ELEMENTS (texts))]);
  return node;
}

static void
set_some_property (Editing *self, const char *id, const LpPropertyKind *properties, guint n)
{
  if (n == 0)
    return;
  const LpPropertyKind *property = &properties[below (self, n)];
  gboolean unset = below (self, 4) == 0;
  g_string_append_printf (self->story, "%s %s.%s", unset ? "unset" : "set", id != NULL ? id : "requirements",
                          property->name);
  if (id != NULL)
    lp_edit_set_property (self->document, id, property->name, unset ? NULL : any_value (self, property), NULL);
  else
    lp_edit_set_requirement (self->document, property->name, unset ? NULL : any_value (self, property));
}

static void
edit_property (Editing *self)
{
  g_autofree char *id = any_component (self);
  const LpComponent *component = id != NULL ? lp_document_get_component (self->document, id) : NULL;
  const LpKind *kind = component != NULL ? lp_catalogue_find (lp_catalogue_get_default (), component->kind) : NULL;
  if (kind != NULL)
    set_some_property (self, id, kind->properties, kind->n_properties);
}

static void
edit_connection_property (Editing *self)
{
  g_autofree char *id = any_connection (self);
  const LpConnection *connection = id != NULL ? lp_document_get_connection (self->document, id) : NULL;
  const LpConnectionKind *kind
      = connection != NULL ? lp_catalogue_find_connection (lp_catalogue_get_default (), connection->kind) : NULL;
  if (kind != NULL)
    set_some_property (self, id, kind->properties, kind->n_properties);
}

static void
edit_requirement (Editing *self)
{
  const LpKind *kind = lp_catalogue_find (lp_catalogue_get_default (), "requirements");
  set_some_property (self, NULL, kind->properties, kind->n_properties);
}

static void
edit_label (Editing *self)
{
  static const char *const labels[]
      = { NULL, "web", "Bastion", "ap-northeast-2a", "ap-northeast-2c", "Seoul", "us-east-1", "AZ-b", "IDC", "프로세스" };
  g_autofree char *id = below (self, 4) > 0 ? any_component (self) : any_connection (self);
  const char *label = labels[below (self, G_N_ELEMENTS (labels))];
  g_string_append_printf (self->story, "label %s %s", id, label);
  if (id != NULL)
    lp_edit_set_label (self->document, id, label, NULL);
}

static void
edit_place (Editing *self)
{
  g_autofree char *id = any_component (self), *container = below (self, 5) > 0 ? any_component (self) : NULL;
  g_string_append_printf (self->story, "move %s into %s", id, container);
  if (id != NULL)
    lp_edit_move_into (self->document, id, container, (LpPoint){ 10, 20 }, NULL);
}

static void
edit_spans (Editing *self)
{
  g_autofree char *id = any_component (self), *a = any_component (self), *b = any_component (self);
  const char *spans[] = { below (self, 4) > 0 ? a : NULL, below (self, 2) > 0 ? b : NULL, NULL };
  g_string_append_printf (self->story, "span %s over %s %s", id, spans[0], spans[1]);
  if (id != NULL)
    lp_edit_set_spans (self->document, id, spans, NULL);
}

static void
add_connection (Editing *self)
{
  g_autofree char *from = any_component (self), *to = any_component (self);
  const char *kind = any_connection_kind (self);
  g_string_append_printf (self->story, "connect %s %s -> %s", kind, from, to);
  if (from != NULL)
    g_free (lp_edit_connect (self->document, kind, from, to, NULL));
}

static void
add_component (Editing *self)
{
  g_autofree char *container = below (self, 5) > 0 ? any_component (self) : NULL;
  g_autofree char *like = below (self, 2) > 0 ? any_component (self) : NULL;
  const char *kind = like != NULL ? lp_document_get_component (self->document, like)->kind : any_kind (self);
  g_string_append_printf (self->story, "add %s into %s", kind, container);
  g_free (lp_edit_add_component (self->document, kind, container, NULL, NULL));
}

static void
delete_something (Editing *self)
{
  g_autofree char *id = below (self, 2) > 0 ? any_component (self) : any_connection (self);
  const char *ids[] = { id, NULL };
  g_string_append_printf (self->story, "delete %s", id);
  if (id != NULL)
    lp_edit_delete (self->document, ids, NULL);
}

static void
reconnect (Editing *self)
{
  g_autofree char *id = any_connection (self), *from = any_component (self), *to = any_component (self);
  g_string_append_printf (self->story, "reconnect %s %s -> %s", id, from, to);
  if (id != NULL)
    lp_edit_set_ends (self->document, id, from, to, NULL);
}

static void
change_kind (Editing *self)
{
  gboolean line = below (self, 2) > 0;
  g_autofree char *id = line ? any_connection (self) : any_component (self);
  const char *kind = line ? any_connection_kind (self) : any_kind (self);
  g_string_append_printf (self->story, "%s becomes %s", id, kind);
  if (id != NULL)
    lp_edit_set_kind (self->document, id, kind, NULL);
}

static void
move_on_canvas (Editing *self)
{
  g_autofree char *id = any_component (self);
  g_string_append_printf (self->story, "shift %s", id);
  if (id != NULL)
    lp_edit_set_at (self->document, id, (LpPoint){ below (self, 500), below (self, 500) }, NULL);
}

static void
put_in_order (Editing *self)
{
  g_autofree char *id = any_component (self), *before = any_component (self);
  g_string_append_printf (self->story, "%s before %s", id, before);
  if (id != NULL)
    lp_document_place_component (self->document, id, before, NULL);
}

static void
edit (Editing *self)
{
  static void (*const edits[]) (Editing *)
      = { edit_property,    edit_property,    edit_property,  edit_property,    edit_connection_property,
          edit_requirement, edit_label,       edit_label,     edit_place,       edit_place,
          edit_spans,       add_connection,   add_connection, add_connection,   add_component,
          add_component,    delete_something, reconnect,      change_kind,      move_on_canvas,
          put_in_order };

  switch (below (self, 12))
    {
    case 0:
      g_string_append (self->story, "undo");
      lp_document_undo (self->document);
      return;
    case 1:
      g_string_append (self->story, "redo");
      lp_document_redo (self->document);
      return;
    default:
      lp_document_begin (self->document, "Edit");
      for (guint i = 0, n = below (self, 8) == 0 ? 3 : 1; i < n; i++)
        edits[below (self, G_N_ELEMENTS (edits))](self);
      lp_document_commit (self->document);
    }
}

/* --- the tests --------------------------------------------------------------------------------------- */

static gboolean
check_step (LpReviewState *state, LpDesign *design, GDateTime *today, const char *story)
{
  const LpReviewOptions options = { .today = today };
  g_autoptr (LpReview) whole = lp_review_run (lp_pack_get_default (), design, &options);
  g_autoptr (LpReview) after = lp_review_run_after (state, lp_pack_get_default (), design, &options);
  g_autofree char *a = write_review (whole), *b = write_review (after);

  if (g_str_equal (a, b))
    return TRUE;
  g_autofree char *difference = find_difference (a, b);
  g_test_message ("after %s%s", story, difference);
  return FALSE;
}

static void
edit_and_compare (LpDesign *design, const char *name, guint32 seed, guint n_edits)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (LpDocument) document = lp_document_new_from_design (design);
  g_autoptr (LpReviewState) state = lp_review_state_new ();
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 1, 31, 12, 0, 0);
  g_autoptr (GString) story = g_string_new (NULL);
  Editing editing = { document, rand, story };

  g_assert_true (check_step (state, design, today, name));
  for (guint i = 0; i < n_edits; i++)
    {
      g_string_truncate (story, 0);
      g_string_append_printf (story, "%s, seed %u, edit %u: ", name, seed, i);
      edit (&editing);
      g_autoptr (LpDesign) now = lp_document_snapshot (document);
      g_assert_true (check_step (state, now, today, story->str));
    }
}

static guint32
first_seed (void)
{
  const char *text = g_getenv ("LOADPATH_RECHECK_SEED");
  return text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : 1;
}

static guint
n_seeds (void)
{
  const char *text = g_getenv ("LOADPATH_RECHECK_SEEDS");
  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 1;
}

/* The drawings that are the examples of the rules: small, of all kinds. */
static void
test_examples (void)
{
  const LpPack *pack = lp_pack_get_default ();
  guint number = 0;

  for (guint i = 0; i < pack->rules->len; i++)
    {
      const LpRule *rule = pack->rules->pdata[i];
      for (guint e = 0; e < rule->examples->len; e++, number++)
        {
          if ((number + first_seed ()) % 8 != 0 && n_seeds () == 1)
            continue;
          g_autoptr (GBytes) bytes = lp_example_get_bytes (rule->examples->pdata[e]);
          g_autoptr (LpDesign) design = lp_native_read (bytes, rule->id, NULL);
          for (guint s = 0; s < n_seeds (); s++)
            edit_and_compare (design, rule->id, first_seed () + s * 1000 + number, 25);
        }
    }
}

static void
test_architecture (void)
{
  static const guint sizes[] = { 60, 250 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint s = 0; s < n_seeds (); s++)
      {
        g_autoptr (GBytes) bytes = architecture_new (sizes[i]);
        g_autoptr (LpDesign) design = lp_native_read (bytes, "architecture", NULL);
        edit_and_compare (design, "architecture", first_seed () + s, 150);
      }
}

/* What is not looked at by any rule costs nothing; what one component looks at costs little. */
static void
test_work (void)
{
  g_autoptr (GBytes) bytes = architecture_new (1000);
  g_autoptr (LpDesign) design = lp_native_read (bytes, "architecture", NULL);
  g_autoptr (LpDocument) document = lp_document_new_from_design (design);
  g_autoptr (LpReviewState) state = lp_review_state_new ();
  g_autoptr (LpReview) first = lp_review_run_after (state, lp_pack_get_default (), design, NULL);
  const LpReviewWork *work = lp_review_state_get_work (state);

  g_assert_true (work->whole);
  guint all = work->n_verdicts;
  lp_document_begin (document, "Move");
  g_assert_true (lp_edit_set_at (document, "r0-vpc0-a-app-0", (LpPoint){ 1, 2 }, NULL));
  lp_document_commit (document);
  g_autoptr (LpDesign) moved = lp_document_snapshot (document);
  g_autoptr (LpReview) second = lp_review_run_after (state, lp_pack_get_default (), moved, NULL);
  g_assert_false (work->whole);
  g_assert_cmpuint (work->n_verdicts, ==, 0);

  lp_document_begin (document, "Set");
  JsonNode *value = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (value, "m7g.large");
  g_assert_true (lp_edit_set_property (document, "r0-vpc0-a-app-0", "instance_type", value, NULL));
  lp_document_commit (document);
  g_autoptr (LpDesign) set = lp_document_snapshot (document);
  g_autoptr (LpReview) third = lp_review_run_after (state, lp_pack_get_default (), set, NULL);
  g_assert_false (work->whole);
  g_assert_cmpuint (work->n_verdicts, >, 0);
  g_assert_cmpuint (work->n_verdicts, <, all / 20);
}

/* A review on all cores gives the same as on one. */
static void
test_parallel (void)
{
  const LpReviewOptions parallel = { .parallel = TRUE };
  g_autoptr (GBytes) bytes = architecture_new (2000);
  g_autoptr (LpDesign) design = lp_native_read (bytes, "architecture", NULL);
  g_autoptr (LpReview) one = lp_review_run (lp_pack_get_default (), design, NULL);
  g_autoptr (LpReview) all = lp_review_run (lp_pack_get_default (), design, &parallel);
  g_autofree char *a = write_review (one), *b = write_review (all);

  g_assert_cmpstr (a, ==, b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/recheck/examples", test_examples);
  g_test_add_func ("/rules/recheck/architecture", test_architecture);
  g_test_add_func ("/rules/recheck/work", test_work);
  g_test_add_func ("/rules/recheck/parallel", test_parallel);
  return g_test_run ();
}
