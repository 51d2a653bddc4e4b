import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const chromium = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 600_000,
  expect: { timeout: 15_000 },
  workers: 1,
  // On a loaded machine a browser may miss a beat; what passes only at the second try is printed as flaky.
  retries: 1,
  fullyParallel: false,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--force-prefers-reduced-motion",
      ],
    },
    actionTimeout: 15_000,
  },
});
