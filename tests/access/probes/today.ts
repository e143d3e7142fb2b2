import { loadHome, loadToday } from "@/lib/features/today/queries";
import { probe } from "./probe";

export default [probe.query(loadToday, { args: () => [] }), probe.query(loadHome, { args: () => [] })];
