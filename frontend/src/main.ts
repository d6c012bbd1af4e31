/** The composition root: who is here, which language, then the application; a server that is away is said in words. */

import { mount } from "svelte";
import App from "./App.svelte";
import LaunchFailure from "./components/LaunchFailure.svelte";
import { speakThrough } from "./graphql/client";
import { spoken, startMessages } from "./messages/index.svelte";
import { expectPage } from "./pages/wanted";
import { startRouter } from "./router.svelte";
import { refreshSession, session } from "./store/session.svelte";
import "./styles/index.css";

async function launch(target: HTMLElement): Promise<void> {
  speakThrough(spoken);
  const reached = await refreshSession().then(
    () => true,
    () => false,
  );
  const words = startMessages(session.viewer?.locale);
  if (reached) expectPage(window.location.pathname, session.viewer !== null);
  await words;
  startRouter();
  mount(reached ? App : LaunchFailure, { target });
}

const target = document.getElementById("application");
if (target) void launch(target);
