/** Which page each route shows; each is its own piece of the build. */

import type { Component } from "svelte";

type Load = () => Promise<{ default: Component }>;

export const PAGES = {
  publicList: () => import("./NotFound.svelte"),
  myWork: () => import("./NotFound.svelte"),
  positions: () => import("./NotFound.svelte"),
  createPosition: () => import("./NotFound.svelte"),
  paper: () => import("./NotFound.svelte"),
  publicPage: () => import("./NotFound.svelte"),
  signIn: () => import("./NotFound.svelte"),
  notFound: () => import("./NotFound.svelte"),
} satisfies Record<string, Load>;
