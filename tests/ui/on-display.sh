#!/bin/sh
# Runs a test on a display of its own, and skips, saying so, where a tool is missing when it runs.
# usage: on-display.sh tap|status PROGRAM [ARGUMENT...]
protocol=$1
shift
for tool in xvfb-run xdotool "$1"; do
  command -v "$tool" >/dev/null && continue
  echo "1..0 # SKIP $tool is missing"
  [ "$protocol" = tap ] && exit 0
  exit 77
done
# -noreset: a display that starts anew when a program leaves it would refuse the next one.
exec xvfb-run -a -s '-screen 0 1280x900x24 -noreset' "$@"
