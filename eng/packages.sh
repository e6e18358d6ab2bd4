#!/usr/bin/env bash
# Installs the system packages that are missing, or prints the command that would. Source of truth for what the machine needs.
# usage: packages.sh PACKAGE…   (no argument: what running the archive needs)
set -euo pipefail

packages=("$@")
if [ ${#packages[@]} -eq 0 ]; then
  packages=(tesseract-ocr tesseract-ocr-vie poppler-utils bubblewrap fonts-texgyre fonts-freefont-ttf)
fi

missing=()
for package in "${packages[@]}"; do
  if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$'; then
    missing+=("$package")
  fi
done
[ ${#missing[@]} -eq 0 ] && exit 0

install=(apt-get install -y --no-install-recommends "${missing[@]}")
if [ "$(id -u)" -eq 0 ]; then
  as_root=(env DEBIAN_FRONTEND=noninteractive)
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  as_root=(sudo env DEBIAN_FRONTEND=noninteractive)
else
  echo "These packages are missing: ${missing[*]}. Install them with:" >&2
  echo "  sudo ${install[*]}" >&2
  exit 1
fi
echo "Installing ${missing[*]} …" >&2
"${as_root[@]}" apt-get update -qq >&2
"${as_root[@]}" "${install[@]}" -qq >&2
