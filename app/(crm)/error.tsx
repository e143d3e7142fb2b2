"use client";

import { ErrorState } from "@/components/ui/error-state";

/** A page failed; the navigation around it still works. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorState request={error.digest} retry={reset} />;
}
