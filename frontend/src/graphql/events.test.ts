import { expect, it } from "vitest";
import { EventReader } from "./events";

it.each(["\n", "\r\n", "\r"])("reads events that end with %j", (end) => {
  const stream = [
    "event: next",
    'data: {"a":1}',
    "",
    ":",
    "",
    "event: next",
    'data: {"b":',
    "data: 2}",
    "",
    "data: cut",
  ];
  expect(new EventReader().read(stream.join(end))).toEqual(['{"a":1}', '{"b":\n2}']);
});

it("waits for the end of an event that comes in pieces", () => {
  const reader = new EventReader();
  expect(reader.read('data: {"a"')).toEqual([]);
  expect(reader.read(":1}\r\n")).toEqual([]);
  expect(reader.read("\r\ndata:")).toEqual(['{"a":1}']);
});
