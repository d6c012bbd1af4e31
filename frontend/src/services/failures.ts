/** The three ways in which a service can fail, for components that want to say which. */

export { Refused, Unexpected, Unreachable } from "../graphql/client";
