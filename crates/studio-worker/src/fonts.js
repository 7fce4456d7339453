// The fonts of the pictures, as fonts.css declares them: by family, a file for each part of the letters.

const FAMILIES = [
  ["Familjen Grotesk", "FamiljenGrotesk"],
  ["Brygada 1918", "Brygada1918"],
];
const PARTS = [
  ["latin", "U+0020-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+0300-0329, U+2000-206F, U+20AC, U+2190, U+2192, U+2212"],
  ["latin-ext", "U+0100-0130, U+0132-0151, U+0154-017F, U+0218-021B"],
  ["vietnamese", "U+01A0-01A1, U+01AF-01B0, U+1EA0-1EF9"],
];

/**
 * Loads the fonts into this worker, before the first picture is painted: a canvas waits for none. Fails if
 * one does not arrive.
 *
 * @param {string} folder the full address of the folder with the fonts, with a slash at the end
 */
export async function loadFonts(folder) {
  const faces = FAMILIES.flatMap(([family, file]) =>
    PARTS.map(([part, unicodeRange]) => {
      const source = `url("${new URL(`${file}-${part}.woff2`, folder)}")`;
      return new FontFace(family, source, { weight: "400 700", unicodeRange });
    }),
  );
  for (const face of await Promise.all(faces.map((face) => face.load()))) {
    self.fonts.add(face);
  }
}
