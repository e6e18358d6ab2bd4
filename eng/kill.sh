#!/usr/bin/env bash
# The long form of the kill test: 40 documents, the server and its workers killed 30 times at random moments.
# usage: kill.sh [DOCUMENTS] [KILLS]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/eng/packages.sh"
dotnet build "$root/tests/AwardArchive.IntegrationTests" -c Release --nologo -v q -clp:ErrorsOnly
AWARD_ARCHIVE_KILL_DOCUMENTS=${1:-40} AWARD_ARCHIVE_KILLS=${2:-30} \
  "$root/artifacts/bin/AwardArchive.IntegrationTests/release/AwardArchive.IntegrationTests" -class '*.KillTests' -noColor
