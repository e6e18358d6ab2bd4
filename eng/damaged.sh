#!/usr/bin/env bash
# The long form of the test with damaged files: so many of them, from a fixed seed, through `ocr`; prints the table of outcomes.
# usage: damaged.sh [FILES]   (default 500)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/eng/packages.sh"
dotnet build "$root/tests/AwardArchive.IntegrationTests" -c Release --nologo -v q -clp:ErrorsOnly
AWARD_ARCHIVE_DAMAGED_FILES=${1:-500} \
  "$root/artifacts/bin/AwardArchive.IntegrationTests/release/AwardArchive.IntegrationTests" -class '*.DamagedFilesTests' -showLiveOutput -noColor
