#!/usr/bin/env bash
# Installs what the tests need, builds everything without warnings, and runs every test. Ends with: N passed, N failed.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
"$root/eng/packages.sh" || exit 1
# Other people's readers of what we write; tests that need them are skipped where they cannot be installed.
"$root/eng/packages.sh" docker-compose clamav-daemon tcc qpdf libpdfbox2-java libactivation-java libjaxb-api-java libcommons-io-java default-jre-headless

# The servers of many machines; tests that need them are skipped where they cannot be installed.
services=$(mktemp -d "${TMPDIR:-/tmp}/award-archive-test-services-XXXXXX")
trap '"$root/eng/services.sh" stop "$services" >/dev/null 2>&1' EXIT
if reach=$("$root/eng/services.sh" start "$services"); then eval "$reach"; fi

dotnet build AwardArchive.sln -c Release --nologo -v q -clp:ErrorsOnly || exit 1

# Where root has the real samples beside the checkout, every test can run: a skip is then a failure.
expect=()
[ "$(id -u)" -eq 0 ] && [ -d "$root/../shared/samples" ] && expect=(-failSkips)

passed=0 failed=0
for project in AwardArchive.Tests AwardArchive.IntegrationTests; do
  log=$root/artifacts/$project.log
  "$root/artifacts/bin/$project/release/$project" -noColor "${expect[@]}" "$@" 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  summary=$(grep -E '^ +'"$project"' +Total: [0-9]+' "$log" | tail -n 1)
  count() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$summary"; }
  if [ -z "$summary" ]; then
    echo "$project ended with code $code and told no result."
    failed=$((failed + 1))
    continue
  fi
  wrong=$(($(count Failed) + $(count Errors)))
  passed=$((passed + $(count Total) - $(count Failed) - $(count Skipped) - $(count 'Not Run')))
  failed=$((failed + wrong))
  [ "$code" -ne 0 ] && [ "$wrong" -eq 0 ] && failed=$((failed + 1))
done

# Once more at the end, where whoever sees only that finds it.
for project in AwardArchive.Tests AwardArchive.IntegrationTests; do
  grep -A 12 -E '\[FAIL\]$' "artifacts/$project.log" 2>/dev/null | grep -v '^{' | cut -c 1-500
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
