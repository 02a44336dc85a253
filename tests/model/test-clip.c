#include "designs.h"
#include "model/clip.h"
#include "model/edit.h"

/* A region at 100,100 with a subnet at 20,40 in it; in the subnet "web-1" at 10,20, which the group spans. */
static const char source[]
    = "{\"loadpath\": 1, \"components\": ["
      "{\"id\": \"seoul\", \"kind\": \"region\", \"at\": [100, 100], \"size\": [400, 300]},"
      "{\"id\": \"net\", \"kind\": \"subnet\", \"in\": \"seoul\", \"at\": [20, 40], \"size\": [200, 200]},"
      "{\"id\": \"web-1\", \"kind\": \"ec2-instance\", \"in\": \"net\", \"at\": [10, 20], \"locked\": true,"
      " \"set\": {\"role\": \"web\"}, \"x-owner\": \"team\"},"
      "{\"id\": \"db\", \"kind\": \"rds-instance\", \"in\": \"net\", \"at\": [100, 20]},"
      "{\"id\": \"group\", \"kind\": \"auto-scaling-group\", \"in\": \"seoul\", \"spans\": [\"net\"]},"
      "{\"id\": \"users\", \"kind\": \"users\", \"at\": [700, 100]}],"
      "\"connections\": ["
      "{\"id\": \"users-web-1\", \"kind\": \"traffic\", \"from\": \"users\", \"to\": \"web-1\"},"
      "{\"id\": \"web-1-db\", \"kind\": \"traffic\", \"from\": \"web-1\", \"to\": \"db\", \"via\": [[60, 30]]},"
      "{\"id\": \"replica\", \"kind\": \"replicates\", \"from\": \"db\", \"to\": \"web-1\"}],"
      "\"comments\": [{\"component\": \"web-1\", \"author\": \"kim\", \"text\": \"too small?\"}],"
      "\"waivers\": [{\"rule\": \"HA-012\", \"component\": \"web-1\", \"reason\": \"a demo\"}]}";

/* Where the source says that everything stands. */
static const LpClipPlace places[] = {
  { { 100, 100 }, 400, 300 }, { { 120, 140 }, 200, 200 }, { { 130, 160 }, 0, 0 },
  { { 220, 160 }, 0, 0 },     { { 104, 140 }, 0, 0 },     { { 700, 100 }, 0, 0 },
};

static LpDesign *
take (LpDocument *document, const char *const *ids)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  return lp_clip_take (design, ids, places);
}

static void
test_take (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autoptr (LpDesign) clip = take (document, (const char *const[]){ "web-1", "db", "users-web-1", "gone", NULL });
  g_autofree char *text = test_text_of_design (clip);
  g_assert_cmpstr (text, ==,
                   "{\n  \"loadpath\": 1,\n  \"components\": [\n"
                   "    {\"id\": \"web-1\", \"kind\": \"ec2-instance\", \"at\": [130, 160], \"locked\": true, "
                   "\"set\": {\"role\": \"web\"}, \"x-owner\": \"team\"},\n"
                   "    {\"id\": \"db\", \"kind\": \"rds-instance\", \"at\": [220, 160]}\n  ],\n"
                   "  \"connections\": [\n"
                   "    {\"id\": \"web-1-db\", \"kind\": \"traffic\", \"from\": \"web-1\", \"to\": \"db\", "
                   "\"via\": [[180, 170]]},\n"
                   "    {\"id\": \"replica\", \"kind\": \"replicates\", \"from\": \"db\", \"to\": \"web-1\"}\n  ],\n"
                   "  \"comments\": [\n"
                   "    {\"component\": \"web-1\", \"author\": \"kim\", \"text\": \"too small?\"}\n  ],\n"
                   "  \"waivers\": [\n"
                   "    {\"rule\": \"HA-012\", \"component\": \"web-1\", \"reason\": \"a demo\"}\n  ]\n}\n");
}

static void
test_roots (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autofree const char **roots
      = lp_clip_find_roots (design, (const char *const[]){ "web-1", "users", "seoul", "users-web-1", NULL });
  g_autofree char *joined = g_strjoinv (" ", (char **) roots);
  g_assert_cmpstr (joined, ==, "users seoul");
}

static GHashTable *
put (LpDocument *document, const LpDesign *clip, const LpClipTarget *target)
{
  g_autoptr (GError) error = NULL;
  GHashTable *copies = lp_clip_put (document, clip, target, 1, NULL, &error);
  g_assert_no_error (error);
  return copies;
}

/* The container with all it holds, the span and the remark, into the same document. */
static void
test_put (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autofree char *before = test_text_of_document (document);
  g_autoptr (LpDesign) clip = take (document, (const char *const[]){ "net", "group", NULL });
  LpClipTarget target = { "seoul", { 100, 100 }, { 16, 24 } };
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);

  lp_document_begin (document, "Paste");
  g_autoptr (GHashTable) copies = lp_clip_put (document, clip, &target, 1, order, NULL);
  g_assert_true (lp_document_commit (document));
  g_assert_cmpuint (order->len, ==, 2);
  g_assert_cmpstr (order->pdata[0], ==, "net-2");
  g_assert_cmpstr (order->pdata[1], ==, "group-2");
  g_assert_cmpstr (g_hash_table_lookup (copies, "web-1"), ==, "web-2");

  const LpComponent *net = lp_document_get_component (document, "net-2");
  g_assert_cmpstr (net->in, ==, "seoul");
  g_assert_cmpfloat (net->at.x, ==, 36);
  g_assert_cmpfloat (net->at.y, ==, 64);
  g_assert_cmpfloat (net->width, ==, 200);
  const LpComponent *web = lp_document_get_component (document, "web-2");
  g_assert_cmpstr (web->in, ==, "net-2");
  g_assert_cmpfloat (web->at.x, ==, 10);
  g_assert_false (web->locked);
  g_assert_nonnull (web->extra);
  const LpComponent *group = lp_document_get_component (document, "group-2");
  g_assert_cmpuint (group->spans->len, ==, 1);
  g_assert_cmpstr (group->spans->pdata[0], ==, "net-2");
  const LpConnection *line = lp_document_get_connection (document, "web-2-db-2");
  g_assert_cmpstr (line->from, ==, "web-2");
  g_assert_cmpstr (line->to, ==, "db-2");
  g_assert_cmpuint (line->n_via, ==, 1);
  g_assert_cmpfloat (line->via[0].x, ==, 60);
  g_assert_nonnull (lp_document_get_connection (document, "replica-2"));
  g_assert_null (lp_document_get_connection (document, "users-web-2"));
  g_assert_cmpuint (lp_document_get_header (document)->comments->len, ==, 2);
  g_assert_cmpuint (lp_document_get_header (document)->waivers->len, ==, 1);

  lp_document_undo (document);
  g_autofree char *after = test_text_of_document (document);
  g_assert_cmpstr (after, ==, before);
}

/* A line that was laid by hand between two things that stand in what is left behind goes where they go. */
static void
test_via_moves (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autoptr (LpDesign) clip = take (document, (const char *const[]){ "web-1", "db", NULL });
  lp_document_begin (document, "Paste");
  LpClipTarget target = { "seoul", { 100, 100 }, { 8, 0 } };
  g_autoptr (GHashTable) copies = put (document, clip, &target);
  lp_document_commit (document);
  const LpConnection *line = lp_document_get_connection (document, "web-2-db-2");
  g_assert_cmpfloat (line->via[0].x, ==, 180 - 100 + 8);
  g_assert_cmpfloat (line->via[0].y, ==, 170 - 100);
}

/* Two things of different containers, each copied into its own. */
static void
test_several_targets (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autoptr (LpDesign) clip = take (document, (const char *const[]){ "users", "web-1", "db", NULL });
  LpClipTarget targets[] = {
    { "net", { 120, 140 }, { 8, 8 } }, { "seoul", { 100, 100 }, { 8, 8 } }, { NULL, { 0, 0 }, { 8, 8 } }
  };
  lp_document_begin (document, "Duplicate");
  g_autoptr (GHashTable) copies = lp_clip_put (document, clip, targets, 3, NULL, NULL);
  lp_document_commit (document);
  g_assert_cmpstr (lp_document_get_component (document, "web-2")->in, ==, "net");
  g_assert_cmpfloat (lp_document_get_component (document, "web-2")->at.x, ==, 18);
  g_assert_cmpstr (lp_document_get_component (document, "db-2")->in, ==, "seoul");
  g_assert_null (lp_document_get_component (document, "users-2")->in);
  g_assert_cmpuint (lp_document_get_connection (document, "web-2-db-2")->n_via, ==, 0);
  g_assert_nonnull (lp_document_get_connection (document, "users-2-web-2"));
}

/* What was cut comes back under its own ids, with its waiver and one remark, not two. */
static void
test_cut_and_paste (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autoptr (LpDesign) clip = take (document, (const char *const[]){ "net", NULL });
  lp_document_begin (document, "Cut");
  g_assert_true (lp_edit_delete (document, (const char *const[]){ "net", NULL }, NULL));
  lp_document_commit (document);
  g_assert_cmpuint (lp_document_get_header (document)->comments->len, ==, 0);
  g_assert_cmpuint (lp_document_get_header (document)->waivers->len, ==, 0);
  lp_document_begin (document, "Paste");
  LpClipTarget target = { "seoul", { 100, 100 }, { 0, 0 } };
  g_autoptr (GHashTable) copies = put (document, clip, &target);
  lp_document_commit (document);
  g_assert_cmpstr (g_hash_table_lookup (copies, "web-1"), ==, "web-1");
  g_assert_cmpuint (lp_document_get_header (document)->comments->len, ==, 1);
  g_assert_cmpuint (lp_document_get_header (document)->waivers->len, ==, 1);
}

static void
test_join (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpDesign) clip = take (document, (const char *const[]){ "net", NULL });
  g_autoptr (GError) error = NULL;
  lp_document_begin (document, "Duplicate");
  LpClipTarget target = { "seoul", { 100, 100 }, { 0, 0 } };
  g_autoptr (GHashTable) copies = put (document, clip, &target);
  g_assert_true (lp_clip_join (document, design, copies, &error));
  g_assert_no_error (error);
  lp_document_commit (document);

  g_assert_cmpstr (lp_document_get_connection (document, "users-web-2")->from, ==, "users");
  g_assert_cmpstr (lp_document_get_connection (document, "users-web-2")->to, ==, "web-2");
  const LpComponent *group = lp_document_get_component (document, "group");
  g_assert_cmpuint (group->spans->len, ==, 2);
  g_assert_cmpstr (group->spans->pdata[1], ==, "net-2");
}

static void
test_join_keeps_spans (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpDesign) clip = take (document, (const char *const[]){ "group", NULL });
  lp_document_begin (document, "Duplicate");
  LpClipTarget target = { NULL, { 0, 0 }, { 0, 0 } };
  g_autoptr (GHashTable) copies = put (document, clip, &target);
  g_assert_cmpuint (lp_document_get_component (document, "group-2")->spans->len, ==, 0);
  g_assert_true (lp_clip_join (document, design, copies, NULL));
  lp_document_commit (document);
  g_assert_cmpstr (lp_document_get_component (document, "group-2")->spans->pdata[0], ==, "net");
}

static void
test_free_ids (void)
{
  static const struct
  {
    const char *taken, *wish, *given;
  } cases[] = {
    { "web", "web", "web-2" },           { "web-1", "web-1", "web-2" },       { "web-09", "web-09", "web-10" },
    { "web-01", "web-01", "web-02" },    { "7", "7", "7-2" },                 { "web", "db", "db" },
    { "vpc-20261122", "vpc-20261122", "vpc-20261122-2" },
    { "주문-1", "주문-1", "주문-2" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LpDocument) document = lp_document_new ();
      lp_document_begin (document, "Add");
      lp_document_put_component (document, lp_component_new (cases[i].taken, "vpc"), NULL);
      lp_document_commit (document);
      g_autofree char *given = lp_clip_free_id (document, cases[i].wish);
      g_assert_cmpstr (given, ==, cases[i].given);
    }
}

/* An id may have 200 bytes: with a number behind it it has too many. */
static void
test_long_id (void)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autofree char *longest = g_strnfill (200, 'a');
  lp_document_begin (document, "Add");
  lp_document_put_component (document, lp_component_new (longest, "vpc"), NULL);
  lp_document_commit (document);
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpDesign) clip = lp_clip_take (design, (const char *const[]){ longest, NULL }, places);
  lp_document_begin (document, "Paste");
  LpClipTarget target = { 0 };
  g_autoptr (GHashTable) copies = put (document, clip, &target);
  lp_document_commit (document);
  g_assert_cmpstr (g_hash_table_lookup (copies, longest), ==, "vpc");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clip/take", test_take);
  g_test_add_func ("/clip/roots", test_roots);
  g_test_add_func ("/clip/put", test_put);
  g_test_add_func ("/clip/via-moves", test_via_moves);
  g_test_add_func ("/clip/several-targets", test_several_targets);
  g_test_add_func ("/clip/cut-and-paste", test_cut_and_paste);
  g_test_add_func ("/clip/join", test_join);
  g_test_add_func ("/clip/join-keeps-spans", test_join_keeps_spans);
  g_test_add_func ("/clip/free-ids", test_free_ids);
  g_test_add_func ("/clip/long-id", test_long_id);
  return g_test_run ();
}
