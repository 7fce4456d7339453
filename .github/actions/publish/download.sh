#!/usr/bin/env bash
# Downloads the program from a release and verifies its checksum.
#
# SERVER      where the repository is, such as https://github.com
# REPOSITORY  owner and name of the repository that releases the program
# VERSION     the tag of a release; anything else means the latest release
# TO          the file to write
set -euo pipefail

if [[ -z $REPOSITORY ]]; then
  echo "::error::Use this action as OWNER/REPOSITORY/.github/actions/publish@VERSION: only then is it known where the program is."
  exit 1
fi

case $(uname -m) in
  x86_64) name=solidarity-atlas-linux-x86_64 ;;
  aarch64 | arm64) name=solidarity-atlas-linux-aarch64 ;;
  *)
    echo "::error::There is no program for $(uname -m)."
    exit 1
    ;;
esac

releases=$SERVER/$REPOSITORY/releases
if [[ $VERSION =~ ^v[0-9][0-9A-Za-z.+-]*$ ]]; then
  release=$releases/download/$VERSION
else
  release=$releases/latest/download
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for file in "$name" "$name.sha256"; do
  echo "Downloading $release/$file"
  if ! curl --fail --silent --show-error --location --retry 3 --output "$folder/$file" "$release/$file"; then
    echo "::error::$release/$file could not be downloaded. Is there a release of that name?"
    exit 1
  fi
done

# The checksum is for this file, whatever else the list may name.
expected=$(head -n 1 "$folder/$name.sha256" | cut -d ' ' -f 1)
if ! (cd "$folder" && echo "$expected  $name" | sha256sum --check --strict --quiet); then
  echo "::error::$release/$name is not the file that its checksum is for."
  exit 1
fi

mv "$folder/$name" "$TO"
chmod +x "$TO"
"$TO" --version
