#!/bin/sh
# Makes src/fonts/*.ttf; see FONTS.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
cd "$work"
npm init -y > /dev/null
npm install --no-audit --no-fund @expo-google-fonts/familjen-grotesk@0.4.2 @expo-google-fonts/brygada-1918@0.4.2
from=node_modules/@expo-google-fonts
latin=U+0020-007E,U+00A0-024F,U+0259,U+02BB-02BC,U+02C6-02C7,U+02D8-02DD,U+0300-0304,U+0306-030C,U+0323,U+0327-0328,U+1E00-1EFF,U+2000-206F,U+20A0-20BF,U+2116,U+2122,U+2212
greek_and_cyrillic=U+0370-03FF,U+0400-052F,U+1F00-1FFF
subset() {
    python3 -m fontTools.subset "$from/$1" --unicodes="$3" --output-file="$here/src/fonts/$2" \
        --layout-features=kern,mark,mkmk,ccmp,liga,locl --no-hinting --notdef-outline \
        --name-IDs=0,1,2,3,4,5,6,13,14,16,17 --drop-tables+=STAT,gasp,prep,DSIG
}
subset familjen-grotesk/600SemiBold/FamiljenGrotesk_600SemiBold.ttf FamiljenGrotesk-SemiBold.ttf "$latin"
subset familjen-grotesk/700Bold/FamiljenGrotesk_700Bold.ttf FamiljenGrotesk-Bold.ttf "$latin"
subset brygada-1918/400Regular/Brygada1918_400Regular.ttf Brygada1918-Regular.ttf "$latin,$greek_and_cyrillic"
