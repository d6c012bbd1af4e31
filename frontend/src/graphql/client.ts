/** The one door to the GraphQL API: sends documents, turns every failure into one of three errors. */

import { Client, cacheExchange, fetchExchange, type CombinedError } from "@urql/core";

export interface UserError {
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
}

/** A document of the API with the types of what it takes and answers; made by `npm run generate`. */
export interface Operation<Answer, Variables> {
  readonly text: string;
  readonly types?: (variables: Variables) => Answer;
}

/** The server understood and said no; `message` is already in the reader's language. */
export class Refused extends Error {
  readonly userErrors: readonly UserError[];
  constructor(userErrors: readonly UserError[]) {
    super(userErrors.map((error) => error.message).join(" "));
    this.userErrors = userErrors;
  }
  get code(): string {
    return this.userErrors[0]?.code ?? "INVALID";
  }
  /** What is wrong with one field of a form, by the end of its path. */
  about(field: string): string | undefined {
    return this.userErrors.find((error) => error.path.at(-1) === field || error.path.includes(field))
      ?.message;
  }
}

/** No answer came: the network or the server is away. */
export class Unreachable extends Error {}

/** A fault of the server, already logged there under this reference. */
export class Unexpected extends Error {
  readonly reference: string;
  constructor(message: string, reference: string) {
    super(message);
    this.reference = reference;
  }
}

let language: () => string = () => "ca";

/** What every request carries; the X-Positions header is what a foreign page cannot send. */
export function requestHeaders(): Record<string, string> {
  return { "X-Positions": "1", "Accept-Language": language() };
}

/** Tells the client how to find the reader's language. */
export function speakThrough(current: () => string): void {
  language = current;
}

const client = new Client({
  url: "/graphql",
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
  fetchOptions: () => ({ headers: requestHeaders(), credentials: "same-origin" }),
});

function failure(error: CombinedError): Error {
  if (error.networkError) return new Unreachable(error.networkError.message);
  const first = error.graphQLErrors[0];
  const extensions = first?.extensions ?? {};
  const code = extensions["code"];
  const message = first?.message ?? error.message;
  if (typeof code === "string" && code !== "INTERNAL") return new Refused([{ path: [], code, message }]);
  return new Unexpected(message, String(extensions["reference"] ?? extensions["referenceId"] ?? "–"));
}

/** Reads; throws Refused, Unreachable or Unexpected. Always asks the server, so that nobody works on yesterday's answer. */
export async function ask<Answer, Variables extends object>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const result = await client.query(operation.text, variables, { requestPolicy: "network-only" }).toPromise();
  if (result.error) throw failure(result.error);
  return result.data as Answer;
}

interface Payload {
  readonly userErrors: readonly UserError[];
}

/** Changes something; throws Refused when the payload holds user errors. */
export async function tell<Answer extends object, Variables extends object>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const result = await client.mutation(operation.text, variables).toPromise();
  if (result.error) throw failure(result.error);
  const refusals = Object.values(result.data as Record<string, Payload>).flatMap(
    (payload) => payload.userErrors,
  );
  if (refusals.length > 0) throw new Refused(refusals);
  return result.data as Answer;
}

/** A key that makes a repeated request harmless. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}
