import { expect, test } from "vitest";
import { needDays, needFault } from "@/lib/domain/need";
import { profileState } from "@/lib/domain/profile";

const TODAY = "2026-11-23";
const asked = (confirmedOn: string | null, halfLifeDays = 365) => ({ confirmedOn, halfLifeDays });

test("R7 the questionnaire says how far it is filled, when it was confirmed last, and what is out of date", () => {
  const state = profileState([asked("2026-11-01"), asked("2025-01-01"), asked(null)], TODAY);
  expect(state).toEqual({ asked: 3, filled: 2, percent: 66, stale: 1, confirmedOn: "2026-11-01" });
});

test("R7 nothing asked has no per cent; 199 of 200 are not a hundred", () => {
  expect(profileState([], TODAY).percent).toBeNull();
  const most = Array.from({ length: 200 }, (_, at) => asked(at === 0 ? null : TODAY));
  expect(profileState(most, TODAY).percent).toBe(99);
});

test("R27 what was offered has an offer, what was dropped a reason", () => {
  expect(needFault({ status: "offered", offer: null, dropReason: null })).toBe("offer");
  expect(needFault({ status: "dropped", offer: null, dropReason: null })).toBe("dropReason");
  expect(needFault({ status: "solved", offer: null, dropReason: null })).toBeNull();
});

test("R27 a need keeps the day of its offer and of its end, and loses them when it opens again", () => {
  const offered = needDays(null, "offered", "2026-10-01");
  expect(offered).toEqual({ offeredOn: "2026-10-01", closedOn: null });
  const solved = needDays({ ...offered, status: "offered" }, "solved", TODAY);
  expect(solved).toEqual({ offeredOn: "2026-10-01", closedOn: TODAY });
  expect(needDays({ ...solved, status: "solved" }, "solved", "2026-12-01")).toEqual(solved);
  expect(needDays({ ...solved, status: "solved" }, "dropped", "2026-12-01").closedOn).toBe("2026-12-01");
  expect(needDays({ ...solved, status: "solved" }, "open", "2026-12-01")).toEqual({ offeredOn: null, closedOn: null });
});
