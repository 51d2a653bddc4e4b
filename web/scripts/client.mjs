// Writes src/api/schema.d.ts from the server's OpenAPI document. Run by `npm run client` when the document changed.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import openapi, { astToString } from "openapi-typescript";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const document = JSON.parse(readFileSync(join(root, "..", "crates", "server", "openapi.json"), "utf8"));
const known = new Set(Object.keys(document.components?.schemas ?? {}));
/** @param {any} node */
const mend = (node) => {
  if (typeof node !== "object" || node === null) return;
  const name = typeof node.$ref === "string" ? node.$ref.replace("#/components/schemas/", "") : null;
  if (name && !known.has(name)) {
    console.error(`the schema ${name} is not described: taken as a string`);
    delete node.$ref;
    node.type = "string";
  }
  for (const one of Object.values(node)) mend(one);
};
mend(document);
// An operation is known here by its path and method.
for (const path of Object.values(document.paths)) for (const operation of Object.values(/** @type {any} */ (path))) delete operation.operationId;
const paths = Object.keys(document.paths).map((path) => path.replace("/api/v1", "")).sort();
writeFileSync(
  join(root, "src", "api", "offers.ts"),
  `// Made by scripts/client.mjs from crates/server/openapi.json: page and server are built from one tree.
const PATHS = new Set([
${paths.map((path) => `  ${JSON.stringify(path)},`).join("\n")}
]);

/** Whether the server has this endpoint. A view whose verb is not there yet says so instead of asking in vain. */
export const offers = (path: string): boolean => PATHS.has(path);
`,
);
writeFileSync(join(root, "src", "api", "schema.d.ts"), `// Made by scripts/client.mjs from crates/server/openapi.json.\n${astToString(await openapi(document))}`);
