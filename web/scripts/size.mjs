// The main bundle: everything that the first page needs before it can draw, gzipped. MapLibre and the views come later.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const MOST = 260_000;
const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "dist");
/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[], css?: string[] }>} */
const manifest = JSON.parse(readFileSync(join(dist, ".vite", "manifest.json"), "utf8"));
const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
const files = new Set(/** @type {string[]} */ ([]));
const walk = (/** @type {string} */ key) => {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const other of chunk.imports ?? []) walk(other);
};
if (entry) walk(entry);
const sizes = [...files].map((file) => ({ file, size: gzipSync(readFileSync(join(dist, file))).length }));
const total = sizes.reduce((sum, { size }) => sum + size, 0);
console.log(`main bundle: ${total} bytes gzipped of ${MOST} allowed, ${sizes.length} files`);
if (sizes.some(({ file }) => /maplibre|Map-/.test(file))) {
  console.error("the map belongs into a chunk of its own");
  process.exit(1);
}
if (!entry || total > MOST) {
  for (const { file, size } of sizes.sort((a, b) => b.size - a.size)) console.error(`${size}\t${file}`);
  process.exit(1);
}
