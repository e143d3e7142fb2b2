"use client";

import { useEffect, useRef, useState } from "react";
import { useAct } from "@/components/ui/act";
import type { AssignmentRole } from "@/lib/domain/assignment";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { findReceivers } from "@/lib/features/assignments/actions";
import type { ReceiverRow } from "@/lib/features/assignments/queries/receivers";

type Answer = { receivers: ReceiverRow[]; today: CalendarDate };

/** Whom clients can be given to in that part; asked when `open`, and again for another part. `failed` until `again`. */
export function useReceivers(role: AssignmentRole, open: boolean) {
  const { run } = useAct(findReceivers);
  const ask = useRef(run);
  ask.current = run;
  const [answer, setAnswer] = useState<Answer>();
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState<number>();
  useEffect(() => {
    if (!open) return;
    let late = false;
    ask.current({ role }).then((result) => {
      if (late) return;
      if (result.ok) setAnswer(result.value);
      else setFailed(attempt);
    });
    return () => {
      late = true;
    };
  }, [role, open, attempt]);
  return { answer, failed: failed === attempt, again: () => setAttempt((count) => count + 1) };
}
