#include "stage-fixture.h"

#include "designs.h"

static const char SOURCE[]
    = "{\"loadpath\": 1, \"components\": ["
      "{\"id\": \"seoul\", \"kind\": \"region\", \"at\": [0, 0], \"size\": [800, 600]},"
      "{\"id\": \"main\", \"kind\": \"vpc\", \"in\": \"seoul\", \"at\": [40, 40], \"size\": [400, 400]},"
      "{\"id\": \"net\", \"kind\": \"subnet\", \"in\": \"main\", \"at\": [40, 40], \"size\": [320, 240]},"
      "{\"id\": \"web\", \"kind\": \"ec2-instance\", \"in\": \"net\", \"at\": [40, 40]},"
      "{\"id\": \"db\", \"kind\": \"rds-instance\", \"in\": \"net\", \"at\": [160, 40]},"
      "{\"id\": \"users\", \"kind\": \"users\", \"at\": [900, 100]}"
      "], \"connections\": ["
      "{\"id\": \"users-web\", \"kind\": \"traffic\", \"from\": \"users\", \"to\": \"web\"}"
      "]}";

static void
on_scene (LpScene *scene, gpointer data)
{
  lp_stage_set_scene (((Fixture *) data)->stage, scene);
}

static void
on_change (LpSceneChange *change, gpointer data)
{
  lp_stage_set_change (((Fixture *) data)->stage, change);
}

static void
on_preview (LpStage *stage, LpDesign *design, Fixture *fixture)
{
  if (design != NULL)
    lp_scene_loader_preview (fixture->loader, stage->scene, design, NULL);
  else
    lp_scene_loader_forget_previews (fixture->loader);
}

static void
on_changed (LpDocument *document, guint64 revision, Fixture *fixture)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);

  lp_scene_loader_request (fixture->loader, design, NULL);
}

static void
on_message (LpStage *stage, const char *message, Fixture *fixture)
{
  g_free (fixture->message);
  fixture->message = g_strdup (message);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpDesign) design = test_design (SOURCE);
  fixture->document = lp_document_new_from_design (design);
  fixture->stage = lp_stage_new (fixture->document, lp_catalogue_get_default ());
  fixture->loader = lp_scene_loader_new (lp_catalogue_get_default (), on_scene, fixture);
  lp_scene_loader_set_change_ready (fixture->loader, on_change);
  g_signal_connect (fixture->stage, "preview", G_CALLBACK (on_preview), fixture);
  lp_viewport_set_size (fixture->stage->viewport, 1200, 800);
  g_signal_connect (fixture->document, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect (fixture->stage, "message", G_CALLBACK (on_message), fixture);
  lp_scene_loader_request (fixture->loader, design, NULL);
  g_assert_nonnull (fixture->stage->scene);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_false (lp_document_in_transaction (fixture->document));
  g_signal_handlers_disconnect_by_data (fixture->stage, fixture);
  lp_scene_loader_free (fixture->loader);
  g_signal_handlers_disconnect_by_data (fixture->document, fixture);
  g_object_unref (fixture->stage);
  g_assert_finalize_object (fixture->document);
  g_free (fixture->message);
}

LpRect
fixture_rect (Fixture *fixture, const char *id)
{
  guint component = lp_design_find (lp_stage_get_design (fixture->stage), id);

  g_assert_cmpuint (component, !=, LP_NONE);
  return lp_scene_get_placement (fixture->stage->scene)->rect[component];
}

LpPoint
fixture_middle (Fixture *fixture, const char *id)
{
  return lp_rect_centre (fixture_rect (fixture, id));
}

void
fixture_drag (Fixture *fixture, LpPoint from, LpPoint to, LpModifiers modifiers)
{
  g_assert_true (lp_stage_press (fixture->stage, from, modifiers));
  for (guint i = 1; i <= 4; i++)
    lp_stage_drag (fixture->stage, (LpPoint){ from.x + (to.x - from.x) * i / 4, from.y + (to.y - from.y) * i / 4 },
                   modifiers);
  lp_stage_release (fixture->stage, to, modifiers);
}

void
fixture_click (Fixture *fixture, LpPoint at, LpModifiers modifiers)
{
  g_assert_true (lp_stage_press (fixture->stage, at, modifiers));
  lp_stage_release (fixture->stage, at, modifiers);
}

char *
fixture_selected (Fixture *fixture)
{
  g_auto (GStrv) ids = lp_selection_dup_ids (fixture->stage->selection);

  return g_strjoinv (" ", ids);
}
