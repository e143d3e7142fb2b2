// An unexpected console.error is a failed test: React, Next and our own code complain there first.
// A test that expects one replaces console.error itself (vi.spyOn) and restores it.
import { format } from "node:util";
import { afterEach, beforeEach, expect } from "vitest";

const complaints: string[] = [];
const terminal = globalThis.console;
const original = terminal.error;

beforeEach(() => {
  complaints.length = 0;
  terminal.error = (...values: unknown[]) => {
    complaints.push(format(...values));
    original(...values);
  };
});

afterEach(() => {
  terminal.error = original;
  expect(complaints, "unexpected console.error").toEqual([]);
});
