import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// `npm run dev` talks to a `cairn serve` that is already running.
const server = process.env.CAIRN_SERVER ?? "http://127.0.0.1:4319";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist",
    sourcemap: false,
    // The policy of the server allows no data: address, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    manifest: true,
  },
  server: { proxy: { "/api": { target: server, changeOrigin: true, headers: { origin: server } } } },
  test: { include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.{ts,mjs}"], environment: "node", testTimeout: 30_000 },
});
