import type { TodaySource } from "./source";
import { dates } from "./sources/dates";
import { numbers } from "./sources/numbers";
import { rhythms } from "./sources/rhythms";
import { touches } from "./sources/touches";

/** Everything that puts a client on today's list: a file under sources/, its kind in lib/domain/today, its words in messages/<language>/today. Promises come by themselves: they are a list of their own too. */
export const sources: readonly TodaySource[] = [touches, rhythms, dates, numbers];
