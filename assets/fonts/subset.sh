#!/bin/sh
# Cuts a weight of Inter down to the letters that the product can show, without kerning and
# ligatures: Dear ImGui knows none, and the elements on the canvas must have the same widths.
# Usage: subset.sh <weight> <output>
set -eu

source=
for folder in /usr/share/fonts/opentype/inter /usr/share/fonts/truetype/inter; do
    [ -f "$folder/Inter-$1.otf" ] && source="$folder/Inter-$1.otf"
    [ -z "$source" ] && [ -f "$folder/Inter-$1.ttf" ] && source="$folder/Inter-$1.ttf"
done
if [ -z "$source" ]; then
    echo "The typeface Inter is missing: install the package fonts-inter." >&2
    exit 1
fi

# What is written in Norway: the languages of Western Europe, the Sami ones, Polish and Lithuanian;
# dashes, quotation marks, bullet, ellipsis, arrow, euro, minus. web/ui/type.cpp lists the same;
# other letters are shown by the browser in a font of its own.
letters="U+0020-007E,U+00A0-00FF"
letters="$letters,U+0104-0107,U+010C-010D,U+0110-0111,U+0116-0119,U+012E-012F,U+0141-0144"
letters="$letters,U+014A-014B,U+0152-0153,U+015A-015B,U+0160-0161,U+0166-0167,U+016A-016B"
letters="$letters,U+0172-0173,U+0178-017E"
letters="$letters,U+2010-2015,U+2018-201E,U+2022,U+2026,U+20AC,U+2192,U+2212"
exec pyftsubset "$source" --unicodes="$letters" --layout-features= --no-hinting --desubroutinize \
    --drop-tables+=GSUB,GPOS,GDEF,STAT --name-IDs=0,1,2,13,14 --output-file="$2"
