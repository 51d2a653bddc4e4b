// Run by `npm run lint`: the rules of rules.mjs over the whole page.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { check, checkStyle } from "./rules.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const config = ts.getParsedCommandLineOfConfigFile(join(root, "tsconfig.json"), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (one) => console.error(one.messageText) });
const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
const findings = check(program, (file) => file.includes("/web/src/") && file.endsWith(".tsx"));
const styles = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".css"));
for (const name of styles) findings.push(...checkStyle(join(root, "src", name), readFileSync(join(root, "src", name), "utf8")));
for (const { file, line, rule, words } of findings) console.error(`${relative(root, file)}:${line}: ${rule}: ${words}`);
console.log(`lint: ${program.getSourceFiles().filter(({ fileName }) => fileName.includes("/web/src/")).length} files, ${styles.length} styles, ${findings.length} findings`);
process.exit(findings.length > 0 ? 1 : 0);
