// What the sources have in common.
import { fileURLToPath } from "node:url";

/** The path of a file in a package. */
export function packageFile(name) {
  return fileURLToPath(new URL(`node_modules/${name}`, import.meta.url));
}

/** ISO 3166-1: the two-letter code of each three-digit one, of those that are in use. */
export function numericCodes(mappings, inUse) {
  const codes = new Map();
  for (const [code, { _numeric }] of Object.entries(mappings.supplemental.codeMappings)) {
    if (_numeric && inUse(code)) codes.set(_numeric, code);
  }
  return codes;
}
