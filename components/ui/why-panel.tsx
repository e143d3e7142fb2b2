"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useErrorText } from "./act";
import { Link } from "./link";
import { PopoverContent } from "./popover";
import { SkeletonLines } from "./skeleton";
import type { Reason } from "./why";

type Props = { label: string; reason: Reason | (() => Promise<Reason>); align: "start" | "center" | "end" };

export default function WhyPanel({ label, reason, align }: Props) {
  const t = useTranslations("ui.why");
  const text = useErrorText();
  const [known, setKnown] = useState(typeof reason === "function" ? undefined : reason);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (typeof reason !== "function") return;
    let here = true;
    reason().then(
      (found) => here && setKnown(found),
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, [reason]);

  return (
    <PopoverContent label={t("title", { label })} align={align} className="w-72 text-left font-normal">
      <p className="mb-1.5 font-semibold">{label}</p>
      {failed ? (
        <p className="text-red">{text("busy")}</p>
      ) : known ? (
        <Told reason={known} />
      ) : (
        <SkeletonLines lines={2} />
      )}
    </PopoverContent>
  );
}

function Told({ reason: { definition, formula, asOf, rows } }: { reason: Reason }) {
  const t = useTranslations("ui.why");
  return (
    <>
      <div className="whitespace-normal text-ink-2">{definition}</div>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 whitespace-normal">
        {formula && (
          <>
            <dt className="text-ink-3">{t("formula")}</dt>
            <dd className="whitespace-pre-line tabular-nums">{formula}</dd>
          </>
        )}
        {asOf && (
          <>
            <dt className="text-ink-3">{t("asOf")}</dt>
            <dd>{asOf}</dd>
          </>
        )}
      </dl>
      {rows && (
        <p className="mt-2">
          <Link href={rows.href} className="link">
            {rows.label}
          </Link>
        </p>
      )}
    </>
  );
}
