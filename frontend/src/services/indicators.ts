/** How the joint work goes, over the papers that the reader may see. */

import { ask } from "../graphql/client";
import { Indicators as IndicatorsQuery, type IndicatorsAnswer } from "../graphql/generated";

export type Indicators = IndicatorsAnswer["indicators"];
export type Summary = Indicators["summary"];
export type Turnout = Summary["turnout"];

export async function loadIndicators(year: number | null, subject: string | null): Promise<Indicators> {
  return (await ask(IndicatorsQuery, { year, subject })).indicators;
}

/** The same figures as a file for spreadsheets. */
export function indicatorsFile(year: number | null, subject: string | null): string {
  const query = new URLSearchParams();
  if (year !== null) query.set("year", String(year));
  if (subject !== null) query.set("subject", subject);
  return query.size > 0 ? `/indicators.csv?${query}` : "/indicators.csv";
}
