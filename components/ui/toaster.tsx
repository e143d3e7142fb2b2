"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFloatingSoon } from "./floating";
import { onNewVersion } from "./new-version";
import { type ToastMessage, takeToasts, toast } from "./toast";

const Stack = dynamic(() => import("./toast-stack"), { ssr: false });

/** Stands once in the root layout. The stack itself is fetched with the first message. */
export function Toaster() {
  const [first, setFirst] = useState<ToastMessage[]>([]);
  const t = useTranslations("ui.version");
  useFloatingSoon();
  useEffect(() => takeToasts((message) => setFirst((queue) => [...queue, message])), []);
  useEffect(
    () =>
      onNewVersion(() =>
        toast.message(t("title"), {
          id: "new-version",
          description: t("text"),
          duration: Number.POSITIVE_INFINITY,
          action: { label: t("reload"), run: () => window.location.reload() },
        }),
      ),
    [t],
  );
  return first.length > 0 ? <Stack first={first} /> : null;
}
