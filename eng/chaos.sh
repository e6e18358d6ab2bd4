#!/usr/bin/env bash
# The long form of the chaos test: 210 faults of every kind on two serving and two working machines, PostgreSQL and S3, while scans come in.
# usage: chaos.sh [FAULTS] [SEED]     as root: it mounts small disks
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/eng/packages.sh"
"$root/eng/packages.sh" tcc
dotnet build "$root/tests/AwardArchive.IntegrationTests" -c Release --nologo -v q -clp:ErrorsOnly
AWARD_ARCHIVE_CHAOS_FAULTS=${1:-210} AWARD_ARCHIVE_CHAOS_SEED=${2:-1985} \
  "$root/artifacts/bin/AwardArchive.IntegrationTests/release/AwardArchive.IntegrationTests" -class '*.ChaosTests' -noColor -showLiveOutput
