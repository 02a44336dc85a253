#include "ui/document/parts.h"

#include "ui/answers/answer-view.h"
#include "ui/document/file-banner.h"
#include "ui/document/import-notes.h"
#include "ui/document/safety-banners.h"
#include "ui/document/zoom-controls.h"
#include "ui/find/find-bar.h"
#include "ui/fixes/fix-bar.h"
#include "ui/layers/layers-note.h"
#include "ui/legend/legend.h"
#include "ui/minimap/minimap.h"
#include "ui/scenarios/compare-bar.h"

const LpDocumentPart lp_document_parts[] = {
  lp_zoom_controls_add,
  lp_minimap_add,
  lp_legend_add,
  lp_layers_note_add,
  lp_find_bar_add,
  lp_fix_bar_add,
  lp_answer_view_add,
  lp_compare_bar_add,
  lp_import_notes_add,
  lp_safety_banners_add,
  lp_file_banner_add,
  NULL,
};
