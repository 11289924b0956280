#!/usr/bin/env bash
# Installs what the tests need from Debian: a headless Chromium and pdftotext. Does nothing where both are there.
set -euo pipefail

missing=()
if ! command -v chromium-headless-shell >/dev/null && ! command -v chromium >/dev/null && [ -z "${CHROMIUM_PATH:-}" ]; then
  missing+=(chromium-headless-shell)
fi
command -v pdftotext >/dev/null || missing+=(poppler-utils)
[ "${#missing[@]}" -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "Missing: ${missing[*]}. This is not Debian: install a Chromium (name it in CHROMIUM_PATH) and poppler-utils." >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "Missing: ${missing[*]}. Run as root: apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
