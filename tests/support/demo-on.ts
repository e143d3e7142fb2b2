import { demoOf } from "@/prisma/seed/demo";

const made = new Map<string, ReturnType<typeof demoOf>>();

/** The demo of a day, made once for a test file: it takes a second or two. */
export function demoOn(day: string): ReturnType<typeof demoOf> {
  const known = made.get(day) ?? demoOf(day);
  made.set(day, known);
  return known;
}
