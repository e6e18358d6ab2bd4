#!/usr/bin/env bash
# Measures speed and quality side by side with peers, in one run, on fixed seeds; prints machine and versions. Each mode runs unattended.
# usage: bench.sh ingest [PAGES] [ROUNDS]
#        bench.sh recognition [report|tune|seed=N] [DOCUMENTS] [quick|alone|memory|workers|ocrmypdf] [level=NAME]
#        bench.sh reading people [report|tune|seed=N] [ENTRIES]   (award entries of one person found among generated people; look-ups)
#        bench.sh recognition-memory [PAGES]
#        bench.sh recognition-position [DOCUMENTS]        (which way up pages lie: ours and Tesseract's own detection)
#        bench.sh learn-confusions SEED,SEED,… [FOLDER]   (writes ocr-data/confusions.tsv; FOLDER keeps what was read for the next run)
#        bench.sh language SEED,SEED,… [FOLDER]           (other readings and corrections: how often right)
#        bench.sh language-harm FILE…                     (corrections of texts without errors: each is one too many)
#        bench.sh numbers SEED,SEED,… [FOLDER]            (every lost digit with its line; numbers corrected: how often right)
#        bench.sh reading [tune|report|seed=N] [PAPERS] [true] [forms] [keep=FOLDER]   (facts and rows of lists, from true words and from scans)
#        bench.sh reading again [PAPERS] [seed=N]         (an archive read again from the words that it keeps)
#        bench.sh mothers [MOTHERS] [seed=N] [level=NAME] [keep=FOLDER]   (dossiers of mothers as scans to verdicts over REST: how many right, on which papers)
#        bench.sh search [PAGES] [peers=PAGES] [limit=SECONDS] [alone] [seed=N] [kind=NAME] [keep=FOLDER]   (speed; above peers=, ours and plain Lucene.NET only)
#        bench.sh search quality [tune|report|seed=N] [alone] [show=CLASS]
#        bench.sh search ready [PAGES]            (how soon after its step to Ready a paper is found)
#        bench.sh search directories [PAGES] [keep=FOLDER]   (which of the directories of Lucene.NET reads our index fastest)
#        bench.sh access [PAGES] [seed=N]         (search by who may see nine papers of ten, against who sees all and against an archive of the nine; then the times below)
#        bench.sh access times [PAIRS] [seed=N]   (over HTTP: does the time of a 404 tell what is hidden from what never was; what a look at a paper takes)
#        bench.sh machines [PAGES] [DOCUMENTS]            (PostgreSQL and S3: what a page costs beyond recognition; a load while others search)
#        bench.sh sandbox [DOCUMENTS] [seed=N]            (what it costs to open files in a sandbox: triage, images for the screen, recognition)
#        bench.sh audit [ENTRIES]                 (the audit chain: verifying 1,000,000 entries, writing by one and by sixteen, what a look waits for its entry)
#        bench.sh help   (tells more)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/eng/packages.sh"
# Only the full report meets OCRmyPDF; where it cannot be installed, the rest is measured all the same.
if [[ " $* " =~ " ocrmypdf " || " $* " =~ " recognition " && ! " $* " =~ \ (tune|seed=[0-9]+|quick|alone|memory|workers)\  ]]; then
  "$root/eng/packages.sh" ocrmypdf unpaper python3-img2pdf || echo "OCRmyPDF is not measured." >&2
fi
[ "${1:-}" = recognition-position ] && "$root/eng/packages.sh" tesseract-ocr-osd
# The search engines to compare with; the service itself needs neither.
[ "${1:-}" = search ] && "$root/eng/packages.sh" postgresql-15 python3-xapian
dotnet build "$root/tests/AwardArchive.Benchmarks" -c Release --nologo -v q -clp:ErrorsOnly
exec "$root/artifacts/bin/AwardArchive.Benchmarks/release/AwardArchive.Benchmarks" "$@"
