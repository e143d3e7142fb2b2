"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useId } from "react";
import { cn } from "./cn";

type Wiring = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean };
const Context = createContext<Wiring | undefined>(undefined);

/** Attributes that tie a control to the label, hint and error of the `Field` around it. Every control here calls it. */
export function useFieldWiring(own: { id?: string; required?: boolean }) {
  const field = use(Context);
  return {
    id: own.id ?? field?.id,
    "aria-describedby": field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
    // Said, but not enforced by the browser: its own bubble speaks the browser's language, not the person's.
    "aria-required": own.required ?? (field?.required || undefined),
  };
}

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** An already translated sentence; `useAct().fields.<name>` gives one. */
  error?: string;
  required?: boolean;
  /** Says "(optional)" after the label: for the few optional fields of a form where most are required. */
  optional?: boolean;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, one control, a hint and an error, wired for assistive technology. */
export function Field({ label, hint, error, required, optional, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const t = useTranslations("ui");
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={cn("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className={cn("font-medium text-ink-2 text-xs", hideLabel && "sr-only")}>
        {label}
        {required && (
          <span aria-hidden className="text-red">
            {" *"}
          </span>
        )}
        {optional && <span className="font-normal text-ink-3"> {t("optional")}</span>}
      </label>
      <Context value={{ id, describedBy, invalid: Boolean(error), required: Boolean(required) }}>{children}</Context>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-red text-xs">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-ink-3 text-xs">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A group of ticks or radio buttons under one heading. */
export function FieldSet({
  legend,
  hint,
  error,
  className,
  children,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset className={cn("min-w-0", className)} aria-describedby={error ? id : undefined}>
      <legend className="mb-1 font-medium text-ink-2 text-xs">{legend}</legend>
      <div className="flex flex-col gap-0.5">{children}</div>
      {error && (
        <p id={id} role="alert" className="mt-1 text-red text-xs">
          {error}
        </p>
      )}
      {hint && <p className="mt-1 text-ink-3 text-xs">{hint}</p>}
    </fieldset>
  );
}
