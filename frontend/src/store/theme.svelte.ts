/** Light, dark, or what the system says. */

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEPT_AS = "positions.theme";

function kept(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

let chosen = $state<Theme>(kept());

export const theme = {
  get chosen(): Theme {
    return chosen;
  },
};

export function chooseTheme(next: Theme): void {
  chosen = next;
  if (next === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = next;
  try {
    localStorage.setItem(KEPT_AS, next);
  } catch {
    // The choice then lasts for this visit.
  }
}
