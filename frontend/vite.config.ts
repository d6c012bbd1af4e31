import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

/** Where the development server forwards what is not the frontend; the built files are served by the application itself. */
const SERVER = "http://127.0.0.1:8000";
const FORWARDED = ["/graphql", "/session", "/auth", "/live", "/healthz"];

export default defineConfig({
  plugins: [svelte()],
  // The server replaces the placeholder in index.html on every response.
  html: { cspNonce: "__CSP_NONCE__" },
  build: { target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: Object.fromEntries(FORWARDED.map((path) => [path, { target: SERVER, ws: true }])) },
  // What the units import is loaded once for each process, not for each file: that took two thirds of their time.
  test: { include: ["src/**/*.test.ts"], environment: "node", isolate: false },
});
