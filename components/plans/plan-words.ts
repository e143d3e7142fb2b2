import type { Tone } from "@/components/ui/badge";
import type { PlanStatus } from "@/lib/features/plans/schema";

export const stateTone: Record<PlanStatus, Tone> = {
  draft: "neutral",
  submitted: "amber",
  approved: "green",
  superseded: "neutral",
};
