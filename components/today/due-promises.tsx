"use client";

import { PromiseLine } from "@/components/touches/promise-line";
import { usePromises } from "@/components/touches/use-promises";
import { Link } from "@/components/ui/link";
import type { TodayPromise } from "@/lib/features/today/queries";

/** Promises of both sides that are due within a week, over all clients; kept in one tap. */
export function DuePromises(props: { promises: readonly TodayPromise[]; today: string; mayEdit: boolean }) {
  const act = usePromises();
  return (
    <ul>
      {props.promises.map((promise) => (
        <PromiseLine
          key={promise.id}
          {...props}
          promise={promise}
          act={act}
          before={
            <>
              <Link href={`/clients/${promise.clientId}`} className="link underline">
                {promise.clientName}
              </Link>
              {" · "}
            </>
          }
        />
      ))}
    </ul>
  );
}
