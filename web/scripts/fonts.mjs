// Writes src/style/fonts.css: the faces that the page ships, cut to the scripts that it speaks. Run when a font changes.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
/** Package and subsets: the interface in sans; names, quotes and titles in serif and naskh. */
const FONTS = {
  "noto-sans": ["latin", "latin-ext", "cyrillic"],
  "noto-sans-arabic": ["arabic"],
  "noto-sans-hebrew": ["hebrew"],
  "noto-serif": ["latin", "latin-ext", "cyrillic"],
  "noto-naskh-arabic": ["arabic"],
  "noto-serif-hebrew": ["hebrew"],
};
let css = "/* Made by scripts/fonts.mjs. Noto, SIL Open Font License 1.1. */\n";
for (const [font, subsets] of Object.entries(FONTS)) {
  const source = readFileSync(join(root, "node_modules", "@fontsource-variable", font, "index.css"), "utf8");
  for (const subset of subsets) {
    const file = `${font}-${subset}-wght-normal.woff2`;
    const face = source.split("@font-face").find((text) => text.includes(`/${file})`));
    if (!face) throw new Error(`${file} is not in ${font}`);
    const pick = (/** @type {string} */ name) => new RegExp(`${name}: ([^;]+);`).exec(face)?.[1] ?? "";
    css += `@font-face {
  font-family: ${pick("font-family")};
  font-style: normal;
  font-display: swap;
  font-weight: ${pick("font-weight")};
  src: url("@fontsource-variable/${font}/files/${file}") format("woff2");
  unicode-range: ${pick("unicode-range")};
}
`;
  }
}
writeFileSync(join(root, "src", "style", "fonts.css"), css);
