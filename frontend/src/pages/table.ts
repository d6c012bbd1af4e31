/** Which page each route shows; each is its own piece of the build. */

import type { Component } from "svelte";
import * as NotFoundModule from "./NotFound.svelte";

type Load = () => Promise<{ default: Component }>;

export const PAGES = {
  publicList: () => import("./PublicList.svelte"),
  myWork: () => import("./MyWork.svelte"),
  positions: () => import("./Positions.svelte"),
  createPosition: () => import("./CreatePosition.svelte"),
  paper: () => import("./Paper.svelte"),
  report: () => import("./ClosingReport.svelte"),
  indicators: () => import("./Indicators.svelte"),
  published: () => import("./PublicList.svelte"),
  organization: () => import("./Town.svelte"),
  openData: () => import("./OpenData.svelte"),
  accessibility: () => import("./Accessibility.svelte"),
  privacy: () => import("./Privacy.svelte"),
  publicPage: () => import("./PublicPage.svelte"),
  signIn: () => import("./SignIn.svelte"),
  invitation: () => import("./Invitation.svelte"),
  notices: () => import("./Notices.svelte"),
  account: () => import("./Account.svelte"),
  administration: () => import("./Administration.svelte"),
  notFound: () => Promise.resolve(NotFoundModule),
} satisfies Record<string, Load>;
