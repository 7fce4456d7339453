#!/usr/bin/env bash
# Runs the command that it is given. What that says is shown on the page of the run as well, so that nobody
# has to look for it in a log.
set -euo pipefail

status=0
said=$("$@" 2>&1) || status=$?
echo "$said"

# A summary has at most 1 MiB. Indented lines are shown as they are, whatever is in the messages.
shown=${said:0:100000}
echo "    ${shown//$'\n'/$'\n'    }"$'\n' >>"$GITHUB_STEP_SUMMARY"

if ((status != 0)); then
  echo '::error::Nothing was published. The summary of this run says what is wrong.'
  exit 1
fi
