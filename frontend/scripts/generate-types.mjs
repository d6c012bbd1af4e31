/**
 * Writes src/graphql/generated.ts: for every operation in src/graphql/operations/*.graphql its text (with the fragments it
 * uses), the type of its variables and of its answer, all checked against the schema. Run it after changing either.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import {
  buildSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  parse,
  print,
  specifiedRules,
  typeFromAST,
  validate,
  visit,
} from "graphql";

const SCHEMA = process.env.POSITIONS_SCHEMA ?? new URL("../../api/graphql/schema.graphql", import.meta.url);
const OPERATIONS = new URL("../src/graphql/operations/", import.meta.url);
const TARGET = new URL("../src/graphql/generated.ts", import.meta.url);
const SCALARS = { Int: "number", Float: "number", Boolean: "boolean", JSON: "unknown" };

const schema = buildSchema(readFileSync(SCHEMA, "utf8"));
const files = readdirSync(OPERATIONS).filter((name) => name.endsWith(".graphql"));
const document = parse(
  files
    .sort()
    .map((name) => readFileSync(new URL(name, OPERATIONS), "utf8"))
    .join("\n"),
);
const faults = validate(schema, document, specifiedRules);
if (faults.length > 0) {
  for (const fault of faults) console.error(fault.message, print(fault.nodes?.[0] ?? document).slice(0, 200));
  process.exit(1);
}

const fragments = new Map();
for (const node of document.definitions)
  if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
const needed = new Map();

function named(type) {
  if (isScalarType(type)) return SCALARS[type.name] ?? "string";
  if (isEnumType(type) || isInputObjectType(type)) needed.set(type.name, type);
  return type.name;
}

function wrap(type, inner) {
  if (isNonNullType(type)) return bare(type.ofType, inner);
  return `${bare(type, inner)} | null`;
}

function bare(type, inner) {
  return isListType(type) ? `readonly (${wrap(type.ofType, inner)})[]` : inner;
}

/** Fields asked of a type, and what further concrete types add. */
function collect(type, selections, fields, variants) {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const known = fields.get(key);
      const inner = selection.selectionSet?.selections ?? [];
      fields.set(key, { name: selection.name.value, selections: [...(known?.selections ?? []), ...inner] });
      continue;
    }
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
    const fragment = isSpread ? fragments.get(selection.name.value) : selection;
    const on = fragment.typeCondition ? typeFromAST(schema, fragment.typeCondition) : type;
    if (on === type) collect(type, fragment.selectionSet.selections, fields, variants);
    else variants.set(on, [...(variants.get(on) ?? []), ...fragment.selectionSet.selections]);
  }
}

function shape(type, selections) {
  const fields = new Map();
  const variants = new Map();
  collect(type, selections, fields, variants);
  const own = members(type, fields);
  if (variants.size === 0) return `{ ${own} }`;
  const others = [...variants].map(([on, more]) => {
    const all = new Map(fields);
    collect(on, more, all, new Map());
    return `{ ${members(on, all)} }`;
  });
  const rest =
    isAbstractType(type) && fields.has("__typename") ? `{ readonly __typename: "%other"; }` : `{ ${own} }`;
  return [...others, rest].join(" | ");
}

function members(type, fields) {
  return [...fields]
    .map(([key, { name, selections }]) => {
      if (name === "__typename")
        return `readonly ${key}: ${isAbstractType(type) ? "string" : JSON.stringify(type.name)};`;
      const field = type.getFields()[name];
      const inner = getNamedType(field.type);
      return `readonly ${key}: ${wrap(field.type, selections.length > 0 ? shape(inner, selections) : named(inner))};`;
    })
    .join(" ");
}

function fragmentsOf(node, found = new Set()) {
  visit(node, {
    FragmentSpread({ name }) {
      if (found.has(name.value)) return;
      found.add(name.value);
      fragmentsOf(fragments.get(name.value), found);
    },
  });
  return found;
}

function variablesOf(operation) {
  const lines = (operation.variableDefinitions ?? []).map((definition) => {
    const type = typeFromAST(schema, definition.type);
    const optional = isNonNullType(type) ? "" : "?";
    return `readonly ${definition.variable.name.value}${optional}: ${wrap(type, named(getNamedType(type)))};`;
  });
  return lines.length > 0 ? `{ ${lines.join(" ")} }` : "Record<never, never>";
}

const out = [];
for (const node of document.definitions) {
  if (node.kind === Kind.FRAGMENT_DEFINITION) {
    const on = typeFromAST(schema, node.typeCondition);
    out.push(`export type ${node.name.value}Fragment = ${shape(on, node.selectionSet.selections)};`);
    continue;
  }
  const name = node.name.value;
  const root = schema.getRootType(node.operation);
  const text = [node, ...[...fragmentsOf(node)].map((fragment) => fragments.get(fragment))]
    .map(print)
    .join("\n");
  out.push(`export type ${name}Answer = ${shape(root, node.selectionSet.selections)};`);
  out.push(`export type ${name}Variables = ${variablesOf(node)};`);
  out.push(
    `export const ${name}: Operation<${name}Answer, ${name}Variables> = { text: ${JSON.stringify(text)} };`,
  );
}

const written = new Set();
const types = [];
while (written.size < needed.size) {
  for (const [name, type] of [...needed]) {
    if (written.has(name)) continue;
    written.add(name);
    if (isEnumType(type)) {
      const values = type.getValues().map((value) => JSON.stringify(value.name));
      types.push(`export type ${name} = ${values.join(" | ")};`);
      continue;
    }
    const fields = Object.values(type.getFields()).map((field) => {
      const optional = isNonNullType(field.type) && field.defaultValue === undefined ? "" : "?";
      return `readonly ${field.name}${optional}: ${wrap(field.type, named(getNamedType(field.type)))};`;
    });
    types.push(`export interface ${name} { ${fields.join(" ")} }`);
  }
}

const head = `// Written by scripts/generate-types.mjs from the schema and operations/*.graphql; do not edit.\n`;
const body = [`import type { Operation } from "./client";`, ...types.sort(), ...out].join("\n\n");
writeFileSync(TARGET, `${head}${body}\n`);
