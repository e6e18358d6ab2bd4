#!/usr/bin/env bash
# Measures speed and quality side by side with peers, in one run, on fixed seeds; prints machine and versions.
# usage: bench.sh ingest [PAGES] [ROUNDS]
#        bench.sh recognition [report|tune] [DOCUMENTS] [alone]   (alone: without the peer, for tuning)
#        bench.sh search [PAGES] [peers=PAGES] [alone]            (speed; above peers=, ours and plain Lucene.NET only)
#        bench.sh search quality [tune|report] [alone] [show=CLASS]
#        bench.sh learn-confusions SEED,SEED,… [FOLDER]   (writes ocr-data/confusions.tsv; FOLDER keeps what was read for the next run)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/eng/packages.sh"
# The search engines to compare with; the service itself needs neither.
[ "${1:-}" = search ] && "$root/eng/packages.sh" postgresql-15 python3-xapian
dotnet build "$root/tests/AwardArchive.Benchmarks" -c Release --nologo -v q -clp:ErrorsOnly
exec "$root/artifacts/bin/AwardArchive.Benchmarks/release/AwardArchive.Benchmarks" "$@"
