import { expect, test } from "vitest";
import { collisionSets, effects, type Turn } from "./agenda";

const numbers = (...list: number[]): { number: number }[] => list.map((number) => ({ number }));
const turn = (number: number, collides: number[], falls: number[] = []): Turn => ({
  amendment: { number },
  collidesWith: numbers(...collides),
  fallsWith: numbers(...falls),
});

test("what falls with an amendment is told where it is voted, what is merely blocked beside it", () => {
  const passage = [turn(12, [13, 14, 15]), turn(13, [12], [12]), turn(15, [12], [12]), turn(14, [12])];
  expect(effects(passage)).toEqual([{ number: 12, falls: [13, 15], blocks: [14] }]);
  expect(effects([turn(1, [])])).toEqual([]);
});

test("a set holds all that touch one another, also through a third", () => {
  expect(
    collisionSets([
      { number: 3, collidesWith: numbers(1, 9) },
      { number: 1, collidesWith: numbers(3) },
      { number: 5, collidesWith: numbers(3) },
      { number: 7, collidesWith: [] },
    ]),
  ).toEqual([[1, 3]]);
});
