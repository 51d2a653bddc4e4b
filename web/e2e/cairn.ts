// A fictional register of its own for each file of tests, served by the real program.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** The program that was built last: as CAIRN_BIN says, else from the target folder. */
export function program(): string {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
  const found = [process.env.CAIRN_BIN, join(target, "debug", "cairn"), join(target, "release", "cairn")].find((path) => path && existsSync(path));
  if (!found) throw new Error("no cairn program: run `cargo build -p cairn`, or name one in CAIRN_BIN");
  return found;
}

export interface Served {
  url: string;
  origin: string;
  process: ChildProcess;
  register: string;
}

export class Cairn {
  #folder: string | null = null;
  served: Served | null = null;

  /** Made when it is first needed, taken away by `end`. */
  get folder(): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), "cairn-e2e-"));
    return this.#folder;
  }
  get demo(): string {
    return join(this.folder, "demo");
  }
  get register(): string {
    return join(this.demo, "register");
  }

  /** The demo's register: three texts read and accepted, two lists imported, one of them taken back. */
  makeDemo(): void {
    const made = spawnSync(program(), ["demo", this.demo, "--persons", "120"], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`cairn demo: ${made.stderr}`);
  }

  makeEmpty(name = "empty"): string {
    const path = join(this.folder, name);
    const made = spawnSync(program(), ["init", path, "--plaintext"], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`cairn init: ${made.stderr}`);
    return path;
  }

  async serve(register = this.register): Promise<Served> {
    const child = spawn(program(), ["serve", register, "--port", "0", "--format", "json", "--actor", "E. Tester"], { stdio: ["ignore", "pipe", "pipe"] });
    let noise = "";
    child.stderr.on("data", (part: Buffer) => (noise += part.toString()));
    const url = await new Promise<string>((resolve, reject) => {
      let text = "";
      child.stdout.on("data", (part: Buffer) => {
        text += part.toString();
        const found = /"url":\s*"([^"]+)"/.exec(text);
        if (found?.[1]) resolve(found[1]);
      });
      child.on("exit", (code) => reject(new Error(`cairn serve ended with ${code}: ${noise}`)));
    });
    this.served = { url, origin: new URL(url).origin, process: child, register };
    return this.served;
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const child = this.served?.process;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  }

  async end(): Promise<void> {
    await this.kill();
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
  }
}
