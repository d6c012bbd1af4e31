/** Which page each route shows; each is its own piece of the build. */

import type { Component } from "svelte";

type Load = () => Promise<{ default: Component }>;

export const PAGES = {
  publicList: () => import("./PublicList.svelte"),
  myWork: () => import("./MyWork.svelte"),
  positions: () => import("./Positions.svelte"),
  createPosition: () => import("./NotFound.svelte"),
  paper: () => import("./Paper.svelte"),
  publicPage: () => import("./NotFound.svelte"),
  signIn: () => import("./SignIn.svelte"),
  notFound: () => import("./NotFound.svelte"),
} satisfies Record<string, Load>;
