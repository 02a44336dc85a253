#include "ui/canvas/tool.h"

const LpTool *const lp_tools[] = {
  &lp_tool_mark,
  &lp_tool_fold,
  &lp_tool_line,
  &lp_tool_connect,
  &lp_tool_resize,
  &lp_tool_move,
  &lp_tool_band,
  NULL,
};
