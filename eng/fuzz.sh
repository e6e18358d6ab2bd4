#!/usr/bin/env bash
# Sends requests at random to the running service, as several people and as nobody; fails on errors of the server, stack traces, what is hidden, growing memory.
# usage: fuzz.sh [REQUESTS] [SEED]      (default 20000 requests, seed 1975; the same seed sends the same)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/eng/packages.sh"
dotnet build "$root/tests/AwardArchive.Tests" -c Release --nologo -v q -clp:ErrorsOnly
export AWARD_ARCHIVE_FUZZ_REQUESTS=${1:-20000} AWARD_ARCHIVE_FUZZ_SEED=${2:-1975}
exec "$root/artifacts/bin/AwardArchive.Tests/release/AwardArchive.Tests" -class 'AwardArchive.Tests.Access.Fuzz.FuzzTests' -noColor -showLiveOutput
