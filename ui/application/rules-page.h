/* Of the preferences: the folders of the person's own rules, how many each gives, and what is wrong with it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LP_TYPE_RULES_PAGE (lp_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (LpRulesPage, lp_rules_page, LP, RULES_PAGE, AdwPreferencesPage)

G_END_DECLS
