#!/usr/bin/env bash
# Checks the messages. What is found is shown on the page of the run as well, so that nobody has to look for
# it in a log.
#
# PROGRAM  the program
# FOLDER   the project folder
set -euo pipefail

status=0
found=$("$PROGRAM" check "--folder=$FOLDER" 2>&1) || status=$?
echo "$found"
{
  echo '## Messages'
  echo
  # Indented, so that nothing in the messages is taken for markup.
  echo "    ${found//$'\n'/$'\n'    }"
} >>"$GITHUB_STEP_SUMMARY"

if ((status != 0)); then
  echo '::error::Nothing was published. The summary of this run says what is wrong.'
  exit 1
fi
