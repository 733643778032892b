#!/usr/bin/env bash
#
# The steps of a release behind the build, each with no more than it needs. No step runs Maven, so no plugin of the build
# and no dependency of a test ever sees a secret.
#
#   release.sh stage FOLDER         copies what is published out of target, and lists its checksums
#   release.sh check FOLDER         compares FOLDER with CHECKSUMS, which is what the step before printed
#   release.sh sign FOLDER          signs each file, with GPG_PRIVATE_KEY and GPG_PASSPHRASE
#   release.sh bundle FOLDER ZIP    packs files and signatures as the portal of Maven Central wants them
#   release.sh upload ZIP           publishes it, with CENTRAL_USERNAME and CENTRAL_PASSWORD
#
# All need VERSION.

set -euo pipefail

: "${VERSION:?}"
name=partnercenter-sdk
files=("$name-$VERSION"{.jar,-sources.jar,-javadoc.jar,.pom,-cyclonedx.json,-cyclonedx.xml})

# What is published comes from the build only; the checksums go to the later jobs by another way than the files.
stage() {
  mkdir -p "$1"
  cp "target/$name-$VERSION".jar "target/$name-$VERSION"-{sources,javadoc}.jar "$1"
  cp pom.xml "$1/$name-$VERSION.pom"
  for format in json xml; do cp "target/bom.$format" "$1/$name-$VERSION-cyclonedx.$format"; done
  (cd "$1" && sha256sum -- "${files[@]}")
}

# Nothing is missing, nothing is another, and nothing has come along.
check() {
  local listed
  listed=$(printf '%s\n' "${CHECKSUMS:?}" | sed 's/^[0-9a-f]*  //')
  [ "$listed" = "$(printf '%s\n' "${files[@]}")" ] || { echo "::error::CHECKSUMS lists other files."; exit 1; }
  [ "$(ls "$1" | sort)" = "$(printf '%s\n' "${files[@]}" | sort)" ] || { echo "::error::$1 has other files."; exit 1; }
  (cd "$1" && printf '%s\n' "$CHECKSUMS" | sha256sum --strict -c -)
}

sign() {
  GNUPGHOME=$(mktemp -d)
  export GNUPGHOME
  trap 'gpgconf --kill all; rm -rf "$GNUPGHOME"' EXIT
  gpg --batch --quiet --import <<<"${GPG_PRIVATE_KEY:?}"
  for file in "${files[@]}"; do
    gpg --batch --quiet --pinentry-mode loopback --passphrase-fd 3 --armor --detach-sign "$1/$file" \
      3<<<"${GPG_PASSPHRASE-}"
    gpg --batch --quiet --verify "$1/$file.asc" "$1/$file"
  done
}

bundle() {
  local folder zip place
  folder=$(cd "$1" && pwd)
  zip=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
  place=$(mktemp -d)
  mkdir -p "$place/io/partnercenter/$name/$VERSION"
  (
    cd "$place/io/partnercenter/$name/$VERSION"
    for file in "${files[@]}"; do
      cp "$folder/$file" "$folder/$file.asc" .
      md5sum "$file" | cut -d' ' -f1 >"$file.md5"
      sha1sum "$file" | cut -d' ' -f1 >"$file.sha1"
    done
    cd "$place" && zip -q -X -r "$zip" io
  )
  rm -rf "$place"
}

# The header goes through a pipe: arguments of programs can be read by every process of the machine.
portal() {
  printf 'Authorization: Bearer %s\n' "$(printf '%s:%s' "${CENTRAL_USERNAME:?}" "${CENTRAL_PASSWORD:?}" | base64 -w0)" |
    curl --silent --show-error --fail-with-body --request POST --header @- "$@"
}

# Once validated nothing can fail on our side any more, and the rest may take an hour. An upload is not repeated: the
# first may have arrived.
upload() {
  local portal=${CENTRAL_URL:-https://central.sonatype.com/api/v1/publisher} id state
  id=$(portal --form "bundle=@$1" "$portal/upload?name=$name-$VERSION&publishingType=AUTOMATIC")
  echo "Deployment $id"
  for _ in $(seq 120); do
    state=$(portal "$portal/status?id=$id")
    case $(jq -r .deploymentState <<<"$state") in
      VALIDATED | PUBLISHING | PUBLISHED) return ;;
      PENDING | VALIDATING) sleep "${PAUSE:-10}" ;;
      *) echo "::error::The portal refused the bundle."; jq . <<<"$state"; exit 1 ;;
    esac
  done
  echo "::error::The portal has not validated deployment $id yet."
  exit 1
}

"$@"
